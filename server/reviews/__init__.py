"""What a person should look at first, over all interviews.

One rule: the order says where a look is worth most, and nothing about a candidate.
"""
