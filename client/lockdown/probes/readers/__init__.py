"""What each system tells of itself, as plain readings.

One rule: a reader judges nothing and guesses nothing; what a system does not tell is None or empty.
"""
