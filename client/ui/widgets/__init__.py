"""The parts that screens are made of.

One rule: a widget knows the theme and its own content, never the interview.
"""
