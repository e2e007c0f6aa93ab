"""What charts are drawn from. One rule: sums only; nothing here tells of one candidate."""

from server.views import View


class ScoreBandView(View):
    """Totals in a tenth of the marks."""

    from_percent: int
    until_percent: int
    final: int
    """Decided by people."""
    provisional: int
    """Proposed by a machine, at least in part."""


class ScoresView(View):
    """How totals are spread."""

    bands: list[ScoreBandView]
    without: int
    """Interviews without a total yet."""
    withheld: int
    """Left out because you may still read one of their answers a second time."""


class QuestionTimeView(View):
    """How long candidates took for one question of a paper."""

    source: str
    """Id of the paper's question."""
    prompt: str
    """As it was asked last, shortened."""
    count: int
    quarter_ms: int
    median_ms: int
    three_quarters_ms: int
    limit_s: int
    """Allowed, before accommodations."""


class SignalCountView(View):
    """How often one kind of signal opened."""

    signal: str
    high: int
    medium: int
    low: int
    info: int
    interviews: int
    """In how many interviews."""


class TroubleView(View):
    """What kept detectors from seeing, and in how many interviews."""

    what: str
    """As `system` rows of the record name it, such as `rate_low`."""
    count: int
    interviews: int


class ChartsView(View):
    """Sums over the wanted interviews."""

    interviews: int
    scores: ScoresView
    questions: list[QuestionTimeView]
    """Only for one paper; in the order in which most were asked."""
    signals: list[SignalCountView]
    """The most frequent first."""
    troubles: list[TroubleView]
    """In how many interviews, most first."""
