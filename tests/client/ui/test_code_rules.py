"""What a key does to code, as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.ui.widgets.code_rules import (
    PAIRS,
    Inserted,
    both_go,
    closes_here,
    commented,
    narrower,
    new_line,
    paired,
    partner,
    taken_out,
)


@pytest.mark.parametrize(
    ("language", "before", "after", "inserted"),
    [
        ("python", "if x:", "", Inserted("\n    ")),
        ("python", "    return x", "", Inserted("\n")),
        ("python", "    return f(x", ")", Inserted("\n    ")),
        ("python", "        pass", "", Inserted("\n    ")),
        ("python", "    returned = 1", "", Inserted("\n    ")),
        ("java", "    void f() {", "}", Inserted("\n        \n    ", 5)),
        ("go", "func main() {", "", Inserted("\n\t")),
        ("javascript", "call(", ")", Inserted("\n  \n", 1)),
        ("c", "\tx = 1;", "", Inserted("\n\t")),
        (None, "  words", "", Inserted("\n  ")),
    ],
)
def test_return_keeps_the_margin_and_steps_in_and_out(language, before, after, inserted):
    assert new_line(before, after, language) == inserted


@pytest.mark.parametrize(
    ("key", "before", "after", "inserted"),
    [
        ("(", "f", "", Inserted("()", 1)),
        ("(", "f", "x", None),
        (")", "f(", ")", Inserted("")),
        (")", "f(x", "", None),
        ('"', "x = ", "", Inserted('""', 1)),
        ('"', 'x = "a', '"', Inserted("")),
        ("'", "don", "", None),
        ("'", "f(", ")", Inserted("''", 1)),
        ('"', '""', "", None),
        ("`", "", "", None),
    ],
)
def test_a_bracket_brings_its_other_half_where_nothing_follows(key, before, after, inserted):
    assert paired(key, before, after, "python") == inserted


@pytest.mark.parametrize(
    ("before", "language", "count"),
    [
        ("    ", "python", 4),
        ("     ", "python", 1),
        ("\t", "go", 1),
        ("  x", "python", 0),
        ("", "c", 0),
    ],
)
def test_backspace_in_the_margin_takes_a_step(before, language, count):
    assert narrower(before, language) == count


def test_backspace_between_an_empty_pair_takes_both():
    assert both_go("f(", ")", "python")
    assert both_go("'", "'", "sql")
    assert not both_go("f(", "x)", "python")
    assert not both_go("", ")", "python")


def test_a_closing_bracket_first_on_its_line_goes_back_a_step():
    assert closes_here("    ", "}")
    assert not closes_here("  x", "}")
    assert not closes_here("", "}")
    assert (taken_out("\tx", "go"), taken_out("  x", "python"), taken_out("      x", "c")) == (
        1,
        2,
        4,
    )


def test_comments_come_and_go_at_the_smallest_margin():
    lines = ["    if x:", "", "        y()"]
    made = commented(lines, "python")
    assert made == ["    # if x:", "", "    #     y()"]
    assert commented(made, "python") == lines
    assert commented(["SELECT 1"], "sql") == ["-- SELECT 1"]
    assert commented(["//x", "y"], "java") == ["// //x", "// y"]


@given(st.lists(st.text("ab #/", max_size=8), max_size=5), st.sampled_from(["python", "go"]))
def test_what_was_commented_is_as_before(lines, language):
    sign = {"python": "#", "go": "//"}[language]
    if any(line.strip() and not line.lstrip().startswith(sign) for line in lines):
        assert commented(commented(lines, language), language) == lines


@given(st.text("([{}])x", max_size=30), st.integers(0, 29))
def test_the_partner_of_a_partner_is_the_bracket(text, at):
    other = partner(text, at, lambda place: True)
    if other is not None:
        assert partner(text, other, lambda place: True) == at
        opening, closing = sorted((at, other))
        assert PAIRS[text[opening]] == text[closing]


def test_brackets_in_text_do_not_count():
    text = 'f(")")'
    assert partner(text, 1, lambda place: place != 3) == 5
    assert partner(text, 0, lambda place: True) is None
