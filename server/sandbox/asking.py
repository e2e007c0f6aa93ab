"""How a server asks whoever runs code: a runner of ours, Judge0 or Piston, or nobody.

One rule: an answer is about the program, or it is `CannotRun`; what broke on the way is never put
down to the program.
"""

import socket
from typing import Protocol

from pydantic import ValidationError

from server.sandbox.wire import Ability, Off, Work, Worked

WITHIN_S = 600.0
"""A work of fifty slow tests may wait for a box as well."""


class CannotRun(Exception):
    """Nothing was run; the message is a sentence. `soon`: whether to try again shortly."""

    def __init__(self, reason: str, *, soon: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.soon = soon


class Runner(Protocol):
    """Whoever runs code; safe from several threads."""

    def ability(self) -> Ability:
        """What it can do now; raises CannotRun where it does not answer."""
        ...

    def work(self, work: Work) -> Worked:
        """Runs; raises CannotRun where execution or this language is off, or it is busy or away."""
        ...

    def close(self) -> None:
        """Gives the connections back."""
        ...


class _Nobody:
    _WHY = "No runner is set up on this server (INVIGIL_RUNNER_URL)."

    def ability(self) -> Ability:
        return Ability(
            driver="none", languages={}, off=(Off(name="all", reason=self._WHY),), limits={}
        )

    def work(self, work: Work) -> Worked:
        raise CannotRun(self._WHY, soon=False)

    def close(self) -> None:
        pass


NOBODY: Runner = _Nobody()


class OurRunner:
    """`python -m server runner`, over its socket or port."""

    def __init__(self, url: str, token: str) -> None:
        import httpx  # a tenth of a start, for a runner that few servers have

        path = url.removeprefix("unix:") if url.startswith("unix:") else None
        self._path = path
        self._client = httpx.Client(
            base_url="http://runner" if path else url,
            transport=httpx.HTTPTransport(uds=path) if path else None,
            headers={"Authorization": f"Bearer {token}"} if token else {},
            timeout=httpx.Timeout(WITHIN_S, connect=5),
            trust_env=False,
        )

    def ability(self) -> Ability:
        """As it says itself."""
        import httpx

        self._knock()
        try:
            return Ability.model_validate_json(self._client.get("/", timeout=5).content)
        except (httpx.HTTPError, ValidationError):
            raise CannotRun("The runner does not answer.", soon=True) from None

    def work(self, work: Work) -> Worked:
        """In its boxes."""
        import httpx

        self._knock()
        try:
            answer = self._client.post("/work", content=work.model_dump_json())
        except httpx.HTTPError:
            raise CannotRun("The runner does not answer.", soon=True) from None
        try:
            if answer.status_code == 200:
                return Worked.model_validate_json(answer.content)
            off = Off.model_validate_json(answer.content)
        except ValidationError:
            raise CannotRun("The runner answered something else.", soon=True) from None
        raise CannotRun(off.reason, soon=answer.status_code == 429)

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()

    def _knock(self) -> None:
        """Whether somebody is there: httpcore leaves a socket open that could not connect."""
        if self._path is None:
            return
        with socket.socket(socket.AF_UNIX) as knocking:
            try:
                knocking.connect(self._path)
            except OSError:
                raise CannotRun("The runner does not answer.", soon=True) from None
