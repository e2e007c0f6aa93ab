"""The microphone's sound goes to the proctor in pieces, and never waits for it."""

from hypothesis import given
from hypothesis import strategies as st

from client.ui.pieces import BYTES_A_SECOND, MOST_AHEAD, PIECE_BYTES, Pieces, SoundFeed

BLOCK = bytes(BYTES_A_SECOND // 20)
BLOCK_S = 0.05


def test_five_blocks_are_a_piece_that_ends_with_the_last_one():
    pieces = Pieces()
    found = [one for n in range(1, 6) for one in pieces.add(BLOCK, n * BLOCK_S)]
    assert [(len(piece), end_s) for piece, end_s in found] == [(PIECE_BYTES, 5 * BLOCK_S)]


def test_after_a_gap_a_piece_begins_anew_so_that_no_sound_is_placed_wrongly():
    pieces = Pieces()
    assert pieces.add(BLOCK, 1.0) == []
    assert pieces.add(BLOCK, 9.0) == [(BLOCK, 1.0)]


@given(st.lists(st.integers(1, 3000), max_size=60))
def test_no_sound_is_lost_or_heard_twice_while_the_worker_lives(sizes: list[int]):
    sent: list[bytes] = []

    def take(piece: bytes, end_s: float) -> None:
        sent.append(piece)
        feed.alive()

    feed = SoundFeed(take)
    given_, at_s = b"", 0.0
    for number, size in enumerate(sizes):
        block = bytes([number % 256]) * (2 * size)
        at_s += len(block) / BYTES_A_SECOND
        given_ += block
        feed.hear(block, at_s)
    heard = b"".join(sent)
    assert given_.startswith(heard)
    assert len(given_) - len(heard) < PIECE_BYTES
    assert feed.dropped == 0


def test_a_worker_that_does_not_answer_costs_pieces_which_are_counted():
    sent: list[float] = []
    feed = SoundFeed(lambda piece, end_s: sent.append(end_s))
    for n in range(1, 5 * (MOST_AHEAD + 3) + 1):
        feed.hear(BLOCK, n * BLOCK_S)
    assert (len(sent), feed.sent, feed.dropped) == (MOST_AHEAD, MOST_AHEAD, 3)
    feed.alive()
    for n in range(1, 6):
        feed.hear(BLOCK, 100 + n * BLOCK_S)
    assert feed.sent == MOST_AHEAD + 1
