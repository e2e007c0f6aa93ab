"""Spool, uploader and API against the real server process, which is killed on the way."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from client.api import InterviewApi, parse_invite
from client.errors import Refused
from client.spool.folder import SpoolFolder
from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.spool.uploader import Stopped, Uploader, UploadState
from shared.events import AnswerChunk, AnswerRevised, RecordClosed, SegmentStarted
from shared.ids import token_hash
from shared.lifecycle import Status
from shared.model import Wire
from shared.session import ClaimRequest
from shared.version import APP_VERSION, PROTOCOL

pytestmark = pytest.mark.e2e


@dataclass
class ServerProcess:
    """`python -m server` on a folder of its own; it may die and come back at its address."""

    folder: Path
    invite: str = ""
    port: int = 0
    process: subprocess.Popen[str] | None = None

    def seed(self) -> None:
        done = self._popen("seed", "--demo")
        line, _ = done.communicate(timeout=60)
        self.invite = json.loads(line.splitlines()[-1])["invite_url"]

    def start(self) -> str:
        self.process = self._popen("run", "--port", str(self.port))
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("Invigil listens on "):
                address = line.split()[-1]
                self.port = int(address.rsplit(":", 1)[-1])
                return address
        raise AssertionError("the server did not start")

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.communicate(timeout=30)
            self.process = None

    def _popen(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "server", *words],
            env={**os.environ, "INVIGIL_DATA_DIR": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )


@pytest.fixture
def process(tmp_path: Path) -> Iterator[ServerProcess]:
    made = ServerProcess(tmp_path / "server")
    made.folder.mkdir()
    made.seed()
    try:
        yield made
    finally:
        made.end()


def claim_request(token: str, key: SigningKey) -> ClaimRequest:
    return ClaimRequest(
        token=token, public_key=key.public, client_version=APP_VERSION, protocol=PROTOCOL
    )


def append(spool: Spool, body: Wire) -> None:
    n = spool.head.seq + 1
    spool.append(body, at=datetime.now(UTC), mono_ms=n * 10)


@pytest.mark.expects_log
def test_interview_reaches_a_server_that_dies_on_the_way(tmp_path: Path, process: ServerProcess):
    _, token = parse_invite(process.invite)
    api = InterviewApi(process.start())
    view = api.access(token)
    assert view.question_count == 4

    # A claim that was repeated after a power cut is the same claim.
    folder = SpoolFolder(tmp_path / "client")
    key = folder.signing_key(token_hash(token))
    first = api.claim(claim_request(token, key))
    grant = api.claim(claim_request(token, folder.signing_key(token_hash(token))))
    assert (grant.session, grant.segment, grant.key) == (first.session, first.segment, first.key)
    with pytest.raises(Refused) as elsewhere:
        api.claim(claim_request(token, SigningKey.generate()))
    assert elsewhere.value.code == "open_elsewhere"

    spool = folder.open_or_create(grant, key)
    api.take_lease(spool.lease())
    said: list[UploadState] = []
    uploader = Uploader(spool, api, on_state=said.append, every_s=0.1)
    append(spool, SegmentStarted(segment=grant.segment, client_version=APP_VERSION))
    selfie = spool.put_blob(b"\xff\xd8\xff a selfie", "image/jpeg")
    api.put_blob(selfie.sha256, spool.read_blob(selfie.sha256))
    spool.blob_sent(selfie.sha256)
    assert api.selfie(selfie.sha256).status == Status.SELFIE_UPLOADED
    started = api.start(1, grant.terms)
    spool.save_started(started)
    assert api.start(1, grant.terms).deadline_at == started.deadline_at

    uploader.start()
    spoken, written = started.exam.questions[0], started.exam.questions[2]
    for n in range(1, 151):
        append(spool, AnswerRevised(question=written.id, revision=n, text="a " * n, at_ms=n))
        if n % 30 == 0:
            audio = spool.put_blob(b"OggS" + os.urandom(20_000), "audio/ogg")
            part = n // 30
            append(
                spool,
                AnswerChunk(question=spoken.id, take=1, part=part, audio=audio, duration_ms=10_000),
            )
        if n == 75:
            process.end(signal.SIGKILL)
    process.start()
    append(spool, RecordClosed(reason="candidate", answers=2))
    assert uploader.flush(60.0)
    uploader.close()

    assert spool.acked == spool.head
    assert spool.receipts()[-1].acked == spool.head
    assert spool.refused_blobs() == ()
    assert not any(isinstance(state, Stopped) for state in said)
    assert uploader.server_time is not None
    assert uploader.server_time.uncertainty_s < 5
    assert api.finish(spool.head).status == Status.COMPLETED
    spool.mark_finished()
    assert folder.unfinished() == ()
    spool.close()
    api.close()
