"""The probes of one interview, one row each: pace, time limit, and what is read and judged.

One rule: this is the only place that joins readers to topics; what a policy switches off is not
looked at, and its row is not there.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from client.lockdown.probes.readers.processes import process_reader
from client.lockdown.probes.runner import Probe
from client.lockdown.probes.scan import Scan
from client.preflight.programs import Blocked, blocked_list
from shared.policy import Accommodations, Policy


@dataclass(frozen=True, slots=True)
class Setting:
    """What the probes are to know of the interview."""

    policy: Policy
    accommodations: Accommodations
    data_dir: Path
    """Where the interview is kept."""
    skew_s: Callable[[], float | None] = lambda: None
    """This computer's clock less the server's, in seconds; called from any thread."""
    devices: Callable[[], tuple[str, ...]] = tuple
    """Names of the camera and the microphone in use; called from any thread."""


def probes_for(setting: Setting) -> tuple[Probe, ...]:
    """All that this interview's policy asks for; nothing is read yet."""
    if not setting.policy.probes:
        return ()
    scan = Scan(process_reader(), lambda: denied(setting.policy), own=os.getpid())
    return (Probe("processes", 1.5, 6.0, scan.look),)


def denied(policy: Policy) -> tuple[Blocked, ...]:
    """The app's list, and what the policy adds; raises OSError or ValueError where the list is
    broken, so that the probe is unknown."""
    added = tuple(
        Blocked(name=name.strip("*")[:60], processes=(name.lower(),))
        for name in policy.denied_programs
    )
    return (*blocked_list(), *added)
