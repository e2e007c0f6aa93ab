"""The wire between spool and server: batches up, receipts down.

One rule: a receipt is sent only after the commit, and its `acked` is the only thing that lets
the client forget. One request a second at most carries heartbeat, answers and events up, and
instructions back.
"""

from typing import Annotated

from pydantic import Field

from shared.chain import canonical
from shared.looks import Look
from shared.model import Digest, Id, UtcText, Wire
from shared.session import ChainHead

SIGNATURE_HEADER = "Invigil-Signature"
"""Ed25519 over `chain.request_statement`, URL-safe base64 without padding."""
COUNTER_HEADER = "Invigil-Counter"
"""Decimal; each signed request of a lease has a greater one than the last accepted."""

MAX_ROWS = 200
"""Most rows in a batch."""
MAX_BATCH_BYTES = 4 * 1024 * 1024
"""Largest body of a sync call."""
MAX_BLOB_BYTES = 16 * 1024 * 1024
"""Largest sealed blob."""
MAX_FRAME_BYTES = 32 * 1024
"""Largest thumbnail: `THUMBNAIL_PX` wide, four times what it needs."""
THUMBNAIL_PX = 320
"""Longest edge of a thumbnail."""
THUMBNAIL_EVERY_S = 10
"""Between two thumbnails of one interview; the server refuses them sooner than in half of it."""


class SealedRow(Wire):
    """One row of the record as it travels and is stored."""

    row: Annotated[str, Field(max_length=2000)]
    """The envelope's canonical JSON, exactly the bytes that were hashed."""
    sealed: Annotated[str, Field(max_length=2_000_000)]
    """Base64 (standard alphabet) of nonce (12) || AES-256-GCM(salt (32) || body).

    The key is the interview's, the associated data are the envelope's bytes. The body is
    canonical JSON of one of `shared.events.BODIES`.
    """


class Heartbeat(Wire):
    """How the candidate's machine is doing; live status only, never part of the record."""

    question: int | None = None
    """Position of the open question, from 1."""
    left_s: int | None = None
    """Seconds left of the interview by the client's clock."""
    open_signals: tuple[str, ...] = ()
    """Signals that are open now."""
    face_fps_milli: int | None = None
    """Face detector's rate in 1/1000 frames a second; None while it is off."""
    dropped_frames: int = 0
    """Camera frames that no detector saw, since the start."""
    cpu_percent: int | None = None
    """Of the whole machine."""
    spool_rows: int = 0
    """Rows that wait for an acknowledgement."""
    off: tuple[str, ...] = ()
    """What is switched off, by name."""
    blocks: tuple[str, ...] = ()
    """Which of `Policy.blocks` cover the questions now."""


class Batch(Wire):
    """`POST /interview/sync/{session}`. May have no rows: then it is only a heartbeat."""

    v: int
    """Wire format."""
    session: Id
    """The interview."""
    segment: Annotated[int, Field(ge=1)]
    """The lease's segment."""
    sent_at: UtcText
    """The client's wall clock."""
    mono_ms: Annotated[int, Field(ge=0)]
    """The client's monotonic clock."""
    rows: Annotated[tuple[SealedRow, ...], Field(max_length=MAX_ROWS)] = ()
    """Consecutive rows, oldest first."""
    heartbeat: Heartbeat = Heartbeat()
    """Live status."""
    applied: int = 0
    """Number of the last instruction that took effect here."""
    lost_ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds since the segment's start in which this machine could not run the interview
    (asleep, killed, off), by its own clock."""
    stood_ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds since the start in which the clock stood still while the app spoke or worked."""
    covered_ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds since the start in which the questions were covered by a person's word."""


class Instruction(Wire):
    """What a proctor asks of the client. Numbered; delivered again until applied."""

    number: Annotated[int, Field(ge=1)]
    """Counts up within the session."""
    action: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")]
    """What to do: one of `shared.actions.Action`, or `ask`. One that this app does not know counts
    as applied and does nothing, so that it holds up none behind it."""
    reason: str = ""
    """Reason code, shown to the candidate in words."""
    text: str = ""
    """For `message`: what to show. For `let_on`: the one of `Policy.blocks` that no longer covers
    the questions, as long as nothing more is found than when it took effect."""
    seconds: int = 0
    """For `extend`, `reopen` and `ask`: seconds added to the time that was left."""
    deadline_at: UtcText | None = None
    """End of the interview from now on; None where it stays as it was."""
    sealed: Annotated[str, Field(max_length=200_000)] | None = None
    """For `ask`: base64 of nonce (12) || AES-256-GCM(JSON of an `ExamQuestion`) under the
    interview's own key, the associated data `exam.further_context`. None for the others."""
    at: UtcText
    """When it was given."""
    sig: str
    """The server key's Ed25519 signature over `instruction_statement`."""


def instruction_statement(instruction: Instruction, session: str) -> bytes:
    """The bytes that the server signs: canonical JSON of the fields that are there + session."""
    fields = instruction.model_dump(mode="json", exclude={"sig"}, exclude_none=True)
    return canonical({**fields, "session": session})


class Receipt(Wire):
    """What is committed, countersigned."""

    v: int
    """Wire format."""
    session: Id
    """The interview."""
    acked: ChainHead
    """Highest row without a gap before it that is committed."""
    received_at: UtcText
    """When this request came in."""
    quarantined: tuple[int, ...] = ()
    """Rows of this batch kept although their body could not be read."""
    missing_blobs: tuple[Digest, ...] = ()
    """Blobs that acknowledged rows name and the server lacks; at most 50."""
    deadline_at: UtcText | None = None
    """End of the interview by the server, lost time included; None before the start."""
    lost_ms: int = 0
    """What the request said of lost time: `deadline_at` has taken it into account."""
    credited_ms: int = 0
    """What was given back for it so far, over all segments; the policy caps it."""
    stood_ms: int = 0
    """What the request said of stand-stills: `deadline_at` has taken it into account."""
    covered_ms: int = 0
    """What the request said of covers: `deadline_at` has taken it into account."""
    instructions: tuple[Instruction, ...] = ()
    """Not yet applied, in order; at most 20."""
    looks: tuple[Look, ...] = ()
    """Looks through the camera that are open, and those that ended within a minute."""
    load: Annotated[int, Field(ge=0, le=10)] = 0
    """0 idle, 10 full: clients space their requests by it."""
    prev: Digest
    """Hash of the server chain's link before this one."""
    body_sha256: Digest
    """Digest of what this link is about: for a batch, of the request's body."""
    kid: str
    """Which server key signed."""
    sig: str
    """Ed25519 over `chain.receipt_statement` with kind `receipt`, URL-safe base64."""


class Line(Wire):
    """One message on `WS /interview/ws/{session}`. What it brings is in the next receipt too."""

    instructions: tuple[Instruction, ...] = ()
    """Not yet applied, in order; at most 20."""
    looks: tuple[Look, ...] = ()
    """Looks through the camera that are open, and those that ended within a minute."""
