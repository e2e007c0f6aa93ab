"""What the comparison reads. One rule: a blind view has no field that could hold a name."""

from datetime import datetime

from server.results.views import AnswerView, TotalState, TotalView
from server.views import Asked, View


class ComparablePaper(View):
    """A paper with interviews that can be compared."""

    id: str
    title: str
    """As its newest interview has it."""
    candidates: int
    shortlisted: int


class ComparablePapers(View):
    """Papers with started interviews, by title."""

    items: list[ComparablePaper]


class Shortlist(View):
    """Whether an interview is on the short list of its paper."""

    listed: bool
    version: int
    """Counts changes; its entity tag is this number in quotes, 0 before the first."""
    changed_at: datetime | None


class ComparedCandidate(View):
    """Somebody whose answers can be put beside another's."""

    id: str
    """The interview's id."""
    called: str
    """Their name; in a blind comparison a call name made from the id."""
    finished_at: datetime | None
    points: float | None
    max_marks: int
    state: TotalState
    withheld: bool
    """Whether the points are kept from you, because you may still read an answer a second time."""
    shortlist: Shortlist


class ComparedCandidates(View):
    """Who can be compared on one paper, newest first."""

    title: str
    items: list[ComparedCandidate]


class ComparedAnswer(AnswerView):
    """An answer with the question of the paper that it is an answer to."""

    source: str
    """Id of the paper's question: the same in every interview that asked it. A further question
    has the one of the question that it is about."""


class ComparedAnswers(View):
    """One side of a comparison."""

    id: str
    called: str
    paper_id: str
    paper_version: int
    total: TotalView
    high: int
    """Signals of high severity."""
    medium: int
    """Signals of medium severity."""
    shortlist: Shortlist
    answers: list[ComparedAnswer]


class ShortlistChange(Asked):
    """On the list or off it."""

    listed: bool
