"""Whether the model that would judge, or did, is one that the organisation's gate let through.

Pure. One rule: where an organisation has a calibration set, only what was measured on it scores:
another model, prompt, digest or number of samples leaves the answer to the last admitted one, or to
a person.
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
    samples: int
    """How many judgements of an answer made one, each with another order."""


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
    samples: int = 0
    """How many judgements of an answer make one."""
    samples_set: int = 0
    """The number in the settings, where another was measured; else 0."""

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
        if self.samples_set:
            measured = f"It was judged {_times(self.samples)}, as measured, not "
            found = f"{found} {measured}{_times(self.samples_set)} as set now.".strip()
        return found


NO_GATE = Gate()
UNCALIBRATED = Backing("none")


def choose(gate: Gate, model: str, version: str, samples: int) -> Backing | None:
    """Who judges, before anything is asked: the model of the settings, else the last admitted one
    of the same version, else nobody (None). With `samples` where that was measured, else with as
    many as were.
    """
    if not gate.set_id:
        return Backing("none", model=model, samples=samples)
    same = [one for one in gate.passed if one.version == version]
    # `min` keeps the order among equals: the newest first.
    found = min(same, key=lambda one: (one.model != model, one.samples != samples), default=None)
    if found is None:
        return None
    return Backing(
        "let_through" if found.let_through else "admitted",
        gate.set_id,
        found.trial,
        model=found.model,
        instead_of="" if found.model == model else model,
        samples=found.samples,
        samples_set=0 if found.samples == samples else samples,
    )


def confirm(
    gate: Gate, chosen: Backing, version: str, answered: Iterable[Backed]
) -> Backing | None:
    """The same once it is known what answered; None where the gate has not seen one of them."""
    if chosen.standing == "none":
        return chosen
    wanted = frozenset(answered)
    for one in gate.passed:
        measured = (one.model, one.version, one.samples)
        if measured == (chosen.model, version, chosen.samples) and wanted <= one.answered:
            return Backing(
                "let_through" if one.let_through else "admitted",
                gate.set_id,
                one.trial,
                model=one.model,
                instead_of=chosen.instead_of,
                samples=chosen.samples,
                samples_set=chosen.samples_set,
            )
    return None


def _times(samples: int) -> str:
    return "once" if samples == 1 else f"{samples} times"
