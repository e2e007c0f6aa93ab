"""Microphone, takes, reading aloud and transcripts of one interview.

One rule: what is heard is on disk before anything else happens to it, and a device that goes
away costs a sentence on the screen and a row, nothing more.
"""

import logging
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from client import exam
from client.ui.background import Background
from client.ui.conductor import Conductor
from client.ui.devices import Choice
from client.ui.record import Evidence
from shared.events import AnswerTranscribed, Artifact, SystemNoted

if TYPE_CHECKING:
    from client.speech.devices import AudioDevice
    from client.speech.microphone import Microphone, MicrophoneLost, ReplaySpec
    from client.speech.pcm import Level, Pcm
    from client.speech.recorder import Part, Recorder, Take
    from client.speech.stt import Transcriber
    from client.speech.transcript import Transcript
    from client.speech.tts import Speaker
    from client.spool.store import Spool

log = logging.getLogger(__name__)

VOICE_SAMPLE = "0" * 32
"""Stands for a question where the take is the voice sample."""
REPLAY_KEY = "replay"
TEST_SENTENCE = "This is how questions will sound."


class Listening(QObject):
    """The conductor's `Ears` on `client.speech`."""

    level = Signal(float, str)
    """RMS in dBFS, and a hint for the person or nothing."""
    found = Signal(object, object)
    """(microphones, speakers) as tuples of Choice."""
    speaker_tried = Signal(str)
    """Why the test sentence was not heard; empty when it was."""

    def __init__(
        self,
        conductor: Conductor,
        *,
        replay: "ReplaySpec | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._background: Background = conductor.background
        self._replay = replay
        self._folder: Path | None = None
        self.spool: Spool | None = None
        self._devices: dict[str, AudioDevice] = {}
        self._microphone: Microphone | None = None
        self._recorder: Recorder | None = None
        self._speaker: Speaker | None = None
        self._transcriber: Transcriber | None = None
        self._takes: dict[tuple[str, int], list[bytes]] = {}
        self._ending = Lock()
        """Guards the making of what has a thread against `stop`, which must end all of it."""
        self._stopped = False
        self._opening = False
        self._failed = False
        """The last try to open one failed, and nobody has looked since."""
        self._short_of_room = False
        self._last_key = ""
        """The microphone in use before it was lost."""
        self._language = "en"
        self.microphone_key = ""
        self.speaker_key = ""
        self.reasons: dict[str, str] = {}
        """What is off and why, by name."""

    def use_spool(self, spool: "Spool") -> None:
        """Where takes grow; pieces that a kill left there are put on record."""
        self.spool = spool
        self._folder = spool.folder / "takes"
        self._background.run(
            self._left_over, self._recovered, lambda error: log.error("%s", error), lane="sound"
        )

    # ---- devices ------------------------------------------------------------------------------

    def look(self) -> None:
        """Lists microphones and speakers; answered by `found`."""

        def work() -> "tuple[tuple[AudioDevice, ...], tuple[AudioDevice, ...]]":
            from client.speech.devices import microphones, speakers

            return microphones(), speakers()

        self._background.run(
            work, lambda both: self._listed(*both), lambda error: log.warning("%s", error)
        )

    def open(self) -> None:
        """Begins, or after a loss goes on, to listen: to the last, else the first microphone."""
        if not self._opening and not self._listening():
            self._opening = True
            self._background.run(self._open, self._opened, self._not_opened, lane="sound")

    def choose_microphone(self, key: str) -> None:
        """Goes on with another one, also in mid-recording."""
        device = self._devices.get(key)
        microphone = self._microphone
        if device is None:
            return
        if microphone is None:
            self._last_key = key
            self.open()
            return

        def done(_: None) -> None:
            self.microphone_key = self._last_key = key
            self._conductor.system(SystemNoted(what="microphone_changed"))
            self.look()

        self._background.run(
            lambda: microphone.switch(device), done, self._not_opened, lane="sound"
        )

    def choose_speaker(self, key: str) -> None:
        """From the next text on."""
        self.speaker_key = key
        device = self._devices.get(key)
        self._background.run(lambda: self._voice().use(device), lane="sound")

    def test_speaker(self) -> None:
        """Says a sentence; answered by `speaker_tried`."""
        self._say(TEST_SENTENCE, "en", told=True)

    # ---- orders -------------------------------------------------------------------------------

    def start_take(self, question: str, take: int) -> None:
        """Begins a take; "" is the voice sample."""
        name = question or VOICE_SAMPLE
        folder, microphone = self._folder, self._microphone
        self._takes[(name, take)] = []

        def work() -> None:
            from client.errors import NoMicrophone
            from client.speech.recorder import Recorder

            if microphone is None or not microphone.listening or folder is None:
                raise NoMicrophone(
                    "No microphone is in use. Plug one in, choose it under Devices, and record."
                )
            for old in folder.glob(f"{VOICE_SAMPLE}-*.ogg"):
                old.unlink()
            recorder = Recorder(
                folder,
                question=name,
                take=take,
                on_part=self._on_part,
                on_error=lambda error: self._background.call(self._disk_full),
            )
            with self._ending:
                if not self._stopped:
                    self._recorder = recorder
            if self._stopped:
                recorder.end()
            microphone.take_begins()

        def done(_: None) -> None:
            self._conductor.feed(exam.RecordingStarted())
            if self._conductor.state.phase == "stopping":
                self.stop_take()

        self._background.run(
            work, done, lambda error: self._conductor.failed("record", error), lane="sound"
        )

    def stop_take(self) -> None:
        """Ends the take once its last piece is on disk."""
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            self._background.run(
                recorder.end,
                self._take_ended,
                lambda error: self._conductor.failed("record", error),
                lane="sound",
            )

    def speak(self, text: str, language: str) -> None:
        """Reads aloud, where this machine has a voice."""
        self._say(text, language, told=False)

    def hush(self) -> None:
        """Falls silent."""
        if self._speaker is not None:
            self._background.run(self._speaker.stop, lane="sound")

    def transcribe(self, question: str, take: int, language: str) -> None:
        """Answered in any case: with a text or with the reason why there is none."""
        audio = tuple(self._takes.pop((question, take), ()))
        if not self._conductor.state.policy.transcribe:
            self._transcript(question, take, "", reason="Transcripts are off for this interview.")
            return

        def told(transcript: "Transcript") -> None:
            self._background.call(lambda: self._transcribed(question, take, transcript))

        def work() -> None:
            from client.speech.stt import Transcriber

            with self._ending:
                if self._stopped:
                    return
                if self._transcriber is None:
                    self._transcriber = Transcriber()
                self._transcriber.submit(audio, language=language.partition("-")[0], on_done=told)

        self._background.run(work, lane="sound")

    def stop(self) -> None:
        """Ends microphone, voice and transcriber, and what a thread is just about to make."""
        with self._ending:
            self._stopped = True
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.end()
        if self._microphone is not None:
            self._microphone.stop()
            self._microphone = None
        if self._speaker is not None:
            self._speaker.stop()
        if self._transcriber is not None:
            self._transcriber.close()
            self._transcriber = None

    # ---- on other threads ---------------------------------------------------------------------

    def _open(self) -> str:
        from client.speech.devices import microphones
        from client.speech.microphone import Microphone

        source, key = self._replay, REPLAY_KEY
        if source is None:
            there = microphones()
            chosen = [one for one in there if one.key == self._last_key] or list(there)
            source, key = (chosen[0], chosen[0].key) if chosen else (None, "default")
        microphone = self._microphone
        if microphone is not None:
            # It was lost: the same one goes on, and with it a take that is being recorded.
            microphone.switch(source)
            if self._stopped:
                microphone.stop()
            return key
        microphone = Microphone(
            source, on_chunk=self._on_chunk, on_level=self._on_level, on_lost=self._on_lost
        )
        microphone.start()
        with self._ending:
            if not self._stopped:
                self._microphone = microphone
        if self._stopped:
            microphone.stop()
        return key

    def _on_chunk(self, pcm: "Pcm", at_s: float) -> None:
        recorder = self._recorder
        if recorder is not None:
            recorder.feed(pcm)

    def _on_level(self, level: "Level") -> None:
        from client.speech.pcm import HINTS

        hint = HINTS[level.hint] if level.hint in ("clipping", "silent") else ""
        self.level.emit(level.rms_dbfs, hint)

    def _on_lost(self, lost: "MicrophoneLost") -> None:
        self._background.call(self._lost)

    def _on_part(self, part: "Part") -> None:
        content = part.content()
        self._background.call(lambda: self._part(part, content))

    def _left_over(self) -> "tuple[Part, ...]":
        from client.speech.recorder import recovered_parts, stored_parts

        assert self.spool is not None
        assert self._folder is not None
        if not self._folder.is_dir():
            return ()
        return recovered_parts(self._folder, stored=stored_parts(self.spool.rows()))

    def _voice(self) -> "Speaker":
        from client.speech.tts import Speaker

        if self._speaker is None:
            self._speaker = Speaker(self._devices.get(self.speaker_key))
        return self._speaker

    # ---- back on the GUI thread ---------------------------------------------------------------

    def _listed(
        self, microphones: "tuple[AudioDevice, ...]", speakers: "tuple[AudioDevice, ...]"
    ) -> None:
        self._devices = {one.key: one for one in (*microphones, *speakers)}
        heard = tuple(Choice(one.key, one.name) for one in microphones)
        if self._replay is not None:
            heard = (Choice(REPLAY_KEY, self.tr("Recording")), *heard)
        spoken = tuple(Choice(one.key, one.name) for one in speakers)
        if not self.speaker_key and spoken:
            self.speaker_key = spoken[0].key
        if heard and self._folder is not None and not self._failed:
            self.open()
        self._failed = False
        self.found.emit(heard, spoken)

    def _listening(self) -> bool:
        return self._microphone is not None and self._microphone.listening

    def _opened(self, opened: str) -> None:
        self._opening = False
        self.microphone_key = self._last_key = opened
        if "microphone_lost" in self._conductor.state.live.notices:
            self._conductor.system(SystemNoted(what="microphone_back"))
        self.look()

    def _not_opened(self, error: Exception) -> None:
        log.info("microphone: %s", getattr(error, "code", type(error).__name__))
        self._opening = False
        # What is listed but busy is tried again by the next look, not at once and for ever.
        self._failed = True
        if not self._listening():
            self.microphone_key = ""
            if "microphone_lost" not in self._conductor.state.live.notices:
                self._conductor.system(
                    SystemNoted(what="microphone_lost", detail=getattr(error, "code", ""))
                )
        self.look()

    def _lost(self) -> None:
        self.microphone_key = ""
        # A take that runs goes on: with this microphone once it is back, or with another.
        self._conductor.system(SystemNoted(what="microphone_lost"))
        self.look()

    def _disk_full(self) -> None:
        self._short_of_room = True
        if "disk_full" not in self._conductor.state.live.notices:
            self._conductor.system(SystemNoted(what="disk_full", detail="recording"))

    def _room_again(self) -> None:
        record = self._conductor.record
        if not self._short_of_room or record is None:
            return

        def told() -> None:
            self._short_of_room = False
            if "disk_full" in self._conductor.state.live.notices:
                self._conductor.system(SystemNoted(what="disk_back", detail="recording"))

        record.then(told)

    def _part(self, part: "Part", content: bytes) -> None:
        key = (part.question, part.take)
        self._takes.setdefault(key, []).append(content)
        if part.question != VOICE_SAMPLE:
            self._store(part, content)
        self._room_again()

    def _store(self, part: "Part", content: bytes) -> None:
        record = self._conductor.record
        if record is None:
            return

        def named(artifact: Artifact) -> None:
            self._conductor.feed(
                exam.ChunkStored(part.question, part.take, part.part, artifact, part.duration_ms)
            )
            record.then(part.discard)

        record.put(Evidence(content, part.media_type), named)

    def _take_ended(self, take: "Take") -> None:
        record = self._conductor.record
        if record is None:
            return
        if take.question != VOICE_SAMPLE:
            record.then(lambda: self._conductor.feed(exam.TakeEnded()))
            self._room_again()
            return
        self._conductor.feed(exam.TakeEnded())
        content = b"".join(self._takes.pop((take.question, take.take), []))
        if not content:
            self._conductor.failed("voice", _nothing_heard())
            return
        from client.speech.opus import MEDIA_TYPE

        detail = f"{take.duration_ms} ms"
        record.put(
            Evidence(content, MEDIA_TYPE),
            lambda artifact: self._conductor.feed(exam.VoiceStored(artifact, detail)),
        )

    def _recovered(self, parts: "tuple[Part, ...]") -> None:
        for part in parts:
            if part.question == VOICE_SAMPLE:
                part.discard()
            else:
                self._store(part, part.content())

    def _transcribed(self, question: str, take: int, transcript: "Transcript") -> None:
        if transcript.reason and not transcript.model:
            self.reasons["speech to text"] = f"Speech to text: {transcript.reason}"
        self._conductor.feed(
            exam.Transcribed(
                AnswerTranscribed(
                    question=question,
                    take=take,
                    text=transcript.text,
                    words=transcript.words,
                    model=transcript.model,
                    reason=transcript.reason,
                )
            )
        )

    def _transcript(self, question: str, take: int, text: str, *, reason: str) -> None:
        body = AnswerTranscribed(question=question, take=take, text=text, reason=reason)
        self._conductor.feed(exam.Transcribed(body))

    def _say(self, text: str, language: str, *, told: bool) -> None:
        def done(reason: str) -> None:
            self._background.call(lambda: self._said(reason, told=told))

        def work() -> None:
            with self._ending:
                if not self._stopped:
                    self._voice().say(text, language=language, on_done=done)

        self._background.run(work, lane="sound")

    def _said(self, reason: str, *, told: bool) -> None:
        if reason:
            self.reasons["reading aloud"] = f"Reading aloud: {reason}"
        if told:
            self.speaker_tried.emit(reason)


def _nothing_heard() -> Exception:
    from client.errors import SpeechError

    return SpeechError("Nothing was recorded. Check the microphone under Devices and try again.")
