"""How large and how strong this person wants the window: kept for the next start.

One rule: what cannot be read is as if nothing was kept, and a disk that takes nothing costs the
person a key press at the next start, nothing more.
"""

import json
import logging
import math
from dataclasses import asdict, dataclass
from pathlib import Path

from client.ui.theme import MAX_SCALE, MIN_SCALE

_FILE = "looks.json"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Looks:
    """What was chosen last."""

    scale: float = MIN_SCALE
    """Size of the text, 1.0 to 2.0."""
    strong: bool | None = None
    """Strong contrast; None: nobody chose, and the system's wish stands."""


def remembered(data_dir: Path) -> Looks:
    """What an earlier run kept; the usual looks where there is nothing that can be used."""
    try:
        kept = json.loads((data_dir / _FILE).read_text("utf-8"))
        scale, strong = float(kept["scale"]), kept["strong"]
    except (OSError, ValueError, TypeError, KeyError):
        return Looks()
    if not math.isfinite(scale) or strong not in (True, False, None):
        return Looks()
    return Looks(min(MAX_SCALE, max(MIN_SCALE, round(scale, 2))), strong)


def remember(data_dir: Path, looks: Looks) -> None:
    """Keeps them."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        (data_dir / _FILE).write_text(json.dumps(asdict(looks)), "utf-8")
    except OSError as error:
        log.info("the looks are not remembered: %s", error.strerror)
