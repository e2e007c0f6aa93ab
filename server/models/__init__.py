"""All tables, so that importing this package fills the metadata that migrations compare with.

One rule: tables only; nothing here decides, queries or commits.
"""

from server.models.answers import Answer, AnswerRevision, AudioChunk, InterviewResult, Score
from server.models.base import DEFAULT_ORG, metadata
from server.models.calibration import CalibrationSet, GraderTrial
from server.models.checks import QuestionCheck
from server.models.drafting import PaperDocument, QuestionDraft
from server.models.factors import (
    ExternalIdentity,
    Passkey,
    RecoveryCode,
    SpentChallenge,
    TotpSecret,
)
from server.models.follow_ups import FollowUp
from server.models.identity import IdentityTemplate
from server.models.instructions import GivenInstruction, Thumbnail
from server.models.interviews import InterviewSession, SessionQuestion, StatusTimeline
from server.models.looks import LiveLook
from server.models.mails import Mail
from server.models.operations import AuditLog, IdempotencyKey, Outbox, ServerNote
from server.models.papers import PaperVersion, Question, QuestionPaper
from server.models.people import ApiToken, PasswordLink, RefreshToken, SignInFamily, User
from server.models.privacy import Consent, ConsentText, Deletion, Feedback, LegalHold
from server.models.proctoring import EventCount, ProctoringEvent
from server.models.readiness import ReadinessReport
from server.models.record import Evidence, ForkRow, RecordRow, ServerLink
from server.models.reviews import Appeal, SecondReading, Shortlisted
from server.models.saved_views import SavedView
from server.models.spoken import SpokenLine
from server.models.teams import Share, Team, TeamMember
from server.models.webhooks import WebhookDelivery, WebhookEndpoint

__all__ = [
    "DEFAULT_ORG",
    "Answer",
    "AnswerRevision",
    "ApiToken",
    "Appeal",
    "AudioChunk",
    "AuditLog",
    "CalibrationSet",
    "Consent",
    "ConsentText",
    "Deletion",
    "EventCount",
    "Evidence",
    "ExternalIdentity",
    "Feedback",
    "FollowUp",
    "ForkRow",
    "GivenInstruction",
    "GraderTrial",
    "IdempotencyKey",
    "IdentityTemplate",
    "InterviewResult",
    "InterviewSession",
    "LegalHold",
    "LiveLook",
    "Mail",
    "Outbox",
    "PaperDocument",
    "PaperVersion",
    "Passkey",
    "PasswordLink",
    "ProctoringEvent",
    "Question",
    "QuestionCheck",
    "QuestionDraft",
    "QuestionPaper",
    "ReadinessReport",
    "RecordRow",
    "RecoveryCode",
    "RefreshToken",
    "SavedView",
    "Score",
    "SecondReading",
    "ServerLink",
    "ServerNote",
    "SessionQuestion",
    "Share",
    "Shortlisted",
    "SignInFamily",
    "SpentChallenge",
    "SpokenLine",
    "StatusTimeline",
    "Team",
    "TeamMember",
    "Thumbnail",
    "TotpSecret",
    "User",
    "WebhookDelivery",
    "WebhookEndpoint",
    "metadata",
]
