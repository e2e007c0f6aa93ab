"""Which models Invigil uses, where they come from, and how they are found and checked.

One rule: the SHA-256 in manifest.toml decides; which source a file came from does not matter.
"""
