"""How each operation is asked for in the matrix of roles: its address and its body.

To add a route: nothing, if it has no body and the ids in its path are known to `address`; else
one line in `BODIES`, and in `_IDS` for a new kind of id. A route for everybody goes into `PUBLIC`.
The table docs/api-access.md is renewed by `python -m tests.server.roles_table`.
"""

import re
from collections.abc import Callable
from typing import Any

from shared.ids import new_id
from tests.server.live_looks.offers import OFFER
from tests.server.roles_world import CANDIDATE, Things, World
from tests.server.support import PASSWORD

PUBLIC = {
    "GET /.well-known/invigil-keys.json",
    "GET /healthz",
    "GET /metrics",
    "GET /readyz",
    "GET /api/settings/config",
    "GET /api/interview/access/{token}",
    "POST /api/interview/claim",
    "POST /api/auth/login",
    "POST /api/auth/logout",
    "POST /api/auth/password-link",
    "POST /api/auth/refresh",
    "POST /api/auth/login/passkey",
    "POST /api/auth/login/passkey/options",
    "POST /api/auth/login/second",
    "POST /api/auth/oidc/start",
    "POST /api/auth/oidc/finish",
    "POST /api/interview/appeal",
    "POST /api/interview/appeals",
    "POST /api/interview/mine",
    "POST /api/interview/readiness",
    "POST /api/interview/withdraw",
    "POST /api/mail/sendgrid-events",
    "POST /api/auth/register",
}
"""Need no sign-in, or read theirs themselves: each has its own tests. A route gets here by hand."""

OWN = {
    "DELETE /api/auth/tokens/{id}",
    "DELETE /api/auth/sign-ins/{id}",
    "PATCH /api/auth/passkeys/{id}",
    "DELETE /api/auth/passkeys/{id}",
    "PATCH /api/admin/saved-views/{id}",
    "DELETE /api/admin/saved-views/{id}",
}
"""About one's own account: not there for the team and for super admins either."""
EACH = {"POST /api/admin/interviews/change-many"}
"""Answer for each thing by itself: what is somebody else's is `not_found` there."""
NOTHING_HERE = {
    "POST /api/admin/calibration/sets",
    "POST /api/admin/calibration/sets/decided",
    "DELETE /api/admin/calibration/sets/{id}",
    "POST /api/admin/calibration/trials",
    "POST /api/admin/calibration/trials/{id}/let-through",
    "POST /api/admin/jobs/{job}/retry",
    "POST /api/admin/webhooks/{id}/deliveries/{delivery}/replay",
    "GET /api/admin/interviews/{id}/thumbnail",
    "DELETE /api/admin/interviews/{id}/looks/{look}",
    "POST /api/auth/passkeys",
    "PATCH /api/auth/passkeys/{id}",
    "DELETE /api/auth/passkeys/{id}",
    "POST /api/auth/passkeys/options",
    "POST /api/auth/recovery-codes",
    "POST /api/auth/totp",
    "DELETE /api/auth/totp",
    "POST /api/auth/totp/confirm",
}
"""Let somebody in who has no such thing here, as no device: their own tests have one."""
LEADS = {
    "PUT /api/admin/teams/{id}/members/{user}",
    "DELETE /api/admin/teams/{id}/members/{user}",
}
"""For a team's leads: other members are refused."""
WITHOUT_TARGET = {"GET /api/admin/papers/template"}
"""Has no id in it although it looks so."""

_IDS: dict[str, Callable[[World, Things], str]] = {
    "/papers/{id}": lambda w, t: t.paper,
    "/questions/{id}": lambda w, t: t.question,
    "/documents/{id}": lambda w, t: t.document,
    "/drafts/{id}": lambda w, t: t.draft,
    "/interviews/{id}": lambda w, t: t.interview,
    "/compare/{paper}": lambda w, t: t.paper,
    "/saved-views/{id}": lambda w, t: w.saved_view,
    "/result/{id}": lambda w, t: t.interview,
    "/users/{id}": lambda w, t: w.eve.id,
    "/teams/{id}": lambda w, t: w.team,
    "/api-tokens/{id}": lambda w, t: w.token,
    "/auth/tokens/{id}": lambda w, t: w.token,
    "/sign-ins/{id}": lambda w, t: w.ada.id,
    "/passkeys/{id}": lambda w, t: "0" * 32,
    "/webhooks/{id}": lambda w, t: w.webhook,
    "/deliveries/{delivery}": lambda w, t: "0" * 32,
    "/jobs/{job}": lambda w, t: "1",
    "/privacy/deletions/{id}": lambda w, t: t.deletion,
    "/members/{user}": lambda w, t: w.eve.id,
    "papers/.*/shares/{share}": lambda w, t: t.paper_share,
    "interviews/.*/shares/{share}": lambda w, t: t.interview_share,
    "/second-readings/{reading}": lambda w, t: t.reading,
    "/calibration/sets/{id}": lambda w, t: "0" * 32,
    "/calibration/trials/{id}": lambda w, t: "0" * 32,
    "/looks/{look}": lambda w, t: "0" * 32,
    "/appeals/{appeal}": lambda w, t: t.appeal,
    "/audio/{question}": lambda w, t: t.spoken,
    "/question/{question}": lambda w, t: t.spoken,
    "/history/{question}": lambda w, t: t.written,
    "/evidence/{sha256}": lambda w, t: t.picture,
    "/blob/{session}/{sha256}": lambda w, t: t.picture,
    "/versions/{version}": lambda w, t: str(t.version),
    "/{session}": lambda w, t: t.interview,
}
"""A pattern of the path that ends with the parameter, and what fills it; the first that fits."""

_AT_END: dict[str, Callable[[World, Things], str]] = {
    "/questions/{id}/restore": lambda w, t: t.deleted_question,
}
"""The end of a path whose id is another one than that of its neighbours."""

Body = Callable[[World, Things], dict[str, Any]]


def _json(**body: Any) -> Body:
    return lambda w, t: {"json": body}


def _to_eve(w: World, t: Things) -> dict[str, Any]:
    return {"json": {"user_id": w.eve.id}}


def _sheet(w: World, t: Things) -> dict[str, Any]:
    text = "kind,prompt,marks,key_points\nwritten,Why?,10,because\n"
    return {"files": {"file": ("questions.csv", text.encode(), "text/csv")}}


BODIES: dict[str, Body] = {
    "POST /api/admin/hand-over/interviews": lambda w, t: {
        "json": {"ids": [t.interview], "user_id": w.eve.id}
    },
    "POST /api/admin/hand-over/papers": lambda w, t: {
        "json": {"ids": [t.paper], "user_id": w.eve.id}
    },
    "POST /api/admin/interviews": lambda w, t: {
        "json": {
            "paper_id": t.paper,
            "candidate_name": "Casey",
            "candidate_email": "casey@example.org",
            "opens_at": "2026-11-23T09:00:00Z",
            "closes_at": "2026-11-23T19:00:00Z",
        }
    },
    "POST /api/admin/interviews/bulk": lambda w, t: {
        "content": b"name,email,opens_at,closes_at\nCasey,casey@example.org,,\n",
        "headers": {"Content-Type": "text/csv"},
        "params": {"paper_id": t.paper},
    },
    "POST /api/admin/interviews/change-many": lambda w, t: {
        "json": {"ids": [t.interview], "cancel_reason": "The role is filled."}
    },
    "PUT /api/admin/papers/{id}/draw": _json(quotas=[], shuffle=True),
    "PUT /api/admin/result/{id}/feedback": _json(summary="Well done.", comments={}),
    "POST /api/admin/result/{id}/feedback/release": _json(level="status"),
    "POST /api/video/frame": lambda w, t: {
        "content": b"\xff\xd8",
        "headers": {"Content-Type": "image/jpeg"},
        "params": {"session": t.interview},
    },
    "PATCH /api/admin/interviews/{id}": _json(candidate_name="Gracie"),
    "POST /api/admin/interviews/{id}/actions": _json(
        action="message", reason="guidance", text="Hello"
    ),
    "POST /api/admin/interviews/{id}/looks": _json(offer=OFFER),
    "POST /api/admin/interviews/terminate-all": _json(reason="technical", running=0),
    "POST /api/admin/interviews/{id}/invite": _json(),
    "POST /api/admin/interviews/{id}/shares": _to_eve,
    "PUT /api/admin/maintenance": _json(message="Soon back"),
    "POST /api/admin/papers": _json(title="Another"),
    "POST /api/admin/papers/import": _sheet,
    "PATCH /api/admin/papers/{id}": _json(title="Renamed"),
    "POST /api/admin/papers/{id}/questions": _json(
        kind="written", prompt="What?", key_points=[{"text": "that"}]
    ),
    "POST /api/admin/papers/{id}/questions/upload": _sheet,
    "POST /api/admin/papers/{id}/shares": _to_eve,
    "POST /api/admin/privacy/erase": _json(email=CANDIDATE, again=CANDIDATE),
    "POST /api/admin/privacy/export": _json(email=CANDIDATE),
    "POST /api/admin/privacy/person": _json(email=CANDIDATE),
    "PATCH /api/admin/questions/{id}": _json(marks=5),
    "POST /api/admin/questions/{id}/waive-check": _json(reason="People read the code here."),
    "PATCH /api/admin/drafts/{id}": _json(marks=5),
    "POST /api/admin/result/{id}/second-readings": lambda w, t: {"json": {"question": t.written}},
    "POST /api/admin/second-readings/{reading}": _json(points=1, reason="As I read it."),
    "PUT /api/admin/calibration/gate": _json(set=None),
    "POST /api/admin/calibration/sets/decided": _json(name="Decisions"),
    "POST /api/admin/calibration/trials/{id}/let-through": _json(reason="It was read by hand."),
    "POST /api/admin/appeals/{appeal}/answer": _json(answer="We read it once more."),
    "PATCH /api/admin/result/{id}": _json(note="Seen."),
    "PUT /api/admin/result/{id}/shortlist": _json(listed=True),
    "PUT /api/admin/result/{id}/hold": _json(reason="A dispute is open."),
    "POST /api/admin/saved-views": lambda w, t: {
        "json": {"page": "results", "name": new_id(), "look": {}}
    },
    "PATCH /api/admin/saved-views/{id}": _json(is_default=True),
    "POST /api/admin/teams": lambda w, t: {"json": {"name": new_id()}},
    "PATCH /api/admin/teams/{id}": lambda w, t: {"json": {"name": new_id()}},
    "PUT /api/admin/teams/{id}/members/{user}": _json(lead=False),
    "POST /api/admin/users": lambda w, t: {
        "json": {"email": f"{new_id()}@example.org", "name": "New", "role": "admin"}
    },
    "PATCH /api/admin/users/{id}": _json(name="Evelyn"),
    "POST /api/admin/users/{id}/hand-over": lambda w, t: {"json": {"user_id": w.ada.id}},
    "POST /api/admin/users/{id}/invite": _json(),
    "PATCH /api/auth/passkeys/{id}": _json(name="Key"),
    "POST /api/auth/passkeys": _json(
        challenge="c" * 43, name="Key", credential_id="aaaa", client_data="aaaa", attestation="aaaa"
    ),
    "POST /api/auth/me/password": _json(current=PASSWORD, new="another long password"),
    "POST /api/auth/password": _json(current=PASSWORD, new="another long password"),
    "POST /api/admin/webhooks": _json(url="https://hooks.example.org/y", events=["result.scored"]),
    "PATCH /api/admin/webhooks/{id}": _json(description="Ours"),
    "POST /api/auth/totp/confirm": _json(code="123456"),
    "POST /api/auth/step-up": _json(password=PASSWORD),
    "POST /api/auth/tokens": _json(name="A script", scopes=["author"]),
    "POST /api/interview/answer/text": lambda w, t: {
        "json": {"session": t.interview, "question": t.spoken, "text": "x"}
    },
    "POST /api/interview/run/{session}": lambda w, t: {
        "json": {"question": t.spoken, "language": "python", "code": "print(1)"}
    },
    "POST /api/interview/answer/audio": lambda w, t: {
        "content": b"OggS",
        "headers": {"Content-Type": "audio/ogg"},
        "params": {"question": t.spoken},
    },
    "POST /api/interview/stt": lambda w, t: {
        "content": b"RIFF",
        "headers": {"Content-Type": "audio/wav"},
    },
}
QUERIES = {"GET /api/interview/tts": "?text=Hello"}


def address(operation: str, world: World, things: Things) -> str:
    """The path of `METHOD /path/{id}` with the ids of `things`."""
    _, template = operation.split(" ", 1)
    path = template
    for found in re.finditer(r"\{\w+\}", template):
        until = template[: found.end()]
        whole = [fill for pattern, fill in _AT_END.items() if template.endswith(pattern)]
        parts = [fill for pattern, fill in _IDS.items() if re.search(_as_regex(pattern), until)]
        fills = [*(whole if until.endswith("{id}") else []), *parts]
        assert fills, f"{operation}: say in _IDS of tests/server/roles_cases.py what {until} is"
        path = path.replace(found.group(), fills[0](world, things), 1)
    return path + QUERIES.get(operation, "")


def _as_regex(pattern: str) -> str:
    return re.escape(pattern).replace(r"\.\*", ".*") + "$"


def body(operation: str, world: World, things: Things) -> dict[str, Any]:
    """What is sent: `json`, `files` or `content`."""
    made = BODIES.get(operation)
    return made(world, things) if made else {}
