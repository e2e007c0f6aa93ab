/** Whether something could be an e-mail address; the server decides. */
export const ADDRESS = /^[^\s@]+@[^\s@]+$/u;
