"""Which function does which job, and how one job is run.

One rule: a job's effect and its being done are one transaction; what fails is counted and put
back, and after three attempts it lies there as `dead` for a person to see.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from server import evidence, idempotency, outbox
from server.auth import password_links
from server.calibration import trial_tasks, trials
from server.candidate import answers, overdue
from server.coderuns import check_tasks as checks
from server.coderuns import tasks as code
from server.db import Database
from server.documents.parsing import parser
from server.drafting.tasks import Asking, Drafter
from server.follow_ups import service as follow_ups
from server.follow_ups import tasks as follow_up_tasks
from server.interviews import links
from server.interviews import service as interviews
from server.keys import ServerKeys
from server.live_looks import service as live_looks
from server.mail.accounts import AccountPostman
from server.mail.tasks import Postman
from server.models import InterviewSession
from server.operations import notes
from server.outside import language_model, speech_to_text
from server.papers import uploads
from server.privacy import retention
from server.privacy import service as privacy
from server.privacy.tasks import Purge, Retention
from server.sandbox import chosen
from server.scoring import service as scoring
from server.scoring import tasks
from server.scoring.judge import tasks as judge
from server.scoring.llm.opening import open_model
from server.settings import Settings
from server.speech.service import transcribes, voices
from server.speech.transcriber import Transcriber
from server.spoken import tasks as spoken
from server.spoken.service import TOPIC as VOICE_TOPIC
from server.storage import Blobs
from server.transcripts import service as transcripts
from server.transcripts.tasks import Transcribing, without_transcriber
from server.webhooks import outgoing as webhooks
from server.webhooks.tasks import Courier

if TYPE_CHECKING:
    from celery.app.task import Task as CeleryTask

Task = Callable[[Session, Mapping[str, Any], datetime], None]
Effect = Callable[[Session, datetime], None]
Errand = Callable[[outbox.Job, datetime], Effect]
"""Work that waits for somebody else, such as a mail server: done outside of a transaction, so that
nobody waits with it. What it answers is committed together with the job's being done."""

TASKS: Mapping[str, Task] = {
    "score": tasks.score,
    "total": tasks.total,
    code.TOPIC: code.without_runner,
    VOICE_TOPIC: spoken.without_voices,
    transcripts.TOPIC: without_transcriber,
    checks.TOPIC: checks.without_runner,
    trials.TOPIC: trial_tasks.without_model,
    follow_ups.TOPIC: follow_up_tasks.without_keys,
}
NO_ERRANDS: Mapping[str, Errand] = {}

SWEEP_EVERY = timedelta(minutes=1)
"""A lost message costs a minute, not a grade."""

_log = logging.getLogger(__name__)


def errands(
    settings: Settings,
    database: Database,
    keys: ServerKeys,
    transcriber: Transcriber | None = None,
) -> Mapping[str, Errand]:
    """What this server does outside of its database, by topic.

    `transcriber`: whoever made it closes it; left out: recordings wait.
    """

    def link(interview: InterviewSession) -> str | None:
        return links.current_url(settings, keys, interview)

    model = open_model(settings)
    others: dict[str, Errand] = {}
    if model is not None:
        others = {
            answers.SCORE_TOPIC: judge.score_then_judge,
            judge.TOPIC: judge.Judging(
                database,
                model,
                settings.llm_samples,
                name=settings.llm_model,
                gate=trials.gate,
                outside=language_model(settings),
                other=lambda name: open_model(settings, name),
            ),
            trials.TOPIC: trial_tasks.Trials(
                database, model, settings.llm_model, outside=language_model(settings)
            ),
        }

    if settings.runner_url:
        runner = chosen.runner(settings.runner_url, settings.runner_token.get_secret_value())
        others[code.TOPIC] = code.CodeRuns(database, runner)
        others[checks.TOPIC] = checks.Checks(database, runner)

    if (reader := voices(settings)) is not None:
        others[VOICE_TOPIC] = spoken.Reading(database, reader)

    if transcriber is not None and transcribes(settings):
        blobs: Blobs = evidence.store(settings)
        others[transcripts.TOPIC] = Transcribing(
            database, keys, blobs, transcriber, outside=speech_to_text(settings)
        )

    def password_url(link_id: str) -> str:
        return password_links.url_of(settings, keys, link_id)

    return {
        uploads.TOPIC: Drafter(
            database,
            parser(settings.documents_in),
            completer=Asking(model) if model else None,
            model_name=settings.llm_model,
        ),
        "mail": Postman(settings, database, link),
        password_links.TOPIC: AccountPostman(settings, database, password_url),
        webhooks.TOPIC: Courier(settings, database, keys),
        privacy.TOPIC: Purge(settings, database, keys),
        overdue.TOPIC: overdue.Timekeeper(keys),
        retention.TOPIC: Retention(settings, database),
        # A model of its own: what is too slow for a person who waits is no outage for a judge.
        follow_ups.TOPIC: follow_up_tasks.FollowUps(
            database, keys, open_model(settings), outside=language_model(settings)
        ),
        **others,
    }


def run_due(
    database: Database, now: Callable[[], datetime], *, errands: Mapping[str, Errand] = NO_ERRANDS
) -> int:
    """Runs every job that is due, one after another; answers how many were tried."""
    tried = 0
    while (job := outbox.take(database, now())) is not None:
        tried += 1
        run(database, job, now, errands=errands)
    return tried


def run(
    database: Database,
    job: outbox.Job,
    now: Callable[[], datetime],
    *,
    tasks: Mapping[str, Task] = TASKS,
    errands: Mapping[str, Errand] = NO_ERRANDS,
) -> None:
    """Runs one taken job to `done`, back to `waiting`, or `dead`."""

    def work() -> None:
        _run(database, job, now, tasks=tasks, errands=errands)

    if database.tracing is None:
        work()
    else:
        database.tracing.job(job.topic, work)


def _run(
    database: Database,
    job: outbox.Job,
    now: Callable[[], datetime],
    *,
    tasks: Mapping[str, Task],
    errands: Mapping[str, Errand],
) -> None:
    try:
        errand = errands.get(job.topic)
        effect = errand(job, now()) if errand else _effect(tasks[job.topic], job)
        with database.write() as db:
            effect(db, now())
            outbox.done(db, job, now())
    except outbox.Overtaken:
        _log.warning("job %d (%s) took longer than its lease", job.id, job.topic)
    except outbox.TryLater as later:
        dead = _failed(database, job, str(later), now(), pauses_s=later.pauses_s)
        if dead:
            _log.error("job %d (%s) is dead: %s", job.id, job.topic, later)
        else:
            _log.info("job %d (%s) waits, attempt %d: %s", job.id, job.topic, job.attempt, later)
    except Exception as error:  # the top of a job: whatever it was, it is counted and reported
        if database.tracing is not None:
            database.tracing.failed(error)
        # Only the kind of error is kept: messages of libraries may quote answers.
        dead = _failed(database, job, type(error).__name__, now())
        if dead:
            _log.error("job %d (%s) is dead", job.id, job.topic, exc_info=error)
        else:
            _log.info("job %d (%s) failed, attempt %d", job.id, job.topic, job.attempt)


def _failed(
    database: Database,
    job: outbox.Job,
    error: str,
    now: datetime,
    *,
    pauses_s: Sequence[int] = outbox.BACKOFF_S,
) -> bool:
    try:
        with database.write() as db:
            return outbox.failed(db, job, error, now=now, pauses_s=pauses_s)
    except outbox.Overtaken:
        return False  # whoever has it by now reports


def send(database: Database, task: "CeleryTask", queue: str, now: datetime, *, room: int) -> None:
    """Tells Celery's workers of due jobs in `queue`, `room` at most; raises what kombu raises."""
    if room <= 0:
        return
    ids = outbox.unsent(database, now, queue, limit=room)
    for place, job_id in enumerate(ids):
        try:
            task.delay(job_id)
        except Exception:
            outbox.not_told(database, ids[place:])
            raise


def _effect(task: Task, job: outbox.Job) -> Effect:
    return lambda db, now: task(db, job.payload, now)


def sweep(database: Database, now: datetime, *, transcribing: bool = False) -> None:
    """What must happen though nobody asked: lost scores, windows and deadlines that have passed.

    `transcribing`: somebody here makes text of recordings.
    """
    with database.write() as db:
        notes.put(db, notes.SWEPT, {}, now=now)
        late, closed = scoring.note_unscored(db, now), interviews.expire_due(db, now=now)
        overdue.note_overdue(db, now)
        live_looks.end_over(db, now)
        retention.note_hourly(db, now)
        idempotency.forget_old(db, now)
        if transcribing:
            transcripts.note_untranscribed(db, now)
    if late or closed:
        _log.info("sweep: %d answers without a score, %d windows passed", late, closed)
