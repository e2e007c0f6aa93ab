"""Credentials for TURN servers end with the look, and the shared secret stays here."""

import hmac
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.live_looks import ice
from server.settings import Settings, read_settings

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECRET = "a secret of twenty-four characters"


def settings(**change: object) -> Settings:
    whole = {
        "stun_urls": "stun:turn.example:3478",
        "turn_urls": "turn:turn.example:3478, turns:turn.example:5349?transport=tcp",
        "turn_secret": SECRET,
        "live_look_minutes": 10,
        "data_dir": Path("var"),
    }
    return read_settings({}, **(whole | change))


def test_a_credential_is_what_a_turn_server_computes_from_the_secret():
    # coturn with static-auth-secret: password = base64(hmac-sha1(secret, "<expiry>:<name>")).
    username, password = ice.credential("north", "1234", datetime.fromtimestamp(1700000000, UTC))
    assert username == "1700000000:1234"
    assert password == b64encode(hmac.new(b"north", username.encode(), "sha1").digest()).decode()
    assert password == "wgKmTFi2gC54rOjUonZ1720P2UI="


def test_credentials_end_a_minute_after_the_longest_look():
    _, turn = ice.servers(settings(), "someone", NOW)
    ends_s, _, whom = turn.username.partition(":")
    assert datetime.fromtimestamp(int(ends_s), UTC) == NOW + timedelta(minutes=11)
    assert whom == "someone"
    assert SECRET not in turn.model_dump_json()
    assert turn.urls == ("turn:turn.example:3478", "turns:turn.example:5349?transport=tcp")


def test_without_settings_no_server_is_named_least_of_all_somebody_elses():
    assert ice.servers(settings(stun_urls="", turn_urls="", turn_secret=""), "x", NOW) == ()


def test_stun_alone_carries_no_credential():
    (stun,) = ice.servers(settings(turn_urls="", turn_secret=""), "x", NOW)
    assert (stun.urls, stun.username, stun.credential) == (("stun:turn.example:3478",), "", "")
