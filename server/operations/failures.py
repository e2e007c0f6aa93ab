"""Reports unexpected failures to Sentry, where a DSN is set.

One rule: an event is built here from kinds, places and the request's id. Of what the library
collected nothing else is passed on, so that a new version that collects more sends no more.
"""

from typing import TYPE_CHECKING, Any

from server.request_ids import request_id
from server.settings import Settings
from shared.version import APP_VERSION

if TYPE_CHECKING:
    from sentry_sdk.types import Event, Hint

_KEPT = ("event_id", "timestamp", "level", "platform", "logger", "release", "environment")
_FRAME = ("filename", "function", "module", "lineno", "in_app")


def report_to_sentry(settings: Settings) -> bool:
    """Begins to report what is logged as an error; answers whether there is somewhere to."""
    dsn = settings.sentry_dsn.get_secret_value()
    if not dsn:
        return False
    import logging

    import sentry_sdk
    from sentry_sdk.integrations.logging import LoggingIntegration

    sentry_sdk.init(
        dsn=dsn,
        release=APP_VERSION,
        environment=settings.environment,
        integrations=[LoggingIntegration(level=None, event_level=logging.ERROR)],
        default_integrations=False,
        auto_enabling_integrations=False,
        before_send=_bare,
        before_breadcrumb=lambda crumb, hint: None,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        server_name="invigil",  # a machine's name may be a person's
        send_client_reports=False,
        auto_session_tracking=False,
        traces_sample_rate=None,
    )
    return True


def _bare(event: "Event", hint: "Hint") -> "Event":
    """The little that is sent of an event."""
    sent: Any = {key: value for key, value in event.items() if key in _KEPT}
    sent["server_name"] = "invigil"
    said: Any = event.get("logentry") or {}
    # The template, not the text: arguments are put in by code that nobody reviews for this.
    sent["logentry"] = {"message": str(said.get("message", ""))[:200]}
    raised: Any = event.get("exception") or {}
    if raised.get("values"):
        sent["exception"] = {"values": [_exception(one) for one in raised["values"]]}
    if number := request_id():
        sent["tags"] = {"request_id": number}
    return sent


def _exception(raised: dict[str, Any]) -> dict[str, Any]:
    frames = (raised.get("stacktrace") or {}).get("frames", [])
    return {
        "type": raised.get("type"),
        "module": raised.get("module"),
        "value": "",
        "stacktrace": {"frames": [{key: one.get(key) for key in _FRAME} for one in frames]},
    }
