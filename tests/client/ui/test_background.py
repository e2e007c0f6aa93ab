import threading

from client.ui.background import Background


def test_results_come_back_on_the_window_thread(qtbot):
    background, seen = Background(), []
    background.run(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    background.close()
    assert seen[0][0].startswith("invigil-free")
    assert seen[0][1] is threading.main_thread()


def test_a_failure_calls_only_the_other_one(qtbot):
    background, done, failed = Background(), [], []

    def fail() -> None:
        raise ValueError("no")

    background.run(fail, done.append, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    background.close()
    assert done == []
    assert str(failed[0]) == "no"


def test_the_record_lane_keeps_the_order(qtbot):
    background, seen = Background(), []
    for number in range(50):
        background.run(lambda number=number: seen.append(number), lane="record")
    background.close()
    assert seen == list(range(50))


def test_nothing_is_delivered_after_the_end(qtbot):
    background, seen = Background(), []
    background.run(lambda: 1, seen.append)
    background.close()
    qtbot.wait(20)
    assert seen == []
