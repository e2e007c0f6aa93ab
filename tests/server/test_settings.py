"""Settings from the environment, and what refuses to start."""

import pytest

from server.settings import BadSettings, read_settings


def test_defaults_are_a_loopback_server_on_sqlite() -> None:
    settings = read_settings({})
    assert settings.url == "http://127.0.0.1:8080"
    assert settings.database.startswith("sqlite:////")
    assert not settings.secure_cookies
    assert not settings.registration


def test_environment_is_read_and_arguments_win() -> None:
    environ = {"INVIGIL_PORT": "9000", "INVIGIL_ORGANISATION": "Ada Ltd", "REDIS_URL": "redis://x"}
    settings = read_settings(environ, port=9001, host=None)
    assert (settings.port, settings.organisation) == (9001, "Ada Ltd")
    assert settings.redis_url == "redis://x"


@pytest.mark.parametrize(
    "url", ["postgresql://h/db", "postgres://h/db", "postgresql+psycopg://h/db"]
)
def test_postgresql_is_reached_through_psycopg(url: str) -> None:
    assert read_settings({"DATABASE_URL": url}).database == "postgresql+psycopg://h/db"


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"INVIGIL_PORT": "many"}, "INVIGIL_PORT"),
        ({"INVIGIL_PORT": "70000"}, "INVIGIL_PORT"),
        ({"INVIGIL_MIN_CLIENT": "0.2.0rc1"}, "INVIGIL_MIN_CLIENT"),
        ({"INVIGIL_ENVIRONMENT": "staging"}, "INVIGIL_ENVIRONMENT"),
        ({"INVIGIL_ENVIRONMENT": "production"}, "https://"),
        ({"INVIGIL_PUBLIC_URL": "http://interviews.example"}, "Use https://"),
        ({"INVIGIL_PUBLIC_URL": "interviews.example"}, "give it as https://"),
        ({"INVIGIL_STT_MODEL": "/nowhere"}, "no model.bin"),
        ({"INVIGIL_USE_MODAL": "true"}, "INVIGIL_MODAL_URL"),
        (
            {
                "INVIGIL_USE_MODAL": "true",
                "INVIGIL_MODAL_URL": "http://gpu.example",
                "INVIGIL_MODAL_TOKEN": "x",
            },
            "must begin with https",
        ),
    ],
)
def test_unfit_or_unsafe_settings_say_what_to_change(environ: dict[str, str], says: str) -> None:
    with pytest.raises(BadSettings, match=says):
        read_settings(environ)


def test_production_behind_https_has_secure_cookies() -> None:
    settings = read_settings(
        {"INVIGIL_ENVIRONMENT": "production", "INVIGIL_PUBLIC_URL": "https://i.example/"}
    )
    assert settings.secure_cookies
    assert settings.url == "https://i.example"


def test_every_interface_is_named_by_loopback_in_links() -> None:
    assert read_settings({}, host="0.0.0.0").url == "http://127.0.0.1:8080"
    assert read_settings({}, host="::1").url == "http://[::1]:8080"
