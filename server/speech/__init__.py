"""Speech both ways: recordings become text, questions become sound.

One rule: neither is ever needed. Where one cannot be had the answer says so, a person listens to
the recording, and the app reads the question with the machine's own voice.
"""
