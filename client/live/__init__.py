"""The camera's picture for whoever looks, live; nothing of it is imported before somebody does."""
