"""Whether answers go to somebody else's machines, and whether the person agreed to it.

One rule: what the terms of an interview did not name at its start gets nothing of it, whatever the
settings say today (decision 0301).
"""

from urllib.parse import urlsplit

from server.addresses import parse
from server.models import InterviewSession
from server.settings import Settings
from shared.policy import Outside, Policy
from shared.session import StartRequest

NAMES_THEM = 5
"""Version of the consent text from which on an app shows these services."""
NOT_NAMED = (
    "The consent to this interview named no outside service that hears recordings: a person "
    "listens to it."
)
_OWN_ENDINGS = (".internal", ".local", ".localhost", ".lan", ".home.arpa")
"""Names that no public resolver answers (RFC 6761, 6762, 8375 and ICANN's `.internal`)."""


def services(settings: Settings) -> tuple[Outside, ...]:
    """Those that the settings send answers to."""
    found = (language_model(settings), speech_to_text(settings))
    return tuple(one for one in found if one is not None)


def language_model(settings: Settings) -> Outside | None:
    """The language model's, where it is outside; None: there is none, or it is one's own."""
    if settings.llm == "off" or not (host := _outside(settings.llm_url)):
        return None
    return Outside(does="language_model", host=host)


def speech_to_text(settings: Settings) -> Outside | None:
    """The transcriber's, where it is outside."""
    if not settings.use_modal or not (host := _outside(settings.modal_url)):
        return None
    return Outside(does="speech_to_text", host=host)


def offered(interview: InterviewSession, settings: Settings) -> Policy:
    """The policy with the services that it names: as agreed once it began, until then today's."""
    policy = Policy.model_validate_json(interview.policy_json)
    if interview.started_at is not None:
        return policy
    return policy.model_copy(update={"outside": services(settings)})


def agree(interview: InterviewSession, request: StartRequest, settings: Settings) -> None:
    """Keeps with the interview which services were named to the person who starts it now."""
    named = services(settings) if request.consent >= NAMES_THEM else ()
    policy = Policy.model_validate_json(interview.policy_json)
    interview.policy_json = policy.model_copy(update={"outside": named}).model_dump_json()


def may(interview: InterviewSession, service: Outside | None) -> bool:
    """Whether an answer of the interview may go there; None: it stays on one's own machines."""
    if service is None:
        return True
    return interview.started_at is not None and service in _named(interview)


def _named(interview: InterviewSession) -> tuple[Outside, ...]:
    return Policy.model_validate_json(interview.policy_json).outside


def _outside(url: str) -> str:
    """The host, where it is not certainly one's own machine or network; else empty."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    address = parse(f"[{host}]" if ":" in host else host)
    if address is not None:
        return "" if address.is_private or address.is_loopback or address.is_link_local else host
    return host if "." in host and not host.endswith(_OWN_ENDINGS) else ""
