"""From invite to grant: what client and server say before the record begins.

One rule: nothing here changes after the claim; a grant is kept whole in the spool, so that a
reboot resumes without the server.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.build import Build
from shared.exam import Exam, SealedExam
from shared.ids import SHA256_PATTERN
from shared.lifecycle import Status
from shared.model import Digest, Id, UtcText, Wire
from shared.policy import Accommodations, Policy
from shared.templates import Template
from shared.terms import SignedTerms

Key32 = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
"""32 bytes in URL-safe base64 without padding."""


class InviteView(Wire):
    """`GET /interview/access/{token}`: what the welcome screen shows. It changes nothing."""

    session: Id
    """The interview this invite opens."""
    candidate_name: str
    """As the inviter wrote it."""
    organisation: str
    """Who invites."""
    title: str
    """The paper's title."""
    status: Status
    """Where the interview stands."""
    opens_at: UtcText
    """Start of the window."""
    closes_at: UtcText
    """End of the window."""
    zone: str
    """The candidate's IANA zone, for showing the window."""
    duration_s: int
    """Seconds for the whole interview."""
    question_count: int
    """How many questions there are."""
    server_time: UtcText
    """The server's clock at the answer."""
    min_client: str
    """Oldest client version accepted."""


class ClaimRequest(Wire):
    """`POST /interview/claim`: the first thing that changes anything."""

    token: Annotated[str, Field(min_length=16, max_length=128)]
    """The invite's secret."""
    public_key: Key32
    """The client's Ed25519 public key for this claim."""
    client_version: str
    """The app's release, such as 0.1.0."""
    protocol: Annotated[int, Field(ge=1)]
    """Wire format of the client."""
    machine: str = ""
    """Operating system and processor in words, for support; no serial numbers."""
    build: Build | None = None
    """Which build of the app claims; None from apps that do not say."""
    knows: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")], ...], Field(max_length=20)
    ] = ()
    """What an older app could not do: `ask`, to take a further question. Empty from such apps."""


class ChainHead(Wire):
    """The last row that the server has committed and countersigned."""

    seq: Annotated[int, Field(ge=0)]
    """Sequence number of that row; 0 before the first."""
    hash: Digest
    """Its hash; 64 zeros before the first."""


GENESIS = ChainHead(seq=0, hash="0" * 64)
"""What the first row of a record names as its predecessor."""


class Grant(Wire):
    """What the server hands over at the claim; the client stores it before it goes on."""

    v: int
    """Wire format."""
    session: Id
    """The interview."""
    token: str
    """Bearer token of this lease; short-lived towards others, good until the window ends."""
    nonce: Annotated[str, Field(min_length=16, max_length=64)]
    """Part of every signature of this lease: a captured request fits no other."""
    segment: Annotated[int, Field(ge=1)]
    """In which this machine begins: 1 for the first claim, the next for another machine or spool. A
    re-opening raises it by one on the same machine, in the record only."""
    head: ChainHead
    """The row that this segment goes on from."""
    key: Key32
    """The interview's own key (AES-256-GCM) for row bodies and blobs."""
    candidate_name: str
    """As the inviter wrote it."""
    organisation: str
    """Who invites."""
    exam: Exam | None
    """The questions; None until the start, so that they cannot be read before it."""
    ahead: SealedExam | None = None
    """The questions before the start, under a key that the start releases; None from then on."""
    title: str
    """The paper's title."""
    question_count: int
    """How many questions will come."""
    duration_s: int
    """Seconds for the whole interview."""
    policy: Policy
    """What is watched, kept and allowed."""
    accommodations: Accommodations
    """What was agreed with this candidate."""
    status: Status
    """Where the interview stands at the claim."""
    opens_at: UtcText
    """Start of the window."""
    closes_at: UtcText
    """End of the window: last moment to start."""
    zone: str
    """The candidate's IANA zone."""
    server_time: UtcText
    """The server's clock at the answer."""
    kid: str
    """Which server key countersigns this record."""
    server_key: Key32
    """That Ed25519 public key."""
    face: Template | None = None
    """Of this interview's selfie, where one was taken before: a new machine goes on comparing."""
    voice: Template | None = None
    """Of this interview's voice sample, where one was taken before."""
    terms: str = ""
    """Names policy, accommodations and times as they are here; said again at the start."""
    signed: SignedTerms = SignedTerms()
    """Policy, accommodations and times once more, as the server signed them."""
    applied: Annotated[int, Field(ge=0)] = 0
    """Number of the last instruction that needs not be applied here: the next one comes first."""


class StartRequest(Wire):
    """`POST /interview/start/{session}`: opens the questions and starts the clock. Idempotent."""

    consent: Annotated[int, Field(ge=1)]
    """Version of the consent text that was agreed to."""
    terms: Annotated[str, Field(max_length=64)] = ""
    """As the grant named them: others have to be read and agreed to first."""
    ahead: Annotated[str, Field(max_length=64)] = ""
    """Id of the sealed exam that is here: its key is answer enough. Empty: none is here."""


class Started(Wire):
    """The answer to a start; the same again however often it is asked."""

    exam: Exam | None
    """The questions; None where the key below opens those that are there already."""
    exam_key: Key32 | None = None
    """Opens the sealed exam that the request named."""
    spoken_key: Key32 | None = None
    """Opens the prepared sound of the questions (`shared.spoken`); None where none is read."""
    started_at: UtcText
    """When the clock began."""
    deadline_at: UtcText
    """When it ends, accommodations included."""
    server_time: UtcText
    """The server's clock at the answer."""
    stood_ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds that the clock stood still on other machines: this one counts on from there."""
    covered_ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds given back for covered questions: this machine counts on from there."""


class SelfieRequest(Wire):
    """`POST /interview/selfie/{session}`: names a blob that was put before."""

    sha256: Annotated[str, Field(pattern=SHA256_PATTERN)]
    """Address of the sealed picture."""
    media_type: Literal["image/jpeg", "image/png"] = "image/jpeg"
    """Of the picture inside."""


class FinishRequest(Wire):
    """`POST /interview/finish/{session}`: after the last row is acknowledged."""

    head: ChainHead
    """The client's last row; the server says `chain_gap` while it lacks some."""
    reason: Literal["candidate", "time_up", "terminated"] = "candidate"
    """Why it ends; `terminated` only says that all has been sent, and ends nothing."""


class SessionState(Wire):
    """Where the interview stands; the answer to selfie, finish and status questions."""

    session: Id
    """The interview."""
    status: Status
    """Where it stands now."""
    server_time: UtcText
    """The server's clock at the answer."""
