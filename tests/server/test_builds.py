"""How far a told build is believed."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server import builds
from server.builds import Trust, standing
from server.keys import encode
from server.settings import Settings
from shared.build import Build, statement

KEY = Ed25519PrivateKey.generate()
PUBLIC = encode(KEY.public_key().public_bytes_raw())
LISTED, OTHER = "a" * 64, "b" * 64


def signed(**change: object) -> Build:
    build = Build(version="0.1.0", platform="linux-x86_64", released=LISTED, files=3, found=LISTED)
    sig = encode(KEY.sign(statement(build)))
    return build.model_copy(update={"sig": sig} | change)


@pytest.mark.parametrize(
    ("build", "given", "stands"),
    [
        (None, Trust((PUBLIC,)), "not_told"),
        (signed(), Trust((PUBLIC,)), "released"),
        (signed(), Trust(("A" * 43, PUBLIC)), "released"),
        (signed(), Trust(), "unknown"),
        (signed(found=OTHER, changed=("a.py",), changed_count=1), Trust((PUBLIC,)), "changed"),
        (signed(found=None), Trust((PUBLIC,)), "unknown"),
        (signed(version="9.9.9"), Trust((PUBLIC,)), "unknown"),
        (signed(platform="windows-amd64"), Trust((PUBLIC,)), "unknown"),
        (signed(released=OTHER, found=OTHER), Trust((PUBLIC,)), "unknown"),
        (signed(sig=""), Trust((PUBLIC,)), "unknown"),
        (signed(sig="!"), Trust((PUBLIC, "short")), "unknown"),
        (signed(sig=""), Trust((), frozenset({LISTED})), "released"),
        (signed(sig="", released=None), Trust((), frozenset({LISTED})), "released"),
        (signed(sig="", found=OTHER), Trust((), frozenset({LISTED})), "changed"),
        (signed(sig="", released=OTHER), Trust((), frozenset({LISTED})), "unknown"),
    ],
)
def test_a_key_or_a_list_of_this_server_makes_a_build_known(
    build: Build | None, given: Trust, stands: str
) -> None:
    assert standing(build, given) == stands


def test_trust_comes_from_the_settings_in_any_way_of_writing_them() -> None:
    made = Settings(release_keys=f"{PUBLIC}, {'A' * 43}", trusted_builds=LISTED.upper())
    assert builds.trust(made) == Trust((PUBLIC, "A" * 43), frozenset({LISTED}))
    with pytest.raises(ValueError, match="release_keys"):
        Settings(release_keys="not a key")


def test_what_was_kept_is_read_back_and_what_is_broken_is_nothing() -> None:
    build = signed(changed=("a\0b.py",), changed_count=1)
    kept = builds.kept(build)
    assert "\0" not in kept
    assert "u0000" not in kept
    assert builds.read(kept) == build.model_copy(update={"changed": ("a\ufffdb.py",)})
    assert builds.read("") is builds.read("{") is None


def test_a_report_names_the_files_that_differ_and_counts_the_rest() -> None:
    made = Settings(release_keys=PUBLIC)
    build = signed(found=OTHER, changed=("client/app.py",), changed_count=3)
    said = " ".join(builds.sentences(builds.kept(build), made))
    assert "client/app.py and 2 more" in said
    assert builds.WORDS["changed"] in said
    assert builds.sentences("", made) == [f"The candidate's app: {builds.WORDS['not_told']}"]
