"""Candidates of one paper beside each other, and the short list that comes of it."""
