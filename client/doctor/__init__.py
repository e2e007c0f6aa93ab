"""`invigil doctor`: one file about this installation to send to support.

One rule: what is told is chosen field by field, and everything that is told goes through the
scrubber besides; a person can open the file and read all that is in it.
"""
