"""What leaves the server: headers that hold what they should, whatever people are called."""

import json
from base64 import b64decode
from email import message_from_bytes, policy
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.mail.message import BadAddress, mime, plain_address, sendgrid_body
from server.mail.rules import Kind, clean_line
from tests.server.mail.letters import message, occasion

HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "MIME-Version",
    "Content-Type",
]


def parsed(**fields):
    return message_from_bytes(mime(message(**fields)), policy=policy.default)


def test_a_mail_has_a_text_the_same_as_html_and_the_calendar_twice() -> None:
    mail = parsed(reply_to="jobs@acme.example")
    assert [part.get_content_type() for part in mail.walk() if not part.is_multipart()] == [
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    assert mail["Reply-To"] == "jobs@acme.example"
    assert mail["Message-ID"] == "<0123456789abcdef@acme.example>"
    calendar, file = [
        part for part in mail.walk() if "ics" in str(part) or part.get_param("method")
    ][-2:]
    assert calendar.get_param("method") == "REQUEST"
    assert file.get_filename() == "interview.ics"
    assert calendar.get_content().encode().splitlines() == file.get_content().splitlines()


def test_a_mail_is_seven_bit_with_lines_that_every_server_takes() -> None:
    content = mime(message(occasion(name="Zoë 😀", title="x" * 200)))
    assert content.isascii()
    assert max(len(line) for line in content.split(b"\r\n")) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


HOSTILE = st.text() | st.sampled_from(
    [
        "Cleo\r\nBcc: all@example.org",
        "Cleo\r\n\r\n<h1>body</h1>",
        '"Cleo" <evil@example.org>, x',
        "=?utf-8?q?Bcc:_x?=",
        "a" * 70 + ",\r b@example.org",
        "Ünï" * 60,
        "\U0001f469\u200d\U0001f4bb" * 30,
        "\\",
        "\u202e,;:<>@",
    ]
)


@given(name=HOSTILE, title=HOSTILE, organisation=HOSTILE)
def test_no_name_adds_a_header_a_recipient_or_a_part(name, title, organisation) -> None:
    about = occasion(name=name, title=title, organisation=organisation)
    mail = message_from_bytes(mime(message(about)), policy=policy.default)
    assert mail.keys() == HEADERS
    assert mail["Subject"] == clean_line(f"Your interview: {clean_line(title) or 'interview'}")
    # Decoded by RFC 2047: the structured parser of Python 3.11 puts spaces between encoded words.
    raw = message_from_bytes(mime(message(about)))
    shown = clean_line(name)
    to = f"{shown} <cleo@example.org>" if shown else "cleo@example.org"
    unfolded = raw["To"].replace("\r\n", "")
    assert str(make_header(decode_header(unfolded))) == to
    assert mail.defects == []
    (to,), (sender,) = mail["To"].addresses, mail["From"].addresses
    assert (to.addr_spec, sender.addr_spec) == ("cleo@example.org", "interviews@acme.example")
    assert len(list(mail.walk())) == 6
    body = json.dumps(sendgrid_body(message(about)))
    assert [to["email"] for to in json.loads(body)["personalizations"][0]["to"]] == [
        "cleo@example.org"
    ]


@pytest.mark.parametrize("name", ["Cleo Gro", "Zoë O’Brien", "Gro, Cleo", "מיר", "😀 Cleo"])
def test_names_arrive_as_they_are_written(name: str) -> None:
    mail = parsed(recipient=(name, "cleo@example.org"))
    assert mail["To"].addresses[0].display_name == clean_line(name)


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("cleo@example.org", "cleo@example.org"),
        ("o'brien+x@example.org", "o'brien+x@example.org"),
        ("cleo@bücher.example", "cleo@xn--bcher-kva.example"),
        ("zoë@example.org", "zoë@example.org"),
    ],
)
def test_addresses_are_named_as_mail_servers_name_them(address: str, plain: str) -> None:
    assert plain_address(address) == plain


@pytest.mark.parametrize(
    "address",
    [
        "nobody",
        "@example.org",
        "cleo@",
        "a..b@example.org",
        "(x)cleo@example.org",
        "cleo@exa mple.org",
        "cleo\r\nRCPT TO:<x@example.org>@example.org",
        "cleo@example.org\r\nBcc:x",
        "cleo@\u202egro.elpmaxe",
        "cleo@-\u00fc-.example",
        "cleo@example..org",
        "<cleo@example.org>",
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(BadAddress):
        plain_address(address)
    with pytest.raises(BadAddress):
        mime(message(recipient=("Cleo", address)))
    with pytest.raises(BadAddress):
        sendgrid_body(message(recipient=("Cleo", address)))


@given(st.text())
def test_any_text_is_an_address_of_one_line_or_refused(text: str) -> None:
    try:
        plain = plain_address(text)
    except BadAddress:
        return
    assert plain == clean_line(plain)
    assert " " not in plain
    assert plain.count("@") >= 1


def test_sendgrid_gets_the_same_mail_untracked() -> None:
    about = occasion(kind=Kind.INVITE)
    body = sendgrid_body(message(about, reply_to="jobs@acme.example"))
    assert [part["type"] for part in body["content"]] == ["text/plain", "text/html"]
    assert body["personalizations"] == [
        {
            "to": [{"email": "cleo@example.org", "name": "Cleo"}],
            "custom_args": {"invigil_mail": "0123456789abcdef"},
        }
    ]
    assert body["reply_to"] == {"email": "jobs@acme.example"}
    assert body["headers"]["Message-ID"] == "<0123456789abcdef@acme.example>"
    (attached,) = body["attachments"]
    assert b64decode(attached["content"]).startswith(b"BEGIN:VCALENDAR")
    assert body["tracking_settings"]["click_tracking"] == {"enable": False, "enable_text": False}
    assert "attachments" not in sendgrid_body(message(about, entry=None))
