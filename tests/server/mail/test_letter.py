"""Letters: the same words as text and as HTML, and nothing that people typed becomes markup."""

from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.mail.letter import moment, write
from server.mail.rules import Kind, clean_line
from tests.server.mail.letters import LINK, occasion

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "$link ${organisation} $",
    "{0} {{}} %s %(x)s",
    "Cleo\r\nBcc: everybody@example.org\r\n\r\n<h1>",
    "\u202eevil\u202c",
    "&amp;&lt;",
    "\U0001f469\u200d\U0001f4bb\U0001f3f3\ufe0f\u200d\U0001f308",
]


class Shown(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


ORDINARY = {kind: Shown(write(occasion(kind=kind)).html) for kind in Kind}


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_show_as_they_are_written(kind: Kind, name: str) -> None:
    letter = write(occasion(kind=kind, name=name, title=name, organisation=name))
    assert clean_line(name) in letter.text
    assert clean_line(name) in Shown(letter.html).text
    assert len(letter.subject.splitlines()) == 1


@given(name=st.text(), title=st.text(), organisation=st.text(), kind=st.sampled_from(Kind))
def test_no_text_adds_an_element_or_an_attribute(name, title, organisation, kind) -> None:
    letter = write(occasion(name=name, title=title, organisation=organisation, kind=kind))
    shown = Shown(letter.html)
    assert shown.tags == ORDINARY[kind].tags
    assert shown.attributes == ORDINARY[kind].attributes
    assert len(letter.text.split("\n")) == len(write(occasion(kind=kind)).text.split("\n"))


@pytest.mark.parametrize("kind", list(Kind))
def test_text_and_html_say_the_same(kind: Kind) -> None:
    letter = write(occasion(kind=kind, download="https://acme.example/app"))
    shown = " ".join(Shown(letter.html).text.split())
    for paragraph in letter.text.replace(LINK, "").split("\n"):
        assert " ".join(paragraph.split()) in shown


def test_the_link_is_in_the_mail_that_has_one_and_is_left_out_where_it_is_not_known() -> None:
    with_link, without = write(occasion()), write(occasion(link=None))
    assert f"\n{LINK}\n" in with_link.text
    assert ("href", LINK) in Shown(with_link.html).attributes
    assert "ask for a new one" not in with_link.text
    assert "ask for a new one" in without.text
    assert "href" not in without.html
    assert "/i#" not in write(occasion(kind=Kind.CANCELLATION)).text


def test_where_the_app_is_got_is_said_or_who_to_ask() -> None:
    assert "https://acme.example/app" in write(occasion(download="https://acme.example/app")).text
    assert "Ask the person who invited you" in write(occasion()).text


def test_times_are_the_candidates() -> None:
    at = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    assert moment(at, "Europe/Berlin") == "Sunday, 29 March 2026, 00:30"
    assert moment(at, "America/St_Johns") == "Saturday, 28 March 2026, 21:00"
    assert moment(at, "UTC") == "Saturday, 28 March 2026, 23:30"


@pytest.mark.parametrize("kind", [Kind.INVITE, Kind.REMINDER])
def test_one_is_told_that_one_may_practise_and_check_the_computer_days_ahead(kind: Kind) -> None:
    for download in ("", "https://acme.example/app"):
        text = write(occasion(kind=kind, download=download)).text
        assert "days ahead, and that starts nothing" in text
    # By the names that the app's own buttons have.
    welcome = Path(__file__).parents[3] / "client" / "ui" / "screens" / "welcome.py"
    for button in ("Practise first", "Check this computer"):
        assert f'"{button}"' in text
        assert f'self.tr("{button}")' in welcome.read_text("utf-8")


@pytest.mark.parametrize("kind", [Kind.CANCELLATION, Kind.RESCHEDULE])
def test_who_is_not_invited_anew_is_told_nothing_about_practising(kind: Kind) -> None:
    assert "Practise" not in write(occasion(kind=kind)).text
