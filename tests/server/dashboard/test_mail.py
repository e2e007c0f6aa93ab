"""What an admin sees of mails, with a server that mails: a refusal, and putting it right."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import close_stage, open_stage
from tests.server.mail.conftest import Mailbox, serving

pytestmark = pytest.mark.browser

UNTIL_MAILED_MS = 20_000
"""The mail is sent by the server's worker, and the page reads again every five seconds."""


@pytest.fixture(scope="module")
def mailbox() -> Mailbox:
    return Mailbox(on_rcpt="550 5.1.1 <b>No such user</b> here")


@pytest.fixture(scope="module")
def cast(mailbox: Mailbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    """A server that mails, with one interview on it."""
    with serving(mailbox) as smtp:
        stage = open_stage(
            tmp_path_factory.mktemp("mailing"),
            INVIGIL_SMTP_HOST="127.0.0.1",
            INVIGIL_SMTP_PORT=str(smtp.port),
            INVIGIL_SMTP_SECURITY="none",
            INVIGIL_MAIL_FROM="interviews@acme.example",
        )
        try:
            invited, _ = stage.invite("Nora Blum", candidate_email="nroa@example.org")
            yield Cast(stage, handed_in="", running="", invited=invited)
        finally:
            close_stage(stage)


def test_a_refused_address_is_shown_corrected_and_mailed_again(
    tab: Tab, cast: Cast, mailbox: Mailbox
):
    page = tab.page
    tab.go(f"/interviews/{cast.invited}")
    mail = page.get_by_role("region", name="Mail to the candidate")
    expect(mail).to_contain_text("check the address and send it again", timeout=UNTIL_MAILED_MS)
    first = mail.get_by_role("listitem").first
    expect(first).to_contain_text("Invitation")
    expect(first).to_contain_text("Bounced")
    expect(first).to_contain_text("The mail server said: “550 5.1.1 <b>No such user</b> here")
    keep_picture(tab, "mail-bounced")
    tab.go("/interviews")
    row = page.get_by_role("row").filter(has_text="Nora Blum")
    expect(row).to_contain_text("Bounced")
    keep_picture(tab, "mail-list")
    row.get_by_role("link", name="Nora Blum").click()

    mailbox.on_rcpt = "250 OK"
    mail.get_by_role("button", name="Send again").click()
    form = page.get_by_role("dialog", name="Send the invitation")
    expect(form).to_contain_text("The old link stops working")
    form.get_by_label("E-mail").fill("nora")
    expect(form.get_by_role("button", name="Send", exact=True)).to_be_disabled()
    form.get_by_label("E-mail").fill("nora@example.org")
    assert tab.severe_findings() == []
    keep_picture(tab, "mail-send-again")
    form.get_by_role("button", name="Send", exact=True).click()
    expect(form).to_have_count(0)
    expect(mail).to_contain_text("Sent: a mail server took it.", timeout=UNTIL_MAILED_MS)
    assert mailbox.recipients == ["nora@example.org"]
    keep_picture(tab, "mail-sent")

    mail.get_by_role("button", name="Send again").click()
    form.get_by_label("Make a new link").check()
    form.get_by_role("button", name="Send", exact=True).click()
    expect(form.get_by_label("Invite link")).not_to_have_value("")
    expect(form).to_contain_text("by mail")


def test_a_refusal_to_send_is_told_in_the_form(tab: Tab, cast: Cast):
    page = tab.page
    tab.go(f"/interviews/{cast.invited}")
    page.get_by_role("button", name="Send again").click()
    form = page.get_by_role("dialog", name="Send the invitation")
    page.route("**/api/admin/interviews/*/invite", lambda route: route.abort())
    form.get_by_role("button", name="Send", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("The server cannot be reached.")
    tab.complaints[:] = [said for said in tab.complaints if "net::ERR_FAILED" not in said]
