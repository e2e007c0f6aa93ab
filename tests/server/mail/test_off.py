"""Without a mail server: nothing is queued, and everybody is told what to do instead."""

import logging

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.mail import service
from server.main import create_app
from server.models import Mail, Outbox
from server.settings import BadSettings, Settings, read_settings

MAILING = {"INVIGIL_MAIL_FROM": "i@acme.example", "INVIGIL_SMTP_HOST": "mail.acme.example"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"smtp_host": "", "mail_from": ""})


def test_the_admin_reads_to_copy_the_link(admin_client, made, db: Session) -> None:
    assert made["mail_state"] == "off"
    assert made["mail_words"] == "Not sent: no mail server is configured; copy the link."
    assert made["mails"] == []
    assert made["invite_url"]
    assert db.exec(select(Mail)).all() == db.exec(select(Outbox)).all() == []
    db.rollback()
    (listed,) = admin_client.get("/api/admin/interviews").json()["items"]
    assert listed["mail_state"] == "off"


def test_sending_again_is_refused_with_a_sentence(admin_client, made) -> None:
    answer = admin_client.post(f"/api/admin/interviews/{made['id']}/invite", json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "mail_off")
    assert "new link" in answer.json()["detail"]


def test_the_start_says_so_in_one_line(settings, caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.INFO, "server"),
        TestClient(create_app(settings, background=False)),
    ):
        pass
    said = [record.message for record in caplog.records if "mail" in record.message]
    assert said == ["mail is off: no mail server is configured, admins pass links on themselves"]


def test_the_start_names_the_ways_without_their_secrets() -> None:
    settings = read_settings(
        MAILING | {"INVIGIL_SENDGRID_KEY": "SG.secret", "INVIGIL_SMTP_PASSWORD": "hunter2"}
    )
    assert service.words(settings) == (
        "mail goes by SMTP mail.acme.example:587 (starttls), then SendGrid"
    )


def test_mails_that_wait_when_mail_is_switched_off_are_dropped(
    admin_client, made, parts, clock
) -> None:
    from server import dispatch
    from server.models import InterviewSession

    with parts.database.write() as db:
        interview = db.get(InterviewSession, made["id"])
        service.changed(db, interview, None, post=service.Post(on=True), now=clock.now)
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    assert dispatch.run_due(parts.database, parts.now, errands=errands) == 1
    seen = admin_client.get(f"/api/admin/interviews/{made['id']}").json()
    assert seen["mails"][0]["words"] == "No mail server is configured any more."
    assert seen["mail_state"] == "off"


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"INVIGIL_SMTP_HOST": "mail.acme.example"}, "INVIGIL_MAIL_FROM is missing"),
        ({"INVIGIL_MAIL_FROM": "i@acme.example"}, "INVIGIL_SMTP_HOST or INVIGIL_SENDGRID_KEY"),
        ({"INVIGIL_MAIL_FROM": "acme"}, "INVIGIL_MAIL_FROM"),
        (MAILING | {"INVIGIL_SMTP_SECURITY": "none"}, "could be read on the way"),
        (MAILING | {"INVIGIL_SMTP_CA": "/nowhere.pem"}, "INVIGIL_SMTP_CA"),
        (MAILING | {"INVIGIL_SENDGRID_URL": "http://sendgrid.example"}, "INVIGIL_SENDGRID_URL"),
        (MAILING | {"INVIGIL_MAIL_REMINDERS_H": "often"}, "INVIGIL_MAIL_REMINDERS_H"),
        (MAILING | {"INVIGIL_DOWNLOAD_URL": "javascript:x"}, "INVIGIL_DOWNLOAD_URL"),
    ],
)
def test_unfit_or_unsafe_mail_settings_say_what_to_change(environ, says: str) -> None:
    with pytest.raises(BadSettings, match=says):
        read_settings(environ)


def test_reminders_are_read_longest_first_or_off() -> None:
    def hours(text: str) -> list[float]:
        settings = read_settings(MAILING | {"INVIGIL_MAIL_REMINDERS_H": text})
        return [lead.total_seconds() / 3600 for lead in settings.reminders]

    assert hours("1,24,1") == [24, 1]
    assert hours("off") == []
