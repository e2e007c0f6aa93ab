"""What covers the questions because the policy says so: in words, with what to do about it.

One rule: it says what was found and how to go on, and never why somebody has it.
"""

from PySide6.QtCore import QCoreApplication

from client.exam import Block


def found_words(kind: str) -> str:
    """What was found, as a part of a sentence."""
    return {
        "processes": tr("a program that is not allowed in this interview"),
        "displays": tr("another or a mirrored display"),
        "remote": tr("a connection from afar to this computer"),
        "capture": tr("a recording or sharing of the screen"),
        "keys": tr("keys that lead out of this app and cannot be held here"),
    }.get(kind, kind)


def what_to_do(kind: str) -> str:
    """How the candidate puts it right; the questions come back by themselves then."""
    return {
        "processes": tr("Close it, also where it only runs in the background."),
        "displays": tr("Unplug it or switch it off, and end the mirroring."),
        "remote": tr("End that connection, and sit at the computer itself."),
        "capture": tr("Stop it in the program that does it."),
        "keys": tr("You cannot put that right here: press I need help, and a person decides."),
    }.get(kind, "")


def block_words(block: Block) -> str:
    """What was found, by name where it has one, and what to do."""
    named = ", ".join(one for one in block.evidence if one)
    found = found_words(block.kind)
    found = found[:1].upper() + found[1:]
    said = f"{found}: {named}." if named else f"{found}."
    return f"{said} {what_to_do(block.kind)}".rstrip()


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)
