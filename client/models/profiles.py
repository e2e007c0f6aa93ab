"""Which models go together: into a package, a bundle for machines without a network, a download.

One rule: a profile only names; what may not be had is said by whoever asks for it.
"""

from collections.abc import Mapping

_STANDARD = ("face", "people", "face_reid", "antispoof", "antispoof_wide", "objects", "speaker")
PROFILES: Mapping[str, tuple[str, ...]] = {
    "minimal": ("face", "people"),
    "standard": _STANDARD,
    "full": (*_STANDARD, "whisper"),
}
"""Faces; also identity, liveness, objects and voices; also speech to text."""
