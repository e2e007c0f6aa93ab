"""How many tokens a text may have, without a tokenizer.

Pure. One rule: two bounds rather than one guess. Before sending, the upper bound must fit; after
the answer, what the server says it read must not lie below the lower one.
"""

import re

TEMPLATE_TOKENS = 64
"""Room for what chat templates add around two messages."""
_WORD = re.compile(r"[^\W\d_]+|\d+")


def at_most(text: str) -> int:
    """More than any common tokenizer makes of `text`: a token for three plain characters, one for
    each other. English prose has about four and a half characters to a token, code about three.
    """
    plain = sum(char.isascii() for char in text)
    return plain // 3 + (len(text) - plain) + 1


def at_least(text: str) -> int:
    """Fewer than any common tokenizer makes of `text`: two for three words or numbers. A token does
    not reach over a word's end, but signs are merged with each other, so they count for nothing.
    """
    return 2 * len(_WORD.findall(text)) // 3
