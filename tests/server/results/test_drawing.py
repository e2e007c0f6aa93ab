"""A report is drawn elsewhere: the same bytes, an end to waiting, and no word of it in an error."""

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from server.auth.people import Person
from server.deps import Parts
from server.models import InterviewSession
from server.refusals import Refused
from server.results import dossier, drawing, report
from server.results.dossier import Dossier
from server.results.fonts import find
from tests.server.privacy.done import Finished


@pytest.fixture
def gathered(client: TestClient, parts: Parts, admin: Person) -> Dossier:
    finished = Finished(client, parts, admin)
    with parts.database.read() as db:
        interview = db.get_one(InterviewSession, finished.id)
        return dossier.gather(db, interview, settings=parts.settings, keys=parts.keys)


def test_another_process_draws_the_same_bytes(
    gathered: Dossier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    fonts = find("")
    drawn_here = report.write(gathered, fonts)
    monkeypatch.setattr(report, "write", None)  # called in this process, it would raise
    assert drawing.draw(gathered, fonts) == drawn_here


def test_whoever_waits_too_long_is_told_to_try_again(
    gathered: Dossier, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(drawing, "WITHIN_S", 0.01)
    for _ in range(drawing.AT_ONCE + 1):  # a place is given back each time
        with pytest.raises(Refused) as refused:
            drawing.draw(gathered, find(""))
        assert refused.value.code == "overloaded"


def test_a_failure_is_told_by_its_kind_alone(gathered: Dossier):
    fonts = replace(find(""), text=Path("/nowhere/Grace.ttf"))
    with pytest.raises(RuntimeError) as failed:
        drawing.draw(gathered, fonts)
    assert "Grace" not in str(failed.value)
    assert "Error" in str(failed.value)
