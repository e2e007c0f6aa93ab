"""The checks of this computer, made off the GUI thread, and what becomes of their report.

One rule: the same checks and the same signed report as `invigil preflight`; leaving the page stops
them, and a report leaves this computer only by the person's own press.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from client.errors import ClientError, WrongInvite
from client.preflight import probes
from client.preflight.probes import Asked, Reached, Step
from client.settings import Settings
from client.ui.background import Background
from client.ui.screens.readiness import ReadinessPage
from client.ui.words import localised
from shared.readiness import Readiness, ReadinessLine

if TYPE_CHECKING:
    import httpx


class Readying(QObject):
    """Drives one page; lives on the GUI thread."""

    def __init__(
        self,
        page: ReadinessPage,
        background: Background,
        settings: Settings,
        *,
        invite: Callable[[], str],
        steps: tuple[Step, ...] = probes.STEPS,
        transport: "httpx.BaseTransport | None" = None,
    ) -> None:
        super().__init__(page)
        self._page, self._background, self._settings = page, background, settings
        self._invite = invite
        self._steps = steps
        self._transport = transport
        self._server = self._token = ""
        self._report: Readiness | None = None
        self._stop = threading.Event()
        self._stop.set()
        page.begun.connect(self.begin)
        page.send_wished.connect(self._send)
        page.file_wished.connect(self._save)

    def begin(self) -> None:
        """Tries everything, from the first on; what still runs of an earlier try is dropped."""
        self.stop()
        stop = self._stop = threading.Event()
        note = self._address()
        self._report = None
        probed = tuple(step.probe for step in self._steps)
        self._page.show_running(probed, invited=bool(self._token))
        if note:
            self._page.show_note(note)
        server, token = self._server, self._token

        def reach() -> Reached:
            from client.preflight import report

            return report.reach(server, self._transport)

        asked = Asked(self._settings.data_dir, server, reach if server else None)

        def tell(line: ReadinessLine) -> None:
            if self._stop is stop and not stop.is_set():
                self._page.show_line(line)

        def work() -> Readiness | None:
            lines: list[ReadinessLine] = []
            for line in probes.run(asked, self._steps, stop):
                lines.append(line)
                self._background.call(lambda line=line: tell(line))
            from client.preflight import report

            return report.make(lines, datetime.now(UTC), token=token) if lines else None

        def done(made: Readiness | None) -> None:
            if self._stop is stop and not stop.is_set():
                stop.set()
                self._report = made
                self._page.show_over()

        self._background.run(work, done)

    def stop(self) -> None:
        """Nobody waits for the rest."""
        self._stop.set()

    def _address(self) -> str:
        """Server and token by the invite as it stands in its field; why it is not used, or ''."""
        text, settings = self._invite().strip(), self._settings
        self._server, self._token = (settings.server_url or "").rstrip("/"), ""
        if not text:
            return ""
        from client.api import parse_invite

        try:
            self._server, self._token = parse_invite(
                text, settings.server_url, allow_http=settings.allow_http
            )
        except WrongInvite as error:
            return tr("The invite is not used here: {why}").format(why=localised(error.message))
        return ""

    def _send(self) -> None:
        made, server, token = self._report, self._server, self._token
        if made is None:
            return
        from client.preflight import report

        self._background.run(
            lambda: report.send(server, made, token, self._transport),
            lambda _: self._page.show_note(
                tr("The signed report was sent: the people who invited you can read it."),
                sent=True,
            ),
            self._not_sent,
        )

    def _not_sent(self, error: Exception) -> None:
        why = localised(error.message) if isinstance(error, ClientError) else type(error).__name__
        self._page.show_note(tr("The report was not sent: {why}").format(why=why))

    def _save(self, folder: Path) -> None:
        made = self._report
        if made is None:
            return
        from client.preflight import report

        path = folder / f"invigil-readiness-{datetime.now(UTC):%Y%m%d-%H%M%S}.json"
        self._background.run(
            lambda: path.write_text(report.as_json(made), encoding="utf-8"),
            lambda _: self._page.show_note(
                tr("The signed report is in the file {name}.").format(name=path.name)
            ),
            lambda error: self._page.show_note(
                tr("The file cannot be written: {why}").format(
                    why=getattr(error, "strerror", None) or type(error).__name__
                )
            ),
        )


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)
