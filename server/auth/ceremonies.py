"""The WebAuthn library's side of passkeys: questions to browsers, and whether answers fit.

One rule: whatever a browser sends, the outcome is a value or `wrong_passkey`. User verification
(PIN, finger, face) is always asked for, so that a passkey is two factors in one.
"""

from dataclasses import dataclass
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json_dict
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorAssertionResponse,
    AuthenticatorAttestationResponse,
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialType,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from server.auth.exchanges import Assertion, Registration, Site
from server.models import Passkey, User
from server.refusals import Refused

_NOT_OURS = (WebAuthnException, ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What the library raises for bytes that are no answer to our question."""


@dataclass(frozen=True, slots=True)
class NewKey:
    """A verified registration."""

    credential_id: str
    public_key: bytes
    count: int


def creation_options(site: Site, user: User, challenge: bytes, *, there: list[Passkey]) -> Any:
    """See `passkeys.to_register`."""
    return options_to_json_dict(
        generate_registration_options(
            rp_id=site.rp_id,
            rp_name=site.name,
            user_id=user.id.encode(),
            user_name=user.email,
            user_display_name=user.name,
            challenge=challenge,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[_described(each) for each in there],
        )
    )


def request_options(site: Site, challenge: bytes, *, there: list[Passkey]) -> Any:
    """See `passkeys.to_sign_in`."""
    return options_to_json_dict(
        generate_authentication_options(
            rp_id=site.rp_id,
            challenge=challenge,
            allow_credentials=[_described(each) for each in there],
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def verify_new(answer: Registration, *, site: Site, challenge: bytes) -> NewKey:
    """The key that a browser made for `challenge`; refuses `wrong_passkey`."""
    try:
        verified = verify_registration_response(
            credential=RegistrationCredential(
                id=answer.credential_id,
                raw_id=base64url_to_bytes(answer.credential_id),
                response=AuthenticatorAttestationResponse(
                    client_data_json=base64url_to_bytes(answer.client_data),
                    attestation_object=base64url_to_bytes(answer.attestation),
                ),
                type=PublicKeyCredentialType.PUBLIC_KEY,
            ),
            expected_challenge=challenge,
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except _NOT_OURS:
        raise Refused("wrong_passkey") from None
    return NewKey(
        bytes_to_base64url(verified.credential_id),
        verified.credential_public_key,
        verified.sign_count,
    )


def verify_signed(answer: Assertion, passkey: Passkey, *, site: Site, challenge: bytes) -> int:
    """The counter of a signature of `passkey` over `challenge`; refuses `wrong_passkey`.

    Whether the counter went up is for the caller to decide, with the row in hand.
    """
    try:
        handle = base64url_to_bytes(answer.user_handle) if answer.user_handle else None
        verified = verify_authentication_response(
            credential=AuthenticationCredential(
                id=answer.credential_id,
                raw_id=base64url_to_bytes(answer.credential_id),
                response=AuthenticatorAssertionResponse(
                    client_data_json=base64url_to_bytes(answer.client_data),
                    authenticator_data=base64url_to_bytes(answer.authenticator_data),
                    signature=base64url_to_bytes(answer.signature),
                ),
                type=PublicKeyCredentialType.PUBLIC_KEY,
            ),
            expected_challenge=challenge,
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except _NOT_OURS:
        raise Refused("wrong_passkey") from None
    if handle is not None and handle != passkey.user_id.encode():
        raise Refused("wrong_passkey")
    return verified.new_sign_count


def _described(passkey: Passkey) -> PublicKeyCredentialDescriptor:
    known = {each.value for each in AuthenticatorTransport}
    return PublicKeyCredentialDescriptor(
        id=base64url_to_bytes(passkey.credential_id),
        transports=[
            AuthenticatorTransport(each) for each in passkey.transports.split(",") if each in known
        ],
    )
