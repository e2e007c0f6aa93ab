"""A language model as the rest of the server uses it: one call that keeps trying within reason.

One rule: the rules for tries and outages are pure and stand elsewhere; here they are carried out,
with the clock, the sleep and the chance handed in.
"""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from server.scoring.llm import circuit, retries
from server.scoring.llm.asking import Adapter, Ask, BadReply, LlmError, Open, RateLimited, Reply

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Prices:
    """What tokens cost, in millionths of the organisation's currency a token.

    The same number as units of currency for a million tokens, as services list them.
    """

    prompt: float = 0.0
    reply: float = 0.0


@dataclass(frozen=True, slots=True)
class Spent:
    """What questions have cost."""

    calls: int = 0
    """Sent, answered or not."""
    prompt_tokens: int = 0
    reply_tokens: int = 0
    cost_micro: int = 0
    """Millionths of the currency."""

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.calls + other.calls,
            self.prompt_tokens + other.prompt_tokens,
            self.reply_tokens + other.reply_tokens,
            self.cost_micro + other.cost_micro,
        )


@dataclass(frozen=True, slots=True)
class Answered(Generic[T]):
    """What was asked for, and at what cost: of all tries, the vain ones too."""

    value: T
    reply: Reply
    spent: Spent


@dataclass(frozen=True, slots=True)
class Means:
    """Time and chance; tests bring their own."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Limits:
    """How hard one model is asked."""

    within_s: float = 120.0
    """For one try."""
    at_once: int = 2
    """Questions at a time from this process."""
    prices: Prices = field(default_factory=Prices)


LEAST_S = 0.1
"""A try that was given a place at the last moment fails as too slow, not as a wrong time-out."""


class Model:
    """One model behind one adapter; threads may share it."""

    def __init__(
        self, adapter: Adapter, limits: Limits = Limits(), *, means: Means = Means()
    ) -> None:
        self._adapter, self._limits, self._means = adapter, limits, means
        self._places = threading.BoundedSemaphore(limits.at_once)
        self._lock = threading.Lock()
        self._circuit = circuit.Circuit()
        self._spent = Spent()

    @property
    def spent(self) -> Spent:
        """By this process since it began."""
        with self._lock:
            return self._spent

    @property
    def is_open(self) -> bool:
        """Whether the server is left alone at the moment."""
        with self._lock:
            return self._circuit.open_until_s is not None

    def ask(
        self, asked: Ask, parse: Callable[[str], T], *, within_s: float | None = None
    ) -> Answered[T]:
        """Asks until `parse` takes the answer (it raises ValueError for one that does not fit).

        Every try has a seed of its own: the same one would give the same bad answer. Raises
        `LlmError`, the last one. `within_s`: for all tries together, where somebody waits.
        """
        tries, spent = 0, Spent()
        until_s = None if within_s is None else self._means.monotonic() + within_s
        while True:
            tries += 1
            again = Ask(
                asked.system,
                asked.user,
                asked.schema,
                asked.seed + 1000 * (tries - 1),
                asked.temperature,
                asked.most_tokens,
            )
            try:
                reply = self._once(again, until_s)
                spent += self._count(reply)
                return Answered(_parsed(parse, reply.text), reply, spent)
            except LlmError as error:
                pause_s = retries.pause_s(error, tries, self._means.chance())
                if pause_s is None or isinstance(error, Open):
                    raise
                if until_s is not None and pause_s >= self._left_s(until_s):
                    raise
                self._means.sleep(pause_s)

    def close(self) -> None:
        """Gives the connections back."""
        self._adapter.close()

    def _left_s(self, until_s: float | None) -> float:
        """For the next try."""
        if until_s is None:
            return self._limits.within_s
        return min(self._limits.within_s, max(0.0, until_s - self._means.monotonic()))

    def _once(self, asked: Ask, until_s: float | None) -> Reply:
        if not self._places.acquire(timeout=self._left_s(until_s)):
            raise RateLimited("Too many questions wait already.")
        try:
            with self._lock:
                self._circuit, may = circuit.admit(self._circuit, self._means.monotonic())
            if not may:
                raise Open("The language model's server is left alone for a while.")
            try:
                left_s = max(LEAST_S, self._left_s(until_s))
                reply = self._adapter.ask(asked, within_s=left_s)
            except LlmError as error:
                self._note(error)
                raise
            except BaseException:
                with self._lock:
                    self._circuit = circuit.given_up(self._circuit)
                raise
            with self._lock:
                self._circuit = circuit.answered(self._circuit)
            return reply
        finally:
            self._places.release()

    def _note(self, error: LlmError) -> None:
        with self._lock:
            self._spent += Spent(calls=1)
            if error.is_outage:
                self._circuit = circuit.failed(self._circuit, self._means.monotonic())
            else:
                self._circuit = circuit.answered(self._circuit)

    def _count(self, reply: Reply) -> Spent:
        prices = self._limits.prices
        cost = reply.prompt_tokens * prices.prompt + reply.reply_tokens * prices.reply
        spent = Spent(1, reply.prompt_tokens, reply.reply_tokens, round(cost))
        with self._lock:
            self._spent += spent
        return spent


def _parsed(parse: Callable[[str], T], text: str) -> T:
    try:
        return parse(text)
    except ValueError:
        raise BadReply("The answer does not fit the schema.") from None
