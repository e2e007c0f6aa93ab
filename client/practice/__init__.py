"""A practice interview: the whole app against a server inside this process, and nothing left of it.

One rule: no request leaves this machine, and what is written lies in a folder of its own that is
removed when the practice ends, or at the app's next start where it was cut off.
"""
