"""The server as the candidate's app sees it: one method for each endpoint, over httpx.

One rule: whatever happens on the wire leaves here as `Refused`, `Unreachable` or `BadAnswer`,
and a receipt or instruction leaves here only with a signature that fits. Signed requests go one
at a time, because the server takes counters only in rising order.
"""

import logging
import re
import ssl
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import urlsplit

import httpx
from pydantic import ValidationError

from client.errors import BadAnswer, ClientError, Refused, Unreachable, WrongInvite
from client.spool.keys import Lease, signature_fits
from shared.chain import receipt_statement, request_statement
from shared.ids import sha256_hex
from shared.looks import Look, LookSaid, look_statement
from shared.model import Wire
from shared.problems import PROBLEMS, Problem
from shared.readiness import ReadinessPost
from shared.runs import RunAnswer, RunRequest
from shared.session import (
    ChainHead,
    ClaimRequest,
    FinishRequest,
    Grant,
    InviteView,
    SelfieRequest,
    SessionState,
    Started,
    StartRequest,
)
from shared.sync import (
    COUNTER_HEADER,
    SIGNATURE_HEADER,
    Batch,
    Instruction,
    Line,
    Receipt,
    instruction_statement,
)
from shared.version import APP_VERSION, PROTOCOL, parse_version

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

# httpx logs whole addresses at INFO, and an invite's address is a secret.
logging.getLogger("httpx").setLevel(logging.WARNING)

log = logging.getLogger(__name__)

W = TypeVar("W", bound=Wire)

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,128}")
LINK = re.compile(r"(?:https?|invigil)://\S+")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
RUN_TIMEOUT_S = 150.0
"""A run may wait for its turn and then compile: longer than any other call."""
_JSON = "application/json"
MAX_ANSWER_BYTES = 8 * 1024 * 1024
"""Largest answer read; the largest real one is an exam of 500 questions."""


class ServerVersion(Wire):
    """`GET /api/config`, as far as it tells whether this server and this app fit."""

    version: str
    """The server's release, such as 0.1.0."""
    protocol: int
    """Its wire format."""


def parse_invite(
    text: str, default_server: str | None = None, *, allow_http: bool = False
) -> tuple[str, str]:
    """(base URL, token) of what a person pasted.

    Takes the whole link (`https://host/i#token`, also inside other text), `invigil://host/i#token`
    (https, or http on this computer) and the bare code, which goes to `default_server`.
    Raises WrongInvite, whose sentence says what is wrong with it.
    """
    text = text.strip().strip("<>\"'\u200b\ufeff ")
    if not text:
        raise WrongInvite("Paste the link from your invitation here.")
    found = LINK.search(text)
    if found is None:
        return _bare_code(text, default_server)
    parts = urlsplit(found.group().rstrip(".,;>)]\"'"))
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    token = parts.fragment or (parts.path.rsplit("/", 1)[-1] if parts.scheme == "invigil" else "")
    if not host:
        raise WrongInvite("This link names no server. Copy the whole link from your invitation.")
    if not TOKEN.fullmatch(token):
        raise WrongInvite(
            "The end of this link is missing. Copy the whole link from your invitation, "
            "up to its last character."
        )
    local = host in LOOPBACK
    scheme = parts.scheme
    if scheme == "invigil":
        scheme = "http" if local else "https"
    if scheme == "http" and not (local or allow_http):
        raise WrongInvite(
            "This link is not protected (it begins with http://). Ask the person who invited you "
            "for a link that begins with https://."
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}{f':{port}' if port else ''}", token


def _bare_code(text: str, default_server: str | None) -> tuple[str, str]:
    if not TOKEN.fullmatch(text):
        raise WrongInvite(
            "This is neither an invitation link nor a code. Copy the whole link from your "
            "invitation and paste it here."
        )
    if default_server is None:
        raise WrongInvite(
            "A code alone does not say which server to ask. Paste the whole link from your "
            "invitation instead."
        )
    return default_server.rstrip("/"), text


class InterviewApi:
    """The candidate's endpoints of one server. Safe to call from any thread."""

    def __init__(
        self,
        base_url: str,
        *,
        transport: httpx.BaseTransport | None = None,
        connect_timeout_s: float = 5.0,
        answer_timeout_s: float = 30.0,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._lease: Lease | None = None
        self._one_at_a_time = Lock()
        # An empty context trusts nobody: loading the system's certificates takes 40 ms or more.
        https = self._base_url.startswith("https://") and transport is None
        self._http = httpx.Client(
            base_url=self._base_url,
            transport=transport,
            verify=_system_trust() if https else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            timeout=httpx.Timeout(answer_timeout_s, connect=connect_timeout_s),
            headers={"User-Agent": f"Invigil/{APP_VERSION}", "Accept": "application/json"},
            follow_redirects=False,
            trust_env=urlsplit(self._base_url).hostname not in LOOPBACK,
        )

    @property
    def base_url(self) -> str:
        """Scheme, host and port, without a final slash."""
        return self._base_url

    def take_lease(self, lease: Lease) -> None:
        """Signs every later request for this interview (`Spool.lease()`)."""
        self._lease = lease

    def close(self) -> None:
        """Gives the connections back."""
        self._http.close()

    def access(self, token: str) -> InviteView:
        """What the invite opens; changes nothing at the server."""
        return self._plain("GET", f"/api/interview/access/{token}", b"", answer=InviteView)

    def claim(self, request: ClaimRequest) -> Grant:
        """Takes the interview for this machine; again with the same key gives the same grant."""
        body = request.model_dump_json().encode()
        return self._plain("POST", "/api/interview/claim", body, answer=Grant)

    def healthy(self) -> str:
        """Asks whether the server runs; answers its `Date` header, empty where it sent none."""
        return self._exchange("GET", "/healthz", b"", headers={}).headers.get("Date", "")

    def send_readiness(self, post: ReadinessPost) -> None:
        """Hands in the signed report of a preflight."""
        body = post.model_dump_json().encode()
        headers = {"Content-Type": "application/json"}
        self._exchange("POST", "/api/interview/readiness", body, headers=headers)

    def terms(self) -> Grant:
        """The grant as it is now: after a start was refused with `terms_changed`."""
        return self._signed("POST", "terms", b"{}", answer=Grant)

    def start(self, consent: int, terms: str = "", *, ahead: str = "") -> Started:
        """Opens the questions and starts the clock; `consent` is the version agreed to.

        `terms`: as the grant named them. `ahead`: id of the sealed exam that is here already.
        """
        request = StartRequest(consent=consent, terms=terms, ahead=ahead)
        body = request.model_dump_json().encode()
        return self._signed("POST", "start", body, answer=Started)

    def selfie(
        self, sha256: str, media_type: Literal["image/jpeg", "image/png"] = "image/jpeg"
    ) -> SessionState:
        """Names the selfie, whose blob was put before."""
        request = SelfieRequest(sha256=sha256, media_type=media_type)
        return self._signed(
            "POST", "selfie", request.model_dump_json().encode(), answer=SessionState
        )

    def finish(
        self, head: ChainHead, reason: Literal["candidate", "time_up", "terminated"] = "candidate"
    ) -> SessionState:
        """Hands the interview in; `head` is the spool's last row, acknowledged before."""
        body = FinishRequest(head=head, reason=reason).model_dump_json().encode()
        return self._signed("POST", "finish", body, answer=SessionState)

    def sync(self, batch: Batch) -> Receipt:
        """Sends rows and a heartbeat; the receipt's and the instructions' signatures fit.

        An instruction that the server did not sign is left out: it must neither take effect nor
        keep the rows from being acknowledged.
        """
        body = batch.model_dump_json().encode()
        receipt = self._signed("POST", "sync", body, answer=Receipt)
        lease = self._held()
        check_receipt(receipt, lease=lease, body=body)
        return receipt.model_copy(
            update={
                "instructions": genuine(receipt.instructions, lease),
                "looks": genuine_looks(receipt.looks, lease),
            }
        )

    def put_frame(self, jpeg: bytes) -> None:
        """Sends the newest small picture for those who watch live."""
        self._send_to("POST", "/api/video/frame", jpeg, content="image/jpeg", in_query=True)

    def open_line(self) -> "ClientConnection":
        """A WebSocket on which instructions come; raises Unreachable where there is none."""
        from websockets.exceptions import WebSocketException
        from websockets.sync.client import connect

        lease = self._held()
        path = f"/api/interview/ws/{lease.session}"
        base = urlsplit(self._base_url)
        secure = base.scheme == "https"
        try:
            # Its counter is taken like any other's: in rising order.
            with self._one_at_a_time:
                return connect(
                    f"{'wss' if secure else 'ws'}://{base.netloc}{base.path}{path}",
                    ssl=_system_trust() if secure else None,
                    additional_headers=self._signed_headers("GET", path, b""),
                    user_agent_header=f"Invigil/{APP_VERSION}",
                    open_timeout=5,
                    close_timeout=1,
                    max_size=MAX_ANSWER_BYTES,
                    proxy=None if base.hostname in LOOPBACK else True,
                )
        except (OSError, WebSocketException) as error:
            raise Unreachable("There is no open line.", cause=type(error).__name__) from error

    def read_line(self, text: str | bytes) -> Line:
        """What is genuine of one message on the line; raises BadAnswer for what is none."""
        try:
            line = Line.model_validate_json(text)
        except ValidationError as error:
            raise BadAnswer(_NOT_OURS, retryable=True) from error
        lease = self._held()
        return Line(
            instructions=genuine(line.instructions, lease), looks=genuine_looks(line.looks, lease)
        )

    def say_of_look(self, word: LookSaid) -> None:
        """What became of a look through the camera; late or twice changes nothing there."""
        self._send("POST", "look/{session}", word.model_dump_json().encode(), content=_JSON)

    def spoken(self) -> bytes:
        """The prepared sound of the questions, sealed; neither signed nor in anybody's way.

        Raises Refused (`no_voice`: nothing is prepared, or not yet), Unreachable, BadAnswer.
        """
        lease = self._held()
        bearer = {"Authorization": f"Bearer {lease.token}"}
        path = f"/api/interview/spoken/{lease.session}"
        response = self._exchange("GET", path, b"", headers=bearer)
        if not 0 < len(response.content) <= MAX_ANSWER_BYTES:
            raise BadAnswer(_NOT_OURS)
        return response.content

    def run(self, request: RunRequest) -> RunAnswer:
        """Tries code on the examples of its question; neither signed nor in anybody's way.

        Raises Refused (`code_runs_off`, `rate_limited`), Unreachable, BadAnswer.
        """
        lease = self._held()
        response = self._exchange(
            "POST",
            f"/api/interview/run/{lease.session}",
            request.model_dump_json().encode(),
            headers={
                "Authorization": f"Bearer {lease.token}",
                "Content-Type": "application/json",
            },
            answer_timeout_s=RUN_TIMEOUT_S,
        )
        return _read(response, RunAnswer)

    def put_blob(self, sha256: str, sealed: bytes) -> None:
        """Stores sealed bytes under their address; again is harmless."""
        self._send("PUT", f"blob/{{session}}/{sha256}", sealed, content="application/octet-stream")

    # Inside

    def _held(self) -> Lease:
        if self._lease is None:
            raise RuntimeError("take_lease comes before signed requests")
        return self._lease

    def _plain(self, method: str, path: str, body: bytes, *, answer: type[W]) -> W:
        headers = {"Content-Type": "application/json"} if body else {}
        response = self._exchange(method, path, body, headers=headers)
        try:
            return _read(response, answer)
        except BadAnswer:
            self._refuse_other_version()
            raise

    def _refuse_other_version(self) -> None:
        """Raises Refused where the server says that it is older or newer than this app."""
        try:
            theirs = _read(self._exchange("GET", "/api/config", b"", headers={}), ServerVersion)
            # The wire format decides; between equal ones, the release.
            server = theirs.protocol, parse_version(theirs.version)
        except (ClientError, ValueError):
            return
        ours = PROTOCOL, parse_version(APP_VERSION)
        if server != ours:
            raise Refused(_problem("client_too_new" if server < ours else "client_too_old"))

    def _signed(self, method: str, verb: str, body: bytes, *, answer: type[W]) -> W:
        response = self._send(method, f"{verb}/{{session}}", body, content="application/json")
        return _read(response, answer)

    def _send(self, method: str, tail: str, body: bytes, *, content: str) -> httpx.Response:
        path = f"/api/interview/{tail.format(session=self._held().session)}"
        return self._send_to(method, path, body, content=content)

    def _send_to(
        self, method: str, path: str, body: bytes, *, content: str, in_query: bool = False
    ) -> httpx.Response:
        """`in_query`: the address names the interview there and not in its path."""
        asked = f"{path}?session={self._held().session}" if in_query else path
        with self._one_at_a_time:
            headers = self._signed_headers(method, path, body) | {"Content-Type": content}
            return self._exchange(method, asked, body, headers=headers)

    def _signed_headers(self, method: str, path: str, body: bytes) -> dict[str, str]:
        lease = self._held()
        counter = lease.next_counter()
        statement = request_statement(
            session=lease.session,
            nonce=lease.nonce,
            counter=counter,
            method=method,
            path=urlsplit(self._base_url).path + path,
            body=body,
        )
        return {
            "Authorization": f"Bearer {lease.token}",
            COUNTER_HEADER: str(counter),
            SIGNATURE_HEADER: lease.signing_key.sign(statement),
        }

    def _exchange(
        self,
        method: str,
        path: str,
        body: bytes,
        *,
        headers: Mapping[str, str],
        answer_timeout_s: float | None = None,
    ) -> httpx.Response:
        patience = self._http.timeout
        if answer_timeout_s is not None:
            patience = httpx.Timeout(answer_timeout_s, connect=patience.connect)
        try:
            response = self._http.request(
                method, path, content=body, headers=headers, timeout=patience
            )
        except httpx.TransportError as error:
            raise _unreachable(error) from error
        except httpx.HTTPError as error:
            raise BadAnswer(_NOT_OURS) from error
        if response.is_success:
            return response
        raise _refusal(response)


def check_receipt(receipt: Receipt, *, lease: Lease, body: bytes) -> None:
    """Raises BadAnswer where `receipt` is not the leased server's word on exactly this body."""
    statement = receipt_statement(
        session=receipt.session,
        seq=receipt.acked.seq,
        head=receipt.acked.hash,
        received_at=receipt.received_at,
        prev=receipt.prev,
        kind="receipt",
        body_sha256=receipt.body_sha256,
    )
    fits = (
        receipt.session == lease.session
        and receipt.kid == lease.kid
        and receipt.body_sha256 == sha256_hex(body)
        and signature_fits(lease.server_key, statement=statement, signature=receipt.sig)
    )
    if not fits:
        raise BadAnswer(_WRONG_SIGNATURE)


def genuine(given: tuple[Instruction, ...], lease: Lease) -> tuple[Instruction, ...]:
    """The instructions that the leased server signed for this session."""
    kept: list[Instruction] = []
    for instruction in given:
        try:
            check_instruction(instruction, lease=lease)
        except BadAnswer:
            log.warning("instruction %d is not signed by the server: left out", instruction.number)
        else:
            kept.append(instruction)
    return tuple(kept)


def genuine_looks(given: tuple[Look, ...], lease: Lease) -> tuple[Look, ...]:
    """The looks that the leased server signed for this session."""
    kept = tuple(
        look
        for look in given
        if signature_fits(
            lease.server_key, statement=look_statement(look, lease.session), signature=look.sig
        )
    )
    if len(kept) < len(given):
        log.warning("%d looks are not signed by the server: left out", len(given) - len(kept))
    return kept


def check_instruction(instruction: Instruction, *, lease: Lease) -> None:
    """Raises BadAnswer where the leased server did not sign this instruction for this session."""
    statement = instruction_statement(instruction, lease.session)
    if not signature_fits(lease.server_key, statement=statement, signature=instruction.sig):
        raise BadAnswer(_WRONG_SIGNATURE)


_NOT_OURS = (
    "The answer did not come from an Invigil server. If this network asks you to sign in first, "
    "open a web page, sign in there, and try again."
)
_WRONG_SIGNATURE = (
    "The server's answer is not signed with the key of your interview. Your work is kept on this "
    "computer; tell the person who invited you."
)


def _read(response: httpx.Response, answer: type[W]) -> W:
    if len(response.content) > MAX_ANSWER_BYTES:
        raise BadAnswer(_NOT_OURS)
    try:
        return answer.model_validate_json(response.content)
    except ValidationError as error:
        # A page of a hotel's network, or a server of another protocol: both may pass.
        raise BadAnswer(_NOT_OURS, retryable=True) from error


def _refusal(response: httpx.Response) -> Refused | Unreachable | BadAnswer:
    retry_after_s = _retry_after(response)
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        if response.status_code in (429, 502, 503, 504):
            code = "rate_limited" if response.status_code == 429 else "overloaded"
            return Refused(_problem(code), retry_after_s=retry_after_s)
        return BadAnswer(_NOT_OURS, retryable=True)
    return Refused(problem, retry_after_s=retry_after_s)


def _problem(code: str) -> Problem:
    status, title, detail = PROBLEMS[code]
    return Problem(title=title, status=status, code=code, detail=detail)


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds to wait by the Retry-After header, in both of its forms; None without one."""
    text = response.headers.get("Retry-After", "")
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
        # By the server's own Date, so that this machine's clock does not matter.
        now = parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return None
    return _seconds_between(now, until)


def _seconds_between(now: datetime, until: datetime) -> float | None:
    if (now.tzinfo is None) != (until.tzinfo is None):
        return None
    return max(0.0, (until - now).total_seconds())


def _unreachable(error: httpx.TransportError) -> Unreachable:
    cause = type(error).__name__
    reason = error.__cause__ or error
    while reason.__cause__ is not None:
        reason = reason.__cause__
    if isinstance(reason, ssl.SSLCertVerificationError) or "CERTIFICATE" in str(error):
        return Unreachable(
            "The server's certificate is not trusted on this computer. Check the date and time "
            "of this computer; in a company network, ask your IT department.",
            cause="certificate",
        )
    if isinstance(error, httpx.TimeoutException):
        return Unreachable(
            "The server does not answer in time. Check your network connection and try again.",
            cause=cause,
        )
    return Unreachable(
        "The server cannot be reached. Check your network connection and try again.", cause=cause
    )


def _system_trust() -> ssl.SSLContext:
    """Certificates as this computer trusts them, a company's own authority included."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
