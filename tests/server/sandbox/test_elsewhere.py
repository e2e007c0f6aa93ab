"""Judge0 and Piston, against servers that speak their documented protocols, faults included."""

import base64
import json
from collections.abc import Callable

import httpx
import pytest

from server.sandbox.asking import CannotRun, Runner
from server.sandbox.judge0 import Judge0
from server.sandbox.piston import Piston
from server.sandbox.wire import Case, Work

SECRET = "expected-zanzibar"


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


STATUS = {"ok": 3, "slow": 5, "no compile": 6, "crash": 7, "fails": 11, "broken": 13}
RUN = {
    "ok": {"code": 0, "signal": None},
    "slow": {"code": None, "signal": "SIGKILL", "status": "TO"},
    "slow of old": {"code": None, "signal": "SIGKILL"},
    "crash": {"code": None, "signal": "SIGSEGV", "status": "SG"},
    "fails": {"code": 1, "signal": None, "status": "RE", "stderr": "Traceback"},
    "talks": {"code": None, "signal": "SIGKILL", "status": "OL"},
    "broken": {"code": None, "signal": None, "status": "XX", "message": "no disk"},
}


class FakeJudge0:
    """Queues submissions; each is in the queue once before it is done. Judged by its source."""

    def __init__(self) -> None:
        self.seen: list[dict] = []
        self.asked = 0
        self.fault: Callable[[httpx.Request], httpx.Response] | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.fault:
            return self.fault(request)
        match request.method, request.url.path:
            case "GET", "/languages":
                names = ["C (GCC 9.2.0)", "Python (2.7.17)", "Python (3.8.1)", "Python (3.12.5)"]
                return httpx.Response(
                    200, json=[{"id": n + 50, "name": name} for n, name in enumerate(names)]
                )
            case "POST", "/submissions/batch":
                assert request.url.params["base64_encoded"] == "true"
                new = json.loads(request.content)["submissions"]
                assert len(new) <= 20
                start = len(self.seen)
                self.seen += new
                tokens = [{"token": f"t{start + n}"} for n in range(len(new))]
                return httpx.Response(201, json=tokens)
            case "GET", "/submissions/batch":
                self.asked += 1
                tokens = request.url.params["tokens"].split(",")
                return httpx.Response(200, json={"submissions": [self.told(t) for t in tokens]})
        return httpx.Response(404)

    def told(self, token: str) -> dict:
        sent = self.seen[int(token[1:])]
        source = base64.b64decode(sent["source_code"]).decode()
        status = STATUS.get(source, 3) if self.asked > 1 else 2
        return {
            "token": token,
            "stdout": sent["stdin"] if status == 3 else None,
            "stderr": b64("Traceback") if status == 11 else None,
            "compile_output": b64("line 1: error") if status == 6 else None,
            "message": b64("no disk") if status == 13 else None,
            "status": {"id": status, "description": "as told"},
            "time": "0.021",
            "wall_time": "0.044",
            "memory": 3456,
        }


class FakePiston:
    def __init__(self) -> None:
        self.seen: list[dict] = []
        self.fault: Callable[[httpx.Request], httpx.Response] | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.fault:
            return self.fault(request)
        if request.url.path == "/api/v2/runtimes":
            found = [("python", "3.10.0"), ("python", "3.9.4"), ("gcc", "10.2.0")]
            return httpx.Response(
                200,
                json=[
                    {
                        "language": name,
                        "version": version,
                        "aliases": ["c"] if name == "gcc" else [],
                    }
                    for name, version in found
                ],
            )
        sent = json.loads(request.content)
        self.seen.append(sent)
        source = sent["files"][0]["content"]
        run = {
            "stdout": sent["stdin"],
            "stderr": "",
            "output": "",
            **RUN.get(source, {"code": 0}),
        }
        answer = {"language": sent["language"], "version": sent["version"], "run": run}
        if source == "no compile":
            answer["compile"] = {"stdout": "", "stderr": "line 1: error", "code": 1, "signal": None}
        return httpx.Response(200, json=answer)


@pytest.fixture(params=["judge0", "piston"])
def elsewhere(request):
    fake = FakeJudge0() if request.param == "judge0" else FakePiston()
    transport = httpx.MockTransport(fake)
    if request.param == "judge0":
        driver: Runner = Judge0("http://x", "t", transport=transport, sleep=lambda _: None)
    else:
        driver = Piston("http://x", "t", transport=transport)
    yield driver, fake
    driver.close()


def work(code: str, *cases: Case, **more: object) -> Work:
    cases = cases or (Case(stdin="7", expected="7"),)
    return Work.model_validate({"language": "python", "code": code, "cases": cases, **more})


def test_the_newest_of_each_language_is_taken_and_the_others_are_off_by_name(elsewhere) -> None:
    driver, _ = elsewhere
    ability = driver.ability()
    assert set(ability.languages) == {"python", "c"}
    assert ability.languages["python"] in ("Python (3.12.5)", "python 3.10.0")
    assert {off.name for off in ability.off} == {"javascript", "java", "cpp", "go", "sql"}
    with pytest.raises(CannotRun, match="has no go") as off:
        driver.work(Work(language="go", code="", cases=()))
    assert not off.value.soon


@pytest.mark.parametrize(
    ("code", "verdict"),
    [("ok", "AC"), ("slow", "TLE"), ("crash", "RTE"), ("fails", "RTE"), ("broken", "IE")],
)
def test_every_ending_has_its_verdict(elsewhere, code, verdict) -> None:
    driver, _ = elsewhere
    worked = driver.work(work(code))
    assert (worked.state, [one.verdict for one in worked.cases]) == ("done", [verdict])


def test_what_only_piston_tells(elsewhere) -> None:
    driver, _ = elsewhere
    if isinstance(driver, Piston):
        assert driver.work(work("talks")).cases[0].verdict == "OLE"
        assert driver.work(work("slow of old")).cases[0].verdict == "TLE"


def test_a_compile_error_is_told_once_for_all_tests(elsewhere) -> None:
    driver, _ = elsewhere
    worked = driver.work(work("no compile", Case(), Case()))
    assert (worked.state, worked.compile_output) == ("compile_error", "line 1: error")


def test_expected_texts_never_leave_and_outputs_are_judged_here(elsewhere) -> None:
    driver, fake = elsewhere
    cases = (Case(stdin="7", expected="7"), Case(stdin="8", expected=SECRET))
    worked = driver.work(work("print(input())", *cases))
    assert [one.verdict for one in worked.cases] == ["AC", "WA"]
    assert SECRET not in json.dumps(fake.seen)
    assert len(fake.seen) == 2


def test_calls_are_made_where_one_file_can_make_them(elsewhere) -> None:
    driver, fake = elsewhere
    driver.work(work("def f(): return 1", Case(call="f()")))
    sent = json.dumps(fake.seen)
    assert "print(f())" in sent or b64("def f(): return 1\n\nprint(f())\n") in sent
    c = Work(language="c", code="int f() {}", cases=(Case(call="f()"),))
    ran = driver.work(c).cases[0]
    assert ran.verdict == "IE"
    assert "cannot make this call" in ran.note
    custom = Case(checker="custom", checker_code="def check(i, p, e): return True")
    assert driver.work(work("ok", custom)).cases[0].verdict == "IE"


def test_many_tests_go_in_batches_and_keep_their_order(elsewhere) -> None:
    driver, _ = elsewhere
    cases = tuple(Case(stdin=str(n), expected=str(n)) for n in range(45))
    assert [one.stdout for one in driver.work(work("echo", *cases)).cases] == [
        str(n) for n in range(45)
    ]
    stopped = driver.work(work("echo", Case(expected="x"), *cases, stop_at_failure=True))
    assert [one.verdict for one in stopped.cases] == ["WA"]


def away(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused", request=request)


@pytest.mark.parametrize(
    ("fault", "soon"),
    [
        (away, True),
        (lambda _: httpx.Response(500), True),
        (lambda _: httpx.Response(429), True),
        (lambda _: httpx.Response(200, text="<html>"), True),
        (lambda _: httpx.Response(200, json={"else": 1}), True),
        (lambda _: httpx.Response(401), False),
    ],
)
def test_what_breaks_on_the_way_runs_nothing_and_blames_nobody(elsewhere, fault, soon) -> None:
    driver, fake = elsewhere
    fake.fault = fault
    for ask in (driver.ability, lambda: driver.work(work("ok"))):
        with pytest.raises(CannotRun) as error:
            ask()
        assert error.value.soon is soon
        assert error.value.reason.endswith(".")
