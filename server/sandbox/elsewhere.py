"""What Judge0 and Piston have in common: they run whole programs, and we decide what is right.

One rule: expected texts stay here; their outputs are judged by the same rules as our own boxes'.
Custom checkers need a box of ours and are IE there. *Not run here* against the services
themselves: tests speak to servers that follow their documented protocols.
"""

from server.sandbox.judging import judge
from server.sandbox.limits import Outcome
from server.sandbox.wire import Case, Ran, Work, Worked
from shared.exam import Language
from shared.runs import SHOWN_CHARS

_PRINTED: dict[Language, str] = {
    "python": "{code}\n\nprint({call})\n",
    "javascript": (
        "{code}\n\nPromise.resolve({call}).then((value) =>"
        " console.log(typeof value === 'string' ? value : JSON.stringify(value)));\n"
    ),
}
"""How a call is made part of a program; other languages need a harness of several files."""
_STDOUT_CHARS = 20_000


def source(work: Work, case: Case) -> str | None:
    """The whole program for one case; None where a call cannot be made there."""
    if not case.call:
        return work.code
    shape = _PRINTED.get(work.language)
    return shape and shape.replace("{code}", work.code).replace("{call}", case.call)


def ran(case: Case, outcome: Outcome, *, memory_mb: int) -> Ran:
    """The verdict on what came back."""
    judged = judge(case, outcome, memory_mb=memory_mb, out_of_memory="MemoryError")
    verdict, note = judged.verdict, judged.note
    if verdict is None:
        verdict, note = "IE", "A custom checker needs a runner of ours."
    return Ran(
        verdict=verdict,
        stdout=_text(outcome.stdout, _STDOUT_CHARS),
        stderr=_text(outcome.stderr, SHOWN_CHARS),
        wall_ms=outcome.wall_ms,
        cpu_ms=outcome.cpu_ms,
        peak_kb=outcome.peak_kb,
        note=note,
    )


def broken(reason: str) -> Outcome:
    """An outcome that says nothing about the program."""
    return Outcome(None, b"", b"", 0, 0, 0, failure=reason)


def compile_error(said: str, toolchain: str) -> Worked:
    """The program does not compile, whatever its tests."""
    return Worked(
        state="compile_error",
        compile_output=_text(said.encode(), SHOWN_CHARS),
        toolchain=toolchain,
    )


def _text(raw: bytes, most: int) -> str:
    return raw.decode(errors="replace").replace("\0", "\ufffd")[:most]
