"""Watching: frames become observations, observations become signals, signals become facts.

One rule: it runs in its own process, knows no Qt, and sends facts, not video.
"""
