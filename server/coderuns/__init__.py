"""Candidates' code: tried on visible tests, scored by hidden ones; questions checked beforehand.

One rule: correctness is decided by tests and by nothing else; what broke on our side is IE and
goes to a person.
"""
