"""Settings come from the environment, whole and checked, or not at all."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from client.settings import Settings, load


def test_nothing_set_gives_the_defaults():
    settings = load({})
    assert settings == Settings()
    assert settings.server_url is None
    assert settings.spools.parent == settings.data_dir


def test_environment_is_read_with_its_types():
    settings = load(
        {
            "INVIGIL_CLIENT_DATA_DIR": "/somewhere",
            "INVIGIL_CLIENT_SERVER_URL": "https://jobs.example.com",
            "INVIGIL_CLIENT_ALLOW_HTTP": "true",
            "INVIGIL_CLIENT_SYNC_EVERY_S": "2.5",
            "INVIGIL_DATA_DIR": "/the/servers",
        }
    )
    assert settings.data_dir == Path("/somewhere")
    assert settings.server_url == "https://jobs.example.com"
    assert settings.allow_http
    assert settings.sync_every_s == 2.5


@pytest.mark.parametrize(
    ("name", "value"),
    [("SYNC_EVERY_S", "0"), ("CONNECT_TIMEOUT_S", "soon"), ("ALLOW_HTTP", "perhaps")],
)
def test_wrong_value_names_its_setting(name: str, value: str):
    with pytest.raises(ValidationError, match=name.lower()):
        load({f"INVIGIL_CLIENT_{name}": value})


def test_settings_do_not_change():
    with pytest.raises(ValidationError, match="frozen"):
        load({}).allow_http = True
