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
    from client.speech.stt import Transcriber
    from shared.transcript import Transcript


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
            from client.speech.stt import Transcriber

            with self._guard:
                if self._stopped:
                    return
                if self._transcriber is None:
                    self._transcriber = Transcriber()
                self._transcriber.submit(audio, language=language.partition("-")[0], on_done=told)

        background.run(work, lane="sound")

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
