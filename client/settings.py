"""What this installation of the candidate's app knows before any interview.

One rule: only what the machine's owner decides stands here; what one interview needs comes
from the server's policy inside the grant.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field

PREFIX = "INVIGIL_CLIENT_"
"""Of the environment variables; the server's have `INVIGIL_`, and both may run on one machine."""


class Settings(BaseModel):
    """Read once at the start by `load` and passed on whole."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    data_dir: Path = Field(default_factory=lambda: user_data_path("Invigil", appauthor=False))
    """Folder for spools, keys and logs; made with mode 0700 when first needed."""
    server_url: str | None = None
    """Server for bare invite codes, such as https://jobs.example.com; links name their own."""
    language: str | None = None
    """BCP 47 language of the app until somebody chooses one in it; unset: the system's."""
    allow_http: bool = False
    """Accept unencrypted servers other than this computer; for tests in a closed network only."""
    connect_timeout_s: Annotated[float, Field(gt=0, le=60)] = 5.0
    """Seconds to reach the server before it counts as unreachable."""
    answer_timeout_s: Annotated[float, Field(gt=0, le=300)] = 30.0
    """Seconds without any byte of an answer before a request counts as lost."""
    sync_every_s: Annotated[float, Field(ge=0.05, le=60)] = 1.0
    """Least seconds between two sync calls, unless something severe opens."""
    update_url: str | None = None
    """Signed manifest of releases for `invigil update`; unset: a package manager does updates."""

    @property
    def spools(self) -> Path:
        """The folder that holds one spool for each interview."""
        return self.data_dir / "interviews"


def load(
    environ: Mapping[str, str] = os.environ, given: Mapping[str, Any] | None = None
) -> Settings:
    """Settings from `INVIGIL_CLIENT_*`; raises pydantic's ValidationError naming what is wrong.

    `given`: what is managed on this computer, which counts before them.
    """
    told = {
        name: environ[PREFIX + name.upper()]
        for name in Settings.model_fields
        if environ.get(PREFIX + name.upper())
    }
    return Settings.model_validate({**told, **(given or {})})
