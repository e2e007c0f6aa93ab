"""What a comparison calls people.

Pure. One rule: a blind comparison is told nothing of whose interview it is; the call name is made
from the interview's id alone.
"""

from collections.abc import Sequence

from shared.ids import sha256_hex

_LEAST = 4
"""Characters of a call name; more where two of a list would be called the same."""


def call_names(ids: Sequence[str]) -> dict[str, str]:
    """`Candidate 7F3A` for each interview; no two of `ids` are called the same."""
    digests = {one: sha256_hex(one.encode()).upper() for one in ids}
    length = _LEAST
    while len({digest[:length] for digest in digests.values()}) < len(digests):
        length += 1
    return {one: f"Candidate {digest[:length]}" for one, digest in digests.items()}
