"""The way to the network: what changes is noted, what was there is told, addresses are not."""

from pathlib import Path

import pytest

from client.lockdown.probes.network import Network, Watched
from client.lockdown.probes.readers import linux

ETHERNET = Network(frozenset({"eth0"}), frozenset(), frozenset({"10.0.0.1"}), proxy=False)
OFFLINE = Network(frozenset(), frozenset(), frozenset(), proxy=False)
VPN = Network(frozenset({"tun0"}), frozenset({"tun0"}), frozenset({"10.9.0.1"}), proxy=True)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (VPN, ("a tunnel (VPN) was opened (tun0)", "a proxy was set")),
        (
            Network(frozenset({"wlan0"}), frozenset(), frozenset({"1.1.1.1"}), proxy=False),
            ("the way to the network changed (eth0, wlan0)",),
        ),
        (
            Network(frozenset({"eth0"}), frozenset(), frozenset({"1.1.1.1"}), proxy=False),
            ("the name servers changed",),
        ),
    ],
)
def test_what_changes_is_noted_without_any_address(now: Network, told: tuple[str, ...]):
    watched = Watched()
    assert watched.judge(ETHERNET).outcome == "ok"
    answer = watched.judge(now)
    assert answer.outcome == "violation"
    assert answer.evidence[: len(told)] == told
    assert "1.1.1.1" not in str(answer)
    assert watched.judge(ETHERNET).outcome == "ok"


def test_what_was_there_from_the_beginning_is_told_and_no_violation():
    watched = Watched()
    first = watched.judge(VPN)
    assert (first.outcome, first.evidence) == (
        "ok",
        ("a tunnel (VPN) is open (tun0)", "a proxy is set"),
    )
    assert watched.judge(VPN) == first


def test_a_lost_network_changes_nothing_and_no_beginning_is_made_of_it():
    watched = Watched()
    assert watched.judge(OFFLINE).outcome == "ok"
    assert watched.judge(ETHERNET).outcome == "ok"
    assert watched.judge(OFFLINE).outcome == "ok"
    assert watched.judge(ETHERNET).outcome == "ok"


def test_what_cannot_be_read_is_unknown(tmp_path: Path):
    assert Watched().judge(linux.network(tmp_path, {})).outcome == "unknown"


def test_linux_tells_routes_tunnels_name_servers_and_proxies(tmp_path: Path):
    def write(name: str, text: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    head = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n"
    line = "{}\t{}\t0102A8C0\t0003\t0\t0\t0\t{}\t0\t0\t0\n"
    routes = line.format("eth0", "00000000", "00000000") + line.format(
        "eth1", "0002A8C0", "00FFFFFF"
    )
    write("proc/net/route", head + routes)
    zero, lo = "0" * 32, "00200200"
    write(
        "proc/net/ipv6_route",
        f"{zero} 00 {zero} 00 {zero} ffffffff 1 0 {lo} lo\n"
        f"{zero} 00 {zero} 00 {zero} 00000400 1 0 00000003 wlan0\n",
    )
    for name, kind, state in (
        ("tun0", "65534", "unknown"),
        ("wg1", "65534", "down"),
        ("eth0", "1", "up"),
    ):
        write(f"sys/class/net/{name}/type", kind + "\n")
        write(f"sys/class/net/{name}/operstate", state + "\n")
    write("etc/resolv.conf", "# by hand\nsearch example.com\nnameserver 10.0.0.1\n")
    found = linux.network(tmp_path, {"HTTPS_PROXY": "http://proxy:3128"})
    assert found == Network(
        frozenset({"eth0", "wlan0"}), frozenset({"tun0"}), frozenset({"10.0.0.1"}), proxy=True
    )


def test_this_computer_can_be_read():
    assert linux.network() is not None
