"""What keeps the candidate's computer to the interview, and what is found there meanwhile.

One rule: it holds what it can, says what it held, and gives the computer back as it was.
"""
