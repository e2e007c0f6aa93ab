"""The text of what the window imports stays out of its memory."""

import subprocess
import sys

_WATCHED = """
import linecache
import client.app
import client.ui.screens.question, client.speech.microphone, wave
later = (client.ui.window, client.ui.screens.question, client.speech.microphone, wave)
print([module.__name__ for module in later if module.__file__ in linecache.cache])
"""
"""Modules that come with the window, after it, and from the standard library. pydantic reads those
with models all the same, for what is written below a field."""


def test_what_the_window_imports_is_not_kept_as_text() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
