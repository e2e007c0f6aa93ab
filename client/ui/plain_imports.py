"""Takes back what PySide6 does to every import of the process.

Its hook reads the source of each module that is imported later, to find those that ask for
`__feature__`, and Python keeps all of it: 18 MB in the window, and a tenth of the start. Nothing
of ours asks for it. One rule: imported before everything that is not in memory yet.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it is this that installs the hook

_before = getattr(builtins, "__orig_import__", None)
"""Where PySide6 keeps Python's own; not there where a version has no such hook."""
if _before is not None:
    builtins.__import__ = _before
