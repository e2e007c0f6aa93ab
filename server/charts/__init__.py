"""Sums over many interviews, for pictures of them."""
