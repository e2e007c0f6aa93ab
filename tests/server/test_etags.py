"""A change says which state it is about."""

from server.etags import etag, matches


def test_a_change_is_made_only_upon_what_was_read() -> None:
    assert matches(None, 3)
    assert matches(etag(3), 3)
    assert matches('"1", "3"', 3)
    assert matches("*", 3)
    assert not matches(etag(2), 3)
    assert not matches("3", 3)
