"""The corpus of machines: what 28 real computers and 26 virtual ones tell of themselves.

Made up by hand from makers' public documentation and from what such machines are known to say; they
are no dumps of machines. One rule: a file is a reading (`machine.Machine`) and its kind.
"""

import json
from pathlib import Path
from typing import Literal, NamedTuple

from client.lockdown.probes.machine import Machine, Nic

FOLDER = Path(__file__).with_name("machines")

Kind = Literal["physical", "virtual", "hidden"]


class Known(NamedTuple):
    """One machine of the corpus."""

    name: str
    kind: Kind
    machine: Machine


def corpus(*kinds: Kind) -> tuple[Known, ...]:
    """All of these kinds, by name."""
    found: list[Known] = []
    for path in sorted(FOLDER.glob("*.json")):
        told = json.loads(path.read_text())
        if told["kind"] in kinds:
            plain = told["machine"]
            plain["nics"] = tuple(Nic(**each) for each in plain["nics"])
            plain |= {key: tuple(plain[key]) for key in ("disks", "pci", "marks")}
            found.append(Known(path.stem, told["kind"], Machine(**plain)))
    return tuple(found)
