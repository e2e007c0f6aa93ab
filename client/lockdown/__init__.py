"""What holds the interview's window in front, what is found on the computer meanwhile, and how the
computer is set back afterwards, always.

One rule: what outlives this process is written to the journal, with its undo, before it is done;
app, watchdog and the next start all undo from there, and undoing twice is harmless.
"""
