"""What can be known of the containers without a container engine (building is not run here)."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from server.setting_faults import PREFIX
from server.settings import Settings

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "server" / "deploy"
DOCKERFILES = (DEPLOY / "Dockerfile", DEPLOY / "spaces" / "Dockerfile")
KNOWN = {PREFIX + name.upper() for name in Settings.model_fields} | {"DATABASE_URL", "REDIS_URL"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.parent.name)
def test_the_linter_has_nothing_to_say(file: Path) -> None:
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, file], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.parent.name)
def test_what_is_copied_is_there_and_let_through(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("${REQUIREMENTS}", "speech")
    ignore = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").split()
    copied = [
        source
        for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    assert copied
    for source in copied:
        assert (ROOT / source).exists()
        assert f"!{Path(source).parts[0]}" in ignore
    assert "USER root" not in text
    assert re.search(r"^USER \d+", text, re.MULTILINE)


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.parent.name)
def test_images_set_only_settings_that_exist(file: Path) -> None:
    named = set(re.findall(r"(INVIGIL_[A-Z_]+)=", file.read_text(encoding="utf-8")))
    assert "INVIGIL_ENVIRONMENT" in named
    assert named <= KNOWN


def test_compose_sets_only_settings_that_exist(compose: dict[str, Any]) -> None:
    for name in ("app", "worker"):
        assert set(compose["services"][name]["environment"]) <= KNOWN


def test_compose_publishes_on_loopback_only_and_pins_its_images(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        for port in service.get("ports", []):
            assert port.startswith("127.0.0.1:"), name
        image = service["image"]
        assert image == "invigil-server" or ":" in image
        assert not image.endswith(":latest")
    assert compose["services"]["app"]["read_only"] is True
    assert compose["services"]["tunnel"]["profiles"] == ["tunnel"]


def test_the_runner_shares_nothing_with_the_server_but_its_socket(compose: dict[str, Any]) -> None:
    runner, app = compose["services"]["runner"], compose["services"]["app"]
    assert runner["network_mode"] == "none"
    assert "environment" not in runner
    assert (runner["cap_drop"], runner["read_only"]) == (["ALL"], True)
    assert runner["volumes"] == ["runner:/run/invigil"]
    assert runner["user"] != "10001:10001"  # the server's, which owns the data
    assert "runner:/run/invigil:ro" in app["volumes"]
    socket = runner["command"][-1]
    for name in ("app", "worker"):
        assert compose["services"][name]["environment"]["INVIGIL_RUNNER_URL"] == socket
    options = [one for one in runner["security_opt"] if one.startswith("seccomp=")]
    assert options == ["seccomp=runner-seccomp.json"]
    text = DOCKERFILES[0].read_text(encoding="utf-8")
    assert "bubblewrap" in text
    assert "--uid 10002 --gid invigil" in text


def test_the_runners_profile_leaves_bubblewrap_what_it_needs_and_no_more_than_that() -> None:
    profile = json.loads((DEPLOY / "runner-seccomp.json").read_text(encoding="utf-8"))
    denied = {name for rule in profile["syscalls"] for name in rule["names"]}
    needed = {"clone", "clone3", "unshare", "mount", "umount2", "pivot_root", "setns", "seccomp"}
    needed |= {"prlimit64", "prctl", "pidfd_open", "pidfd_send_signal", "chroot"}
    assert not needed & denied
    assert {"bpf", "ptrace", "keyctl", "init_module", "kexec_load", "io_uring_setup"} <= denied
    assert {rule["action"] for rule in profile["syscalls"]} == {"SCMP_ACT_ERRNO"}


@pytest.mark.parametrize("name", ["server", "runner", "worker"])
def test_units_are_hard_and_leave_room_for_boxes(name: str) -> None:
    lines = (DEPLOY / "systemd" / f"invigil-{name}.service").read_text(encoding="utf-8")
    options = dict(
        line.split("=", 1) for line in lines.splitlines() if "=" in line and line[0] != "#"
    )
    what = "run" if name == "server" else name
    assert options["ExecStart"].startswith(f"/opt/invigil/bin/python -m server {what}")
    assert options["User"] not in ("", "root")
    assert (options["NoNewPrivileges"], options["CapabilityBoundingSet"]) == ("yes", "")
    assert options["ProtectSystem"] == "strict"
    # Each of these would keep bubblewrap from making a box.
    for option in ("RestrictNamespaces", "ProtectKernelTunables", "ProtectProc", "ProcSubset"):
        assert option not in options
    if name == "runner":
        assert options["PrivateNetwork"] == "yes"
        assert "/var/lib/invigil" in options["InaccessiblePaths"]
        assert "EnvironmentFile" not in options  # it has no settings, so no secrets
        for group in ("@module", "@raw-io", "@debug"):
            assert group in options["SystemCallFilter"]


def test_a_backup_is_named_by_its_time_and_old_ones_go_only_after_a_new_one(tmp_path: Path) -> None:
    text = (DEPLOY / "systemd" / "invigil-backup.service").read_text(encoding="utf-8")
    (command,) = re.findall(r"^ExecStart=/bin/sh -c '(.*)'$", text, re.MULTILINE)
    # As systemd reads it: $$ is $, %% is %.
    command = command.replace("$$", "$").replace("%%", "%")
    command = command.replace("/opt/invigil/bin/python", "echo")
    told = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"-m server backup /var/backups/invigil/\d{8}T\d{6}Z\.tar\n", told)
    sweep = re.findall(r"^ExecStartPost=(.*)$", text, re.MULTILINE)
    assert len(sweep) == 1
    assert "-mtime +14 -delete" in sweep[0]
    timer = (DEPLOY / "systemd" / "invigil-backup.timer").read_text(encoding="utf-8")
    assert "Persistent=true" in timer


def test_everything_that_is_waited_for_has_a_health_check(compose: dict[str, Any]) -> None:
    services = compose["services"]
    waited = {name for each in services.values() for name in each.get("depends_on", {})}
    assert waited == {"app", "postgres", "redis"}
    for name in waited - {"app"}:  # the app's stands in its Dockerfile
        assert services[name]["healthcheck"]["test"]


def test_every_variable_is_in_the_example_and_no_secret_has_a_default() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    asked = dict(re.findall(r"\$\{([A-Z_]+)(:?[-?][^}]*)?\}", text))
    example = dict(
        line.split("=", 1)
        for line in (DEPLOY / "env.example").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    assert set(asked) - {"INVIGIL_PUBLISH_PORT"} == set(example)
    for name, otherwise in asked.items():
        if "PASSWORD" in name or "TOKEN" in name:
            assert otherwise in (":-",) or otherwise.startswith(":?")
            assert example[name] == ""


def test_the_image_has_the_client_of_the_database_beside_it(compose: dict[str, Any]) -> None:
    version = re.search(r"postgres:(\d+)", compose["services"]["postgres"]["image"])
    assert version is not None
    assert f"postgresql-client-{version[1]}" in DOCKERFILES[0].read_text(encoding="utf-8")
