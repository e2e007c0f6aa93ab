"""Whatever the detectors saw can be drawn, and the axes point where the head does."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.overlay import PANEL, Canvas, axes
from client.proctor.pose import Angles
from client.proctor.scene import Face, Gaze, Scene, Thing
from client.proctor.types import Frame, Measure, Observation

angles = st.builds(Angles, *[st.floats(-90, 90)] * 3)
boxes = st.tuples(*[st.floats(-3, 3)] * 4)
gazes = st.builds(
    Gaze,
    st.floats(-60, 60),
    st.floats(0, 40),
    st.sampled_from(["left", "right", "up", "down"]),
    st.none() | st.tuples(st.floats(-5, 5), st.floats(-5, 5)),
)
FOOTER = ("face 10/s",)


def scene(rgb: np.ndarray, **fields: object) -> Scene:
    return Scene(Frame(rgb, 1.0, 1), **fields)  # pyright: ignore[reportArgumentType]


def face(fill: float = 10.0) -> Face:
    return Face((0.2, 0.2, 0.5, 0.5), np.full((478, 3), fill, np.float32), 0.5)


def test_the_axes_have_the_signs_of_the_angles() -> None:
    right, down, forward = axes(Angles(0, 0, 0))
    assert right == pytest.approx((1, 0), abs=1e-9)  # exact but for rounding, as below
    assert down == pytest.approx((0, 1), abs=1e-9)
    assert forward == pytest.approx((0, 0), abs=1e-9)
    assert axes(Angles(30, 0, 0))[2][0] == pytest.approx(0.5, abs=1e-9)  # to the viewer's right
    assert axes(Angles(0, 30, 0))[2][1] == pytest.approx(0.5, abs=1e-9)  # down
    assert axes(Angles(0, 0, 30))[0][1] == pytest.approx(0.5, abs=1e-9)  # clockwise


@given(angles)
def test_axes_are_never_longer_than_the_head(turned: Angles) -> None:
    assert all(x * x + y * y <= 1 + 1e-9 for x, y in axes(turned))


@given(
    st.tuples(st.integers(1, 300), st.integers(1, 300)),
    boxes,
    gazes,
    angles,
    st.floats(allow_nan=True, width=32),
)
def test_nothing_that_can_be_seen_breaks_the_drawing(
    size: tuple[int, int],
    box: tuple[float, float, float, float],
    gaze: Gaze,
    turned: Angles,
    odd: float,
) -> None:
    canvas = Canvas(size, FOOTER)
    odd_face = Face(box, np.full((478, 3), odd, np.float32), 0.5)
    rgb = np.zeros((size[1], size[0], 3), np.uint8)
    seen = (Observation(Measure.FACES, None, 0, "face", "ü\n" * 50),)
    drawn = canvas.draw(
        scene(
            rgb,
            faces=(odd_face, face(odd)),
            gaze=gaze,
            pose=turned,
            people=(box,),
            things=(Thing("phone", box, 0.5),),
        ),
        seen,
        ["face_absent"],
    )
    assert drawn.shape == (canvas.size[1], canvas.size[0], 3)
    assert canvas.size[0] % 2 == canvas.size[1] % 2 == 0


def test_a_frame_that_changes_its_size_stays_on_the_canvas() -> None:
    canvas = Canvas((64, 48), FOOTER)
    for shape in ((48, 64, 3), (480, 640, 3), (640, 360, 3), (1, 1, 3)):
        drawn = canvas.draw(scene(np.full(shape, 200, np.uint8)), (), ())
        assert drawn.shape == (canvas.size[1], canvas.size[0], 3)


def test_an_open_signal_frames_the_picture_in_red_and_is_named_beside_it() -> None:
    rgb = np.zeros((48, 64, 3), np.uint8)
    quiet = Canvas((64, 48), FOOTER).draw(scene(rgb), (), ())
    loud = Canvas((64, 48), FOOTER).draw(scene(rgb), (), ("phone",))
    assert not _red(quiet)[:, :-PANEL].any()
    assert _red(loud)[2, 100]
    assert _red(loud)[:, -PANEL:].any()


def test_what_a_slow_detector_saw_stays_for_a_while_and_then_goes() -> None:
    canvas = Canvas((64, 48), ())
    rgb = np.zeros((48, 64, 3), np.uint8)
    pictures = [
        canvas.draw(Scene(Frame(rgb, at_s, 0), people=people), (), ())[:, :-PANEL]
        for at_s, people in ((0.0, ((0.2, 0.2, 0.4, 0.4),)), (1.0, None), (6.0, None))
    ]
    assert pictures[0].max() > pictures[1].max() > 0
    assert pictures[2].max() == 0


def _red(drawn: np.ndarray) -> np.ndarray:
    return (drawn[..., 0] > 200) & (drawn[..., 1] < 120) & (drawn[..., 2] < 120)


def test_a_disk_that_takes_no_video_is_a_sentence(tmp_path: Path) -> None:
    from client.proctor.clip import CannotRead
    from client.proctor.overlay import Overlay
    from client.proctor.record import Header

    with pytest.raises(CannotRead, match="cannot be written"):
        Overlay(tmp_path / "none" / "out.mp4", (64, 48), Header("clip"))
