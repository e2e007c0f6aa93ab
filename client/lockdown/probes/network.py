"""Whether the way to the network is still the one that the interview began with.

Pure. One rule: what was there from the beginning is told and is no violation, many people work
through a tunnel; addresses are compared here and never told.
"""

from dataclasses import dataclass

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation

MOST_NAMES = 4
"""Names of devices in one answer."""


@dataclass(frozen=True, slots=True)
class Network:
    """One reading."""

    ways: frozenset[str]
    """Devices with a default route; empty: there is no way to the network now."""
    tunnels: frozenset[str]
    """Devices that are tunnels (VPN), and up."""
    resolvers: frozenset[str]
    """Addresses of the name servers."""
    proxy: bool
    """Whether a proxy is set for programs."""


class Watched:
    """The first reading with a way to the network, which the later ones are compared with."""

    def __init__(self) -> None:
        self._before: Network | None = None

    def judge(self, now: Network | None) -> Answer:
        """What is otherwise than at the beginning."""
        if now is None:
            return unknown("network", "this system does not tell")
        if self._before is None:
            if now.ways:
                self._before = now
            return ok("network", *_facts(now))
        found = _changes(self._before, now)
        return violation("network", *found) if found else ok("network", *_facts(self._before))


def _changes(before: Network, now: Network) -> list[str]:
    found: list[str] = []
    if opened := now.tunnels - before.tunnels:
        found.append(f"a tunnel (VPN) was opened ({_names(opened)})")
    if now.proxy and not before.proxy:
        found.append("a proxy was set")
    if not now.ways:
        return found  # a lost network is told elsewhere, and changes nothing else
    if now.ways != before.ways:
        found.append(f"the way to the network changed ({_names(before.ways)}, {_names(now.ways)})")
    elif now.resolvers != before.resolvers:
        # With another way come other name servers.
        found.append("the name servers changed")
    return found


def _facts(network: Network) -> list[str]:
    facts = [f"a tunnel (VPN) is open ({_names(network.tunnels)})"] if network.tunnels else []
    return [*facts, "a proxy is set"] if network.proxy else facts


def _names(devices: frozenset[str]) -> str:
    return ", ".join(plain(one, 20) for one in sorted(devices)[:MOST_NAMES])
