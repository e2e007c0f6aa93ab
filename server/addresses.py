"""Whose address a request comes from, where proxies stand in between.

One rule: `X-Forwarded-For` is read from the right, and only as far as hops that the settings trust
have written it; whatever stands further left was made up by whoever sent it.
"""

from collections.abc import Iterable, Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

MAX_HOPS = 20
"""No chain of real proxies is longer; what stands further left is not looked at."""


def networks(text: str) -> tuple[Network, ...]:
    """The networks of a list such as `127.0.0.1, 10.0.0.0/8`; raises ValueError."""
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


def parse(text: str) -> Address | None:
    """The address in `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1` or `[2001:db8::1]:80`, else None.

    An IPv4 address in IPv6 clothes is the IPv4 address.
    """
    text = text.strip()
    if text.startswith("["):
        text, _, _ = text[1:].partition("]")
    elif text.count(":") == 1:
        text, _, _ = text.partition(":")
    try:
        found = ip_address(text)
    except ValueError:
        return None
    if isinstance(found, IPv6Address):
        return found.ipv4_mapped or found
    return found


def client_address(peer: str, forwarded: Iterable[str], trusted: Sequence[Network]) -> str:
    """The nearest address that is no trusted hop.

    `peer`: who opened the connection; `forwarded`: the X-Forwarded-For lines in their order.
    """
    address = parse(peer)
    if address is None:
        return peer
    hops = [hop for line in forwarded for hop in line.split(",")]
    for hop in reversed(hops[-MAX_HOPS:]):
        if not any(address in network for network in trusted):
            break
        before = parse(hop)
        if before is None:
            break  # the last hop that is known for sure stands
        address = before
    return str(address)


def bucket(address: str) -> str:
    """What limits are counted for: an IPv4 address, or the /64 that one IPv6 customer has."""
    found = parse(address)
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, 64), strict=False))
    return str(found) if found is not None else address
