"""Faces and voices as numbers, sealed in the spool and read back after a restart.

One rule: a template that cannot be read costs the comparison and nothing else.
"""

import logging
from dataclasses import dataclass
from typing import Protocol

from pydantic import ValidationError

from client.errors import SpoolError
from client.ui.record import Evidence
from shared.events import Artifact
from shared.session import Grant
from shared.templates import MEDIA_TYPE, Template

log = logging.getLogger(__name__)


class Store(Protocol):
    """What is needed of `client.spool.store.Spool`."""

    @property
    def grant(self) -> Grant:
        """What the server handed over at the claim."""
        ...

    def open_blob(self, address: str) -> bytes:
        """The content under `address`; raises SpoolDamaged."""
        ...


@dataclass(frozen=True, slots=True)
class Templates:
    """Whom to compare with; None: with nobody."""

    face: Template | None = None
    voice: Template | None = None


def content_of(template: Template) -> Evidence:
    """The blob that a row can name."""
    return Evidence(template.model_dump_json().encode(), MEDIA_TYPE)


def known(store: Store, face: Artifact | None, voice: Artifact | None) -> Templates:
    """The templates made on this machine, else those that the server knows from earlier."""
    return Templates(
        _read(store, face) or store.grant.face,
        _read(store, voice) or store.grant.voice,
    )


def _read(store: Store, artifact: Artifact | None) -> Template | None:
    if artifact is None:
        return None
    try:
        return Template.model_validate_json(store.open_blob(artifact.sha256))
    except (SpoolError, ValidationError) as error:
        log.warning("a template cannot be read: %s", type(error).__name__)
        return None
