"""Question papers and their questions. One rule: a change never reaches an existing interview."""
