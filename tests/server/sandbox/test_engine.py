"""Every language compiles once and runs each test in its own box; and every verdict is reached."""

import pytest

from server.sandbox.asking import CannotRun, OurRunner
from server.sandbox.wire import Case, Work

pytestmark = pytest.mark.box

# language: (doubles the number on its input, defines add and prints nothing, a call of it)
PROGRAMS = {
    "python": ("print(int(input()) * 2)", "def add(a, b):\n    return a + b", "add(1, 2)"),
    "javascript": (
        "console.log(parseInt(require('fs').readFileSync(0, 'utf8')) * 2)",
        "const add = (a, b) => a + b;",
        "add(1, 2)",
    ),
    "java": (
        "import java.util.*;\npublic class Twice { public static void main(String[] given) {\n"
        "System.out.println(new Scanner(System.in).nextInt() * 2); } }",
        "class Sums { static int add(int a, int b) { return a + b; } }",
        "Sums.add(1, 2)",
    ),
    "c": (
        '#include <stdio.h>\nint main() { int n; scanf("%d", &n); printf("%d\\n", n * 2); }',
        "int add(int a, int b) { return a + b; }",
        "add(1, 2)",
    ),
    "cpp": (
        "#include <iostream>\nint main() { int n; std::cin >> n; std::cout << n * 2; }",
        "int add(int a, int b) { return a + b; }",
        "add(1, 2)",
    ),
    "go": (
        'package main\nimport "fmt"\nfunc main() { var n int; fmt.Scan(&n); fmt.Println(n * 2) }',
        "package main\nfunc add(a, b int) int { return a + b }\nfunc main() {}",
        "add(1, 2)",
    ),
    "sql": ("SELECT x * 2 FROM t;", "CREATE VIEW v AS SELECT x * 3 AS y FROM t;", "SELECT 3"),
}


def ran(runner: OurRunner, code: str, *cases: Case, language: str = "python", **more: object):
    work = {"language": language, "code": code, "cases": cases, **more}
    worked = runner.work(Work.model_validate(work))
    assert worked.state == "done", worked
    return worked.cases


def verdict(runner: OurRunner, code: str, language: str = "python", **case: object) -> str:
    return ran(runner, code, Case.model_validate(case), language=language)[0].verdict


@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_is_run_and_called_in_every_language_that_is_on(runner, language) -> None:
    whole, part, call = PROGRAMS[language]
    off = {one.name: one.reason for one in runner.ability().off}
    if language in off:
        with pytest.raises(CannotRun, match="This machine has no"):
            runner.work(Work(language=language, code=whole, cases=()))
        assert off[language].startswith("This machine has no")
        return
    given = "CREATE TABLE t (x); INSERT INTO t VALUES (21);" if language == "sql" else "21\n"
    right, wrong = (Case(stdin=given, expected=text) for text in ("42", "43"))
    assert [one.verdict for one in ran(runner, whole, right, wrong, language=language)] == [
        "AC",
        "WA",
    ]
    stdin = given if language == "sql" else ""
    called = Case(call=call, stdin=stdin, expected="3")
    assert ran(runner, part, called, language=language)[0].verdict == "AC"


@pytest.mark.parametrize("language", ["python", "javascript", "c"])
def test_what_does_not_compile_is_a_compile_error_with_the_compilers_words(
    runner, language
) -> None:
    if language not in runner.ability().languages:
        return
    worked = runner.work(Work(language=language, code="this is ( no program", cases=(Case(),)))
    assert (worked.state, worked.cases) == ("compile_error", ())
    assert "rror" in worked.compile_output


def test_tests_that_call_and_tests_that_run_stand_beside_each_other_in_c(runner) -> None:
    if "c" not in runner.ability().languages:
        return
    code = '#include <stdio.h>\nint two() { return 2; }\nint main() { printf("%d", two() + 1); }'
    cases = (
        Case(call="two()", expected="2"),
        Case(expected="3"),
        Case(call="two()*2", expected="4"),
    )
    assert [one.verdict for one in ran(runner, code, *cases, language="c")] == ["AC"] * 3


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("while True: pass", "TLE"),
        ("x = [b'x' * 2**20 for _ in range(3000)]", "MLE"),
        ("while True: print('x' * 65536)", "OLE"),
        ("1 / 0", "RTE"),
        ("import os; os.abort()", "RTE"),
        ("print(42)", "AC"),
        ("print('\\x00\\ud83d' if 0 else '\\x00')", "WA"),
        ("import sys; sys.stdout.buffer.write(bytes(range(256)))", "WA"),
    ],
)
def test_every_verdict_is_reached(runner, code, expected) -> None:
    assert verdict(runner, code, expected="42", time_limit_ms=500) == expected


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("def check(i, p, e):\n    return float(p) > 41", "AC"),
        ("def check(i, p, e):\n    print('debugging')\n    return p.strip() == 'no'", "WA"),
        ("def check(i, p, e):\n    return 1 / 0", "IE"),
        ("def check(", "IE"),
    ],
)
def test_a_custom_checker_runs_in_a_box_and_its_failure_is_ours(runner, check, expected) -> None:
    case = {"checker": "custom", "checker_code": check}
    assert verdict(runner, "print(42)", **case) == expected


def test_each_test_has_a_fresh_box(runner) -> None:
    code = "import os\nopen('/tmp/seen', 'a').write('x')\nprint(os.path.getsize('/tmp/seen'))"
    assert [one.stdout for one in ran(runner, code, Case(), Case(), Case())] == ["1\n"] * 3


def test_a_budget_and_a_first_failure_leave_the_rest_out(runner) -> None:
    cases = tuple(Case(stdin=str(n), expected="0") for n in range(4))
    code = "import time; time.sleep(0.7); print(input())"
    assert len(ran(runner, code, *cases, budget_s=1)) in (1, 2)
    quick = ran(runner, "print(input())", *cases, stop_at_failure=True)
    assert [one.verdict for one in quick] == ["AC", "WA"]


def test_what_is_printed_is_kept_up_to_a_length(runner) -> None:
    stdout = ran(runner, "print('x' * 100_000)", Case())[0].stdout
    assert len(stdout) == 20_000
    assert stdout.endswith("(shortened)")
