"""The server's own secrets: signing keys, master keys, the token secret, and what links come from.

One rule: they live in data_dir/keys, readable by the server's user only, are made once and are
never logged; losing a master key loses what it wrapped, so the folder belongs in every backup.
Each key has a `kid`; new ones are used at once by every process, old ones stay to open and verify
(docs/decisions/0145).
"""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.ids import sha256_hex

KEY_BYTES = 32
NONCE_BYTES = 12
KID_CHARS = 16
_WRAPPED = b"\x01"
"""First byte of a wrapped key that names its master key; those without are a nonce longer than no
kid: 60 bytes instead of 69."""
_OLD_SIZE = NONCE_BYTES + KEY_BYTES + 16

SIGNING, MASTER, JWT, LINKS = "server.ed25519", "master.key", "jwt.key", "links.key"
OLD_SIGNING, OLD_MASTERS = "signing", "masters"


class BadKeys(Exception):
    """A key file is missing or unreadable in a way that must not be repaired silently."""


@dataclass(frozen=True, slots=True)
class _Ring:
    """The folder as it was read."""

    signing: Ed25519PrivateKey
    master: bytes
    jwt: bytes
    links: bytes
    old_signing: Mapping[str, Ed25519PrivateKey]
    old_masters: Mapping[str, bytes]


class ServerKeys:
    """The keys of one folder; looks again when somebody has put new ones there.

    Safe from several threads; `repr` shows the public part only.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamp = _stamp(folder)
        self._kept = _read(folder)

    def __repr__(self) -> str:
        return f"ServerKeys(kid={self.kid})"

    @property
    def master(self) -> bytes:
        """What new interviews' keys are wrapped under."""
        return self._ring().master

    @property
    def jwt(self) -> bytes:
        """What access tokens are signed with."""
        return self._ring().jwt

    @property
    def links(self) -> bytes:
        """What links, leases and candidates' pseudonyms are derived from: never rotated, because
        every link that was mailed would stop working."""
        return self._ring().links

    @property
    def public(self) -> bytes:
        """The 32 bytes of the current Ed25519 public key."""
        return self._ring().signing.public_key().public_bytes_raw()

    @property
    def public_text(self) -> str:
        """The current public key in URL-safe base64 without padding."""
        return encode(self.public)

    @property
    def kid(self) -> str:
        """First 16 hexadecimal digits of the current public key's SHA-256."""
        return kid_of_public(self.public)

    @property
    def master_kid(self) -> str:
        """Names the current master key."""
        return kid_of_master(self.master)

    @property
    def wrapped_prefix(self) -> bytes:
        """How keys begin that are wrapped under the current master key."""
        return _WRAPPED + bytes.fromhex(self.master_kid)

    def publics(self) -> dict[str, str]:
        """Every public key by its kid, the current one first: old signatures stay verifiable."""
        ring = self._ring()
        keys = [ring.signing, *ring.old_signing.values()]
        raw = [key.public_key().public_bytes_raw() for key in keys]
        return {kid_of_public(one): encode(one) for one in raw}

    def sign(self, statement: bytes, *, kid: str | None = None) -> str:
        """Ed25519 signature in URL-safe base64 without padding, by the key `kid` or the current."""
        ring = self._ring()
        key = ring.signing if kid is None else ring.old_signing.get(kid, ring.signing)
        return encode(key.sign(statement))

    def wrap(self, key: bytes, *, about: str) -> bytes:
        """`key` sealed under the master key; `about` (the session's id) is bound to it."""
        master = self._ring().master
        nonce = secrets.token_bytes(NONCE_BYTES)
        head = _WRAPPED + bytes.fromhex(kid_of_master(master))
        return head + nonce + AESGCM(master).encrypt(nonce, key, _context(about))

    def unwrap(self, sealed: bytes, *, about: str) -> bytes:
        """The key that `wrap` sealed; raises BadKeys under an unknown master key or session."""
        ring = self._ring()
        masters = {kid_of_master(ring.master): ring.master, **ring.old_masters}
        candidates = list(masters.values())
        if len(sealed) != _OLD_SIZE and sealed[:1] == _WRAPPED:
            kid = sealed[1 : 1 + KID_CHARS // 2].hex()
            candidates = [masters[kid]] if kid in masters else []
            sealed = sealed[1 + KID_CHARS // 2 :]
        nonce, box = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        for master in candidates:
            try:
                return AESGCM(master).decrypt(nonce, box, _context(about))
            except (InvalidTag, ValueError):
                continue
        raise BadKeys("an interview's key does not open with this master key")

    def _ring(self) -> _Ring:
        stamp = _stamp(self._folder)
        if stamp != self._stamp:
            # The stamp first: what is put there meanwhile is read next time.
            self._stamp, self._kept = stamp, _read(self._folder)
        return self._kept


def load_keys(data_dir: Path) -> ServerKeys:
    """Reads the keys below `data_dir`, making the ones that are not there yet."""
    folder = data_dir / "keys"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in (SIGNING, MASTER, JWT):
        make_secret(folder / name)
    # Servers that are older than this file derived from the master key: their links stay valid.
    make_secret(folder / LINKS, (folder / MASTER).read_bytes())
    return ServerKeys(folder)


def kid_of_public(public: bytes) -> str:
    """Names an Ed25519 key."""
    return sha256_hex(public)[:KID_CHARS]


def kid_of_master(master: bytes) -> str:
    """Names a master key, and tells nothing about it."""
    return sha256_hex(b"invigil-master\n" + master)[:KID_CHARS]


def encode(raw: bytes) -> str:
    """URL-safe base64 without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """The bytes of `encode`; raises ValueError for anything else."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def make_secret(path: Path, content: bytes | None = None, *, replace: bool = False) -> None:
    """Puts 32 secret bytes at `path`; made complete under another name first, so that a crash
    leaves no half file. What is there stays unless `replace`."""
    if path.exists() and not replace:
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES) if content is None else content)
        file.flush()
        os.fsync(file.fileno())
    if replace:
        draft.replace(path)
        return
    try:
        os.link(draft, path)  # fails where another process was first: then its key counts
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _read(folder: Path) -> _Ring:
    signing = _signing(folder / SIGNING)
    old = {}
    for path in sorted((folder / OLD_SIGNING).glob("*.ed25519")):
        key = _signing(path)
        old[kid_of_public(key.public_key().public_bytes_raw())] = key
    masters = [_secret(path) for path in sorted((folder / OLD_MASTERS).glob("*.key"))]
    return _Ring(
        signing=signing,
        master=_secret(folder / MASTER),
        jwt=_secret(folder / JWT),
        links=_secret(folder / LINKS),
        old_signing=old,
        old_masters={kid_of_master(master): master for master in masters},
    )


def _stamp(folder: Path) -> tuple[int, ...]:
    """Changes when a current key was replaced: by renaming, which is a new inode."""
    found: list[int] = []
    for name in (SIGNING, MASTER, JWT):
        try:
            status = os.stat(folder / name)
        except FileNotFoundError:
            raise BadKeys(f"{name} is gone: restore a backup") from None
        found += (status.st_ino, status.st_mtime_ns)
    return tuple(found)


def _signing(path: Path) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(_secret(path))


def _secret(path: Path) -> bytes:
    raw = path.read_bytes()
    if len(raw) != KEY_BYTES:
        raise BadKeys(f"{path.name} has {len(raw)} bytes, expected {KEY_BYTES}: restore a backup")
    return raw


def _context(about: str) -> bytes:
    return b"invigil-interview-key\n" + about.encode()
