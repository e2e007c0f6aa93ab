"""What an interview is held under, as its machine gets it: exam, times, policy, accommodations.

One rule: questions leave the server only while the interview runs; what was agreed may change
until then, and a digest tells which terms a machine has seen.
"""

from sqlmodel import Session, col, select

from server import countersign, outside, templates
from server.candidate import ahead, answers, lease, rules
from server.candidate.setting import Setting
from server.keys import encode
from server.models import FollowUp, InterviewSession, SessionQuestion
from server.papers import marking
from server.refusals import Refused
from server.settings import Settings
from shared.actions import ASK
from shared.chain import canonical
from shared.clock import utc_text
from shared.exam import Exam, ExamQuestion
from shared.ids import sha256_hex
from shared.lifecycle import BEFORE_START, RUNNING
from shared.policy import Accommodations, Policy
from shared.session import ChainHead, Grant
from shared.terms import SignedTerms, Terms, statement
from shared.version import PROTOCOL


def accommodations(interview: InterviewSession) -> Accommodations:
    """What was agreed with this candidate."""
    return Accommodations.model_validate_json(interview.accommodations_json)


def policy(interview: InterviewSession) -> Policy:
    """What is watched, kept and allowed."""
    return Policy.model_validate_json(interview.policy_json)


def duration_s(interview: InterviewSession) -> int:
    """Seconds for the whole interview, accommodations included."""
    extra = accommodations(interview).extra_time_percent
    return rules.allowed_s(interview.duration_s, extra)


def digest(interview: InterviewSession, settings: Settings) -> str:
    """Names what a candidate agrees to: with another digest there is something new to read."""
    offered = outside.offered(interview, settings).model_dump_json()
    parts = (offered, interview.accommodations_json, str(interview.duration_s))
    return sha256_hex(canonical(list(parts)))


def signed(interview: InterviewSession, setting: Setting, *, kid: str) -> SignedTerms:
    """What was agreed on, so that nobody can change it on the candidate's machine unseen."""
    text = Terms(
        session=interview.id,
        policy=outside.offered(interview, setting.settings),
        accommodations=accommodations(interview),
        duration_s=duration_s(interview),
        closes_at=utc_text(interview.closes_at),
    ).model_dump_json()
    return SignedTerms(text=text, sig=setting.keys.sign(statement(text), kid=kid))


def exam_question(question: SessionQuestion, agreed: Accommodations) -> ExamQuestion:
    """A question as the candidate may see it."""
    return ExamQuestion.model_validate(
        {
            "id": question.id,
            "position": question.position,
            "kind": question.kind,
            "prompt": question.prompt,
            "topic": question.topic,
            "marks": question.marks,
            "time_limit_s": rules.allowed_s(question.time_limit_s, agreed.extra_time_percent),
            "language": question.language,
            "starter": question.starter,
            "samples": marking.samples(question.tests_json),
            "follows": question.follows_id,
        }
    )


def exam(db: Session, interview: InterviewSession) -> Exam:
    """All questions, with the further ones that the machine before this one took; the caller has
    seen to it that the interview runs."""
    agreed = accommodations(interview)
    asked = answers.questions(db, interview.id)
    further = _brought(db, interview) if _takes_more(interview) else set[str]()
    return Exam(
        title=interview.title,
        version=interview.paper_version,
        duration_s=duration_s(interview),
        questions=tuple(
            exam_question(question, agreed)
            for question in asked.values()
            if question.follows_id is None or question.id in further
        ),
    )


def _takes_more(interview: InterviewSession) -> bool:
    return ASK in interview.knows.split()


def _brought(db: Session, interview: InterviewSession) -> set[str]:
    """Further questions that no instruction brings any more: another machine gets them here."""
    found = db.exec(
        select(FollowUp.question_id).where(
            FollowUp.session_id == interview.id,
            col(FollowUp.number) <= interview.applied_instruction,
        )
    )
    return set(found)


def grant(db: Session, interview: InterviewSession, setting: Setting) -> Grant:
    """What the holder of the lease is handed over; refuses `invite_revoked` after an erasure."""
    keys, vault = setting.keys, templates.Vault(setting.settings, setting.keys)
    if interview.key_sealed is None or interview.nonce is None:
        raise Refused("invite_revoked", "What belonged to this interview was erased.")
    kid = countersign.kid_of(db, interview, keys)
    sealed = None
    if interview.status in BEFORE_START:
        sealed = ahead.seal(keys, interview.id, exam(db, interview))
    return Grant(
        v=PROTOCOL,
        session=interview.id,
        token=lease.make_token(keys, interview),
        nonce=interview.nonce,
        segment=interview.segment,
        head=ChainHead(seq=interview.head_seq, hash=interview.head_hash),
        key=encode(keys.unwrap(interview.key_sealed, about=interview.id)),
        candidate_name=interview.candidate_name,
        organisation=setting.settings.organisation,
        exam=exam(db, interview) if interview.status in RUNNING else None,
        ahead=sealed,
        title=interview.title,
        question_count=len(answers.own(answers.questions(db, interview.id))),
        duration_s=duration_s(interview),
        policy=outside.offered(interview, setting.settings),
        accommodations=accommodations(interview),
        status=interview.status,
        opens_at=utc_text(interview.opens_at),
        closes_at=utc_text(interview.closes_at),
        zone=interview.zone,
        server_time=utc_text(setting.now),
        kid=kid,
        server_key=keys.publics()[kid],
        face=templates.read(db, interview, "face", vault=vault),
        voice=templates.read(db, interview, "voice", vault=vault),
        terms=digest(interview, setting.settings),
        signed=signed(interview, setting, kid=kid),
        applied=interview.applied_instruction,
    )
