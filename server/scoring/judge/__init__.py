"""Scores that a language model proposes, with proof: each level rests on words of the answer.

One rule: the model finds evidence and names levels, everything else is ours: quotes are looked for
in the answer, points are added up here, and where anything is odd a person decides.
"""
