import subprocess
import sys

import pytest

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
