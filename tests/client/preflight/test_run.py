"""Probes never raise and never hang; the command says each line and sends a signed report."""

import json
import threading
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from client.errors import Refused
from client.preflight import __main__ as command
from client.preflight import probes, report, rules
from client.preflight.probes import Asked, Measured, Reached, Step
from client.settings import Settings
from client.spool.keys import signature_fits
from shared.ids import token_hash
from shared.readiness import Readiness, SignedReadiness, statement

TOKEN = "x" * 43


def good(asked: Asked, measured: Measured) -> rules.Verdict:
    return rules.ok("fine")


def bad(asked: Asked, measured: Measured) -> rules.Verdict:
    return rules.violation("dark", "It is dark.", "Switch on a lamp.")


def breaks(asked: Asked, measured: Measured) -> rules.Verdict:
    raise OSError("the driver says no")


def test_a_probe_that_breaks_or_hangs_is_unknown_and_the_rest_goes_on(tmp_path: Path):
    freed = threading.Event()

    def hangs(asked: Asked, measured: Measured) -> rules.Verdict:
        freed.wait(10)
        return rules.ok("too late")

    steps = (Step("camera", 5, breaks), Step("light", 0.05, hangs), Step("disk", 5, good))
    lines = list(probes.run(Asked(tmp_path), steps))
    freed.set()
    assert [line.outcome for line in lines] == ["unknown", "unknown", "ok"]
    assert "OSError" in lines[0].cause
    assert "longer than" in lines[1].cause


def test_who_closes_the_page_stops_the_rest(tmp_path: Path):
    stop = threading.Event()
    stop.set()
    assert list(probes.run(Asked(tmp_path), (Step("disk", 5, good),), stop)) == []


def test_without_a_server_network_and_clock_are_unknown_and_the_disk_is_tried(tmp_path: Path):
    chosen = tuple(step for step in probes.STEPS if step.probe in ("network", "clock", "disk"))
    lines = {line.probe: line for line in probes.run(Asked(tmp_path / "new" / "folder"), chosen)}
    assert (lines["network"].outcome, lines["clock"].outcome) == ("unknown", "unknown")
    assert "GB free" in lines["disk"].found
    assert not (tmp_path / "new").exists()


def test_the_clock_is_compared_with_the_server_that_was_reached(tmp_path: Path):
    chosen = tuple(step for step in probes.STEPS if step.probe in ("network", "clock"))
    asked = Asked(tmp_path, "https://x", lambda: Reached(30.0, 120.0))
    lines = list(probes.run(asked, chosen))
    assert [line.outcome for line in lines] == ["ok", "violation"]
    assert "120 s ahead" in lines[1].found


@pytest.mark.parametrize(
    ("now_s", "skewed"), [(10.0, 0.0), (10.9, 0.0), (75.0, 64.0), (-50.0, -60.0)]
)
def test_the_second_that_the_date_cuts_off_is_no_skew(now_s: float, skewed: float):
    now = datetime.fromtimestamp(1_800_000_000 + now_s, UTC)
    date = "Fri, 15 Jan 2027 08:00:10 GMT"
    assert report.skew(now, date, 0.0) == pytest.approx(skewed)
    assert report.skew(now, "yesterday", 0.0) is None


def answering(status: int, content: bytes = b"{}") -> httpx.MockTransport:
    return httpx.MockTransport(
        lambda request: httpx.Response(
            status, content=content, headers={"Date": "Fri, 15 Jan 2027 08:00:10 GMT"}
        )
    )


def test_reaching_a_server_never_raises():
    reached = report.reach("http://127.0.0.1:9", answering(200))
    assert reached.round_trip_ms is not None
    assert reached.skew_s is not None
    other = report.reach("http://127.0.0.1:9", answering(200 + 100, b"<html>"))
    assert (other.round_trip_ms, bool(other.why)) == (None, True)

    def fails(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    gone = report.reach("http://127.0.0.1:9", httpx.MockTransport(fails))
    assert "cannot be reached" in gone.why


def test_a_report_is_signed_with_a_key_of_its_own_and_names_no_token():
    lines = tuple(probes.run(Asked(Path()), (Step("disk", 5, good),)))
    made = report.make(lines, datetime(2026, 11, 29, tzinfo=UTC), token=TOKEN)
    first, second = report.signed(made), report.signed(made)
    assert first.public_key != second.public_key
    assert TOKEN not in first.model_dump_json()
    assert made.invite_sha256 == token_hash(TOKEN)
    told = {"statement": statement(first.report), "signature": first.signature}
    assert signature_fits(first.public_key, **told)
    assert not signature_fits(second.public_key, **told)


def test_a_server_that_refuses_says_so_in_words():
    lines = probes.run(Asked(Path()), (Step("disk", 5, good),))
    made = report.make(lines, datetime.now(UTC), token=TOKEN)
    problem = b'{"title":"Too many requests.","status":429,"code":"rate_limited"}'
    with pytest.raises(Refused, match="Too many"):
        report.send("http://127.0.0.1:9", made, TOKEN, answering(429, problem))


def test_the_command_says_each_line_writes_the_file_and_tells_by_its_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    sent: list[str] = []
    monkeypatch.setattr(report, "send", lambda server, made, token: sent.append(token))
    said: list[str] = []
    settings, file = Settings(data_dir=tmp_path), tmp_path / "report.json"
    steps = (Step("disk", 5, good), Step("light", 5, bad))
    link = f"https://jobs.example.com/i#{TOKEN}"
    status = command.main(["--invite", link, "--json", str(file)], settings, steps, said.append)
    assert status == 1
    assert said[0] == "ok         disk        fine"
    assert "cause: It is dark.\n           cure: Switch on a lamp." in said[1]
    assert said[2].startswith("The signed report is at https://jobs.example.com")
    assert sent == [TOKEN]
    assert command.main(["--invite", link, "--no-send"], settings, steps, said.append) == 1
    assert sent == [TOKEN]
    written = json.loads(file.read_text("utf-8"))
    made = Readiness.model_validate(written["readiness"])
    post = SignedReadiness.model_validate(written["signed"])
    assert Readiness.model_validate_json(post.report) == made
    assert made.invite_sha256 == token_hash(TOKEN)
    proof = {"statement": statement(post.report), "signature": post.signature}
    assert signature_fits(post.public_key, **proof)
    assert command.main([], settings, (Step("disk", 5, good),), said.append) == 0


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    asked = ["--json", str(tmp_path / "none" / "report.json")]
    steps = (Step("disk", 5, good),)
    assert command.main(asked, Settings(data_dir=tmp_path), steps, list) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_wrong_invite_is_a_wrong_argument(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert command.main(["--invite", "nonsense"], Settings(data_dir=tmp_path)) == 2
    assert "invitation" in capsys.readouterr().err
