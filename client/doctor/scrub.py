"""Takes out of texts what tells of a person or opens a door.

Pure. One rule: too much may be taken, never too little; it stands behind the choice of what is told
at all, which is the first safeguard.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

SHORTEST = 4
"""Letters from which on a name is taken out also inside other words."""
LONG = 12
"""Letters of a run without a slash that are looked at, inside a run of 16 or more."""

_PASSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("key", re.compile(r"-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|\Z)", re.DOTALL)),
    ("link", re.compile(r"\binvigil:[^\s\"'<>‹›]+", re.IGNORECASE)),
    (
        "secret",
        re.compile(
            r"\b(?:authorization|cookie)[ \t]*:[ \t]*[^\s\"'][^\r\n]*"  # a header: its whole line
            r"|\b(?:pass(?:word|wd|phrase)|secret|token|authorization|cookie|api[_-]?key)"
            r"[\"']?\s*[:=]\s*[\"']?(?:(?:bearer|basic)\s+)?[^\s\"',;}‹›]+"
            r"|\b(?:bearer|basic)\s+[^\s\"',;}‹›]+",
            re.IGNORECASE,
        ),
    ),
    ("mail", re.compile(r"[^\s@<>\"'(),;:/\\‹›]+@[^\s@<>\"'(),;:/\\‹›]+\.[^\s@<>\"'(),;:/\\‹›]+")),
    (
        "path",
        re.compile(
            # As it is, and as a program writes it between quotes; or a share's, with its server.
            r"(?:/home/|/Users/|/var/home/|[A-Za-z]:\\{1,2}Users\\{1,2})[^\s\"'<>:;,‹›]+"
            r"|(?<![\\\w])\\{2,4}[\w.$-]+\\[^\s\"'<>:;,‹›]+"
        ),
    ),
    (
        "address",
        re.compile(
            r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\w)"
            r"|(?<![\w:])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:])"
            r"|(?<![\w:.])(?=[0-9A-Fa-f:]*::|(?:[0-9A-Fa-f]{1,4}:){4})"
            r"(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{1,4}(?:%\w+)?(?![\w:])"
        ),
    ),
    ("number", re.compile(r"\+\d[\d ()./-]{5,}\d")),
)
_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]{1,9})://([^\s\"'<>‹›]*)", re.IGNORECASE)
_RUN = re.compile(r"[A-Za-z0-9_+/=-]{16,}")
_CAMEL = re.compile(r"(?:[A-Z]+[a-z]{2,})+|[a-z]{2,}(?:[A-Z][a-z]{2,})+")
_MARK = re.compile(r"‹[a-z]+›")


@dataclass(frozen=True, slots=False)
class Scrubber:
    """What is known to be taken out here, beside what is found by its form."""

    names: Sequence[str] = ()
    """Of people and accounts: each word of them."""
    devices: Sequence[str] = ()
    """Names of devices and computers, as a whole: their words are those of any text about such."""
    secrets: Sequence[str] = ()
    """Tokens and keys that are known, of any form."""
    keep: frozenset[str] = field(default_factory=frozenset[str])
    """Whole texts of ours that only look like a secret, such as a model's file name."""

    def text(self, given: str) -> str:
        """Without any of it; what was taken leaves a mark such as `‹name›`."""
        if given in self.keep:
            return given
        found = given
        for secret in sorted(filter(None, self.secrets), key=len, reverse=True):
            found = found.replace(secret, "‹secret›")
        for what, pattern in _PASSES[:1]:
            found = pattern.sub(f"‹{what}›", found)
        found = _ADDRESS.sub(_host, found)
        for what, pattern in _PASSES[1:]:
            found = pattern.sub(f"‹{what}›", found)
        found = _RUN.sub(_secret, found)
        return self._names.sub(_name, found) if self._names is not None else found

    def value(self, given: Any) -> Any:
        """The same for JSON: each text and each key in it."""
        match given:
            case str():
                return self.text(given)
            case Mapping():
                return {self.text(str(key)): self.value(one) for key, one in given.items()}
            case list() | tuple() | set() | frozenset():
                return [self.value(one) for one in given]
            case None | bool() | int() | float():
                return given
            case _:
                return self.text(str(given))

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        whole = (name for name in self.devices if len(name) >= SHORTEST)
        parts = sorted({*_parts(self.names), *whole}, key=len, reverse=True)
        if not parts:
            return None
        return re.compile("|".join((_MARK.pattern, *map(_pattern, parts))), re.IGNORECASE)


def _parts(names: Iterable[str]) -> Iterable[str]:
    """Each name as a whole, and its words: a log may have only one of them."""
    for name in names:
        for part in (name.strip(), *re.split(r"[\s.,;_@-]+", name)):
            if len(part) >= 2 or (part and not part.isascii()):
                yield part


def _pattern(part: str) -> str:
    if len(part) >= SHORTEST or not part.isascii():
        return re.escape(part)
    return rf"(?<![A-Za-z0-9]){re.escape(part)}(?![A-Za-z0-9])"


def _name(found: re.Match[str]) -> str:
    return found[0] if _MARK.fullmatch(found[0]) else "‹name›"


def _host(found: re.Match[str]) -> str:
    """Only where it leads to: paths and queries of ours carry tokens."""
    scheme, rest = found[1], found[2]
    if scheme.lower() == "invigil":
        return "‹link›"
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" in rest[len(host) :]:
        return f"{scheme}://‹link›"  # a password with a slash in it, or an address behind the host
    return f"{scheme}://{host.rpartition('@')[2]}" + ("/‹link›" if host != rest else "")


def _secret(found: re.Match[str]) -> str:
    """Long runs that no word is: they have digits, or letters of both sizes in no order of words.

    Of a path each folder counts by itself.
    """
    parts = [part for part in found[0].split("/") if len(part) >= LONG]
    return "‹secret›" if any(map(_is_secret, parts)) else found[0]


def _is_secret(run: str) -> bool:
    if any(letter.isdigit() for letter in run):
        return True
    mixed = run != run.lower() and run != run.upper()
    return mixed and not all(not word or _CAMEL.fullmatch(word) for word in re.split("[_+=-]", run))
