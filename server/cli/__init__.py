"""The commands of `invigil-server`, one module for each group.

One rule: a module's `add` declares its commands and names the function that does each; what is
heavy is imported inside that function, so that `--help` and `health` answer at once.
"""
