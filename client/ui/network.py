"""Everything that is asked of the server, off the GUI thread.

One rule: a refusal or a lost connection is a fact for the flow with its sentence, never an
exception that reaches the window.
"""

import logging
import platform
import random
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from client import exam
from client.errors import ClientError, Refused, SpoolDamaged, Unreachable
from client.settings import Settings
from client.spool import further
from client.spool.claims import NO_CLAIMS, Claims
from client.spool.sent import Ledger, What, counted
from client.ui import agreed
from client.ui.background import Background
from client.ui.clocks import utc
from client.ui.conductor import Conductor
from client.ui.picture import Taken
from client.ui.saved import Saved, has_started, state_of
from client.ui.spoken_ahead import SpokenAhead
from client.ui.templates import content_of
from shared.actions import ASK
from shared.clock import parse_utc
from shared.events import SystemNoted
from shared.lifecycle import TERMINAL, Status
from shared.looks import LIVE, Look, LookSaid
from shared.model import Wire
from shared.problems import PROBLEMS, Problem
from shared.session import FinishRequest, Grant, InviteView, SelfieRequest, StartRequest
from shared.sync import Heartbeat, Instruction, Line, Receipt
from shared.version import APP_VERSION, PROTOCOL, is_older

if TYPE_CHECKING:
    import httpx

    from client.api import InterviewApi
    from client.line import InstructionLine
    from client.spool.folder import SpoolFolder
    from client.spool.parcel import Parcel
    from client.spool.store import Backlog, Spool
    from client.spool.uploader import Uploader, UploadState
    from shared.build import Build

log = logging.getLogger(__name__)

FLUSH_S = 5.0
"""One patience of the uploader; it is asked again until all is there."""
PART_S = 1.5
"""How long a person who leaves may wait for the last words to be sent; the spool keeps them."""
SAID_TRIES = 4
"""Of a word on a look; the server knows an end by its limit, whatever is told."""
RETRY_MS = (1000, 4000)
"""Between two tries of the hand-in, drawn anew each time: a whole class hands in at once."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An interview that stands on this machine."""

    api: "InterviewApi"
    spool: "Spool"
    saved: exam.State | None
    """The flow's state, where this is not the first time."""
    key_in_file: str = ""
    """Why no key store of the system has the key; empty where one does, or where it was said."""


class ServerSide:
    """The conductor's `Network` on InterviewApi, Spool and Uploader."""

    def __init__(
        self,
        conductor: Conductor,
        settings: Settings,
        *,
        transport: "httpx.BaseTransport | None" = None,
        practice: bool = False,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._chance = chance
        self._practice = practice
        self._why_file = ""
        self._conductor = conductor
        self._background: Background = conductor.background
        self._settings = settings
        self._transport = transport
        self._api: InterviewApi | None = None
        self._folder: SpoolFolder | None = None
        self._uploader: Uploader | None = None
        self._line: InstructionLine | None = None
        self._showing = False
        self._online: bool | None = None
        self.about_to_change: Callable[[], None] = lambda: None
        """Called before an instruction takes effect: what is typed is handed over first."""
        self.on_looks: Callable[[tuple[Look, ...]], None] = lambda looks: None
        """Called with the looks through the camera that are open, or ended just now."""
        self.spool: Spool | None = None
        self.ledger = Ledger()
        """What has left this machine for this interview."""
        self._spoken = SpokenAhead(
            self._background, lambda: self._counted("requests", 0), chance=chance, parent=conductor
        )

    # ---- orders -----------------------------------------------------------------------------

    def check(self, invite: str) -> None:
        """Asks about the invite."""
        self._run("invite", lambda: self._look(invite), self._looked)

    def claim(self, invite: str) -> None:
        """Claims and opens the spool; one that was begun here goes on."""
        self._run("claim", lambda: self._take(invite), self._taken)

    def start(self, consent: int) -> None:
        """Opens the questions and keeps them in the spool."""
        api, spool = self._held()
        uploader = self._uploader

        def work() -> exam.StartAnswered | exam.TermsChanged:
            # What led here reaches the server before the clock starts, so that its timeline
            # tells the same order; a slow network is waited for only this long.
            if uploader is not None:
                uploader.flush(FLUSH_S)
            ahead = spool.grant.ahead
            held = "" if ahead is None else ahead.id
            asked = StartRequest(consent=consent, terms=spool.grant.terms, ahead=held)
            try:
                with self._counted("requests", _size(asked)):
                    started = api.start(consent, spool.grant.terms, ahead=held)
            except Refused as refused:
                if refused.code != "terms_changed":
                    raise
                spool.renew(agreed.from_server(api.terms()))
                return exam.TermsChanged(spool.grant)
            try:
                started = spool.save_started(started)
            except ValueError as error:
                # Damaged on the way or on the disk: asked for again, it comes whole.
                log.warning("the exam that came ahead is not used: %s", error)
                started = spool.save_started(api.start(consent, spool.grant.terms))
            return exam.StartAnswered(started)

        self._run("start", work, self._conductor.feed)

    def save_selfie(self, taken: Taken) -> None:
        """Seals the picture and its template, sends the picture and names it."""
        api, spool = self._held()

        def work() -> exam.SelfieStored:
            template = None
            if taken.template is not None:
                numbers = content_of(taken.template)
                template = spool.put_blob(numbers.content, numbers.media_type)
            artifact = spool.put_blob(taken.jpeg, "image/jpeg")
            with self._counted("pictures", artifact.size):
                api.put_blob(artifact.sha256, spool.read_blob(artifact.sha256))
            spool.blob_sent(artifact.sha256, self.ledger.dump())
            with self._counted("requests", _size(SelfieRequest(sha256=artifact.sha256))):
                api.selfie(artifact.sha256)
            return exam.SelfieStored(artifact, taken.quality, template, taken.model)

        self._run("selfie", work, self._conductor.feed)

    def open(self) -> None:
        """Starts the uploader, and the line on which instructions come sooner."""
        from client.spool.uploader import Uploader

        if self._uploader is not None:
            return
        api, spool = self._held()
        self._uploader = Uploader(
            spool,
            api,
            on_receipt=self._on_receipt,
            on_state=self._on_state,
            every_s=self._settings.sync_every_s,
            ledger=self.ledger,
        )
        self._uploader.start()
        if self._transport is None:
            from client.line import InstructionLine

            self._line = InstructionLine(
                api,
                self._on_line,
                on_open=lambda: self.ledger.note("lines", 0, _now_ms()),
            )
            self._line.start()

    def flush(self) -> None:
        """Waits until the server has everything, for as long as it takes."""
        uploader = self._uploader
        if uploader is None:
            return

        def progress(left: "Backlog") -> None:
            moved = exam.UploadMoved(left.rows, left.blobs, left.bytes)
            self._background.call(lambda: self._conductor.feed(moved))

        def work() -> bool:
            return uploader.flush(FLUSH_S, progress)

        def done(through: bool) -> None:
            if through:
                self._conductor.feed(exam.Uploaded())
            elif self._conductor.state.closing == "upload":
                QTimer.singleShot(self._wait_ms(), self._conductor, self.flush)

        self._background.run(work, done, lambda error: self._conductor.failed("upload", error))

    def finish(self, reason: exam.End) -> None:
        """Hands in; an interview that is over at the server counts as handed in."""
        api, spool = self._held()

        def work() -> exam.HandedIn:
            asked = FinishRequest(head=spool.head, reason=reason)
            try:
                with self._counted("requests", _size(asked)):
                    status = api.finish(asked.head, reason).status
            except Refused as refused:
                if refused.code != "already_over":
                    raise
                status = Status.COMPLETED
            if status in TERMINAL:
                spool.mark_finished()  # else it was re-opened meanwhile
            return exam.HandedIn(status)

        def failed(error: Exception) -> None:
            QTimer.singleShot(
                self._wait_ms(), self._conductor, lambda: self._conductor.failed("finish", error)
            )

        self._background.run(work, self._conductor.feed, failed)

    @property
    def api(self) -> "InterviewApi | None":
        """The connection of the open interview; None before one."""
        return self._api

    # ---- for the app --------------------------------------------------------------------------

    def resume(self, folder: Path) -> None:
        """Opens a spool that was begun before and goes on from its state."""
        self._run("claim", lambda: self._reopen(folder), self._taken)

    def saved(self) -> tuple[Saved, ...]:
        """Every interview on this machine, newest first, also those that cannot be opened."""
        return tuple(Saved(found, has_started(found)) for found in self._spools().found())

    def save_file(
        self, folder: Path, done: "Callable[[Parcel], None]", failed: Callable[[Exception], None]
    ) -> None:
        """Writes the record as a file into `folder`, for whoever can carry it to the server."""
        from client.spool.parcel import file_name, write_parcel

        _, spool = self._held()
        now = utc(self._conductor.clocks.now())
        claims = claims_of(self._conductor.state)

        def work() -> "Parcel":
            return write_parcel(spool, folder / file_name(spool), now=now, claims=claims)

        self._background.run(work, done, failed)

    def hurry(self) -> None:
        """Something severe: send now."""
        if self._uploader is not None:
            self._uploader.hurry()

    def show(self, jpeg: bytes) -> None:
        """The newest small picture; one that does not get through is not sent again."""
        if self._api is None or self._showing or not jpeg:
            return
        self._showing = True
        api = self._api

        def done(_: object) -> None:
            self._showing = False

        def failed(error: Exception) -> None:
            self._showing = False
            log.info("a picture did not get through: %s", getattr(error, "code", type(error)))

        def work() -> None:
            with self._counted("thumbnails", len(jpeg)):
                api.put_frame(jpeg)

        self._background.run(work, done, failed)

    def say_of_look(self, word: LookSaid, tries: int = SAID_TRIES) -> None:
        """Tells what became of a look; a network that is away for a moment is waited for."""
        api = self._api
        if api is None:
            return

        def work() -> None:
            with self._counted("requests", _size(word)):
                api.say_of_look(word)

        def failed(error: Exception) -> None:
            log.info("a look is not told on: %s", getattr(error, "code", type(error).__name__))
            if isinstance(error, Unreachable) and tries > 1:
                again = partial(self.say_of_look, word, tries - 1)
                QTimer.singleShot(self._wait_ms(), self._conductor, again)

        self._background.run(work, lambda _: None, failed)

    def note_live(self, looks: int, size: int) -> None:
        """A live picture left: for so many looks, so many bytes."""
        self.ledger.note("live", size, _now_ms(), count=looks)

    def set_heartbeat(self, heartbeat: Heartbeat) -> None:
        """What the next sync says of this machine, beside time that did not count."""
        if self._uploader is not None:
            self._uploader.set_heartbeat(heartbeat, claims_of(self._conductor.state))

    @property
    def backlog(self) -> "Backlog | None":
        """What waits for the server; None while nothing is sent."""
        return None if self._uploader is None else self._uploader.backlog

    def part(self, then: Callable[[], None]) -> None:
        """Calls back once the server has everything, or after `PART_S`: the person waits."""
        uploader = self._uploader
        if uploader is None:
            then()
            return
        self._background.run(lambda: uploader.flush(PART_S), lambda _: then(), lambda error: then())

    def stop(self) -> None:
        """Ends line and uploader; the spool stays open for what is still to be written."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._uploader is not None:
            self._uploader.close()
            self._uploader = None

    def close(self) -> None:
        """Closes connections and spool."""
        self._spoken.stop()
        self.stop()
        if self._api is not None:
            self._api.close()
            self._api = None
        if self.spool is not None:
            self.spool.close()
            self.spool = None

    # ---- on other threads ---------------------------------------------------------------------

    def _connect(self, base_url: str) -> "InterviewApi":
        from client.api import InterviewApi

        return InterviewApi(
            base_url,
            transport=self._transport,
            connect_timeout_s=self._settings.connect_timeout_s,
            answer_timeout_s=self._settings.answer_timeout_s,
        )

    def _parse(self, invite: str) -> tuple[str, str]:
        from client.api import parse_invite

        return parse_invite(invite, self._settings.server_url, allow_http=self._settings.allow_http)

    def _spools(self) -> "SpoolFolder":
        from client.spool import stores
        from client.spool.folder import SpoolFolder

        if self._folder is None:
            # A practice interview leaves nothing behind.
            store = None if self._practice else stores.here()
            self._folder = SpoolFolder(self._settings.spools, store)
        return self._folder

    def _look(self, invite: str) -> InviteView:
        base_url, token = self._parse(invite)
        api = self._connect(base_url)
        try:
            view = api.access(token)
        finally:
            api.close()
        if is_older(APP_VERSION, view.min_client):
            raise _refused("client_too_old")
        return view

    def _take(self, invite: str) -> tuple[Opened, Grant]:
        from client.spool import keystore
        from shared.ids import token_hash
        from shared.session import ClaimRequest

        base_url, token = self._parse(invite)
        api = self._connect(base_url)
        try:
            spools, invite_hash = self._spools(), token_hash(token)
            key = spools.signing_key(invite_hash)
            # A claim that is tried again finds the key in its file, and the reason here.
            self._why_file = key.why_file or self._why_file
            request = ClaimRequest(
                token=token,
                public_key=key.public,
                client_version=APP_VERSION,
                protocol=PROTOCOL,
                machine=machine(),
                build=_build(),
                knows=(ASK, LIVE),
            )
            grant = agreed.from_server(api.claim(request))
            try:
                spool = spools.open_or_create(grant, key)
            except SpoolDamaged:
                # As its sentence says: the link opened again goes on from the server's record.
                spools.give_up_key(invite_hash)
                raise
            try:
                _ = spool.signing_key  # waits for the key store, which the window must not
                saved = agreed.kept(state_of(spool), spool)
                self.ledger.load(spool.load_sent())
                self.ledger.note("requests", _size(request), _now_ms())
            except BaseException:
                spool.close()
                raise
        except BaseException:
            api.close()
            raise
        why = "" if key.in_store else self._why_file or keystore.EARLIER
        return Opened(api, spool, saved, why), grant

    def _reopen(self, folder: Path) -> tuple[Opened, Grant]:
        from client.spool.store import Spool

        spool = Spool.open(folder)
        try:
            _ = spool.signing_key
            saved = agreed.kept(state_of(spool), spool)
            self.ledger.load(spool.load_sent())
            server = saved.server if saved else ""
            api = self._connect(server or self._settings.server_url or "")
        except BaseException:
            spool.close()
            raise
        return Opened(api, spool, saved), spool.grant

    def _counted(self, what: What, size: int) -> AbstractContextManager[None]:
        return counted(lambda: self.ledger.note(what, size, _now_ms()))

    def _on_receipt(self, receipt: Receipt) -> None:
        server_ms = _ms(receipt.received_at)
        deadline_ms = None if receipt.deadline_at is None else _ms(receipt.deadline_at)
        heard = exam.ServerHeard(
            server_ms,
            deadline_ms,
            lost_ms=receipt.lost_ms,
            credited_ms=receipt.credited_ms,
            stood_ms=receipt.stood_ms,
            covered_ms=receipt.covered_ms,
        )
        self._background.call(lambda: self._conductor.feed(heard))
        self._on_line(Line(instructions=receipt.instructions, looks=receipt.looks))

    def _on_line(self, line: Line) -> None:
        self._on_instructions(line.instructions)
        if line.looks:
            self._background.call(lambda: self.on_looks(line.looks))

    def _on_instructions(self, given: tuple[Instruction, ...]) -> None:
        """From a receipt or the open line; signatures were checked, the flow keeps the order."""
        for one in given:
            self._background.call(lambda one=one: self._instructed(one))

    def _on_state(self, state: "UploadState") -> None:
        self._background.call(lambda: self._said(state))

    # ---- back on the GUI thread ---------------------------------------------------------------

    def _run(self, task: exam.Task, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._background.run(work, done, lambda error: self._conductor.failed(task, error))

    def _wait_ms(self) -> int:
        least, most = RETRY_MS
        return round(least + (most - least) * self._chance())

    def _held(self) -> "tuple[InterviewApi, Spool]":
        if self._api is None or self.spool is None:
            raise RuntimeError("no interview is open")
        return self._api, self.spool

    def _looked(self, view: InviteView) -> None:
        self._conductor.feed(exam.InviteAnswered(view))

    def _taken(self, taken: tuple[Opened, Grant]) -> None:
        opened, grant = taken
        self._api, self.spool = opened.api, opened.spool
        opened.api.take_lease(opened.spool.lease())
        self._conductor.use_spool(opened.spool)
        if opened.saved is not None:
            self._conductor.resume(opened.saved)
        else:
            # A claim that a power cut followed at once left a spool without a state.
            address = opened.api.base_url
            self._conductor.feed(exam.Granted(grant, address, machine(), self._practice))
            if opened.key_in_file and not self._practice:
                noted = SystemNoted(what="key_in_file", detail=opened.key_in_file)
                self._conductor.system(noted)
        self._spoken.begin(opened.api, opened.spool)
        if not self._practice:
            self._background.run(_build, lambda build: self._conductor.feed(exam.BuildTold(build)))

    def _instructed(self, instruction: Instruction) -> None:
        if instruction.number != self._conductor.state.applied + 1:
            return  # came before, or one before it has not
        self.about_to_change()
        question = None if self.spool is None else further.opened(self.spool.grant, instruction)
        self._conductor.feed(exam.Instructed(instruction, question))
        # Whoever asked waits to see that it took effect.
        if self._conductor.record is not None:
            self._conductor.record.then(self.hurry)

    def _said(self, state: "UploadState") -> None:
        from client.spool.uploader import Offline, Online

        match state:
            case Online():
                if self._online is False:
                    self._conductor.system(SystemNoted(what="network_back"))
                self._online = True
            case Offline(code="disk_full"):
                # The record tells it; the connection stands.
                pass
            case Offline():
                if self._online is not False:
                    self._conductor.system(SystemNoted(what="network_lost", detail=state.code))
                self._online = False
            case _:
                self._conductor.failed("upload", _Stopped(state.message, state.code))


class _Stopped(ClientError):
    """The uploader gave up; its sentence says why."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


def _refused(code: str) -> Refused:
    status, title, action = PROBLEMS[code]
    return Refused(Problem(title=title, status=status, code=code, detail=action))


def machine() -> str:
    """Operating system and processor in words; no names, no numbers of this one machine."""
    return " ".join(
        part for part in (platform.system(), platform.release(), platform.machine()) if part
    )[:200]


def claims_of(state: exam.State) -> Claims:
    """What this machine says of time that did not count."""
    clock = state.clock
    if clock is None:
        return NO_CLAIMS
    return Claims(clock.lost_ms, clock.stood_ms, clock.covered_ms)


def _build() -> "Build":
    from client.attest import here

    return here.build()


def _ms(text: str) -> int:
    return round(parse_utc(text).astimezone(UTC).timestamp() * 1000)


def _size(request: Wire) -> int:
    """Bytes of a request's body."""
    return len(request.model_dump_json().encode())


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
