"""How the server is put on other machines: containers, a Space, a GPU at Modal.

One rule: nothing of the server imports anything from here.
"""
