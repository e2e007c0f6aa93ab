"""Figures of agreement as reviewers read them: shares of the marks, with intervals of 95 %."""

from collections.abc import Sequence

from server.calibration.figures import Agreement, Measured
from server.calibration.gate import Ruling
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


class LabFigures(View):
    """A file of graded answers, measured."""

    baseline: AgreementView
    overlap: AgreementView
    """Plain word overlap: what every grader has to beat."""
    people: AgreementView | None
    """Of two people: the ceiling; null without a second score."""
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
