"""A process that appends to a spool until it is killed, and says what it was told is durable.

It forks a writer for each line on its standard input, so that a kill costs no new imports.
"""

import os
import sys
from pathlib import Path

from client.spool.store import Spool
from shared.events import AnswerChunk, AnswerRevised
from shared.ids import new_id
from tests.client.spool.memory_server import T0


def write(folder: Path) -> None:
    """Appends for ever; each line it prints names something that must survive."""
    with Spool.open(folder) as spool:
        question = new_id()
        n = spool.head.seq
        while True:
            n += 1
            if n % 5 == 0:
                audio = spool.put_blob(os.urandom(3000), "audio/ogg")
                body = AnswerChunk(question=question, take=1, part=n, audio=audio, duration_ms=1)
            else:
                body = AnswerRevised(question=question, revision=n, text="x" * 300, at_ms=n)
            state = str(n).encode() * 50
            seq = spool.append(body, at=T0, mono_ms=n, state=state)
            say(f"row {seq}\n")
            if n % 7 == 0:
                say(f"counter {spool.next_counter()}\n")


def say(line: str) -> None:
    os.write(1, line.encode())


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            write(Path(line.strip()))
        say(f"pid {child}\n")
        os.waitpid(child, 0)
        say("dead\n")


if __name__ == "__main__":
    main()
