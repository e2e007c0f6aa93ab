"""Groups of people beside each other, as far as a file tells who belongs where."""

from server.calibration import groups
from server.calibration.groups import Mark


def people(group: str, count: int, passing: int) -> list[Mark]:
    return [
        Mark(f"{group}{number}", group, "What?", 0.9 if number < passing else 0.1)
        for number in range(count)
    ]


def test_a_person_counts_once_whatever_the_number_of_answers() -> None:
    marks = [*people("a", 40, 40), *people("b", 40, 20), Mark("b0", "b", "Why?", 0.2)]
    a, b = groups.impacts(marks)
    assert (a.n, a.rate, a.is_adverse) == (40, 1.0, False)
    assert (b.n, b.rate, b.is_adverse) == (40, 0.5, True)


def test_a_small_group_gets_no_verdict() -> None:
    small = groups.impacts([*people("a", 40, 40), *people("b", 19, 0)])[1]
    assert (small.ratio, small.is_adverse) == (None, False)


def test_a_question_that_people_of_like_totals_solve_less_often_in_one_group_is_named() -> None:
    marks: list[Mark] = []
    for group in ("a", "b"):
        for number in range(60):
            # Equal totals; the third question falls to group a, the fourth to group b.
            third = number % 4 != 0 if group == "a" else number % 4 == 0
            for question, share in (("1", 1.0), ("2", 0.0), ("3", third), ("4", not third)):
                marks.append(Mark(f"{group}{number}", group, question, float(share)))
    found = {(one.question, one.group): one.found for one in groups.questions(marks)}
    assert found[("3", "b")].size == "C"
    harder, easier = found[("3", "b")].delta, found[("3", "a")].delta
    assert harder is not None
    assert easier is not None
    assert harder < 0 < easier
    assert found[("1", "a")].size == "unknown", "everybody solves it: nothing to compare"
