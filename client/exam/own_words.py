"""What the candidate says of their own accord: about a moment, or to the people in charge.

One rule: it is recorded as it was said and changes nothing by itself: no clock stops and nothing
ends before a person has answered.
"""

from dataclasses import replace

from client.exam.clock import interview_ms
from client.exam.editing import settled
from client.exam.facts import Explained, Wished
from client.exam.orders import Append, Result
from client.exam.state import Asked, Now, Screen, State
from shared.events import MAX_SAID, CandidateAsked, MomentExplained


def own_words(state: State, happened: Explained | Wished, now: Now) -> Result:
    """One row; nothing where there is no record yet, or no more."""
    at_ms = max(0, interview_ms(state, now))
    text = happened.text.strip()[:MAX_SAID]
    match happened:
        case Explained():
            if not may_explain(state) or not text:
                return state, ()
            about_ms = at_ms if happened.about_ms is None else min(at_ms, happened.about_ms)
            body = MomentExplained(
                text=text,
                about_ms=max(0, about_ms),
                until_ms=happened.until_ms,
                signal=happened.signal,
                at_ms=at_ms,
            )
            return state, (Append(body),)
        case Wished():
            if (
                not may_ask(state)
                or (happened.what == "message" and not text)
                or (happened.what == "break" and break_stands(state))
            ):
                return state, ()
            # A person who leaves ends the answer too, maybe for good: what was typed stands first.
            state, texts = settled(state, now) if happened.what == "leave" else (state, ())
            asked = Asked(happened.what, now.utc_ms)
            row = CandidateAsked(what=happened.what, text=text, at_ms=at_ms)
            return replace(state, asked=asked), (*texts, Append(row))


def may_ask(state: State) -> bool:
    """Whether there is a record to write to, and somebody who reads it in time."""
    return state.screen is not Screen.WELCOME and not state.closing


def may_explain(state: State) -> bool:
    """Whether the interview has moments to speak of."""
    return may_ask(state) and state.clock is not None


def break_stands(state: State) -> bool:
    """Whether a break was asked for that nobody has answered yet."""
    asked = state.asked
    return asked is not None and asked.what == "break" and not asked.answered
