"""What a reviewer reads and decides: results, evidence, recordings, overrides."""
