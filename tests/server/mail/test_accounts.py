"""The link to set a password, from the account's making to its person's inbox."""

from sqlmodel import select

from server.models import Outbox, PasswordLink
from tests.server.mail.conftest import Mailbox
from tests.server.support import PASSWORD

NEW = {"email": "new@example.org", "name": "New <b>Person</b>", "role": "admin"}


def state(db) -> list[str]:
    found = [link.mail_state for link in db.exec(select(PasswordLink))]
    db.commit()
    return found


def test_link_reaches_its_person_and_works(super_client, client, post, mailbox: Mailbox, db):
    made = super_client.post("/api/admin/users", json=NEW).json()
    assert (made["mailed"], state(db)) == (True, ["queued"])
    assert "#" not in "".join(job.payload_json for job in db.exec(select(Outbox)))
    db.commit()
    assert post() == 1
    (mail,) = mailbox.mails
    assert mailbox.recipients == ["new@example.org"]
    text = mail.get_body(("plain",)).get_content()
    (link,) = [line for line in text.splitlines() if line.startswith("http")]
    assert link == made["invite_url"]
    assert "30 November 2026" in text
    html = mail.get_body(("html",)).get_content()
    assert "New &lt;b&gt;Person&lt;/b&gt;" in html
    assert "Set your password" in html
    body = {"token": link.partition("#")[2], "password": PASSWORD}
    assert client.post("/api/auth/password-link", json=body).status_code == 204
    assert state(db) == ["sent"]


def test_link_that_a_newer_one_replaced_is_not_sent(
    super_client, post, mailbox: Mailbox, db
) -> None:
    made = super_client.post("/api/admin/users", json=NEW).json()
    super_client.post(f"/api/admin/users/{made['id']}/invite", json={})
    assert post() == 2
    assert len(mailbox.mails) == 1
    assert sorted(state(db)) == ["dropped", "sent"]


def test_mail_server_that_is_busy_is_asked_again(
    super_client, post, mailbox: Mailbox, clock
) -> None:
    super_client.post("/api/admin/users", json=NEW)
    mailbox.on_data = "451 later"
    post()
    assert mailbox.mails == []
    mailbox.on_data = "250 OK"
    clock.advance(minutes=2)
    post()
    assert len(mailbox.mails) == 1
