"""docs/threat-model.md from the table here and from `tests/adversarial/`; `dev.py check` compares.

One rule: a line is *held* only by tests that exist, named after it (`test_s01_…`) or given here by
file and name; what nothing shows is *open*, and what cannot be held has its honest sentence.
`python -m tests.threats [--check]`.
"""

import ast
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "threat-model.md"
ADVERSARIAL = ROOT / "tests" / "adversarial"


class Threat(NamedTuple):
    """One line of the model."""

    id: str
    """C: on the candidate's machine, S: at the server."""
    what: str
    stands: Literal["held", "partly", "open", "limit"]
    word: str = ""
    """What is not held, or why it cannot be; empty for what is held whole."""
    shown: tuple[str, ...] = ()
    """`tests/…/test_x.py::test_name` beside those named after the line."""


SPOOL, PROCTOR, SERVER = "tests/client/spool", "tests/client/proctor", "tests/server"
THREATS = (
    Threat(
        "C1",
        "keys that switch tasks, take pictures or close windows",
        "partly",
        "Held on X11, with a stolen focus taken back; Wayland grants no grab, and the hooks of "
        "Windows and macOS are not built yet.",
        ("tests/client/ui/test_guarding.py",),
    ),
    Threat(
        "C2",
        "typing that a program injects",
        "partly",
        "On X11 by device and rhythm. A program that feigns a real keyboard and a "
        "person's rhythm is not found; Wayland, Windows and macOS tell no devices: "
        "unknown.",
    ),
    Threat(
        "C3",
        "another window over the app",
        "partly",
        "On X11, by what the server knows. On Wayland only windows of X11 programs: "
        "unknown. Windows and macOS were not run.",
    ),
    Threat(
        "C4",
        "an overlay that no screen capture shows",
        "partly",
        "Only Windows and macOS have it; both are driven by fakes of their calls, not run here.",
    ),
    Threat(
        "C5",
        "a denied program, also renamed or as another's child",
        "partly",
        "What runs as the system itself, or is renamed and rebuilt, is not found; Windows and "
        "macOS were not run.",
    ),
    Threat("C6", "a flood of processes to hide one", "held"),
    Threat("C7", "a virtual machine", "held"),
    Threat(
        "C8",
        "a virtual machine that hides",
        "partly",
        "What does not fit together is unknown, never ok. One that passes a whole "
        "processor and its devices through is not found.",
    ),
    Threat("C9", "a real machine that looks virtual", "held"),
    Threat(
        "C10",
        "somebody who sees and steers from afar",
        "partly",
        "By session, programs and connections. Remote control over outgoing connections "
        "by an unlisted program is not found.",
    ),
    Threat(
        "C11",
        "a capture card or a KVM over IP",
        "partly",
        "By what its EDID says; one that repeats a real monitor's EDID looks like that monitor.",
    ),
    Threat(
        "C12",
        "a second display",
        "partly",
        "Windows shows a mirrored desktop as one display; Windows and macOS were not run.",
    ),
    Threat(
        "C13",
        "the clipboard, dragging and the primary selection",
        "held",
        "",
        ("tests/client/ui/test_editors.py::test_text_from_another_program_is_pasted_and_told",),
    ),
    Threat(
        "C14",
        "screen recorders",
        "partly",
        "Known programs, and whoever PipeWire gives the screen. X11 lets any program read "
        "the screen without a trace; our own window is not protected there.",
    ),
    Threat(
        "C15",
        "debuggers and injected libraries",
        "partly",
        "Flagged on Linux. A debugger that was there and has gone leaves no trace; "
        "Windows and macOS were not run.",
    ),
    Threat(
        "C16",
        "a patched app, model or list",
        "partly",
        "Each changed file is told by name and makes another build at the server, and a model with "
        "another hash is not loaded. A program that was patched to repeat what a released build "
        "says is believed: no signature shows which code runs.",
        (
            "tests/client/models/test_store.py::test_a_wrong_hash_is_as_good_as_absent_and_says_what_to_do",
        ),
    ),
    Threat(
        "C17",
        "a detector or probe that is missing, hangs, raises or lies",
        "partly",
        "Each detector and each probe is unknown then, and shown. One that is patched to say ok is "
        "a patched app: C16.",
        (f"{PROCTOR}/detectors/test_unruly_frames.py::",),
    ),
    Threat(
        "C18",
        "a spool that is edited, cut or exchanged for an older copy",
        "held",
        "",
        (
            f"{SPOOL}/test_store.py::test_countersigned_row_that_is_not_ours_is_refused",
            f"{SPOOL}/test_uploader.py::test_spool_from_a_backup_finds_a_counter_that_is_accepted",
        ),
    ),
    Threat(
        "C19",
        "a killed app, proctor or machine",
        "partly",
        "Nothing is lost, it goes on, and the computer is as it was. That a stopped app is let go "
        "after 30 seconds of silence is tried on the watchdog alone.",
        (
            "tests/client/lockdown/test_watchdog.py::",
            "tests/e2e/test_power_cut.py::",
            "tests/e2e/test_kills.py::",
            f"{PROCTOR}/test_supervisor.py::test_a_killed_worker_comes_back_and_doubles_no_open_signal",
        ),
    ),
    Threat(
        "C20",
        "ending the app to look something up, then going on",
        "partly",
        "The gap is a row and no time is given for it beyond the policy's; nobody is asked again.",
        (
            "tests/client/exam/test_clock.py::test_only_the_monotonic_clock_counts_within_a_boot",
            "tests/client/exam/test_resuming.py::test_a_killed_app_comes_back_to_question_text_and_clock",
        ),
    ),
    Threat(
        "C21",
        "a clock that was moved",
        "held",
        "",
        (
            "tests/client/exam/test_clock.py::test_a_clock_set_back_over_a_reboot_gives_no_time",
            f"{SERVER}/candidate/test_lost_time.py::",
        ),
    ),
    Threat(
        "C22",
        "a virtual camera, a picture, a loop, another person, a covered lens",
        "partly",
        "Measured with their errors in the cards of docs/detectors; a virtual camera by its name.",
        (
            "tests/client/lockdown/probes/test_devices.py::test_a_device_that_is_a_program_is_noted_where_it_is_used",
            f"{PROCTOR}/detectors/test_liveness.py::",
            f"{PROCTOR}/detectors/test_loop.py::",
            f"{PROCTOR}/test_identity.py::",
        ),
    ),
    Threat(
        "C23",
        "a microphone that is silent, looped or the wrong one",
        "partly",
        "Silence and loss are told; a looped sound is not looked for.",
        ("tests/client/speech/test_microphone.py::",),
    ),
    Threat(
        "C24",
        "a second voice, a whisper, a television",
        "partly",
        "Measured in their cards; without speaker weights only hinted at.",
        (f"{PROCTOR}/test_voices.py::",),
    ),
    Threat(
        "C25",
        "a phone at the edge, half a face, a poster",
        "partly",
        "Half faces and posters are measured; no labelled recordings of phones were to be had.",
        (f"{PROCTOR}/detectors/test_company.py::", f"{PROCTOR}/detectors/test_objects.py::"),
    ),
    Threat(
        "C26",
        "a way out of the app by a link or a dialog",
        "held",
    ),
    Threat(
        "C27",
        "input methods",
        "partly",
        "Their windows are let be and their text is taken; no engine ran here.",
        (
            "tests/adversarial/test_c28_assistive_tools.py::test_windows_of_input_methods_are_no_finding_for_anybody",
        ),
    ),
    Threat(
        "C28",
        "tools of assistance",
        "partly",
        "Known ones are let be where it is agreed; the list is ours and not whole.",
    ),
    Threat(
        "C29",
        "another program behind our link",
        "held",
        "",
        (f"{SERVER}/sync/test_routes.py::",),
    ),
    Threat(
        "C30",
        "an app that is too old",
        "held",
        "",
        (f"{SERVER}/candidate/test_routes.py::", "tests/client/test_app.py::"),
    ),
    Threat(
        "C31",
        "a machine without processor, memory or disk to spare",
        "held",
        "",
        (
            f"{PROCTOR}/test_strain.py::test_a_strained_machine_halves_and_then_quarters_the_slow_looks",
            f"{SPOOL}/test_disk_full.py::",
        ),
    ),
    Threat(
        "C32",
        "a network that lets everything pass but the record",
        "held",
        "",
        (f"{SPOOL}/test_uploader.py::",),
    ),
    Threat("S1", "a captured request, sent again or put together anew", "held"),
    Threat("S2", "a copied cookie or token", "held"),
    Threat(
        "S3",
        "a client that says it is ours",
        "held",
        "",
        (f"{SERVER}/sync/test_routes.py::",),
    ),
    Threat("S4", "an edited policy or exam", "held", "", ("tests/client/ui/test_agreed.py::",)),
    Threat("S5", "two things with the same canonical bytes", "held"),
    Threat("S6", "many clients of one unknown build", "held"),
    Threat(
        "S7",
        "rows that are forged, reordered, dropped, doubled or cut",
        "held",
        "",
        (f"{SERVER}/test_verify.py::test_every_random_change_is_found_where_it_was_made",),
    ),
    Threat("S8", "one interview on two machines", "held"),
    Threat("S9", "addresses that a header claims", "held"),
    Threat("S10", "what belongs to somebody else", "held", "", (f"{SERVER}/test_roles.py::",)),
    Threat("S11", "late and double submits, and those after the end", "held"),
    Threat("S12", "a poisoned row", "held"),
    Threat(
        "S13",
        "everybody coming back at once",
        "partly",
        "By the app's own waits, in simulated time: 1,000 machines are back within 30 seconds and "
        "none asks before the server's Retry-After. Unmeasured with a real server.",
        ("tests/client/spool/test_backoff.py",),
    ),
    Threat(
        "S14",
        "a crash between commit and acknowledgement",
        "held",
        "",
        (
            f"{SERVER}/test_power_cut.py::test_a_killed_server_loses_no_acknowledged_row_and_doubles_none",
        ),
    ),
    Threat("S15", "instructions that are forged, replayed or late", "held"),
    Threat(
        "S16",
        "hostile names and texts",
        "partly",
        "Shown for papers, mails, files and the dashboard's pages.",
        (f"{SERVER}/mail/test_letter.py::test_hostile_names_show_as_they_are_written",),
    ),
    Threat("S17", "Redis or the workers being down", "held"),
    Threat(
        "S18",
        "a proctor who looks or acts without a trace",
        "held",
        "",
        (
            f"{SERVER}/proctoring/test_actions.py::test_every_action_is_in_the_audit_log_and_in_the_signed_chain",
            f"{SERVER}/results/test_routes.py::test_evidence_and_sound_open_and_the_look_is_written_down",
        ),
    ),
    Threat(
        "S19",
        "a score that is edited in the database",
        "partly",
        "People's decisions are in the signed chain; a machine's score is shown by scoring again.",
    ),
    Threat("S20", "questions before the start or after the end", "held"),
    Threat(
        "S21",
        "an answer or a document that instructs the grader",
        "partly",
        "The mean stays, and full marks need words of each criterion; a model that believes a "
        "sentence no rule knows may propose just under 90 %.",
    ),
    Threat(
        "S22",
        "code that attacks the machine that runs it",
        "partly",
        "Contained with control groups v1; with v2 it was never run.",
    ),
    Threat("S23", "documents that attack whoever reads them", "held"),
    Threat("S24", "guessing, fixation, requests from other sites", "held"),
)

_STANDS = {"held": "held", "partly": "held in part", "open": "open", "limit": "known limit"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the page, or only compares it; 1 where a line claims what no test shows."""
    check = "--check" in (sys.argv[1:] if arguments is None else arguments)
    text, faults = page()
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    if check and (not PAGE.exists() or PAGE.read_text() != text):
        print("docs/threat-model.md is out of date: python -m tests.threats", file=sys.stderr)
        return 1
    if not check:
        PAGE.write_text(text)
    return 0


def page() -> tuple[str, list[str]]:
    """(the page, what it claims without a test)."""
    rows, faults = [], []
    for threat in THREATS:
        shown = [*_named_after(threat.id), *threat.shown]
        faults += [f"{threat.id}: {one} does not exist" for one in threat.shown if not _is(one)]
        if threat.stands in ("held", "partly") and not shown:
            faults.append(
                f"{threat.id} is said to be {_STANDS[threat.stands]}, and no test shows it"
            )
        files = ", ".join(dict.fromkeys(f"`{one.removesuffix('::')}`" for one in shown)) or "–"
        stands = _STANDS[threat.stands]
        word = f"{stands}. {threat.word}" if threat.word else stands
        rows.append(f"| {threat.id} | {threat.what} | {word} | {files} |")
    counts = [
        f"{sum(one.stands == key for one in THREATS)} {said}" for key, said in _STANDS.items()
    ]
    return _PAGE.format(counts=", ".join(counts), rows="\n".join(rows)), faults


def _named_after(threat: str) -> list[str]:
    number = f"{threat[0].lower()}{int(threat[1:]):02}"
    found = sorted(ADVERSARIAL.glob(f"test_{number}_*.py"))
    return [path.relative_to(ROOT).as_posix() for path in found]


def _is(test: str) -> bool:
    file, _, name = test.partition("::")
    path = ROOT / file
    if not path.is_file():
        return False
    defined = {
        node.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
    }
    return not name or name in defined


_PAGE = """# What Invigil withstands

Made from `tests/threats.py` by `python -m tests.threats`; `dev.py check` compares. C lines are
about a machine that the candidate owns: what an unpatched app detects. S lines are what the server
detects or limits when a client lies. A program on a machine that its owner controls can be patched;
the server therefore believes signatures, numbers and its own clock, never a client's word.

{counts}.

| line | threat | stands | shown by |
| --- | --- | --- | --- |
{rows}
"""


if __name__ == "__main__":
    sys.exit(main())
