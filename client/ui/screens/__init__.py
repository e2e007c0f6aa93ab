"""One module for each screen of the interview.

One rule: a screen has `show_state(state, now)` and emits `happened` with the flow's inputs.
"""
