"""The process that parses one document: bytes on its standard input, JSON on its standard output.

One rule: it limits itself before it reads the first byte. It has no database, no keys and no
settings; whoever starts it gives it an empty environment (`server.documents.parsing`).
"""

import json
import sys

CPU_S = 20
"""Seconds of processor: the samples take 0.1 to 0.3, forty dense pages about 8."""
MEMORY_BYTES = 768 * 1024 * 1024
"""Address space: the interpreter with both parsers maps about 150 MB."""


def limit() -> None:
    """Processor, memory, files and processes; where the system knows no such limits (Windows),
    the time-out of the parent alone stays.
    """
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, 0),  # does not bind for root; nothing here starts a process
    ):
        # In a box some are lower already, and nobody may raise them.
        _, above = resource.getrlimit(what)
        bound = most if above == resource.RLIM_INFINITY else min(most, above)
        resource.setrlimit(what, (bound, bound))


def read(content: bytes) -> dict[str, object]:
    """`{"document": …}`, or `{"refused": [code, detail]}`."""
    from server.documents import kinds, pdf, plain, word
    from server.refusals import Refused

    readers = {"pdf": pdf.read, "docx": word.read, "text": plain.read}
    try:
        found = readers[kinds.kind_of(content)](content)
    except Refused as refusal:
        return {"refused": [refusal.code, refusal.detail]}
    return {"document": found.model_dump(mode="json")}


def main() -> int:
    """0: an answer was written, a refusal too."""
    limit()
    sys.setrecursionlimit(2000)
    answer = read(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
