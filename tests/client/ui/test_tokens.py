"""What a line leaves open is what the next one starts from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.ui.widgets.tokens import LONGEST_LINE, START, LineLexer, Token
from shared.exam import Language


def kinds(language: Language, text: str) -> list[list[tuple[str, str]]]:
    """(text, first word of the kind) of what is not blank, line by line."""
    lexer, state = LineLexer(language), START
    lines: list[list[tuple[str, str]]] = []
    for line in text.split("\n"):
        tokens, state = lexer.line(line, state)
        lines.append([(one.text, one.kind) for one in tokens if one.text.strip()])
    return lines


@pytest.mark.parametrize(
    ("language", "text", "inside", "kind"),
    [
        ("python", 'x = """one\ntwo\' # \nthree""" + y', ["two", "three"], "Literal.String"),
        ("python", "x = '''one\n\"\"\" two\n'''", ["two"], "Literal.String"),
        ("javascript", "x = `one\ntwo ${y} more\n`", ["two", "more"], "Literal.String"),
        ("javascript", "x = 1 /* one\ntwo\n*/ + y", ["two"], "Comment"),
        ("java", 'x = """\ntwo\n""";', ["two"], "Literal.String"),
        ("java", "/** one\ntwo */ class A {}", ["one", "two"], "Comment"),
        ("c", "int x; /* one\ntwo */ int y;", ["one", "two"], "Comment"),
        ("cpp", "int x; /* one\ntwo */ int y;", ["two"], "Comment"),
        ("go", "x := `one\ntwo` + y", ["one", "two"], "Literal.String"),
        ("sql", "SELECT /* one\ntwo */ x", ["one", "two"], "Comment"),
    ],
)
def test_strings_and_comments_reach_over_lines(
    language: Language, text: str, inside: list[str], kind: str
):
    found = [token for line in kinds(language, text) for token in line]
    for word in inside:
        (as_,) = {k for t, k in found if word in t}
        assert as_.startswith(kind), (word, as_)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("python", 'x = 1  # no """ here'),
        ("javascript", 'x = "/* no";'),
        ("c", 'char *s = "/*"; // /* no'),
        ("go", 's := "`" // `'),
        ("java", 'String s = "/*";'),
    ],
)
def test_a_sign_inside_of_text_opens_nothing(language: Language, line: str):
    _, state = LineLexer(language).line(line, START)
    assert state.until == ""
    after = kinds(language, line + "\nreturn 1")[1]
    assert not after[0][1].startswith(("Literal.String", "Comment"))


LANGUAGES: list[Language] = ["python", "javascript", "java", "c", "cpp", "go", "sql"]
LINES = st.text("ab1 \"'`/*#-=(){}\\\0\U0001f642", max_size=30)


@given(
    st.sampled_from(["python", "javascript", "java", "c", "cpp", "go", "sql"]),
    st.lists(LINES, max_size=6),
)
def test_tokens_lie_in_their_line_one_after_the_other(language: Language, lines: list[str]):
    lexer, state = LineLexer(language), START
    for line in lines:
        tokens, state = lexer.line(line, state)
        end = 0
        for token in tokens:
            assert token.start >= end
            end = token.start + len(token.text)
            assert line[token.start : end] == token.text
        assert end <= len(line)


def test_a_very_long_line_stays_plain_and_changes_nothing():
    lexer = LineLexer("python")
    _, inside = lexer.line('"""', START)
    assert lexer.line("x" * (LONGEST_LINE + 1), inside) == ([], inside)
    assert lexer.line('"""', inside) == ([Token(0, '"""', "Literal.String.Double")], START)
