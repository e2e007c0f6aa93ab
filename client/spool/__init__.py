"""The candidate machine's outbox: every fact is durable here before anyone sees it.

One rule: one process writes, an acknowledgement after the server's commit marks, and nothing
is ever deleted by being sent.
"""
