"""Questions that are read aloud: their sound is made when a paper's version is first used.

One rule: nothing waits for it. Where it is not there the app reads with the machine's own voice.
"""
