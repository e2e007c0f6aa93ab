"""Both protocols against a real HTTP server, with all that goes wrong on the way."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.scoring.llm import tokens
from server.scoring.llm.asking import (
    Adapter,
    Ask,
    BadReply,
    LlmError,
    Misconfigured,
    Open,
    Overflow,
    RateLimited,
    Refusing,
    ServerFault,
    TooSlow,
    Unreachable,
)
from server.scoring.llm.circuit import MOST_FAILURES, PAUSE_S
from server.scoring.llm.compatible import Compatible
from server.scoring.llm.model import Limits, Means, Model, Prices
from server.scoring.llm.ollama import Ollama
from server.scoring.llm.opening import open_model
from server.scoring.llm.wire import seconds
from server.settings import BadSettings, read_settings
from tests.server.scoring.model_server import DIGEST, KEY, MODEL, ModelServer, serving

SCHEMA = {
    "type": "object",
    "properties": {"level": {"type": "integer"}},
    "required": ["level"],
    "additionalProperties": False,
}
ASK = Ask("You judge.", "How good is it to cache results?", SCHEMA, seed=7, most_tokens=200)
BOTH = pytest.mark.parametrize("kind", ["ollama", "openai"])


@dataclass
class Time:
    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def means(self) -> Means:
        return Means(lambda: self.now, self.sleep, lambda: 1.0)


_opened: list[Adapter] = []


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving(lambda heard: '{"level": 3}') as made:
        yield made
        while _opened:
            _opened.pop().close()


def _adapter(server: ModelServer, kind: str, key: str = KEY) -> Adapter:
    if kind == "ollama":
        made: Adapter = Ollama(server.url, MODEL, context_tokens=4096)
    else:
        made = Compatible(f"{server.url}/v1", MODEL, context_tokens=4096, key=key)
    _opened.append(made)
    return made


def _model(server: ModelServer, kind: str, time: Time | None = None, **limits: Any) -> Model:
    means = (time or Time()).means()
    return Model(_adapter(server, kind), Limits(**{"within_s": 5.0, **limits}), means=means)


def _level(text: str) -> int:
    found = json.loads(text)
    if set(found) != {"level"} or not isinstance(found["level"], int):
        raise ValueError("not by the schema")
    return found["level"]


def test_ollama_is_asked_natively_with_its_context_schema_and_without_thinking(server):
    answered = _model(server, "ollama").ask(ASK, _level)
    assert (answered.value, answered.reply.model, answered.reply.digest) == (3, MODEL, DIGEST)
    body = server.heard[0].body
    assert server.heard[0].path == "/api/chat"
    assert body["format"] == SCHEMA
    assert (body["think"], body["stream"], body["truncate"]) == (False, False, False)
    assert body["options"] == {"num_ctx": 4096, "num_predict": 200, "temperature": 0.0, "seed": 7}
    assert "tools" not in body


def test_the_other_protocol_sends_key_schema_and_seed(server):
    answered = _model(server, "openai").ask(ASK, _level)
    assert (answered.value, answered.reply.digest) == (3, "fp_1")
    body = server.heard[0].body
    assert server.heard[0].path == "/v1/chat/completions"
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert (body["seed"], body["max_completion_tokens"]) == (7, 200)
    assert "tools" not in body


@BOTH
def test_tokens_and_cost_are_counted_also_for_vain_tries(server, kind):
    model = _model(server, kind, prices=Prices(prompt=2.0, reply=10.0))
    server.faults = ["wrong schema"]
    answered = model.ask(ASK, _level)
    assert answered.spent == model.spent
    assert answered.spent.calls == 2
    assert answered.spent.reply_tokens > answered.reply.reply_tokens
    expected = 2 * answered.spent.prompt_tokens + 10 * answered.spent.reply_tokens
    assert answered.spent.cost_micro == expected


@BOTH
@pytest.mark.parametrize("fault", ["500", "cut", "html", "list", "no json", "wrong schema"])
def test_what_may_pass_is_tried_again_with_a_pause_and_another_seed(server, kind, fault):
    time = Time()
    server.faults = [fault, fault]
    assert _model(server, kind, time).ask(ASK, _level).value == 3
    assert time.slept == [0.5, 1.0]
    assert [heard.seed for heard in server.heard] == [7, 1007, 2007]


@BOTH
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("500", ServerFault),
        ("cut", Unreachable),
        ("html", BadReply),
        ("wrong schema", BadReply),
        ("longest", BadReply),
        ("429", RateLimited),
    ],
)
def test_what_does_not_pass_ends_in_an_error_and_never_in_a_value(server, kind, fault, error):
    server.faults = [fault] * 10
    with pytest.raises(error):
        _model(server, kind).ask(ASK, _level)
    assert len(server.heard) == 4


@BOTH
@pytest.mark.parametrize("fault", ["slow", "trickle"])
def test_a_slow_answer_is_given_up_in_time(server, kind, fault):
    server.faults = [fault]
    with pytest.raises(TooSlow):
        _adapter(server, kind).ask(ASK, within_s=0.3)


@BOTH
def test_retry_after_is_kept_and_a_long_one_is_left_to_the_queue(server, kind):
    time = Time()
    server.faults = ["429 7"]
    assert _model(server, kind, time).ask(ASK, _level).value == 3
    assert time.slept == [7.5]
    server.faults = ["429 600"]
    with pytest.raises(RateLimited):
        _model(server, kind, time).ask(ASK, _level)


def test_retry_after_may_be_seconds_a_date_or_nonsense():
    now = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
    at = format_datetime(now.replace(second=30), usegmt=True)
    assert seconds("12", now.timestamp()) == 12
    assert seconds(at, now.timestamp()) == 30
    assert seconds("soon", now.timestamp()) is None
    assert seconds("", now.timestamp()) is None


@BOTH
def test_a_prompt_that_does_not_fit_is_not_sent(server, kind):
    long = Ask("You judge.", "word " * 4000, SCHEMA)
    with pytest.raises(Overflow):
        _model(server, kind).ask(long, _level)
    assert server.heard == []


@BOTH
@pytest.mark.parametrize("fault", ["halved", "uncounted"])
def test_an_answer_to_a_prompt_that_may_have_been_cut_is_refused(server, kind, fault):
    server.faults = [fault]
    text = "a b c d e f g h i j " * 40  # a token to each word: half of it is a clear cut
    with pytest.raises(Overflow):
        _model(server, kind).ask(Ask("You judge.", text, SCHEMA, most_tokens=200), _level)
    assert len(server.heard) == 1


@pytest.mark.parametrize("old", [False, True])
def test_ollama_that_fills_its_context_is_refused_whether_it_says_so_or_cuts(server, old):
    server.old_ollama = old
    # More tokens than its length suggests: the upper bound is for common tokenizers only.
    dense = Ask("You judge.", "(;" * 1900, SCHEMA, most_tokens=2000)
    with pytest.raises(Overflow):
        _model(server, "ollama").ask(dense, _level)
    assert len(server.heard) == 1


def test_openai_s_context_error_is_an_overflow(server):
    server.context = 5
    with pytest.raises(Overflow):
        _model(server, "openai").ask(ASK, _level)


def test_a_refusal_and_a_wrong_key_are_not_tried_again(server):
    server.faults = ["refused"]
    with pytest.raises(Refusing):
        _model(server, "openai").ask(ASK, _level)
    wrong = _adapter(server, "openai", key="other")
    with pytest.raises(Misconfigured):
        Model(wrong, means=Time().means()).ask(ASK, _level)
    assert len(server.heard) == 2


def test_nobody_at_the_address_is_an_error_with_a_code():
    gone = Ollama("http://127.0.0.1:9", MODEL, context_tokens=4096)
    with pytest.raises(Unreachable) as caught:
        gone.ask(ASK, within_s=1)
    gone.close()
    assert (caught.value.code, caught.value.retryable) == ("unreachable", True)


def test_the_circuit_opens_after_outages_and_closes_again(server):
    time = Time()
    model = _model(server, "ollama", time)
    server.faults = ["500"] * MOST_FAILURES
    with pytest.raises(ServerFault):
        model.ask(ASK, _level)
    with pytest.raises(Open):
        model.ask(ASK, _level)
    assert len(server.heard) == MOST_FAILURES
    assert model.is_open
    with pytest.raises(Open):
        model.ask(ASK, _level)
    assert len(server.heard) == MOST_FAILURES
    time.now += PAUSE_S
    assert model.ask(ASK, _level).value == 3
    assert not model.is_open


def test_no_more_questions_are_on_their_way_than_allowed(server):
    server.hold = threading.Event()
    model = _model(server, "ollama", at_once=2)
    threads = [threading.Thread(target=model.ask, args=(ASK, _level)) for _ in range(5)]
    for thread in threads:
        thread.start()
    while server.at_once < 2:
        pass
    server.hold.set()
    for thread in threads:
        thread.join(10)
    assert len(server.heard) == 5
    assert server.most_at_once == 2


def test_an_error_quotes_neither_prompt_nor_answer(server):
    secret = "the candidate wrote this"
    server.thinks = lambda heard: secret
    with pytest.raises(LlmError) as caught:
        _model(server, "ollama").ask(Ask("You judge.", secret, SCHEMA), _level)
    assert secret not in str(caught.value)


@given(st.text(alphabet="ab ,.1é中\n", max_size=200))
def test_the_two_bounds_never_cross(text: str):
    assert tokens.at_least(text) <= tokens.at_most(text)


def test_the_settings_decide_which_model_there_is(server):
    assert open_model(read_settings({})) is None
    for kind, url in (("ollama", server.url), ("openai", f"{server.url}/v1")):
        settings = read_settings({}, llm=kind, llm_url=url, llm_model=MODEL, llm_key=KEY)
        model = open_model(settings)
        assert model is not None
        assert model.ask(ASK, _level).value == 3
        model.close()


@pytest.mark.parametrize(
    "given",
    [
        {"llm": "ollama"},
        {"llm": "ollama", "llm_url": "http://127.0.0.1:11434"},
        {"llm": "openai", "llm_url": "http://llm.example/v1", "llm_model": "m"},
    ],
)
def test_half_a_model_and_plain_http_refuse_to_start(given: dict[str, str]):
    with pytest.raises(BadSettings, match="INVIGIL_LLM"):
        read_settings({}, **given)


@BOTH
def test_whoever_waits_bounds_all_tries_together(server, kind):
    time = Time()
    server.faults = ["500"] * 8
    with pytest.raises(LlmError):
        _model(server, kind, time).ask(ASK, _level, within_s=1.2)
    # Half a second of a pause was waited for; the next one would have ended too late.
    assert (time.slept, len(server.heard)) == ([0.5], 2)


@BOTH
def test_a_bound_is_kept_within_one_try_too(server, kind):
    server.faults = ["slow"]
    model = Model(_adapter(server, kind), Limits(within_s=5.0))
    with pytest.raises(TooSlow):
        model.ask(ASK, _level, within_s=0.4)
    assert len(server.heard) == 1
