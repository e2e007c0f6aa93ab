"""Scores of answers: insert-only, with evidence, always for a person to review."""
