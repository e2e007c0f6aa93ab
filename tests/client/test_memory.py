import subprocess
import sys

import pytest

from client import memory

# Freeing one large array teaches glibc to take the next ones from its heap, where a small piece
# left above them keeps the system from getting them back.
LEAVE_HOLES = """
import sys
from client import memory
if sys.argv[1] == "small":
    memory.keep_small()
import numpy as np
def held_mb():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * 4096 / 1e6
del_me = np.ones(1_500_000); del del_me
before = held_mb()
pictures, marks = [], []
for _ in range(60):
    pictures.append(np.ones(120_000))
    marks.append(np.ones(4000))
del pictures
print(held_mb() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's allocator")
def test_pictures_that_were_freed_go_back_to_the_system() -> None:
    left = {
        how: float(
            subprocess.run(
                [sys.executable, "-c", LEAVE_HOLES, how], check=True, capture_output=True, text=True
            ).stdout
        )
        for how in ("small", "as it comes")
    }
    assert left["small"] < 2 < 5 < left["as it comes"]


SMAPS = """\
55d0c0000000-55d0c0001000 r-xp 00001000 fe:00 11    /usr/bin/python3.11
Rss:                   4 kB
Anonymous:             0 kB
VmFlags: rd ex mr mw me sd
7f0000000000-7f0000400000 r-xp 00400000 fe:00 12    /opt/a folder/libsees.so
Rss:                3072 kB
Anonymous:             0 kB
7f0000400000-7f0000500000 r--p 00800000 fe:00 12    /opt/a folder/libsees.so
Rss:                  64 kB
Anonymous:             0 kB
7f0000600000-7f0000700000 r-xp 00000000 fe:00 13    /opt/libpatched.so
Rss:                 128 kB
Anonymous:             4 kB
7f0000700000-7f0000800000 rw-p 00000000 00:00 0
Rss:                1024 kB
Anonymous:             0 kB
7f0000800000-7f0000900000 r-xp 00000000 00:00 0
Rss:                  12 kB
Anonymous:             0 kB
7ffd00000000-7ffd00001000 r-xp 00000000 00:00 0     [vdso]
Rss:                   4 kB
Anonymous:             0 kB
"""
OURS = {
    (0x55D0C0000000, 0x55D0C0001000, "/usr/bin/python3.11"),
    (0x7F0000000000, 0x7F0000400000, "/opt/a folder/libsees.so"),
}
PATCHED = (0x7F0000600000, 0x7F0000700000, "/opt/libpatched.so")


def test_only_code_of_files_that_nobody_wrote_to_may_go() -> None:
    maps = [line for line in SMAPS.splitlines() if "-" in line.split()[0]]
    assert set(memory.code_of(maps)) == {*OURS, PATCHED}
    assert set(memory.unchanged(SMAPS.splitlines())) == OURS


LET_GO = """
import cv2
import numpy as np
from client import memory

def code_kb():
    held, code = 0, False
    with open("/proc/self/smaps") as told:
        for line in told:
            if "-" in line.split()[0]:
                code = " r-xp " in line
            held += int(line.split()[1]) if code and line.startswith("Rss:") else 0
    return held

def work():
    picture = np.arange(30_000, dtype=np.uint8).reshape(100, 100, 3)
    return cv2.GaussianBlur(picture, (5, 5), 0).sum()

before, code = work(), memory.Code()
code.let_go()
print(code_kb())
code.let_go()
print(code_kb())
assert work() == before
import sqlite3
code.let_go()
print(code_kb())
assert work() == before
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own call")
def test_code_of_the_start_goes_a_beat_later_and_what_runs_comes_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LET_GO], check=True, capture_output=True, text=True
    )
    looked, gone, loaded = (int(line) for line in done.stdout.split())
    assert gone < looked - 8_000
    assert loaded > gone, "what came since the last beat was let go at once"
