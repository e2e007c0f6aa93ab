"""Models that look at frames and say what they see; each in one module with its own card."""
