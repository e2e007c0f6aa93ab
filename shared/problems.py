"""Every refusal by its stable code: what happened, and what the person can do about it.

RFC 9457 problem+json. One rule: a sentence here names the next step; codes never change meaning.
"""

from typing import Annotated, Any

from pydantic import Field

from shared.model import Wire


class Problem(Wire):
    """An `application/problem+json` body."""

    type: str = "about:blank"
    """A URI for the kind of problem; the code is what programs read."""
    title: str
    """A short sentence for people."""
    status: Annotated[int, Field(ge=400, le=599)]
    """The HTTP status, repeated."""
    code: str
    """Stable machine-readable name, a key of `PROBLEMS` where we raised it."""
    detail: str = ""
    """What to do next."""
    request_id: str = ""
    """Names the request in the server's log; also in the answer's `X-Request-ID`."""
    errors: tuple[dict[str, Any], ...] = ()
    """For `invalid_request`: the fields that do not fit, as `{field, message}`."""


PROBLEMS: dict[str, tuple[int, str, str]] = {
    # code: (HTTP status, title, what to do)
    "invalid_request": (422, "The request does not fit.", "Correct the named fields."),
    "idempotency_mismatch": (
        422,
        "This Idempotency-Key belongs to another request.",
        "Use a new key for a new request, and the same one only to send the same again.",
    ),
    "malformed_body": (400, "The body could not be read.", "Send JSON in UTF-8."),
    "not_found": (404, "There is nothing here.", "Check the address, or sign in as its owner."),
    "method_not_allowed": (405, "That method is not offered here.", "See the Allow header."),
    "too_large": (413, "That is more than this address takes.", "Send it in smaller parts."),
    "unsupported_media": (415, "That kind of content is not read here.", "Send JSON."),
    "file_unreadable": (
        422,
        "The file could not be read.",
        "Save it again, a table as .xlsx or CSV in UTF-8, a document as PDF, .docx or text.",
    ),
    "file_unsafe": (
        422,
        "The file is refused for safety.",
        "Save it again as a plain file, without macros.",
    ),
    "file_locked": (
        422,
        "The file has a password.",
        "Save it without a password and send it again.",
    ),
    "no_text": (
        422,
        "The document holds no text.",
        "Send the document itself instead of a scan, or the text.",
    ),
    "mail_off": (
        409,
        "No mail server is configured.",
        "Make a new link and pass it on yourself, or have a mail server set up.",
    ),
    "on_hold": (
        409,
        "A legal hold keeps this.",
        "Have the hold lifted first; the interview's page says who placed it and why.",
    ),
    "erased": (410, "What belonged to this interview was erased.", "Its receipts are still there."),
    "rate_limited": (429, "Too many requests.", "Wait as long as Retry-After says."),
    "overloaded": (503, "The server is busy.", "Try again shortly; nothing was lost."),
    "not_ready": (
        503,
        "A part of the server is down.",
        "Send requests elsewhere until it is up; the parts are named.",
    ),
    "maintenance": (
        503,
        "The server is being maintained.",
        "Interviews that run go on; come back for anything new when Retry-After is over.",
    ),
    "internal": (
        500,
        "Something broke on our side.",
        "Try again; quote the request id.",
    ),
    "not_signed_in": (401, "You are not signed in.", "Sign in and try again."),
    "wrong_credentials": (401, "E-mail or password is wrong.", "Check both and try again."),
    "step_up_needed": (
        403,
        "This needs a fresh proof that it is you.",
        "Confirm it with your password, a code or a passkey, then send the request again.",
    ),
    "not_confirmed": (
        403,
        "That did not prove that it is you.",
        "Check what you entered and try again.",
    ),
    "wrong_code": (
        403,
        "That code is not right.",
        "Enter the code that your app shows now; each code works once.",
    ),
    "wrong_passkey": (
        403,
        "This passkey does not fit.",
        "Use a passkey that you registered here, or sign in another way.",
    ),
    "challenge_over": (410, "That took too long, or was sent before.", "Begin again."),
    "passkeys_off": (
        409,
        "Passkeys need a host name, and this server is reached by number.",
        "Open it by its name, or use a password and an authenticator app.",
    ),
    "password_off": (
        403,
        "Passwords do not sign in here.",
        "Use your organisation's sign-in or a passkey.",
    ),
    "sso_off": (409, "No organisation's sign-in is set up.", "Sign in with e-mail and password."),
    "sso_failed": (
        403,
        "Your organisation's sign-in did not work.",
        "Begin again; if it stays, tell your administrator.",
    ),
    "sso_no_access": (
        403,
        "Your organisation's account has no role here.",
        "Ask your administrator to put you into a group that has one.",
    ),
    "sso_unreachable": (
        503,
        "Your organisation's sign-in does not answer.",
        "Try again shortly; a passkey works without it.",
    ),
    "forbidden": (403, "Your role does not allow this.", "Ask an administrator."),
    "csrf": (403, "The request did not come from our page.", "Reload the page and try again."),
    "registration_off": (403, "Registration is by invitation only.", "Ask your administrator."),
    "already_exists": (409, "That already exists.", "Use the existing one or another name."),
    "in_use": (409, "An interview already uses this.", "Make a copy and change that."),
    "question_untested": (
        409,
        "A coding question was never tested.",
        "Open the paper and press Test this question; its reference has to pass its own tests.",
    ),
    "no_runner": (
        409,
        "Nobody runs code on this server.",
        "Have a runner set up (INVIGIL_RUNNER_URL), or say why the question is asked untested.",
    ),
    "paper_empty": (409, "The paper has no questions.", "Add at least one question first."),
    "draw_impossible": (
        409,
        "The questions cannot be drawn.",
        "Add questions of that sort to the paper, or want fewer.",
    ),
    "rows_faulty": (
        409,
        "Some rows of the file have faults, and nothing was made.",
        "Correct them, or ask for the good rows only.",
    ),
    "reading_waits": (
        409,
        "This file holds points that a second reader must not know yet.",
        "Give your own points under Reviews first, or ask whoever gave the first for the file.",
    ),
    "calibration_state": (
        409,
        "The calibration lab does not stand where this is possible.",
        "Reload the page.",
    ),
    "terms_changed": (
        409,
        "What was agreed for this interview has changed since you opened it.",
        "Read it once more and start again; nothing was lost.",
    ),
    "edited_meanwhile": (
        412,
        "Somebody else changed this meanwhile.",
        "Look at what stands there now, then change it again if it still needs it.",
    ),
    "wrong_state": (409, "The interview does not stand where this is possible.", "Reload it."),
    "key_reused": (
        409,
        "This key was already used for another request.",
        "Make a new key for a new request; the first one stands.",
    ),
    "invite_unknown": (
        404,
        "This invite is not known here.",
        "Check that you copied the whole link, or ask the sender for a new one.",
    ),
    "invite_revoked": (
        410,
        "This invite was withdrawn.",
        "Ask the person who invited you for a new link.",
    ),
    "invite_expired": (
        410,
        "This invite has run out.",
        "Ask the person who invited you for a new time.",
    ),
    "invite_early": (
        425,
        "It is too early for this interview.",
        "Come back at the time named in your invitation; the link stays valid.",
    ),
    "invite_used": (
        409,
        "This interview was already handed in.",
        "If that was not you, tell the person who invited you.",
    ),
    "open_elsewhere": (
        409,
        "This interview is open on another computer.",
        "Go on there, or close it there and wait a minute.",
    ),
    "client_too_old": (
        426,
        "This version of Invigil is too old for the interview.",
        "Install the current version from the link in your invitation.",
    ),
    "client_too_new": (
        426,
        "This version of Invigil is newer than the server.",
        "Ask your administrator to update the server, or install the version in your invitation.",
    ),
    "bad_signature": (401, "The signature does not fit.", "Restart the app; your work is kept."),
    "replayed": (409, "This request was already used.", "Send it again with a fresh counter."),
    "chain_fork": (
        409,
        "The record differs from what the server holds.",
        "Tell the administrator; both versions are kept.",
    ),
    "chain_gap": (409, "Rows before these are missing.", "Send from the acknowledged row on."),
    "blob_mismatch": (400, "The content does not match its address.", "Send it again."),
    "evidence_full": (507, "The server has no room for evidence.", "Answers and events still go."),
    "not_started": (409, "The interview has not been started.", "Start it first."),
    "already_over": (409, "The interview is over.", "Later revisions are kept and marked late."),
    "use_sync": (409, "A signed record exists.", "Send answers through the sync call."),
    "no_speech": (503, "Speech is not available here.", "A person will listen to the recording."),
    "code_runs_off": (
        503,
        "Code cannot be tried here.",
        "Write on; your answer is kept, and it is looked at all the same.",
    ),
    "no_voice": (
        503,
        "The question cannot be read aloud from here.",
        "The app reads it with the machine's own voice; its words stand on the screen.",
    ),
}
