"""How the server is set up: one frozen object, read from the environment once.

One rule: an unsafe setting refuses to start outside development, with a sentence that says what
to change.
"""

import os
from collections.abc import Mapping
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from server.addresses import networks
from server.roles import Role
from server.setting_faults import (
    LOOPBACK,
    PLAIN_NAMES,
    PREFIX,
    database_fault,
    runner_fault,
    unknown_name,
    verification_key_fault,
)

_BUCKET = r"^(s3://[a-z0-9][a-z0-9.-]{1,62}(/[^\s?#]*)?)?$"
_ADDRESS = r"^([^\s@<>,;\"]+@[^\s@<>,;\"]+)?$"
_ICE = r"^({0}:[A-Za-z0-9.\-\[\]:]+(\?transport=(udp|tcp))?([ ,]+|$))*$"
MIN_TOKEN_CHARS = 24
"""What a guesser cannot try out in the life of a server."""


class BadSettings(Exception):
    """The environment does not fit; the message is for the person who starts the server."""


class Settings(BaseModel):
    """Every field can be set as INVIGIL_<NAME>; three as DATABASE_URL, REDIS_URL and
    OTEL_EXPORTER_OTLP_ENDPOINT."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Path("var/server")
    """Folder for the SQLite database, the keys and the sealed evidence."""
    host: str = "127.0.0.1"
    """Address to listen on."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    """TCP port to listen on; 0 takes a free one."""
    tls_cert: Path | None = None
    """PEM file of the certificate and those above it, to serve https without a proxy."""
    tls_key: Path | None = None
    """PEM file of the certificate's key, readable by the server's user only."""
    public_url: str = ""
    """Address under which browsers and apps reach the server; empty: made of host and port."""
    environment: Literal["development", "production"] = "development"
    """Production demands https and secure cookies."""
    log_format: Literal["", "json", "text"] = ""
    """How log lines are written; empty: JSON in production, readable text in development."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """Least important lines that are written."""
    sentry_dsn: SecretStr = SecretStr("")
    """Where unexpected failures are reported, such as https://key@sentry.example/1; empty: nowhere.
    Kinds and places only, nothing personal."""
    otel_endpoint: Annotated[str, Field(pattern=r"^(https?://[^\s<>\"?#@]+)?$")] = ""
    """OpenTelemetry collector that spans go to by OTLP/HTTP, such as http://collector:4318 (extra
    [otel]); empty: none are made. Routes' patterns, tables and topics only, nothing personal."""
    metrics_token: SecretStr = SecretStr("")
    """Bearer token that opens /metrics and the details of /readyz to others than this machine."""
    storage_url: Annotated[str, Field(pattern=_BUCKET)] = ""
    """Where sealed evidence is kept, such as s3://bucket/prefix; empty: in data_dir."""
    s3_endpoint: Annotated[str, Field(pattern=r"^(https?://[^\s/?#]+)?$")] = ""
    """Address of an S3 service that is not Amazon's."""
    s3_region: str = ""
    """Region of the bucket; empty: as AWS_REGION says."""
    s3_access_key: str = ""
    """Id of the access key; empty: from the AWS_ variables or the machine's role."""
    s3_secret_key: SecretStr = SecretStr("")
    """Secret of s3_access_key."""
    evidence_reserve_mb: Annotated[int, Field(ge=0, le=1_000_000)] = 256
    """Megabytes that evidence leaves free on the disk, so that answers and events still go."""
    drain_s: Annotated[int, Field(ge=0, le=600)] = 5
    """Seconds that open requests get to finish when the server is told to end."""
    organisation: Annotated[str, Field(min_length=1, max_length=200)] = "Invigil"
    """Who invites, as candidates read it."""
    database_url: str = ""
    """SQLAlchemy URL; empty: SQLite in data_dir."""
    redis_url: str = ""
    """Redis for doorbell, queue and limits; empty: in-process. One database number to each
    deployment, such as redis://redis:6379/1."""
    jobs: Literal["auto", "here", "workers"] = "auto"
    """Who does background work: this process, or `invigil-server worker`; auto: workers where there
    is a Redis."""
    min_client: Annotated[str, Field(pattern=r"^[0-9]+(\.[0-9]+)*$")] = "0.1.0"
    """Oldest app version that may begin an interview."""
    release_keys: Annotated[str, Field(pattern=r"^([A-Za-z0-9_-]{43}([ ,]+|$))*$")] = ""
    """Public keys whose signature makes a build of the app a released one, separated by commas;
    empty: every build is shown as unknown."""
    trusted_builds: Annotated[str, Field(pattern=r"^([0-9a-fA-F]{64}([ ,]+|$))*$")] = ""
    """Builds known by the SHA-256 of their list of files, such as those of your own IT."""
    registration: bool = False
    """Whether people may register accounts by themselves."""
    login_attempts: Annotated[int, Field(ge=1, le=1000)] = 10
    """Failed sign-ins for one e-mail address in login_window_s before more are refused."""
    login_window_s: Annotated[int, Field(ge=1, le=86_400)] = 300
    """Seconds over which failed sign-ins are counted."""
    api_per_minute: Annotated[int, Field(ge=0, le=1_000_000)] = 3000
    """Requests a minute for one sign-in or token on one address; 0: any number."""
    lease_per_minute: Annotated[int, Field(ge=0, le=1_000_000)] = 1200
    """Requests a minute for one candidate's machine; it needs less than a tenth. 0: any number."""
    address_per_minute: Annotated[int, Field(ge=0, le=1_000_000)] = 12_000
    """Requests a minute from one address, behind which a hundred candidates may sit. 0: any
    number."""
    webhook_private_hosts: str = ""
    """Host names that webhooks may reach although their addresses are private, such as
    hooks.internal, build.lan; empty: none."""
    trusted_proxies: str = ""
    """Addresses and networks of proxies whose X-Forwarded-For is believed, such as
    127.0.0.1, 10.0.0.0/8; empty: nobody's."""
    access_minutes: Annotated[int, Field(ge=1, le=1440)] = 15
    """Life of an access token, in minutes."""
    refresh_days: Annotated[int, Field(ge=1, le=365)] = 14
    """Life of an unused refresh token, in days."""
    password_login: bool = True
    """Whether passwords sign in; without, the organisation's sign-in and passkeys do."""
    oidc_issuer: Annotated[str, Field(max_length=400)] = ""
    """Issuer of the organisation's OpenID Connect sign-in; empty: none."""
    oidc_client_id: Annotated[str, Field(max_length=400)] = ""
    """What this server is called there."""
    oidc_client_secret: SecretStr = SecretStr("")
    """Its secret there; empty for a public client, which PKCE alone protects."""
    oidc_scopes: Annotated[str, Field(pattern=r"^openid( [!-~]+)*$")] = "openid email profile"
    """What is asked for; some providers send groups only for a scope of their own."""
    oidc_groups_claim: Annotated[str, Field(min_length=1, max_length=100)] = "groups"
    """The ID token's claim that lists somebody's groups."""
    oidc_roles: str = ""
    """Which group gives which role: `hr=admin,it=super_admin`; other people stay out."""
    oidc_name: Annotated[str, Field(min_length=1, max_length=60)] = "your organisation"
    """What the button calls it."""
    oidc_hours: Annotated[int, Field(ge=1, le=720)] = 12
    """Hours after which people sign in there again, so that their role follows their groups."""
    mail_from: Annotated[str, Field(pattern=_ADDRESS)] = ""
    """Address that mails to candidates come from; empty: no mails are sent."""
    mail_reply_to: Annotated[str, Field(pattern=_ADDRESS)] = ""
    """Address that answers go to; empty: mail_from."""
    mail_reminders_h: Annotated[
        str, Field(pattern=r"^(off|[1-9][0-9]{0,2}(,[1-9][0-9]{0,2}){0,4})$")
    ] = "24,1"
    """Hours before the window closes at which candidates are reminded, such as 24,1; or off."""
    smtp_host: str = ""
    """Mail server that takes outgoing mail; empty: none."""
    smtp_port: Annotated[int, Field(ge=1, le=65535)] = 587
    """TCP port of the mail server."""
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is secured; none is for a mail server on the same machine."""
    smtp_ca: Path | None = None
    """PEM file of the authority that vouches for the mail server; left out: the system's."""
    smtp_user: str = ""
    """Name to sign in to the mail server with; empty: no sign-in."""
    smtp_password: SecretStr = SecretStr("")
    """Password for smtp_user."""
    sendgrid_key: SecretStr = SecretStr("")
    """API key of SendGrid, used where the mail server is missing or cannot be reached."""
    sendgrid_events_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]*={0,2}$")] = ""
    """Verification key of SendGrid's signed event webhook, which tells of mails that come back
    later; empty: not listened to."""
    sendgrid_url: str = "https://api.sendgrid.com"
    """Where SendGrid's API is; in the EU https://api.eu.sendgrid.com."""
    stt_model: Path | None = None
    """Folder of a Whisper model for faster-whisper (extra [speech]); left out: none."""
    tts: Literal["edge", "off"] = "edge"
    """Who reads questions aloud: Microsoft Edge's service, which gets their text; or nobody."""
    tts_proxy: Annotated[str, Field(pattern=r"^(http://[^\s<>\"]+)?$")] = ""
    """HTTP proxy on the way to the voice service, as http://host:port; empty: none."""
    tts_keep_mb: Annotated[int, Field(ge=1, le=100_000)] = 500
    """Room for what was read aloud before; the longest unused goes first."""
    use_modal: bool = False
    """Whether speech-to-text runs at modal_url, on a GPU, and not here."""
    modal_url: Annotated[str, Field(pattern=r"^(https?://[^\s<>\"]+)?$")] = ""
    """Address of the Modal app (server/deploy/modal_app.py)."""
    modal_token: SecretStr = SecretStr("")
    """Bearer token that the Modal app asks for."""
    llm: Literal["off", "ollama", "openai"] = "off"
    """Language model that proposes scores: none; Ollama's own protocol; or any server that speaks
    OpenAI's, such as vLLM or the Modal app."""
    llm_url: Annotated[str, Field(pattern=r"^(https?://[^\s<>\"]+)?$")] = ""
    """Its server, such as http://127.0.0.1:11434 (Ollama) or https://llm.example/v1 (OpenAI's
    protocol). Answers of candidates are sent there."""
    llm_key: SecretStr = SecretStr("")
    """Key for it; empty: none."""
    llm_model: Annotated[str, Field(max_length=200)] = ""
    """The model's name there."""
    llm_context_tokens: Annotated[int, Field(ge=2048, le=1_000_000)] = 16_384
    """Tokens that prompt and answer may have together; longer answers go to a person."""
    llm_timeout_s: Annotated[int, Field(ge=5, le=600)] = 120
    """Seconds that one question to it may take."""
    llm_samples: Annotated[int, Field(ge=1, le=9)] = 3
    """How often each answer is judged, in different order; what they differ by is shown."""
    llm_at_once: Annotated[int, Field(ge=1, le=64)] = 2
    """Questions to it at a time from one process."""
    llm_price_prompt: Annotated[float, Field(ge=0, le=10_000)] = 0.0
    """What a million tokens sent to it cost, in your currency."""
    llm_price_reply: Annotated[float, Field(ge=0, le=10_000)] = 0.0
    """What a million tokens of its answers cost."""
    runner_url: Annotated[
        str, Field(pattern=r"^(unix:/[^\s<>\"]+|((judge0|piston)\+)?https?://[^\s<>\"]+)?$")
    ] = ""
    """Who runs candidates' code: unix:/run/invigil/runner.sock or http://host:port for a runner of
    ours, judge0+https://… or piston+https://… for one of those; empty: nobody."""
    runner_token: SecretStr = SecretStr("")
    """Token that the runner asks for, and is asked for; Judge0 and Piston get it in the header that
    they read."""
    documents_in: Literal["auto", "box", "process"] = "auto"
    """Where uploaded documents are parsed: in a box of bubblewrap's or not at all; in a process
    with limits; auto: in a box, or in a process where none can be made (/readyz says which)."""
    code_runs_per_minute: Annotated[int, Field(ge=0, le=1000)] = 12
    """Sample runs that one candidate may ask for in a minute; 0: as many as they like."""
    stun_urls: Annotated[str, Field(pattern=_ICE.format("stuns?"))] = ""
    """STUN servers by which browser and app find each other for a live look, such as
    stun:turn.example:3478, separated by commas; empty: none, which is enough in one network."""
    turn_urls: Annotated[str, Field(pattern=_ICE.format("turns?"))] = ""
    """TURN servers that pass the picture on where there is no direct way, such as
    turn:turn.example:3478, turns:turn.example:5349?transport=tcp; empty: none."""
    turn_secret: SecretStr = SecretStr("")
    """Secret shared with the TURN servers (coturn's static-auth-secret), from which credentials are
    made that end with the look."""
    live_relay_only: bool = False
    """Whether live looks go through turn_urls only, so that neither side learns the other's
    address."""
    live_look_minutes: Annotated[int, Field(ge=1, le=60)] = 15
    """Minutes after which a live look ends by itself."""
    live_lookers: Annotated[int, Field(ge=1, le=8)] = 2
    """People who may look through one candidate's camera at a time."""
    download_url: Annotated[str, Field(pattern=r"^(https?://[^\s<>\"]+)?$")] = ""
    """Page where candidates get the app, named in invitations; empty: not named."""
    retention_templates_days: Annotated[int, Field(ge=1, le=3650)] = 30
    """Most days after an interview's end that face and voice templates are kept."""
    retention_audio_days: Annotated[int, Field(ge=1, le=3650)] = 365
    """Most days after its end that recordings are kept; the interview's policy may say less."""
    retention_evidence_days: Annotated[int, Field(ge=1, le=3650)] = 365
    """Most days after its end that pictures are kept; the interview's policy may say less."""
    retention_record_days: Annotated[int, Field(ge=1, le=3650)] = 365
    """Most days after its end that record and answers are kept; the policy may say less."""
    retention_results_days: Annotated[int, Field(ge=1, le=3650)] = 730
    """Days after its end that name, total and note are kept, at least as long as the record."""
    report_fonts: str = ""
    """Folders with the reports' fonts, separated by the system's path separator; empty: the
    system's own."""
    dashboard_dir: Path = Path(__file__).parent / "dashboard" / "dist"
    """The built dashboard."""

    @property
    def url(self) -> str:
        """Where people reach the server, without a final slash."""
        return self.public_url.rstrip("/") if self.public_url else self.local_url

    @property
    def local_url(self) -> str:
        """Where programs on this machine reach it, without a final slash."""
        host = self.host if self.host not in ("0.0.0.0", "::") else "127.0.0.1"  # noqa: S104 -- compared
        scheme = "https" if self.tls_cert else "http"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def database(self) -> str:
        """The SQLAlchemy URL in use. A plain `postgresql://` gets the psycopg driver."""
        if not self.database_url:
            return f"sqlite:///{self.data_dir.resolve() / 'invigil.sqlite3'}"
        for scheme in ("postgresql://", "postgres://"):
            if self.database_url.startswith(scheme):
                return "postgresql+psycopg://" + self.database_url.removeprefix(scheme)
        return self.database_url

    @property
    def is_production(self) -> bool:
        """Whether real interviews are meant."""
        return self.environment == "production"

    @property
    def logs_json(self) -> bool:
        """Whether log lines are JSON."""
        return self.log_format == "json" or (not self.log_format and self.is_production)

    @property
    def works_here(self) -> bool:
        """Whether the server's own process does background work."""
        return self.jobs == "here" or (self.jobs == "auto" and not self.redis_url)

    @property
    def proxies(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """The networks of `trusted_proxies`."""
        return networks(self.trusted_proxies)

    @property
    def turns(self) -> tuple[str, ...]:
        """The addresses of `turn_urls`."""
        return tuple(self.turn_urls.replace(",", " ").split())

    @property
    def stuns(self) -> tuple[str, ...]:
        """The addresses of `stun_urls`."""
        return tuple(self.stun_urls.replace(",", " ").split())

    @property
    def mails(self) -> bool:
        """Whether mails can be sent."""
        return bool(self.smtp_host or self.sendgrid_key.get_secret_value())

    @property
    def reminders(self) -> tuple[timedelta, ...]:
        """How long before the window closes candidates are reminded, longest first."""
        if self.mail_reminders_h == "off":
            return ()
        hours = sorted({int(part) for part in self.mail_reminders_h.split(",")}, reverse=True)
        return tuple(timedelta(hours=hour) for hour in hours)

    @property
    def oidc_mapping(self) -> dict[str, Role]:
        """Roles by the organisation's groups; raises ValueError for what is no such list."""
        pairs = [
            each.strip().rpartition("=") for each in self.oidc_roles.split(",") if each.strip()
        ]
        found = {group.strip(): Role(role.strip()) for group, _, role in pairs}
        if "" in found or Role.CANDIDATE in found.values():
            raise ValueError("a group without a name, or candidates, who need no account")
        return found

    @property
    def secure_cookies(self) -> bool:
        """False only for plain http on loopback in development, where browsers would drop them."""
        return self.environment == "production" or self.url.startswith("https://")


def read_settings(environ: Mapping[str, str] | None = None, **override: object) -> Settings:
    """Settings from the environment; `override` (None is skipped) wins. Raises BadSettings."""
    environ = os.environ if environ is None else environ
    if fault := unknown_name(environ, Settings.model_fields):
        raise BadSettings(fault)
    values: dict[str, object] = {}
    for name in Settings.model_fields:
        text = environ.get(PLAIN_NAMES.get(name, ""), environ.get(PREFIX + name.upper()))
        if text:
            values[name] = text
    values |= {name: value for name, value in override.items() if value is not None}
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        lines = [
            f"{PREFIX}{str(item['loc'][0]).upper()}: {item['msg']}" if item["loc"] else item["msg"]
            for item in error.errors()
        ]
        raise BadSettings("Correct these settings: " + "; ".join(lines)) from None
    _refuse_unsafe(settings)
    return settings


def _refuse_unsafe_tls(settings: Settings) -> None:
    if (settings.tls_cert is None) != (settings.tls_key is None):
        raise BadSettings("INVIGIL_TLS_CERT and INVIGIL_TLS_KEY go together: set both.")
    for name, place in (("CERT", settings.tls_cert), ("KEY", settings.tls_key)):
        if place is not None and not place.is_file():
            raise BadSettings(f"INVIGIL_TLS_{name} is no file: make one with invigil-server cert")
    key = settings.tls_key
    if key is not None and os.name != "nt" and key.stat().st_mode & 0o077:
        raise BadSettings("INVIGIL_TLS_KEY can be read by others: chmod 600")


def _refuse_unsafe(settings: Settings) -> None:
    _refuse_unsafe_tls(settings)
    parts = urlsplit(settings.url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadSettings(
            f"INVIGIL_PUBLIC_URL is {settings.public_url!r}: give it as https://interviews.example"
        )
    if settings.environment == "production" and parts.scheme != "https":
        raise BadSettings(
            "INVIGIL_PUBLIC_URL must begin with https:// in production; "
            "put a TLS proxy in front and name its address."
        )
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise BadSettings(
            f"INVIGIL_PUBLIC_URL is plain http on {parts.hostname}: sign-ins could be read on the "
            "way. Use https://, or a loopback address for trying things out."
        )
    _refuse_unsafe_mail(settings)
    _refuse_unsafe_speech(settings)
    _refuse_unsafe_llm(settings)
    _refuse_unsafe_sign_in(settings)
    _refuse_unsafe_proxies(settings)
    _refuse_unsafe_watching(settings)
    _refuse_unsafe_looks(settings)
    scheme = urlsplit(settings.redis_url).scheme
    if scheme not in ("", "redis", "rediss", "unix"):
        raise BadSettings(f"REDIS_URL begins with {scheme}: give it as redis://host:6379/0")
    # Development may try things out with a runner in the next room.
    runner = runner_fault(settings.runner_url) if settings.is_production else None
    if fault := database_fault(settings.database_url) or runner:
        raise BadSettings(fault)


def _refuse_unsafe_proxies(settings: Settings) -> None:
    try:
        everybody = [str(network) for network in settings.proxies if network.prefixlen == 0]
    except ValueError as error:
        raise BadSettings(
            f"INVIGIL_TRUSTED_PROXIES: {error}; give it as 127.0.0.1, 10.0.0.0/8"
        ) from None
    if everybody:
        raise BadSettings(
            f"INVIGIL_TRUSTED_PROXIES holds {everybody[0]}: then anybody could name any address. "
            "List your proxies."
        )


def _refuse_unsafe_watching(settings: Settings) -> None:
    if 0 < len(settings.metrics_token.get_secret_value()) < MIN_TOKEN_CHARS:
        raise BadSettings(
            f"INVIGIL_METRICS_TOKEN is short: use at least {MIN_TOKEN_CHARS} random characters."
        )
    parts = urlsplit(settings.s3_endpoint)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise BadSettings("INVIGIL_S3_ENDPOINT must begin with https://")
    if bool(settings.s3_access_key) != bool(settings.s3_secret_key.get_secret_value()):
        raise BadSettings("INVIGIL_S3_ACCESS_KEY and INVIGIL_S3_SECRET_KEY go together: set both.")
    if settings.s3_endpoint and not settings.storage_url:
        raise BadSettings("INVIGIL_STORAGE_URL is missing: name the bucket as s3://bucket/prefix")
    if dsn := settings.sentry_dsn.get_secret_value():
        parts = urlsplit(dsn)
        if not (parts.scheme and parts.hostname and parts.username and parts.path.strip("/")):
            raise BadSettings("INVIGIL_SENTRY_DSN is no DSN: copy it whole from Sentry's settings.")
        if parts.scheme != "https" and parts.hostname not in LOOPBACK:
            raise BadSettings("INVIGIL_SENTRY_DSN must begin with https://")


def _refuse_unsafe_looks(settings: Settings) -> None:
    secret = settings.turn_secret.get_secret_value()
    if bool(settings.turn_urls) != bool(secret):
        raise BadSettings("INVIGIL_TURN_URLS and INVIGIL_TURN_SECRET go together: set both.")
    if 0 < len(secret) < MIN_TOKEN_CHARS:
        raise BadSettings(
            f"INVIGIL_TURN_SECRET is short: use at least {MIN_TOKEN_CHARS} random characters."
        )
    if settings.live_relay_only and not settings.turn_urls:
        raise BadSettings("INVIGIL_LIVE_RELAY_ONLY needs INVIGIL_TURN_URLS: there is no relay.")


def _refuse_unsafe_speech(settings: Settings) -> None:
    if settings.stt_model is not None and not (settings.stt_model / "model.bin").is_file():
        raise BadSettings(
            "INVIGIL_STT_MODEL holds no model.bin: name the folder of a faster-whisper model."
        )
    if not settings.use_modal:
        return
    parts = urlsplit(settings.modal_url)
    if not parts.hostname or not settings.modal_token.get_secret_value():
        raise BadSettings("INVIGIL_USE_MODAL needs INVIGIL_MODAL_URL and INVIGIL_MODAL_TOKEN.")
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise BadSettings("INVIGIL_MODAL_URL must begin with https://: recordings go there.")


def _refuse_unsafe_llm(settings: Settings) -> None:
    if settings.llm == "off":
        return
    parts = urlsplit(settings.llm_url)
    if not parts.hostname or not settings.llm_model:
        raise BadSettings("INVIGIL_LLM needs INVIGIL_LLM_URL and INVIGIL_LLM_MODEL: set both.")
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise BadSettings("INVIGIL_LLM_URL must begin with https://: candidates' answers go there.")


def _refuse_unsafe_sign_in(settings: Settings) -> None:
    try:
        mapping = settings.oidc_mapping
    except ValueError:
        raise BadSettings(
            "INVIGIL_OIDC_ROLES is no list such as hr=admin,it=super_admin: name group=role pairs."
        ) from None
    if not settings.oidc_issuer:
        if not settings.password_login:
            raise BadSettings(
                "INVIGIL_PASSWORD_LOGIN is off and INVIGIL_OIDC_ISSUER is empty: nobody new could "
                "sign in. Set up the organisation's sign-in first."
            )
        return
    parts = urlsplit(settings.oidc_issuer)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise BadSettings("INVIGIL_OIDC_ISSUER must begin with https://")
    if not settings.oidc_client_id:
        raise BadSettings("INVIGIL_OIDC_CLIENT_ID is missing: the provider's name for this server.")
    if not mapping:
        raise BadSettings("INVIGIL_OIDC_ROLES is empty: nobody could sign in. Name group=role.")


def _refuse_unsafe_mail(settings: Settings) -> None:
    if settings.mails and not settings.mail_from:
        raise BadSettings("INVIGIL_MAIL_FROM is missing: name the address that mails come from.")
    if settings.mail_from and not settings.mails:
        raise BadSettings(
            "INVIGIL_MAIL_FROM is set, but nothing that sends: set INVIGIL_SMTP_HOST or "
            "INVIGIL_SENDGRID_KEY too."
        )
    if settings.smtp_security == "none" and settings.smtp_host not in ("", *LOOPBACK):
        raise BadSettings(
            f"INVIGIL_SMTP_SECURITY is none for {settings.smtp_host}: invitations and the password "
            "could be read on the way. Use starttls or tls."
        )
    if settings.smtp_ca is not None and not settings.smtp_ca.is_file():
        raise BadSettings("INVIGIL_SMTP_CA is no file: name the authority's PEM file.")
    if fault := verification_key_fault(settings.sendgrid_events_key):
        raise BadSettings(fault)
    parts = urlsplit(settings.sendgrid_url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise BadSettings("INVIGIL_SENDGRID_URL must begin with https://")
