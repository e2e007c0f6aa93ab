"""A question's tests are believed where its reference passes them and its mutants do not."""

import ast
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import seed
from server.coderuns.checking import ENOUGH, check
from server.coderuns.mutants import MOST, mutants
from server.papers.marking import CodeTest
from server.papers.views import QuestionRequest
from server.sandbox.asking import NOBODY, CannotRun
from tests.runner_process import ROOT

REFERENCE = """\
def largest(numbers):
    best = numbers[0]
    for number in numbers[1:]:
        if number > best and number != 0:
            best = number
    return best
"""


def test_each_mutant_of_python_is_a_program_with_one_change() -> None:
    found = mutants("python", REFERENCE)
    whats = {mutant.what for mutant in found}
    assert {"> becomes >=", "> becomes <", "and becomes or", "!= becomes =="} <= whats
    assert {"the condition is turned round", "None is returned", "0 becomes 1"} <= whats
    for mutant in found:
        ast.parse(mutant.code)
        assert ast.unparse(ast.parse(mutant.code)) != ast.unparse(ast.parse(REFERENCE))
        assert 1 <= mutant.line <= 6
    assert len({mutant.code for mutant in found}) == len(found)


def test_other_languages_are_changed_outside_of_texts_and_comments() -> None:
    code = 'int f(int a) { // a < b\n  printf("a + b");\n  return p->x <= 3 && a > 0;\n}\n'
    found = mutants("c", code)
    assert {(mutant.line, mutant.what) for mutant in found} == {
        (3, "<= becomes <"),
        (3, "3 becomes 4"),
        (3, "&& becomes ||"),
        (3, "> becomes >="),
        (3, "0 becomes 1"),
    }
    sql = "SELECT max(x) FROM t WHERE name = 'a and b' AND x > 2 ORDER BY x DESC -- or not"
    whats = {mutant.what for mutant in mutants("sql", sql)}
    assert whats >= {"max becomes min", "= becomes <>", "AND becomes or", "DESC becomes asc"}
    assert not [what for what in whats if what.startswith("or ")]


def test_many_mutants_are_thinned_evenly_and_the_same_every_time() -> None:
    long = "\n".join(f"x{n} = {n} + {n}" for n in range(80))
    found = mutants("python", long)
    assert len(found) == MOST
    assert found == mutants("python", long)
    assert max(mutant.line for mutant in found) > 75


@given(st.text(max_size=200))
def test_any_text_has_mutants_or_none_in_every_token_language(text: str) -> None:
    for language in ("javascript", "java", "c", "cpp", "go", "sql"):
        for mutant in mutants(language, text):
            assert mutant.code != text


TESTS = [
    CodeTest(name="middle", call="largest([1, 3, 2])", expected="3"),
    CodeTest(name="one", call="largest([5])", expected="5"),
]


@pytest.mark.box
def test_weak_tests_are_told_with_what_they_miss(runner) -> None:
    seen: list[tuple[int, int]] = []
    checked = check(
        runner, "python", REFERENCE, TESTS, progress=lambda done, of: seen.append((done, of))
    )
    assert checked.noticed < ENOUGH * checked.tried
    assert checked.fault.startswith(f"Its tests notice {checked.noticed} of {checked.tried}")
    assert len(checked.survivors) == checked.tried - checked.noticed
    assert seen[-1][0] == seen[-1][1] == checked.tried


@pytest.mark.box
def test_a_reference_that_is_wrong_missing_or_no_program_is_told(runner) -> None:
    wrong = [*TESTS, CodeTest(name="impossible", call="largest([1])", expected="2")]
    assert check(runner, "python", REFERENCE, wrong).failed == ("impossible",)
    assert "does not compile" in check(runner, "python", "def (", TESTS).fault
    assert check(runner, "python", " ", TESTS).fault.startswith("It has no reference")
    assert check(runner, "python", REFERENCE, []).fault == "It has no tests."
    nothing = check(runner, "python", "print('a')", [CodeTest(name="a", expected="a")])
    assert nothing.fault.startswith("Nothing in the reference")


def test_without_a_runner_nothing_is_said_about_a_question() -> None:
    with pytest.raises(CannotRun):
        check(NOBODY, "python", REFERENCE, TESTS)


@pytest.mark.box
def test_the_sample_papers_coding_question_has_tests_that_notice_faults(runner) -> None:
    question = next(
        QuestionRequest.model_validate(one) for one in seed.QUESTIONS if one["kind"] == "coding"
    )
    assert question.language is not None
    checked = check(runner, question.language, question.expected_answer, question.tests)
    assert checked.fault == ""
    assert checked.tried >= 4
    assert sum(test.visible for test in question.tests) >= 1
    assert sum(not test.visible for test in question.tests) >= 2


def test_the_command_says_why_nothing_can_be_checked(migrated, tmp_path) -> None:
    environment = os.environ | {"INVIGIL_DATA_DIR": str(migrated), "INVIGIL_RUNNER_URL": ""}
    command = [sys.executable, "-m", "server", "check-questions"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True)
    assert done.returncode == 0  # an empty database has no question that is bad
    assert done.stderr == b""
