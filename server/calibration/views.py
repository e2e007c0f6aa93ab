"""Figures of agreement as reviewers read them: shares of the marks, with intervals of 95 %."""

from collections.abc import Mapping, Sequence
from typing import Literal

from server.calibration import alike, groups
from server.calibration.fairness import Shift
from server.calibration.figures import Agreement, Measured
from server.calibration.gate import Ruling
from server.calibration.groups import Mark
from server.views import View


class FigureView(View):
    """A figure with its interval; null where it cannot be computed."""

    value: float | None
    low: float | None
    high: float | None


class BandView(View):
    """Answers that people gave about as much."""

    low: float
    high: float
    n: int
    bias: float | None
    """Mean of the grader minus people; above 0: too generous."""


class AgreementView(View):
    """One grader beside people."""

    n: int
    questions: int
    pearson: FigureView
    kappa: FigureView
    """Quadratic weighted."""
    mean_error: FigureView
    bias: FigureView
    bands: list[BandView]


class FigureChange(View):
    """What changes, with its interval."""

    value: float
    low: float
    high: float


class RulingView(View):
    """Whether a changed grader may be used."""

    passes: bool
    words: str
    error_change: FigureChange | None
    """Mean error afterwards minus before; above 0 is worse."""
    pearson_change: FigureChange | None
    """The same of the correlation; below 0 is worse."""


class ShiftView(View):
    """How far answers are marked apart that differ in one thing that must not count."""

    kind: Literal["names", "dialect", "words"]
    """Another name before the answer; everyday grammar and sound; more words and nothing more."""
    n: int
    """Pairs of answers."""
    mean: float
    """Changed minus original, in shares of the marks."""
    largest: float
    """Largest difference either way."""
    moved: float
    """Share of pairs that are more than a twentieth of the marks apart."""


class GroupView(View):
    """How often people of a group pass, with half of the marks and more."""

    group: str
    n: int
    by_people: float
    """Share that passes by people's marks."""
    by_baseline: float
    ratio_by_people: float | None
    """Beside the group that passes most often; null where a group has fewer than 20 people."""
    ratio_by_baseline: float | None
    adverse: bool
    """Whether a ratio is below four fifths, so that somebody has to look into it."""


class HarderView(View):
    """A question that is harder or easier for a group than for others of the same whole score."""

    question: str
    group: str
    delta: float
    """On the ETS scale; below 0 it is harder for the group."""
    size: Literal["B", "C"]
    """B moderate, C large."""


class FairnessView(View):
    """What a file says of groups."""

    groups: list[GroupView]
    harder: list[HarderView]
    """By people's marks, the largest first."""
    unknown: int
    """Pairs of question and group with too few people for a verdict."""


class LabFigures(View):
    """A file of graded answers, measured."""

    baseline: AgreementView
    overlap: AgreementView
    """Plain word overlap: what every grader has to beat."""
    people: AgreementView | None
    """Of two people: the ceiling; null without a second score."""
    alike: list[ShiftView]
    """How far the baseline marks like answers apart."""
    fairness: FairnessView | None
    """Null where the file has no columns `person` and `group`."""
    ruling: RulingView | None
    """Null where the file has no marks of two versions."""


class GraderFigures(View):
    """One grader's proposals beside people's decisions."""

    grader: str
    figures: AgreementView


class DecidedFigures(View):
    """All graders whose proposals people decided about."""

    items: list[GraderFigures]


def agreement_view(found: Agreement) -> AgreementView:
    """The same for the wire."""
    return AgreementView(
        n=found.n,
        questions=found.questions,
        pearson=_figure(found.pearson),
        kappa=_figure(found.kappa),
        mean_error=_figure(found.mean_error),
        bias=_figure(found.bias),
        bands=[BandView(low=b.low, high=b.high, n=b.n, bias=b.bias) for b in found.bands],
    )


def shift_views(found: Mapping[alike.Kind, Shift]) -> list[ShiftView]:
    """The same for the wire."""
    return [
        ShiftView(kind=kind, n=one.n, mean=one.mean, largest=one.largest, moved=one.moved)
        for kind, one in found.items()
    ]


def fairness_view(by_people: Sequence[Mark], by_baseline: Sequence[Mark]) -> FairnessView:
    """Groups and questions, for the wire."""
    pairs = zip(groups.impacts(by_people), groups.impacts(by_baseline), strict=True)
    looked = groups.questions(by_people)
    found = [
        HarderView(
            question=one.question, group=one.group, delta=one.found.delta, size=one.found.size
        )
        for one in looked
        if one.found.delta is not None and one.found.size in ("B", "C")
    ]
    return FairnessView(
        groups=[
            GroupView(
                group=people.group,
                n=people.n,
                by_people=people.rate,
                by_baseline=baseline.rate,
                ratio_by_people=people.ratio,
                ratio_by_baseline=baseline.ratio,
                adverse=people.is_adverse or baseline.is_adverse,
            )
            for people, baseline in pairs
        ],
        harder=sorted(found, key=lambda one: -abs(one.delta)),
        unknown=sum(one.found.delta is None for one in looked),
    )


def ruling_view(found: Ruling) -> RulingView:
    """The same for the wire."""
    return RulingView(
        passes=found.passes,
        words=found.words,
        error_change=change_view(found.error_change),
        pearson_change=change_view(found.pearson_change),
    )


def _figure(found: Measured) -> FigureView:
    return FigureView(value=found.value, low=found.low, high=found.high)


def change_view(found: Sequence[float] | None) -> FigureChange | None:
    """A value with its interval, for the wire."""
    return None if found is None else FigureChange(value=found[0], low=found[1], high=found[2])
