"""What is written by hand for speed is what the view would have said."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from server.proctoring.as_json import events_json
from server.proctoring.rules import Noted
from server.proctoring.views import EventView, event_view
from shared.events import Challenged, Kind, Severity

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
PICTURE = {"sha256": "a" * 64, "media_type": "image/jpeg", "size": 100}
MS = st.none() | st.integers(0, 2**40)


def bodies() -> st.SearchStrategy[dict[str, Any]]:
    shown = st.fixed_dictionaries(
        {},
        optional={
            "evidence": st.sampled_from([[], [PICTURE], ["a word"], [PICTURE, PICTURE]]),
            "artifact": st.sampled_from([None, PICTURE]),
            "template": st.just(PICTURE),
        },
    )
    plain = st.dictionaries(WORDS, VALUES, max_size=4)
    return st.tuples(plain, shown).map(lambda both: both[0] | both[1])


@given(
    kind=st.sampled_from(
        ["signal.opened", "signal.closed", str(Kind.ENROLLED), "kind.of.tomorrow"]
    ),
    signal=WORDS,
    severity=st.sampled_from(list(Severity)),
    times=st.tuples(MS, MS, MS),
    at=st.datetimes(datetime(2020, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)),
    body=bodies(),
    ascii_only=st.booleans(),
)
def test_every_event_reads_as_its_view_does(
    kind: str,
    signal: str,
    severity: Severity,
    times: tuple[int | None, int | None, int | None],
    at: datetime,
    body: dict[str, Any],
    ascii_only: bool,
) -> None:
    text = json.dumps(body, ensure_ascii=ascii_only)
    event = Noted(1, 7, kind, signal, severity.value, *times, text, at)
    (found,) = json.loads(events_json([event]))
    assert found == event_view(event).model_dump(mode="json")
    assert EventView.model_validate_json(json.dumps(found)) == event_view(event)
    assert found.keys() == EventView.model_fields.keys()


def test_a_row_with_a_sentence_gets_it() -> None:
    body = Challenged(outcome="unknown", detail="The light was too weak.").model_dump_json()
    event = Noted(1, 7, str(Kind.CHALLENGED), "", "info", None, 5, None, body, datetime.now(UTC))
    (found,) = json.loads(events_json([event]))
    assert found["words"] == event_view(event).words != ""
