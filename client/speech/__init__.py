"""Listening and speaking for the interview itself: microphone, Opus, transcript, voice.

One rule: no Qt, and the audio on disk is the arbiter of what was said.
"""
