"""Microphone and loudspeaker of one interview, and who gets what is heard.

One rule: a device that goes away costs a sentence on the screen and a row, nothing more; what
is heard goes to the take first and to the proctor after it.
"""

import logging
import time
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from client.speech.pausing import PauseWatch
from client.ui import i18n
from client.ui.ahead import HearingAhead
from client.ui.aloud import Aloud
from client.ui.background import Background
from client.ui.conductor import Conductor
from client.ui.devices import Choice
from client.ui.partials import Partials
from client.ui.takes import Takes
from client.ui.transcripts import Transcripts
from client.ui.words import localised
from shared.events import SystemNoted

if TYPE_CHECKING:
    from client.speech.devices import AudioDevice
    from client.speech.microphone import Microphone, MicrophoneLost, ReplaySpec
    from client.speech.pcm import Level, Pcm
    from client.speech.tts import Sound
    from client.spool.store import Spool

log = logging.getLogger(__name__)

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
    voice_elsewhere = Signal(bool)
    """Whether the system's own voice cannot follow to the loudspeaker that was chosen."""
    speaking_changed = Signal()
    """The app's own voice, or an answer that is played, began or ended."""
    played = Signal(bool)
    """An answer was to be played: whether it could be."""
    understood = Signal(str)
    """The newest words of a recording that still runs."""
    pause_asked = Signal(bool)
    """Whether a long pause in a recording is to be asked about."""

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
        self._devices: dict[str, AudioDevice] = {}
        self._microphone: Microphone | None = None
        self._aloud = Aloud(
            self._background, on_said=self._said, on_change=self.speaking_changed.emit
        )
        self._takes = Takes(conductor, lambda: self._aloud.sounded_until_s)
        self._pauses = PauseWatch(self.pause_asked.emit)
        self._transcripts = Transcripts(conductor, self._no_transcripts)
        self._partials = Partials(conductor, self._transcripts, parent=self)
        self._partials.understood.connect(self.understood)
        self._ahead = HearingAhead(conductor, self._transcripts, parent=self)
        self._ahead.understood.connect(self._heard_ahead)
        self._ending = Lock()
        """Guards the making of the microphone, which has a thread, against `stop`."""
        self._stopped = False
        self._opening = False
        self._failed = False
        """The last try to open one failed, and nobody has looked since."""
        self._last_key = ""
        """The microphone in use before it was lost."""
        self.spool: Spool | None = None
        self.on_sound: Callable[[Pcm, float], None] = _nobody
        """Gets (n,) int16 blocks and when they ended, on the microphone's thread."""
        self.microphone_key = ""
        self.speaker_key = ""
        self.reasons: dict[str, str] = {}
        """What is off and why, by name."""

    def use_spool(self, spool: "Spool") -> None:
        """Where takes grow; pieces that a kill left there are put on record."""
        self.spool = spool
        self._takes.use_spool(spool)

    @property
    def speaking(self) -> bool:
        """Whether a sound of the app itself is heard: a voice, or an answer that is played."""
        return self._aloud.speaking

    @property
    def reading(self) -> bool:
        """Whether the app itself is reading aloud."""
        return self._aloud.reading

    @property
    def playing(self) -> bool:
        """Whether a recorded answer is being played."""
        return self._aloud.playing

    @property
    def by_system(self) -> bool:
        """Whether the system's own voice reads what was not prepared."""
        return self._aloud.by_system

    @property
    def sample(self) -> bytes:
        """The last voice sample as it was heard: int16, mono, 16 kHz."""
        return self._takes.sample

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
        self.voice_elsewhere.emit(not self._aloud.use(self._devices.get(key)))

    def test_speaker(self) -> None:
        """Says a sentence; answered by `speaker_tried`."""
        self._aloud.say(localised(TEST_SENTENCE), i18n.spoken().code, told=True)

    # ---- orders -------------------------------------------------------------------------------

    def start_take(self, question: str, take: int) -> None:
        """Begins a take; "" is the voice sample."""
        if question:
            self._pauses.begin(time.monotonic())
            self._partials.begin()
            self._ahead.begin(question, take)
        self._takes.start(question, take, self._microphone)

    def stop_take(self) -> None:
        """Ends the take once its last piece is on disk."""
        self._pauses.end()
        self._partials.end()
        self._ahead.end()
        self._takes.end()

    def speak(self, text: str, language: str, question: str) -> None:
        """Reads aloud: as it was prepared, else where this machine has a voice."""
        spool = self.spool

        def prepared(slower: bool) -> "Sound":
            from client.speech.prepared import ready
            from client.spool.spoken import sound_of

            assert spool is not None
            return ready(sound_of(spool, text), slower=slower)

        self._aloud.say(
            text, language, told=False, prepared=prepared if spool and question else None
        )

    def tune_voice(self, *, slower: bool, percent: int) -> None:
        """How questions are read in this run: slower, and how loud."""
        self._aloud.tune(slower=slower, volume=percent / 100)

    def play(self, question: str, take: int, start_ms: int) -> None:
        """Plays a take from there on; answered by `played`."""

        def make() -> "Sound":
            from client.speech.opus import decoded
            from client.speech.pcm import RATE_HZ

            parts = self._takes.sound(question, take)
            return decoded(parts)[start_ms * RATE_HZ // 1000 :].tobytes(), RATE_HZ

        self._aloud.play(make, lambda reason: self.played.emit(not reason))

    def playable(self, question: str, take: int) -> bool:
        """Whether the sound of that take lies on this machine."""
        return self._takes.holds(question, take)

    def thinking(self) -> None:
        """Asked in a long pause, the person is still thinking."""
        self._pauses.thinking()

    def spoke(self, looks: "Sequence[tuple[float, float]]") -> None:
        """How surely somebody spoke, as the proctor heard it; nothing: it does not listen."""
        self._pauses.hear(looks)
        self._ahead.listened(self._pauses.state)

    def hush(self) -> None:
        """Falls silent."""
        self._aloud.hush()

    def transcribe(self, question: str, take: int, language: str) -> None:
        """Answered in any case: with a text or with the reason why there is none."""
        audio = self._takes.pop(question, take)
        self._transcripts.transcribe(question, take, audio, language)

    def stop(self) -> None:
        """Ends microphone, voice and transcriber, and what a thread is just about to make."""
        with self._ending:
            self._stopped = True
        self._partials.end()
        self._ahead.end()
        self._takes.stop()
        if self._microphone is not None:
            self._microphone.stop()
            self._microphone = None
        self._aloud.stop()
        self._transcripts.stop()

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
            source,
            on_chunk=self._on_chunk,
            on_level=self._on_level,
            on_lost=self._on_lost,
            on_returned=lambda gap_s: self._background.call(lambda: self._returned(gap_s)),
        )
        microphone.start()
        with self._ending:
            if not self._stopped:
                self._microphone = microphone
        if self._stopped:
            microphone.stop()
        return key

    def _on_chunk(self, pcm: "Pcm", at_s: float) -> None:
        if self._takes.feed(pcm, at_s):
            self._partials.feed(pcm)
            self._ahead.feed(pcm)
        self.on_sound(pcm, at_s)

    def _on_level(self, level: "Level") -> None:
        from client.speech.pcm import HINTS

        # Before anybody is asked to speak, a quiet room is no fault.
        told = ("clipping", "silent") if not self._takes.running else HINTS
        hint = HINTS[level.hint] if level.hint is not None and level.hint in told else ""
        self.level.emit(level.rms_dbfs, hint)

    def _heard_ahead(self, text: str) -> None:
        # Where the end of the take is looked at anyway, that is what stands on the screen.
        if not self._partials.at_work:
            self.understood.emit(text)

    def _on_lost(self, lost: "MicrophoneLost") -> None:
        self._background.call(self._lost)

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
            self.choose_speaker(spoken[0].key)
        if heard and self._takes.ready and not self._failed:
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

    def _returned(self, gap_s: float) -> None:
        detail = "it left for a moment and came back; its stream was moved back to it"
        gap_ms = round(gap_s * 1000)
        self._conductor.system(SystemNoted(what="microphone_changed", detail=detail, gap_ms=gap_ms))

    def _said(self, reason: str, told: bool) -> None:
        if reason:
            self.reasons["reading aloud"] = f"Reading aloud: {reason}"
        if told:
            self.speaker_tried.emit(reason)

    def _no_transcripts(self, reason: str) -> None:
        self.reasons["speech to text"] = reason


def _nobody(pcm: "Pcm", at_s: float) -> None:
    """What is heard goes nowhere else."""
