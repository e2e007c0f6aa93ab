"""Whether the model that would judge, or did, is one that the organisation's gate let through.

Pure. One rule: where an organisation has a calibration set, only what was measured on it scores:
another model, prompt or digest leaves the answer to the last admitted one, or to a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Backed = tuple[str, str]
"""A model's name and the digest of its weights, as its server told them."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A grader that the gate let through, on the set that is in use."""

    trial: str
    model: str
    """As the settings named it."""
    version: str
    """Of prompt and schema."""
    answered: frozenset[Backed]
    """What really answered while it was measured."""
    let_through: bool
    """Whether it was refused first, and a person gave a reason."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What an organisation holds its graders to."""

    set_id: str = ""
    """The calibration set in use; empty: there is none, and nothing is held to anything."""
    passed: tuple[Passed, ...] = ()
    """Newest first."""


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a judgement."""

    standing: Literal["none", "admitted", "let_through"]
    """`none`: no calibration set is in use."""
    set_id: str = ""
    trial: str = ""
    model: str = ""
    """Who judges."""
    instead_of: str = ""
    """The model of the settings, where the last admitted one judges in its place."""

    def kept(self) -> dict[str, Any]:
        """For a score's manifest."""
        kept = {"standing": self.standing, "set": self.set_id, "trial": self.trial}
        return kept | ({"instead_of": self.instead_of} if self.instead_of else {})

    def words(self) -> str:
        """What a person reads beside the points; empty where all is as it should be."""
        if self.standing == "none":
            return "Not calibrated: no graded answers stand behind this model."
        found = ""
        if self.standing == "let_through":
            found = "The gate had refused this model; a person let it through with a reason."
        if self.instead_of:
            instead = f"{self.model} judged it, the last one admitted: {self.instead_of} is not."
            found = f"{instead} {found}".strip()
        return found


NO_GATE = Gate()
UNCALIBRATED = Backing("none")


def choose(gate: Gate, model: str, version: str) -> Backing | None:
    """Who judges, before anything is asked: the model of the settings, else the last admitted one
    of the same version, else nobody (None).
    """
    if not gate.set_id:
        return Backing("none", model=model)
    same = [one for one in gate.passed if one.version == version]
    own = next((one for one in same if one.model == model), None)
    found = own or next(iter(same), None)
    if found is None:
        return None
    return Backing(
        "let_through" if found.let_through else "admitted",
        gate.set_id,
        found.trial,
        model=found.model,
        instead_of="" if own else model,
    )


def confirm(
    gate: Gate, chosen: Backing, version: str, answered: Iterable[Backed]
) -> Backing | None:
    """The same once it is known what answered; None where the gate has not seen one of them."""
    if chosen.standing == "none":
        return chosen
    wanted = frozenset(answered)
    for one in gate.passed:
        if one.model == chosen.model and one.version == version and wanted <= one.answered:
            return Backing(
                "let_through" if one.let_through else "admitted",
                gate.set_id,
                one.trial,
                model=one.model,
                instead_of=chosen.instead_of,
            )
    return None
