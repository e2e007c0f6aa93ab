"""Whether an interview's terms are the ones that its server signed.

One rule: what does not fit is refused before it is shown or obeyed; what a saved state says about
the terms is never believed, the signed text is.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from client import exam
from client.errors import BadAnswer, SpoolDamaged
from shared.session import Grant
from shared.terms import Terms, statement

if TYPE_CHECKING:
    from client.spool.store import Spool


def fits(grant: Grant) -> bool:
    """Whether policy, accommodations and times in the grant are the signed ones, all of them."""
    from client.spool.keys import signature_fits

    signed = grant.signed
    if not signature_fits(grant.server_key, statement=statement(signed.text), signature=signed.sig):
        return False
    try:
        terms = Terms.model_validate_json(signed.text)
    except ValueError:
        return False
    return terms == Terms(
        session=grant.session,
        policy=grant.policy,
        accommodations=grant.accommodations,
        duration_s=grant.duration_s,
        closes_at=grant.closes_at,
    )


def from_server(grant: Grant) -> Grant:
    """The grant; raises BadAnswer where its terms are not signed."""
    if not fits(grant):
        raise BadAnswer(
            "The terms of this interview are not signed by its server. Open the link again; if "
            "this stays, tell the person who invited you."
        )
    return grant


def kept(saved: exam.State | None, spool: "Spool") -> exam.State | None:
    """The saved state under the signed terms; raises SpoolDamaged where these were changed here."""
    grant = spool.grant
    if not fits(grant):
        raise SpoolDamaged(spool.folder, "its terms are not the ones that the server signed")
    if saved is None:
        return None
    return replace(saved, policy=grant.policy, accommodations=grant.accommodations)
