"""Which build this app is, proven as far as an app can: a signed list of its files, and whether the
files here are those. One rule: what could not be read is unknown, never taken for unchanged.
"""
