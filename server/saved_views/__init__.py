"""Views of lists that people keep under a name."""
