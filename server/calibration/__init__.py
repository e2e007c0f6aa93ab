"""How well automatic scores agree with people's, and whether they are fair.

One rule: a figure stands beside its interval, the agreement of two people and the plain count of
shared words; without those three it says nothing.
"""
