"""From a change to the candidate's inbox: through the API, the outbox and a real SMTP server."""

import threading
from collections.abc import Callable
from datetime import datetime

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from sqlmodel import Session, select

from server import dispatch, outbox
from server.mail import service
from server.main import create_app
from server.models import InterviewSession, Mail, Outbox
from tests.server.killed_worker import work_and_die
from tests.server.mail.conftest import Mailbox


def view(admin_client, made: dict) -> dict:
    return admin_client.get(f"/api/admin/interviews/{made['id']}").json()


def change(admin_client, made: dict, **fields) -> dict:
    answer = admin_client.patch(f"/api/admin/interviews/{made['id']}", json=fields)
    assert answer.status_code == 200, answer.text
    return answer.json()


def calendar_of(mail) -> Calendar:
    (part,) = [p for p in mail.walk() if p.get_content_type() == "text/calendar"]
    assert part.get_param("method") in ("REQUEST", "CANCEL")
    return Calendar.from_ical(part.get_content())


def event_of(mail):
    (event,) = calendar_of(mail).walk("VEVENT")
    return event


def link_of(mail) -> str:
    (line,) = [
        line
        for line in mail.get_body(("plain",)).get_content().splitlines()
        if line.startswith("http://127.0.0.1:8080/i#")
    ]
    return line


def kinds(seen: dict) -> list[tuple[str, str]]:
    return [(mail["kind"], mail["state"]) for mail in seen["mails"]]


def test_an_invitation_is_queued_with_the_interview_and_sent_after_it(
    client, admin_client, made, post, mailbox: Mailbox
) -> None:
    assert (made["mail_state"], mailbox.mails) == ("queued", [])
    assert post() == 1
    (mail,) = mailbox.mails
    assert mailbox.recipients == ["cleo@example.org"]
    assert mail["To"].addresses[0].display_name == "Cleo <Gro>"
    assert mail["Subject"] == "Your interview: Backend"
    assert link_of(mail) == made["invite_url"]
    html = mail.get_body(("html",)).get_content()
    assert made["invite_url"] in html
    assert "Cleo &lt;Gro&gt;" in html
    assert "Acme &amp; Co" in html
    assert "10:00" in html, "in the candidate's zone"
    seen = view(admin_client, made)
    assert (seen["mail_state"], seen["mails"][0]["attempts"]) == ("sent", 1)
    assert seen["mails"][0]["settled_at"] == "2026-11-23T09:00:00Z"
    assert post() == 0


def test_no_table_holds_the_link_or_its_secret(made, post, mailbox: Mailbox, db: Session) -> None:
    secret = made["invite_url"].split("#")[1]
    post()
    rows = [*db.exec(select(Outbox)), *db.exec(select(Mail)), *db.exec(select(InterviewSession))]
    assert rows
    assert secret not in repr([row.model_dump() for row in rows])
    db.rollback()


def test_a_change_that_is_undone_sends_nothing(admin_client, paper, post, mailbox: Mailbox) -> None:
    late = {"opens_at": "2020-01-01T00:00:00Z", "closes_at": "2020-01-02T00:00:00Z"}
    asked = {"paper_id": paper, "candidate_name": "C", "candidate_email": "c@example.org", **late}
    assert admin_client.post("/api/admin/interviews", json=asked).status_code == 422
    assert post() == 0
    assert mailbox.mails == []


def test_a_new_time_replaces_the_calendar_entry_and_keeps_the_link(
    admin_client, made, post, mailbox: Mailbox
) -> None:
    post()
    change(admin_client, made, opens_at="2026-12-01T09:00:00Z", closes_at="2026-12-01T12:00:00Z")
    post()
    first, second = map(event_of, mailbox.mails)
    assert first["UID"] == second["UID"] == f"{made['id']}@invigil"
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["DTSTART"].dt.isoformat() == "2026-12-01T10:00:00+01:00"
    assert second["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert link_of(mailbox.mails[1]) == made["invite_url"]
    assert mailbox.mails[1]["Subject"].startswith("New time")


def test_a_cancellation_takes_the_calendar_entry_away(
    admin_client, made, post, mailbox: Mailbox
) -> None:
    post()
    change(admin_client, made, cancel_reason="Filled")
    post()
    event, mail = event_of(mailbox.mails[1]), mailbox.mails[1]
    assert calendar_of(mail)["METHOD"] == "CANCEL"
    assert (event["STATUS"], event["UID"]) == ("CANCELLED", f"{made['id']}@invigil")
    assert event["SEQUENCE"] == 1
    assert made["invite_url"] not in mail.as_string()
    assert "Filled" not in mail.as_string(), "the reason is the organisation's own note"


def test_brought_back_after_a_cancellation_the_entry_comes_back(
    admin_client, made, post, mailbox: Mailbox
) -> None:
    post()
    change(admin_client, made, cancel_reason="Mistake")
    post()
    back = change(admin_client, made, new_link=True)
    post()
    assert [event_of(mail)["SEQUENCE"] for mail in mailbox.mails] == [0, 1, 2]
    assert link_of(mailbox.mails[2]) == back["invite_url"] != made["invite_url"]


def test_who_was_never_written_to_gets_no_cancellation(
    admin_client, made, post, mailbox: Mailbox, clock
) -> None:
    change(admin_client, made, cancel_reason="Mistake")
    clock.advance(minutes=2)
    post()
    assert mailbox.mails == []
    seen = view(admin_client, made)
    assert {state for _, state in kinds(seen)} == {"dropped"}
    assert seen["mail_state"] == "none"


def test_a_change_before_the_invitation_left_makes_one_mail_with_the_newest_facts(
    admin_client, made, post, mailbox: Mailbox
) -> None:
    change(admin_client, made, zone="UTC", candidate_email="Cleo.New@example.org")
    post()
    assert mailbox.recipients == ["cleo.new@example.org"]
    assert "09:00" in mailbox.mails[0].get_body(("plain",)).get_content()


def test_changes_that_mean_nothing_to_the_candidate_send_nothing(
    admin_client, made, post, mailbox: Mailbox
) -> None:
    post()
    change(admin_client, made, accommodations={"extra_time_percent": 25})
    change(admin_client, made, candidate_name="Cleo Gro")
    change(admin_client, made, opens_at=made["opens_at"])
    assert post() == 0


def test_reminders_come_before_the_window_closes(
    admin_client, made, post, mailbox: Mailbox, clock
) -> None:
    post()
    assert kinds(view(admin_client, made)) == [
        ("invite", "sent"),
        ("reminder", "queued"),
        ("reminder", "queued"),
    ]
    clock.now = datetime.fromisoformat("2026-11-24T17:00:00+00:00")
    assert post() == 1
    clock.now = datetime.fromisoformat("2026-11-25T16:00:00+00:00")
    assert post() == 1
    for mail in mailbox.mails[1:]:
        assert mail["Subject"] == "Reminder: your interview: Backend"
        assert link_of(mail) == made["invite_url"]
        assert not [p for p in mail.walk() if p.get_content_type() == "text/calendar"]


def test_who_has_begun_is_not_reminded(
    admin_client, made, parts, post, mailbox: Mailbox, clock
) -> None:
    post()
    with parts.database.write() as db:
        interview = db.get(InterviewSession, made["id"])
        interview.status = "interview_active"
        db.add(interview)
    clock.now = datetime.fromisoformat("2026-11-25T16:00:00+00:00")
    post()
    assert len(mailbox.mails) == 1
    assert kinds(view(admin_client, made))[1:] == [("reminder", "dropped")] * 2


def test_reminders_move_with_the_window(admin_client, made, post, mailbox: Mailbox, clock) -> None:
    post()
    change(admin_client, made, opens_at="2026-12-01T09:00:00Z", closes_at="2026-12-01T12:00:00Z")
    clock.now = datetime.fromisoformat("2026-11-25T16:30:00+00:00")
    post()
    assert [mail["Subject"][:8] for mail in mailbox.mails] == ["Your int", "New time"]
    clock.now = datetime.fromisoformat("2026-11-30T12:30:00+00:00")
    post()
    assert mailbox.mails[-1]["Subject"].startswith("Reminder")


def test_the_invitation_is_sent_again_with_the_same_link(
    client, admin_client, made, post, mailbox: Mailbox
) -> None:
    address = f"/api/admin/interviews/{made['id']}/invite"
    admin_client.post(address, json={})
    assert post() == 1, "one was waiting already"
    for _ in range(2):
        again = admin_client.post(address, json={})
        assert (again.status_code, again.json()["invite_url"]) == (200, None)
    assert post() == 1
    assert [link_of(mail) for mail in mailbox.mails] == [made["invite_url"]] * 2
    assert mailbox.mails[0]["Message-ID"] != mailbox.mails[1]["Message-ID"]


def test_sent_again_with_a_new_link_the_old_one_opens_nothing(
    client, admin_client, made, post, mailbox: Mailbox
) -> None:
    post()
    again = admin_client.post(
        f"/api/admin/interviews/{made['id']}/invite", json={"new_link": True}
    ).json()
    post()
    assert link_of(mailbox.mails[1]) == again["invite_url"] != made["invite_url"]
    old = client.get(f"/api/interview/access/{made['invite_url'].split('#')[1]}")
    assert old.json()["code"] == "invite_unknown"
    new = client.get(f"/api/interview/access/{again['invite_url'].split('#')[1]}")
    assert new.status_code == 200


def test_a_link_from_before_it_was_derived_is_replaced_when_sent_again(
    admin_client, made, parts, post, mailbox: Mailbox
) -> None:
    with parts.database.write() as db:
        interview = db.get(InterviewSession, made["id"])
        interview.invite_salt = ""
        db.add(interview)
    post()
    text = mailbox.mails[0].get_body(("plain",)).get_content()
    assert "Use the link of the invitation that you have" in text
    again = admin_client.post(f"/api/admin/interviews/{made['id']}/invite", json={}).json()
    post()
    assert link_of(mailbox.mails[1]) == again["invite_url"]


def test_nothing_is_sent_again_once_it_is_over(admin_client, made, clock) -> None:
    clock.advance(days=5)
    answer = admin_client.post(f"/api/admin/interviews/{made['id']}/invite", json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


def test_somebody_elses_invitation_is_not_there(other_client, made) -> None:
    answer = other_client.post(f"/api/admin/interviews/{made['id']}/invite", json={})
    assert answer.status_code == 404


def test_a_refused_address_is_shown_with_the_servers_words_and_not_tried_again(
    admin_client, made, post, mailbox: Mailbox, clock
) -> None:
    mailbox.on_rcpt = "550 5.1.1 cleo@example.org: no such user here"
    assert post() == 1
    seen = view(admin_client, made)
    assert (seen["mail_state"], seen["mails"][0]["state"]) == ("bounced", "bounced")
    assert seen["mails"][0]["words"] == "550 5.1.1 cleo@example.org: no such user here"
    assert "check the address" in seen["mail_words"]
    clock.advance(hours=1)
    assert post() == 0
    listed = admin_client.get("/api/admin/interviews").json()["items"]
    assert [item["mail_state"] for item in listed] == ["bounced"]
    mailbox.on_rcpt = "250 OK"
    change(admin_client, made, candidate_email="cleo.gro@example.org")
    post()
    assert mailbox.mails[0]["Subject"] == "Your interview: Backend", "an invitation, no news"


@pytest.mark.expects_log
def test_a_server_that_puts_off_is_asked_three_times_and_then_it_is_said(
    admin_client, made, post, mailbox: Mailbox, clock, db: Session, caplog
) -> None:
    mailbox.on_data = "451 4.7.1 cleo@example.org is greylisted"
    for attempt, pause in ((1, 60), (2, 900), (3, 0)):
        assert post() == 1
        assert post() == 0, "not again at once"
        seen = view(admin_client, made)["mails"][0]
        assert (seen["attempts"], seen["words"][:3]) == (attempt, "451")
        clock.advance(seconds=pause)
    assert post() == 0
    seen = view(admin_client, made)
    assert (seen["mail_state"], seen["mails"][0]["state"]) == ("failed", "failed")
    assert "three attempts" in seen["mail_words"]
    job = db.exec(select(Outbox).where(Outbox.state == "dead")).one()
    assert job.last_error == "SMTP 451", "nothing personal outside of the interview"
    assert "cleo@example.org" not in caplog.text
    db.rollback()
    mailbox.on_data = "250 OK"
    admin_client.post(f"/api/admin/interviews/{made['id']}/invite", json={})
    assert post() == 1
    assert view(admin_client, made)["mail_state"] == "sent"


def test_a_refused_login_or_sender_is_no_bounce(admin_client, made, post, mailbox: Mailbox) -> None:
    mailbox.on_mail = "553 5.7.1 not your sender address"
    post()
    seen = view(admin_client, made)
    assert seen["mail_state"] == "queued"
    assert seen["mails"][0]["words"] == "553 5.7.1 not your sender address"


def test_power_cut_between_sending_and_marking_sends_the_same_mail_again(
    admin_client, made, parts, post, mailbox: Mailbox, clock
) -> None:
    """At least once: the second one has the Message-ID of the first, so mailboxes may fold them."""
    job = outbox.take(parts.database, clock.now)
    assert job is not None
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    errands["mail"](job, clock.now)  # sent; its effect is never committed
    assert len(mailbox.mails) == 1
    assert view(admin_client, made)["mail_state"] == "queued"
    assert post() == 0, "its lease is still good"
    clock.advance(seconds=outbox.LEASE_S)
    assert post() == 1
    first, second = mailbox.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert event_of(first)["SEQUENCE"] == event_of(second)["SEQUENCE"]
    assert view(admin_client, made)["mails"][0]["attempts"] == 2


def test_an_interview_cancelled_while_its_invitation_is_being_sent_is_cancelled_there_too(
    admin_client, made, parts, post, mailbox: Mailbox, clock
) -> None:
    job = outbox.take(parts.database, clock.now)
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    effect = errands["mail"](job, clock.now)
    change(admin_client, made, cancel_reason="Filled")
    post()
    with parts.database.write() as db:
        effect(db, clock.now)
        outbox.done(db, job, clock.now)
    clock.advance(seconds=outbox.LEASE_S)
    post()
    assert [mail["Subject"][:9] for mail in mailbox.mails] == ["Your inte", "Cancelled"]


def test_the_database_is_free_while_a_mail_server_takes_its_time(
    admin_client, made, parts, post, mailbox: Mailbox
) -> None:
    written: list[int] = []

    def write() -> None:
        with parts.database.write() as db:
            outbox.note(db, "x", "beside", {}, now=parts.now())
        written.append(len(mailbox.mails))

    mailbox.in_data = write
    post_one(parts)
    assert written == [0]


def post_one(parts) -> None:
    job = outbox.take(parts.database, parts.now())
    assert job is not None
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    dispatch.run(parts.database, job, parts.now, errands=errands)


def test_a_worker_killed_before_it_knew_mails_the_same_letter_once_more(
    made, settings, clock, mailbox: Mailbox, parts, post
) -> None:
    def on_arrival(call: Callable[[], None]) -> None:
        mailbox.in_data = call

    work_and_die(settings, clock.now, on_arrival=on_arrival)
    assert post() == 0, "it is somebody's until the lease ends"
    clock.advance(seconds=61)
    assert post() == 1
    assert post() == 0
    assert [mail["Message-ID"] for mail in mailbox.mails] == [mailbox.mails[0]["Message-ID"]] * 2
    with parts.database.read() as db:
        assert service.was_told(db, made["id"])


def test_the_servers_own_worker_posts_what_is_due(
    made, settings, clock, mailbox: Mailbox, parts
) -> None:
    arrived = threading.Event()
    mailbox.in_data = arrived.set
    with TestClient(create_app(settings, now=clock)):
        assert arrived.wait(20)
    assert mailbox.recipients == ["cleo@example.org"]
    with parts.database.read() as db:
        assert service.was_told(db, made["id"])


def test_a_deleted_interview_takes_its_mails_along(
    admin_client, made, post, mailbox: Mailbox, db: Session
) -> None:
    assert admin_client.delete(f"/api/admin/interviews/{made['id']}").status_code == 204
    assert post() == 1
    assert mailbox.mails == []
    assert db.exec(select(Mail)).all() == []
    db.rollback()


def test_nobody_came(admin_client, made, parts, clock) -> None:
    clock.advance(days=5)
    dispatch.sweep(parts.database, clock.now)
    (item,) = admin_client.get("/api/admin/interviews").json()["items"]
    assert (item["status"], item["no_show"]) == ("expired", True)
    with parts.database.write() as db:
        interview = db.get(InterviewSession, made["id"])
        interview.segment = 1
        db.add(interview)
    assert view(admin_client, made)["no_show"] is False, "it was claimed, and not begun"
