"""Joins the place for spoken answers with the ears, for the composition root.

One rule: it only passes on; what a press means is decided by the flow.
"""

from client import exam
from client.exam import State
from client.ui.conductor import Conductor
from client.ui.ears import Listening
from client.ui.window import Window


def join(window: Window, ears: Listening, conductor: Conductor) -> None:
    """To be called once, by `client.app`."""
    panel = window.question.spoken

    def spoke() -> None:
        panel.show_playing(playing=ears.playing)
        conductor.feed(exam.MachineSpoke(ears.reading))

    def play(start_ms: int) -> None:
        if (question := conductor.state.question) is not None:
            ears.play(question.id, conductor.state.answer.takes, start_ms)

    def shown(state: State, now: exam.Now) -> None:
        question = state.question
        known = question is not None and ears.playable(question.id, state.answer.takes)
        panel.show_playable(playable=known)

    window.read_again.connect(lambda: conductor.feed(exam.ReadAgainPressed()))
    window.voice_changed.connect(
        lambda slower, percent: ears.tune_voice(slower=slower, percent=percent)
    )
    window.thinking.connect(ears.thinking)
    window.play_wished.connect(play)
    window.stop_wished.connect(ears.hush)
    ears.played.connect(lambda heard: panel.show_played(heard=heard))
    ears.pause_asked.connect(lambda asking: panel.show_pause(asking=asking))
    ears.understood.connect(panel.show_partial)
    if ears.by_system:
        window.question.voice.explain_volume()
    ears.speaking_changed.connect(spoke)
    # Before the window shows the same state: it asks whether the take can be played.
    conductor.shown.connect(shown)
