"""Alerts, runbooks and the dashboard name only what the server tells, and each other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from server.api import describe
from server.deps import Parts
from server.operations import metrics

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "server" / "deploy" / "monitoring"
ALERTS = yaml.safe_load((FOLDER / "alerts.yaml").read_text("utf-8"))
RULES: list[dict[str, Any]] = [rule for group in ALERTS["groups"] for rule in group["rules"]]
FIRING = [rule for rule in RULES if "alert" in rule]
RECORDED = {rule["record"] for rule in RULES if "record" in rule}
PANELS = json.loads((FOLDER / "grafana.json").read_text("utf-8"))["panels"]
NO_PANELS = {"not run here", "Privacy"}
"""What else the runbooks set in italics: a page of our own dashboard is one."""
SHOWN = [target["expr"] for panel in PANELS for target in panel["targets"]]
RUNBOOKS = (ROOT / "docs" / "runbooks.md").read_text("utf-8")
_NAME = re.compile(r"\b(?:invigil|process)[a-z_]*(?::[a-z0-9_:]+)?")
_QUOTED = re.compile(r'"[^"]*"')
_ROUTE = re.compile(r'route="([^"]+)"')


def names(expression: str) -> set[str]:
    """Metrics in an expression, what labels say left out."""
    return set(_NAME.findall(_QUOTED.sub('""', expression))) - {"invigil"}


@pytest.fixture
def told(parts: Parts) -> set[str]:
    """Every series that the server tells once it has answered something."""
    parts.traffic.answered("POST", "/api/interview/sync/{session}", 200, 0.01)
    lines = metrics.text(parts).splitlines()
    return {re.split(r"[{ ]", line)[0] for line in lines if line and line[0] != "#"}


EMPTY = {"invigil_outbox_jobs", "invigil_mails", "invigil_clock_offset_seconds"}
"""Told once there is a job or a mail, and on PostgreSQL."""


def test_every_figure_that_is_watched_is_told(told: set[str]) -> None:
    for expression in [rule["expr"] for rule in RULES] + SHOWN:
        missing = names(expression) - told - RECORDED - EMPTY
        assert not missing, f"{expression}: nothing tells {missing}"


def test_a_figure_that_nothing_tells_would_be_noticed(told: set[str]) -> None:
    assert names("rate(invigil_made_up_total[5m])") - told - RECORDED - EMPTY
    assert names('sum(invigil_load{job="invigil"})') == {"invigil_load"}


def test_every_route_that_is_watched_exists() -> None:
    paths = set(describe()["paths"])
    for expression in [rule["expr"] for rule in RULES] + SHOWN:
        assert set(_ROUTE.findall(expression)) <= paths


@pytest.mark.parametrize("rule", FIRING, ids=lambda rule: rule["alert"])
def test_every_alert_has_a_runbook_that_says_what_to_do(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert rule["annotations"]["summary"].endswith(".")
    page, _, anchor = rule["annotations"]["runbook_url"].partition("#")
    assert page == "docs/runbooks.md"
    assert anchor == rule["alert"].lower()
    part = re.search(rf"^## {rule['alert']}\n(.*?)(?=^## |\Z)", RUNBOOKS, re.MULTILINE | re.DOTALL)
    assert part is not None, "there is no such part"
    for word in ("**Means.**", "**Look.**", "**Do.**"):
        assert word in part[1]
    assert re.fullmatch(r"\d+[smh]", rule["for"])


def test_every_panel_that_a_runbook_names_is_on_the_dashboard() -> None:
    named = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", RUNBOOKS)) - NO_PANELS
    assert named
    assert named <= {panel["title"] for panel in PANELS}


def test_no_runbook_is_about_an_alert_that_is_gone() -> None:
    headings = re.findall(r"^## (\w+)$", RUNBOOKS, re.MULTILINE)
    assert sorted(headings) == sorted(rule["alert"] for rule in FIRING)


@pytest.mark.parametrize("expression", [rule["expr"] for rule in RULES] + SHOWN)
def test_brackets_of_every_expression_close(expression: str) -> None:
    open_now: list[str] = []
    for sign in _QUOTED.sub('""', expression):
        if sign in "([{":
            open_now.append(sign)
        elif sign in ")]}":
            assert open_now
            assert open_now.pop() + sign in ("()", "[]", "{}")
    assert not open_now
