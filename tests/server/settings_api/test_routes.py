"""What anybody may know."""

from shared.version import APP_VERSION, PROTOCOL


def test_config_names_the_server_and_its_limits(client, clock) -> None:
    found = client.get("/api/settings/config").json()
    assert (found["version"], found["protocol"]) == (APP_VERSION, PROTOCOL)
    assert found["server_time"] == "2026-11-23T09:00:00Z"
    assert found["registration"] is False
    assert found["max_rows"] == 200


def test_public_keys_hold_the_countersigning_key(client, parts) -> None:
    found = client.get("/.well-known/invigil-keys.json").json()
    assert found == {
        "keys": [{"kid": parts.keys.kid, "alg": "Ed25519", "x": parts.keys.public_text}]
    }
