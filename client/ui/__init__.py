"""The window: it shows a state and says what the person did, and decides nothing.

One rule: screens are functions of `exam.State`; they emit the flow's inputs and keep no copy of
what the state already says.
"""
