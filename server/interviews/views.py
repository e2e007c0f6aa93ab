"""Invitations as schedulers send and read them."""

from datetime import datetime
from functools import cache
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from server.builds import Standing
from server.mail.rules import Kind, Overall, State
from server.papers.draw import Draw
from server.views import AccommodationsBody, Asked, Email, Instant, Line, PolicyBody, View
from shared.exam import QuestionKind
from shared.ids import ID_PATTERN
from shared.lifecycle import Status
from shared.policy import Accommodations, Policy


@cache
def known_zones() -> frozenset[str]:
    """Names of IANA zones; reading them from the disk takes a hundredth of a second."""
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in known_zones():
        raise ValueError("not an IANA time zone, such as Europe/Berlin")
    return name


Zone = Annotated[str, Field(max_length=64), AfterValidator(_known_zone)]


class InterviewRequest(Asked):
    """A new invitation."""

    paper_id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    candidate_name: Line
    candidate_email: Email
    opens_at: Instant
    """First moment to start, with its offset."""
    closes_at: Instant
    """Last moment to start, with its offset."""
    zone: Zone = "UTC"
    """The candidate's IANA zone, for showing the window."""
    team_id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")] | None = None
    """A team of one's own that is to own it; left out: the paper's team, if one is in it."""
    accommodations: AccommodationsBody = Accommodations()
    """What was agreed with this candidate."""
    policy: PolicyBody | None = None
    """Left out: the paper's."""
    duration_s: Annotated[int, Field(ge=60, le=86_400)] | None = None
    """Seconds for the whole interview, before accommodations; left out: the paper's."""
    draw: Draw | None = None
    """How its questions are drawn; left out: as the paper says."""
    seed: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")] | None = None
    """The same seed draws the same questions of the same paper; left out: a random one."""


class InterviewChange(Asked):
    """The fields to change; those left out stay."""

    opens_at: Instant | None = None
    closes_at: Instant | None = None
    zone: Zone | None = None
    duration_s: Annotated[int, Field(ge=60, le=86_400)] | None = None
    """Seconds for the whole interview, before accommodations."""
    candidate_name: Line | None = None
    candidate_email: Email | None = None
    accommodations: AccommodationsBody | None = None
    policy: PolicyBody | None = None
    """The whole policy: what is left out gets its default."""
    cancel_reason: Line | None = None
    """Withdraws the invite; the reason stands in the timeline's audit entry."""
    reason: Line | None = None
    """Why an ended invitation comes back, for the timeline."""
    new_link: bool = False
    """Makes a new link; the old one and the machine that holds it are shut out. With a new address
    it keeps whoever had the old one out."""


class InviteRequest(Asked):
    """How the invitation is sent again."""

    new_link: bool = False
    """Makes a new link; the old one and the machine that holds it are shut out."""


class InterviewSummary(View):
    """An interview in a list."""

    id: str
    paper_id: str
    title: str
    candidate_name: str
    candidate_email: str
    zone: str
    opens_at: datetime
    closes_at: datetime
    duration_s: int
    """Seconds, before accommodations."""
    status: Status
    started_at: datetime | None
    deadline_at: datetime | None
    finished_at: datetime | None
    no_show: bool
    """The window passed, and nobody ever opened the invitation in the app."""
    mail_state: Overall
    """What became of the latest mail; `off`: no mail server is configured, `none`: nothing sent."""
    created_by: str
    owner_id: str | None
    """Whose it is; null where it is a team's."""
    team_id: str | None
    created_at: datetime
    updated_at: datetime


class MailView(View):
    """One mail to the candidate."""

    kind: Kind
    state: State
    due_at: datetime
    """When it is or was to be sent; for one that failed, when it is tried again."""
    settled_at: datetime | None
    """When it was sent, refused or dropped."""
    attempts: int
    words: str
    """What the mail server said last, or why it was dropped."""


class FrozenQuestion(View):
    """A question as this interview asks it."""

    id: str
    position: int
    kind: QuestionKind
    prompt: str
    topic: str
    marks: int
    time_limit_s: int


class TimelineStep(View):
    """One change of status or of the deadline."""

    old: Status | None
    status: Status
    at: datetime
    rule: str
    actor: str
    seconds: int | None
    """By how much the deadline moved with it; null where it did not."""
    reason: str
    """A person's reason; empty where none was asked for."""


class BuildView(View):
    """Which build of the app the candidate's machine told, and how far that can be believed."""

    standing: Standing
    """`unknown` is no finding: no key and no list of this server names the build."""
    words: str
    """The same as a sentence."""
    version: str
    platform: str
    released: str | None
    """SHA-256 of the list of files that came with it."""
    found: str | None
    """SHA-256 of that list as made of the files there."""
    changed: list[str]
    """Files that differ, by name; the first twenty."""
    changed_count: int


class InterviewView(InterviewSummary):
    """One interview with its questions and its timeline."""

    paper_version: int
    accommodations: Accommodations
    policy: Policy
    questions: list[FrozenQuestion]
    timeline: list[TimelineStep]
    client_version: str
    build: BuildView
    """Of the newest claim or start of the app."""
    mail_words: str
    """`mail_state` as a sentence, with what to do."""
    mails: list[MailView]
    """Planned reminders among them, in the order of their being due."""
    segment: int
    """How many segments its record has: one for each machine or spool, and for each re-opening."""
    draw: Draw
    """The rules by which its questions were drawn."""
    seed: str
    """What they were drawn with."""
    credited_s: int
    """Seconds lost to outages that were given back."""
    invite_url: str | None = None
    """Only in the answer that made the link: it is stored as a hash and cannot be read again."""


class InterviewPage(View):
    """Interviews, newest first."""

    items: list[InterviewSummary]
    next_cursor: str | None
    """For the next answer; None at the end."""
    counts: dict[Status, int] | None = None
    """How many the other filters leave for each status; in the first answer only."""


class BulkFault(View):
    """What is wrong in a row."""

    column: str
    """Empty: the whole row."""
    message: str


class BulkRow(View):
    """What became, or would become, of one row."""

    row: int
    """As the spreadsheet program numbers it."""
    email: str
    name: str
    outcome: Literal["new", "made", "there", "twice", "fault"]
    """`there`: this paper has an interview with the address; `twice`: a row above has it."""
    interview: str | None
    status: Status | None
    invite_url: str | None
    """Only in the answer that made the link."""
    faults: list[BulkFault]


class BulkView(View):
    """What became, or would become, of a file."""

    committed: bool
    notes: list[str]
    """What was assumed in reading the file, as sentences."""
    rows: list[BulkRow]


class BulkChange(Asked):
    """One change for many interviews: what is left out stays."""

    ids: Annotated[
        list[Annotated[str, Field(pattern=ID_PATTERN)]], Field(min_length=1, max_length=200)
    ]
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    zone: Zone | None = None
    duration_s: Annotated[int, Field(ge=60, le=86_400)] | None = None
    cancel_reason: Line | None = None
    """Withdraws them."""
    reason: Line | None = None
    """Why ended invitations come back, for the timeline."""
    invite_again: Literal[True] | None = None
    """Mails the invitation once more, and changes nothing else."""


class ChangedOne(View):
    """What became of one interview."""

    id: str
    code: str | None
    """Of the refusal; null where it was done."""
    detail: str


class BulkChanged(View):
    """What became of each, in the order asked."""

    items: list[ChangedOne]
