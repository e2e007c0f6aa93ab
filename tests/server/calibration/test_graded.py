"""A file of graded answers is measured whole, or its first fault is named."""

from pathlib import Path

import pytest

from server.__main__ import main
from server.calibration.graded import BadLine, by_baseline, compare, read

HEAD = "question,expected_answer,answer,score,max_score,second_score,key_points\n"
LINES = (
    'What is a queue?,"A buffer, first in first out.","A buffer: first in, first out.",5,5,4,\n'
    'What is a queue?,"A buffer, first in first out.",No idea.,0,5,1,\n'
    "What is a heap?,A tree ordered by keys.,A tree with keys in order.,4,5,4,tree ; keys\n"
    "What is a heap?,A tree ordered by keys.,Memory.,1,5,0,tree ; keys\n"
    "What is a heap?,A tree ordered by keys.,   ,0,5,0,\n"
)


def test_answers_are_read_and_blanks_left_out():
    found = read(HEAD + LINES)
    assert [one.score for one in found] == [1.0, 0.0, 0.8, 0.2]
    assert found[2].key_points == ("tree", "keys")
    assert found[0].second == 0.8


def test_a_grader_stands_beside_overlap_and_two_people():
    compared = compare(read(HEAD + LINES), by_baseline)
    assert (compared.grader.pearson.value or 0) > 0.9
    assert compared.people is not None
    assert compared.people.n == 4
    without = HEAD.replace("second_score,", "")
    lines = LINES.replace(",5,4,", ",5,").replace(",5,1,", ",5,").replace(",5,0,", ",5,")
    assert compare(read(without + lines), by_baseline).people is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("question,answer\na,b\n", "Columns are missing: expected_answer, score, max_score"),
        (HEAD, "no answer"),
        (HEAD + "q,e,a,many,5,,\n", "Line 2: score is no number"),
        (HEAD + "q,e,a,6,5,,\n", "Line 2: score must be between 0 and max_score"),
        (HEAD + "q,e,a,1,0,,\n", "Line 2: max_score must be above 0"),
    ],
)
def test_what_does_not_fit_is_named(text: str, words: str):
    with pytest.raises(BadLine, match=words):
        read(text)


def test_the_command_prints_all_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    place = tmp_path / "graded.csv"
    place.write_text(HEAD + LINES, encoding="utf-8-sig")
    assert main(["calibrate", str(place)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("4 answers to 2 questions\nbaseline: r ")
    assert "word overlap: r " in told
    assert "two people: r " in told
    place.write_text("nothing")
    assert main(["calibrate", str(place)]) == 1
