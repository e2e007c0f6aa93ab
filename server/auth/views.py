"""What signing in takes and answers. One rule: no view of an account holds its hash."""

from datetime import datetime
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, Field, model_validator

from server.auth.people import Person, Role, Scope
from server.auth.rules import Method
from server.views import Asked, Email, Line, Password, View

_Model = TypeVar("_Model", bound=BaseModel)
_B64 = r"^[A-Za-z0-9_-]+$"
Typed = Annotated[str, Field(min_length=1, max_length=200)]
"""A password as it is typed."""
Challenge = Annotated[str, Field(min_length=16, max_length=1000)]
CredentialId = Annotated[str, Field(max_length=1400, pattern=_B64)]
Encoded = Annotated[str, Field(max_length=20_000, pattern=_B64)]
"""Bytes in URL-safe base64 without padding."""
Digits = Annotated[str, Field(pattern=r"^[0-9]{6}$")]
RecoveryText = Annotated[str, Field(min_length=16, max_length=40)]
Transport = Annotated[str, Field(pattern=r"^[a-z-]{1,20}$")]
PasskeyName = Annotated[Line, Field(max_length=100)]


class LoginRequest(Asked):
    """E-mail and password."""

    email: Email
    password: Typed


class RegisterRequest(Asked):
    """An account for somebody who holds an interview's invite."""

    invite: Annotated[str, Field(min_length=16, max_length=128)]
    """The invite's secret; the account gets the address it was sent to."""
    name: Line
    password: Password


class PasskeyProof(Asked):
    """What a passkey answered (`AuthenticationResponseJSON`), its fields side by side."""

    credential_id: CredentialId
    client_data: Encoded
    authenticator_data: Encoded
    signature: Encoded
    user_handle: Annotated[str, Field(max_length=200)] | None = None


class SecondFactorRequest(Asked):
    """The second step of a sign-in: one of the three."""

    challenge: Challenge
    """From the answer to the first step."""
    code: Digits | None = None
    """Of the authenticator app."""
    recovery_code: RecoveryText | None = None
    passkey: PasskeyProof | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        return _exactly_one(self, "code", "recovery_code", "passkey")


class PasskeySignInRequest(Asked):
    """A sign-in by passkey alone."""

    challenge: Challenge
    passkey: PasskeyProof


class StepUpRequest(Asked):
    """A fresh proof of who one is: one of the three."""

    password: Typed | None = None
    code: Digits | None = None
    """Of the authenticator app."""
    passkey: PasskeyProof | None = None
    challenge: Challenge | None = None
    """From `GET /auth/step-up`, for a passkey."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.passkey is None) != (self.challenge is None):
            raise ValueError("passkey and challenge go together")
        return _exactly_one(self, "password", "code", "passkey")


class OidcStartRequest(Asked):
    """Away to the organisation's sign-in."""

    again: bool = False
    """Whether the person is to prove there anew who they are."""


class OidcStartView(View):
    """Where to send the browser."""

    authorization_url: str


class OidcFinishRequest(Asked):
    """What the organisation's sign-in sent the browser back with."""

    code: Annotated[str, Field(min_length=1, max_length=2000)]
    state: Annotated[str, Field(min_length=1, max_length=200)]


class SecondFactorView(View):
    """The password is right; something more is needed. Good for five minutes."""

    challenge: str
    """Sent back with the second step."""
    methods: list[Method]
    """What may be sent: `passkey`, `totp` (an app's code), `recovery`."""
    passkey_options: dict[str, Any] | None
    """`PublicKeyCredentialRequestOptionsJSON`; None without a passkey."""


class PasskeyQuestionView(View):
    """What to ask the browser for."""

    challenge: str
    """Sent back with the answer, within five minutes."""
    options: dict[str, Any]
    """`PublicKeyCredentialRequestOptionsJSON`, or `…CreationOptionsJSON` for a new one."""


class StepUpOptionsView(View):
    """How this person can prove who they are."""

    methods: list[Method]
    challenge: str
    passkey_options: dict[str, Any] | None


class PasskeyRequest(Asked):
    """What a browser answered when it made a passkey (`RegistrationResponseJSON`)."""

    challenge: Challenge
    name: PasskeyName
    credential_id: CredentialId
    client_data: Encoded
    attestation: Encoded
    transports: Annotated[list[Transport], Field(max_length=8, default_factory=list)]


class PasskeyChange(Asked):
    """Another name."""

    name: PasskeyName


class PasskeyView(View):
    """A passkey, as its owner sees it."""

    id: str
    name: str
    created_at: datetime
    used_at: datetime | None
    """When it last signed; None: never since it was made."""


class NewPasskeyView(View):
    """A passkey that was just registered."""

    passkey: PasskeyView
    recovery_codes: list[str]
    """Shown this once; empty where the account has codes already."""


class FactorsView(View):
    """What somebody signs in with."""

    password: bool
    """Whether the account has one of this server."""
    totp: bool
    """Whether an authenticator app is set up."""
    recovery_codes_left: int
    passkeys: list[PasskeyView]
    passkeys_possible: bool
    """False where the server is reached by number instead of name."""


class TotpDraftView(View):
    """A secret for an authenticator app; it counts once a code has confirmed it."""

    secret: str
    """Base32, to be typed in."""
    uri: str
    """The `otpauth` address behind the picture."""
    picture: str
    """The address as a QR code: an SVG in a `data:` address."""


class TotpConfirmRequest(Asked):
    """A first code of the new secret."""

    code: Digits


class RecoveryCodesView(View):
    """Codes that each open one sign-in when app and passkey are gone. Shown this once."""

    codes: list[str]
    """Empty where the account keeps those it has."""


class PasswordRequest(Asked):
    """Another password."""

    current: Typed
    new: Password


class OwnSignInView(View):
    """One browser or script where one is signed in."""

    id: str
    current: bool
    """Whether it is the one that asks."""
    method: Method
    address: str
    agent: str
    """What the browser calls itself."""
    created_at: datetime
    used_at: datetime
    """When it was last renewed."""


class OwnSignInsView(View):
    """Where one is signed in, newest first."""

    items: list[OwnSignInView]


class StepUpView(View):
    """What the proof is good for."""

    confirmed_until: datetime
    """Until then no other proof is asked for."""


class PersonView(View):
    """Somebody signed in."""

    id: str
    email: str
    name: str
    role: Role
    scopes: list[Scope]
    """What they may do, or their API token."""


class SignedInView(View):
    """The answer to a sign-in. Browsers use the cookies set with it and ignore the token."""

    access_token: str
    """For scripts: `Authorization: Bearer …`."""
    token_type: str = "bearer"  # noqa: S105 -- OAuth's word
    expires_in: int
    """Seconds until the access token runs out."""
    user: PersonView


def person_view(person: Person) -> PersonView:
    """The public side of an account."""
    return PersonView(
        id=person.id,
        email=person.email,
        name=person.name,
        role=person.role,
        scopes=sorted(person.scopes) if person.role is not Role.CANDIDATE else [],
    )


def _exactly_one(model: _Model, *names: str) -> _Model:
    if sum(getattr(model, name) is not None for name in names) != 1:
        raise ValueError(f"send exactly one of {', '.join(names)}")
    return model
