"""Mails to candidates. One rule: queued with the change that needs them, sent after its commit."""
