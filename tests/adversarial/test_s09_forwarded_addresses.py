"""S9: whoever sends X-Forwarded-For says nothing that only a trusted hop may say."""

from ipaddress import ip_address

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from server.addresses import client_address, networks
from server.main import create_app
from server.settings import BadSettings, Settings, read_settings
from tests.server.support import PASSWORD, Clock

pytestmark = pytest.mark.adversarial

TRUSTED = networks("127.0.0.1, 10.0.0.0/8, fd00::/8")
strangers = st.one_of(
    st.ip_addresses(v=4), st.ip_addresses(v=6).filter(lambda found: found.ipv4_mapped is None)
).filter(lambda found: not any(found in network for network in TRUSTED))
lines = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.ip_addresses().map(str),
        st.lists(st.ip_addresses().map(str), max_size=30).map(", ".join),
        st.sampled_from(["unknown", "_hidden", "[::1", "1.2.3.4:99999", ",,,", "127.0.0.1" * 50]),
    ),
    max_size=5,
)


@given(peer=strangers, forwarded=lines)
def test_a_stranger_is_who_he_is_whatever_he_writes(peer, forwarded):
    assert client_address(str(peer), forwarded, TRUSTED) == str(peer)
    assert client_address(str(peer), forwarded, ()) == str(peer)


@given(client=strangers, forged=lines)
def test_what_a_client_writes_before_the_proxy_does_changes_nothing(client, forged):
    """Two trusted hops: the client's own lines come first, then what each hop appended."""
    seen = client_address("127.0.0.1", [*forged, f"{client}, 10.1.2.3"], TRUSTED)
    assert ip_address(seen) == client


@given(peer=st.one_of(st.just("127.0.0.1"), st.text(max_size=20)), forwarded=lines)
def test_nothing_breaks_it(peer, forwarded):
    assert isinstance(client_address(peer, forwarded, TRUSTED), str)


@pytest.mark.parametrize(
    ("forwarded", "seen"),
    [
        (["192.0.2.7"], "192.0.2.7"),
        (["192.0.2.7:4711"], "192.0.2.7"),
        (["[2001:db8::7]:4711"], "2001:db8::7"),
        (["::ffff:192.0.2.7"], "192.0.2.7"),
        (["192.0.2.7", "10.0.0.1"], "192.0.2.7"),
        (["192.0.2.7, nonsense"], "127.0.0.1"),
        (["10.0.0.9, 10.0.0.1"], "10.0.0.9"),
        ([], "127.0.0.1"),
    ],
)
def test_the_nearest_stranger_counts(forwarded: list[str], seen: str):
    assert client_address("127.0.0.1", forwarded, TRUSTED) == seen


@pytest.mark.parametrize("value", ["0.0.0.0/0", "::/0", "everybody", "10.0.0.1/8"])
def test_settings_that_trust_everybody_do_not_start(value: str):
    with pytest.raises(BadSettings, match="INVIGIL_TRUSTED_PROXIES"):
        read_settings({"INVIGIL_TRUSTED_PROXIES": value})


@pytest.mark.parametrize("trusted", ["", "192.0.2.0/24"])
def test_a_guesser_gains_no_tries_by_naming_other_addresses(settings: Settings, trusted: str):
    settings = settings.model_copy(update={"trusted_proxies": trusted, "login_attempts": 3})
    app = create_app(settings, now=Clock(), background=False)
    asked = {"email": "ada@example.org", "password": PASSWORD}
    with TestClient(app, client=("198.51.100.1", 4000)) as client:
        statuses = [
            client.post(
                "/api/auth/login", json=asked, headers={"X-Forwarded-For": f"203.0.113.{n}"}
            ).status_code
            for n in range(5)
        ]
    assert statuses == [401, 401, 401, 429, 429]


def test_behind_a_trusted_proxy_people_are_told_apart(settings: Settings):
    settings = settings.model_copy(update={"trusted_proxies": "10.0.0.0/8", "login_attempts": 1})
    app = create_app(settings, now=Clock(), background=False)
    asked = {"email": "ada@example.org", "password": PASSWORD}
    with TestClient(app, client=("10.0.0.1", 4000)) as client:
        statuses = [
            client.post(
                "/api/auth/login", json=asked, headers={"X-Forwarded-For": address}
            ).status_code
            for address in ("203.0.113.1", "203.0.113.1", "203.0.113.2")
        ]
    assert statuses == [401, 429, 401]
