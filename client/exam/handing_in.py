"""The end: signals closed, transcripts in, the record sealed, everything sent.

One rule: the record's last row is written only when nothing more can follow it.
"""

from dataclasses import replace

from client.exam.clock import interview_ms
from client.exam.editing import settled
from client.exam.facts import HandedIn, ProctorFinished, Uploaded, UploadMoved
from client.exam.orders import Append, Finish, FinishProctor, Flush, Result
from client.exam.state import End, Now, Screen, State, calm, with_live
from shared.events import AnswerTranscribed, RecordClosed


def close(state: State, reason: End, now: Now) -> Result:
    """Leaves the questions for good."""
    state, texts = settled(state, now)
    standing = tuple(what for what in state.live.notices if what in ("network_lost", "disk_full"))
    live = replace(state.live, since_ms=now.mono_ms, notices=standing)
    closing = replace(
        state,
        screen=Screen.FINISH,
        closing="proctor",
        end=reason,
        ended_ms=interview_ms(state, now),
        phase="ready",
        leaving="",
        live=live,
    )
    return closing, (*texts, FinishProctor())


def hand_in(
    state: State, happened: ProctorFinished | UploadMoved | Uploaded | HandedIn, now: Now
) -> Result:
    """Proctor closed, rows and blobs sent, handed in."""
    match happened:
        case ProctorFinished() if state.closing == "proctor":
            live = replace(state.live, since_ms=now.mono_ms)
            return _maybe_seal(replace(state, closing="transcripts", live=live))
        case UploadMoved():
            live = replace(
                state.live,
                waiting_rows=happened.rows,
                waiting_blobs=happened.blobs,
                waiting_bytes=happened.bytes,
                upload_bytes=max(state.live.upload_bytes, happened.bytes),
            )
            return with_live(state, live), ()
        case Uploaded() if state.closing == "upload":
            return replace(state, closing="handing", live=calm(state.live)), (Finish(state.end),)
        case HandedIn() if state.closing == "handing":
            return replace(state, closing="done", live=calm(state.live)), ()
        case _:
            return state, ()


def _maybe_seal(state: State) -> Result:
    """Writes the record's last row once no transcript is awaited any more."""
    if state.closing != "transcripts" or state.transcribing:
        return state, ()
    given = sum(1 for answer in state.answers if answer.revision or answer.takes)
    body = RecordClosed(reason=state.end, answers=given)
    return replace(state, closing="upload"), (Append(body), Flush())


def transcribed(state: State, body: AnswerTranscribed) -> Result:
    """Records a transcript that is still awaited."""
    key = (body.question, body.take)
    if key not in state.transcribing:
        return state, ()
    rest = tuple(other for other in state.transcribing if other != key)
    after, effects = _maybe_seal(replace(state, transcribing=rest))
    return after, (Append(body), *effects)


def give_up_transcripts(state: State, reason: str) -> Result:
    """Records the reason in place of every transcript still awaited."""
    rows = tuple(
        Append(AnswerTranscribed(question=question, take=take, text="", reason=reason))
        for question, take in state.transcribing
    )
    after, effects = _maybe_seal(replace(state, transcribing=()))
    return after, (*rows, *effects)
