"""Spoken answers as text, made on this machine where a model is here.

One rule: every take gets an answer, a text or the reason why there is none.
"""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from client import exam
from client.ui.conductor import Conductor
from shared.events import AnswerTranscribed

if TYPE_CHECKING:
    from client.speech.stt import Partial, Transcriber
    from shared.transcript import Transcript


def name_of(question: str, take: int) -> str:
    """By which the transcriber knows a take."""
    return f"{question}/{take}"


class Transcripts:
    """Owns the transcriber's process; `on_reason` hears why there is no speech to text."""

    def __init__(self, conductor: Conductor, on_reason: Callable[[str], None]) -> None:
        self._conductor = conductor
        self._on_reason = on_reason
        self._transcriber: Transcriber | None = None
        self._guard = Lock()
        self._stopped = False

    def transcribe(self, question: str, take: int, audio: tuple[bytes, ...], language: str) -> None:
        """Answered by Transcribed."""
        background = self._conductor.background
        if not self._conductor.state.policy.transcribe:
            reason = "Transcripts are off for this interview."
            body = AnswerTranscribed(question=question, take=take, text="", reason=reason)
            self._conductor.feed(exam.Transcribed(body))
            return

        def told(transcript: "Transcript") -> None:
            background.call(lambda: self._transcribed(question, take, transcript))

        def work() -> None:
            with self._guard:
                if (transcriber := self._running()) is not None:
                    transcriber.submit(
                        audio,
                        language=language.partition("-")[0],
                        on_done=told,
                        take=name_of(question, take),
                    )

        background.run(work, lane="sound")

    def look(self, pcm: bytes, language: str, on_done: "Callable[[Partial | None], None]") -> None:
        """What the end of a take that runs says; answered on the GUI thread."""
        background = self._conductor.background

        def told(found: "Partial | None") -> None:
            background.call(lambda: on_done(found))

        def work() -> None:
            with self._guard:
                if (transcriber := self._running()) is not None:
                    transcriber.look(pcm, language=language.partition("-")[0], on_done=told)

        background.run(work, lane="sound")

    def hear(
        self,
        pcm: bytes,
        take: str,
        start: int,
        language: str,
        on_done: "Callable[[Partial | None], None]",
    ) -> None:
        """Transcribes a stretch of a take that runs, ahead; answered on the GUI thread."""
        background = self._conductor.background

        def told(found: "Partial | None") -> None:
            background.call(lambda: on_done(found))

        def work() -> None:
            with self._guard:
                if (transcriber := self._running()) is not None:
                    transcriber.hear(
                        pcm,
                        take=take,
                        start=start,
                        language=language.partition("-")[0],
                        on_done=told,
                    )

        background.run(work, lane="sound")

    def _running(self) -> "Transcriber | None":
        """Made with the first wish; None once everything ends."""
        from client.speech.stt import Transcriber

        if self._transcriber is None and not self._stopped:
            self._transcriber = Transcriber()
        return self._transcriber

    def stop(self) -> None:
        """Ends the transcriber."""
        with self._guard:
            self._stopped = True
            transcriber, self._transcriber = self._transcriber, None
        if transcriber is not None:
            transcriber.close()

    def _transcribed(self, question: str, take: int, transcript: "Transcript") -> None:
        if transcript.reason and not transcript.model:
            self._on_reason(f"Speech to text: {transcript.reason}")
        body = AnswerTranscribed(
            question=question,
            take=take,
            text=transcript.text,
            words=transcript.words,
            model=transcript.model,
            reason=transcript.reason,
        )
        self._conductor.feed(exam.Transcribed(body))
