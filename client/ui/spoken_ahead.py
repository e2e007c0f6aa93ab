"""Fetches the prepared sound of the questions, sealed, while the person gets ready.

One rule: nobody waits for it and nobody is told: without it the machine's own voice reads.
"""

import logging
import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from client.errors import Refused
from client.ui.background import Background

if TYPE_CHECKING:
    from client.api import InterviewApi
    from client.spool.store import Spool

log = logging.getLogger(__name__)

TRIES = 8
AGAIN_MS = (15_000, 60_000)
"""Between two tries, drawn anew each time: a whole class opens its interviews at once."""
FOR_GOOD = frozenset({"already_over", "not_signed_in", "not_found"})


class SpokenAhead(QObject):
    """Lives on the GUI thread; `counted` notes that something was asked of the server."""

    def __init__(
        self,
        background: Background,
        counted: Callable[[], AbstractContextManager[None]],
        *,
        chance: Callable[[], float] = random.random,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._counted, self._chance = background, counted, chance
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._try)
        self._held: tuple[InterviewApi, Spool] | None = None
        self._left = 0

    def begin(self, api: "InterviewApi", spool: "Spool") -> None:
        """Fetches for this interview, unless it is here or nothing is read aloud."""
        if spool.grant.policy.speak_questions:
            self._held, self._left = (api, spool), TRIES
            self._try()

    def stop(self) -> None:
        """No further try."""
        self._again.stop()
        self._held = None

    def _try(self) -> None:
        if self._held is None:
            return
        api, spool = self._held
        self._left -= 1

        def work() -> None:
            from client.spool import spoken

            if not spoken.is_held(spool):
                with self._counted():
                    sealed = api.spoken()
                spoken.keep(spool, sealed)

        self._background.run(work, lambda _: self.stop(), self._failed)

    def _failed(self, error: Exception) -> None:
        code = getattr(error, "code", type(error).__name__)
        log.info("no prepared sound of the questions: %s", code)
        for_good = isinstance(error, Refused) and error.code in FOR_GOOD
        if self._left > 0 and not for_good and self._held is not None:
            least, most = AGAIN_MS
            self._again.start(round(least + (most - least) * self._chance()))
