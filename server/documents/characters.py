"""Characters that show as nothing, or that turn the order of others: taken out and counted.

One rule: what is left reads to a machine as it looks to a person. Letters of every script stay.
"""

import re
import unicodedata

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; tabs and line ends stay
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0"  # fillers, soft hyphen
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero width, turning, marks
    "\ufe00-\ufe0f\U000e0000-\U000e0fff"  # variants and tags: whole sentences hide in the latter
    "\U0001d173-\U0001d17a\u2800"
    "]"
)
_BLANKS = re.compile(r"[^\S\n]+")


def cleaned(text: str) -> tuple[str, int]:
    """(text as it looks, how many unseen characters were taken out).

    Compatibility forms become plain ones (the ligature ﬁ is two letters, a no-break space a
    blank), so that words are found; runs of blanks become one.
    """
    plain, count = _UNSEEN.subn("", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = unicodedata.normalize("NFKC", plain)
    return _BLANKS.sub(" ", plain).strip(), count
