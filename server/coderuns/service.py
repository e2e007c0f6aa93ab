"""Tries code on a question's examples, for the machine that holds the interview.

One rule: nothing is kept and nothing of the record changes; hidden tests are not even read into the
work that is sent.
"""

import threading
from typing import cast

from sqlmodel import Session

from server.candidate import lease
from server.candidate import rules as candidate_rules
from server.coderuns import rules
from server.models import SessionQuestion
from server.papers import marking
from server.papers.marking import CodeTest
from server.refusals import Refused
from server.sandbox.asking import CannotRun, Runner
from shared.exam import Language
from shared.runs import RunAnswer, RunRequest

AT_ONCE = 8
"""Sample runs that this process waits for; its threads have other things to do as well."""
BUSY_S = 3

_room = threading.BoundedSemaphore(AT_ONCE)


def asked_about(db: Session, session: str, request: RunRequest, *, token: str) -> list[CodeTest]:
    """The question's visible tests; refuses what is not the candidate's, not code, or not now."""
    interview = lease.holder(db, token)
    if interview.id != session:
        raise Refused("not_found")
    if refusal := candidate_rules.read_question(interview.status):
        raise Refused(refusal.code)
    question = db.get(SessionQuestion, request.question)
    if question is None or question.session_id != interview.id:
        raise Refused("not_found")
    if question.kind != "coding" or question.language != request.language:
        raise Refused("invalid_request", "This question is not answered in that language.")
    return [test for test in marking.code_tests(question.tests_json) if test.visible]


def try_out(runner: Runner, request: RunRequest, tests: list[CodeTest]) -> RunAnswer:
    """Runs it; refuses `code_runs_off`, and `rate_limited` where all boxes are taken."""
    work = rules.sample_work(cast("Language", request.language), request.code, tests)
    if not _room.acquire(blocking=False):
        raise _busy()
    try:
        worked = runner.work(work)
    except CannotRun as why:
        if why.soon:
            raise _busy() from None
        raise Refused("code_runs_off", f"{why.reason} Write on; your answer is kept.") from None
    finally:
        _room.release()
    return rules.sample_answer(worked, tests, revision=request.revision)


def _busy() -> Refused:
    return Refused(
        "rate_limited",
        "Others are trying their code as well. Try again in a moment.",
        retry_after_s=BUSY_S,
    )
