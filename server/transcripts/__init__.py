"""Recordings that no machine of a candidate's made into text: the server does, where it can.

One rule: what the candidate's own machine understood goes first, and the recording decides.
"""
