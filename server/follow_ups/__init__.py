"""Further questions in a running interview, about what was just answered.

One rule: an interview never waits for one. Whoever writes it is bounded in time, what does not
stand the checks is not asked, and nothing that happens here reaches another interview.
"""
