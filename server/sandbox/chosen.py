"""Which runner a server asks, by its setting. One rule: only here they are all known."""

from server.sandbox.asking import NOBODY, OurRunner, Runner


def runner(url: str, token: str) -> Runner:
    """Whoever `INVIGIL_RUNNER_URL` names."""
    if not url:
        return NOBODY
    kind, plus, rest = url.partition("+")
    if plus and kind == "judge0":
        from server.sandbox.judge0 import Judge0

        return Judge0(rest, token)
    if plus and kind == "piston":
        from server.sandbox.piston import Piston

        return Piston(rest, token)
    return OurRunner(url, token)
