"""Whatever differs between both books is told, each kind by its name."""

from dataclasses import asdict, replace

import pytest

from tests.cohort.ledger import Book, Difference, Stored, difference

BOOK = Book(hashes=["a", "b", "c"], acked=3, revisions=1, signals=2)
ROWS = [("one", 1, "a"), ("one", 2, "b"), ("one", 3, "c")]
STORED = Stored(
    rows=ROWS, signals=[("one", 1), ("one", 2)], revisions={"one": 1}, links={"one": (4, 4)}
)


def told(stored: Stored, book: Book = BOOK) -> dict[str, int]:
    found = asdict(difference(stored, {"one": book}))
    assert found.pop("rows") == book.acked
    return {name: count for name, count in found.items() if count}


def test_books_that_agree_show_no_difference() -> None:
    assert told(STORED) == {}
    assert difference(STORED, {"one": BOOK}).wrong == 0


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"rows": ROWS[:2]}, {"lost": 1}),
        ({"rows": [ROWS[0], ROWS[2]]}, {"lost": 1}),
        ({"rows": []}, {"lost": 3}),
        ({"rows": [*ROWS, ROWS[2]]}, {"doubled": 1}),
        ({"rows": [*ROWS[:2], ("one", 3, "x")]}, {"foreign": 1}),
        ({"rows": [*ROWS, ("one", 4, "d")]}, {"foreign": 1}),
        ({"forks": 1}, {"foreign": 1}),
        ({"signals": [("one", 1)]}, {"events_wrong": 1}),
        ({"signals": [("one", 1), ("one", 2), ("one", 2)]}, {"events_wrong": 1}),
        ({"revisions": {}}, {"answers_wrong": 1}),
        ({"links": {"one": (3, 4)}}, {"links_broken": 1}),
    ],
)
def test_each_difference_is_told_by_its_name(
    change: dict[str, object], expected: dict[str, int]
) -> None:
    assert told(replace(STORED, **change)) == expected


def test_every_kind_of_difference_counts_as_wrong() -> None:
    for name in asdict(Difference()):
        assert Difference(**{name: 1}).wrong == (name != "rows")


def test_what_has_no_receipt_may_be_there_or_not() -> None:
    open_yet = Book(hashes=["a", "b", "c"], acked=2, revisions=1, signals=-1)
    assert told(STORED, open_yet) == {}
    assert told(replace(STORED, rows=ROWS[:2]), open_yet) == {}
