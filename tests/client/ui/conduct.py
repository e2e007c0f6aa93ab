"""A conductor in mid-interview on a real spool, for tests of one of its parts."""

import json
from dataclasses import replace
from typing import Any

from client.exam import Answer, Clock, Now, Screen, State
from client.spool.store import Spool
from client.ui.background import Background
from client.ui.conductor import Conductor
from client.ui.picture import Taken
from shared.policy import Policy
from tests.client.ui.edges import PAPER

NOW = Now(1_800_000_000_000, 5_000_000, "one")


class StoppedClocks:
    """Time stands still unless moved."""

    def __init__(self) -> None:
        self.reading = NOW

    def now(self) -> Now:
        return self.reading


class _Nothing:
    """In place of the parts that a test is not about: takes every order and does none."""

    taken = Taken()
    sample = b"sound"

    def __getattr__(self, name: str) -> Any:
        return lambda *given: None


NOTHING: Any = _Nothing()


def asking(index: int) -> State:
    """The question at `index` of the paper is open, ten minutes are left."""
    return State(
        session="a" * 32,
        screen=Screen.QUESTION,
        policy=Policy(speak_questions=False, transcribe=False),
        question_count=len(PAPER.questions),
        exam=PAPER,
        clock=Clock(NOW.utc_ms, NOW.utc_ms + 600_000, NOW.utc_ms, NOW),
        answers=tuple(Answer(opened_ms=0) for _ in PAPER.questions),
        index=index,
    )


class Desk:
    """Conductor, background and spool; `rows` tells what is on record."""

    def __init__(self, spool: Spool, *, index: int = 0, notices: tuple[str, ...] = ()) -> None:
        self.spool = spool
        self.background = Background()
        self.conductor = Conductor(self.background, clocks=StoppedClocks())
        state = asking(index)
        self.conductor.state = replace(state, live=replace(state.live, notices=notices))
        self.conductor.use_spool(spool)

    @property
    def state(self) -> State:
        return self.conductor.state

    @property
    def notices(self) -> tuple[str, ...]:
        return self.conductor.state.live.notices

    def rows(self, kind: str) -> list[dict[str, Any]]:
        """Bodies of the rows of one kind, in order."""
        return [json.loads(row.body) for row in self.spool.rows() if row.kind == kind]

    def idle(self) -> bool:
        """Whether everything decided is on disk."""
        assert self.conductor.record is not None
        return self.conductor.record.waiting == 0

    def close(self) -> None:
        self.conductor.close()
        self.background.close()
