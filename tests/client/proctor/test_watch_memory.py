"""The worker gives back what only its start needed."""

import multiprocessing

from client.memory import CODE_EVERY_S, Code
from client.proctor.pipe import Checkpoint, ProctorConfig
from client.proctor.watch import Watch


class Counted(Code):
    times = 0

    def let_go(self) -> None:
        self.times += 1


def test_code_is_let_go_on_its_beat_and_not_at_every_frame() -> None:
    ours, theirs = multiprocessing.Pipe()
    watch = Watch(theirs, ProctorConfig(), Checkpoint())
    try:
        watch._code = code = Counted()
        for tenth in range(101):
            watch._tick(1000 + tenth * CODE_EVERY_S / 50)
        assert code.times == 3
    finally:
        watch.close()
        ours.close()
        theirs.close()
