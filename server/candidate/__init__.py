"""The candidate's side of an interview: claim, start, selfie, finish, questions, plain answers."""
