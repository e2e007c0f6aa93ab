"""The points of the calibration cover the window, whatever its place on the screen."""

from hypothesis import given
from hypothesis import strategies as st

from client.exam import POINTS, Place, points

LENGTHS = st.floats(min_value=0, max_value=500)
PLACES = st.builds(
    lambda left, top, wide, high: Place(600, 400, left, top, left + wide, top + high),
    LENGTHS,
    LENGTHS,
    st.floats(min_value=10, max_value=500),
    st.floats(min_value=10, max_value=500),
)


@given(PLACES)
def test_every_point_lies_inside_the_window_and_no_two_are_the_same(place: Place):
    found = points(place)
    assert len(found) == POINTS
    assert all(place.left_mm < one.x_mm < place.right_mm for one in found)
    assert all(place.top_mm < one.y_mm < place.bottom_mm for one in found)
    assert len({(one.x_mm, one.y_mm) for one in found}) == POINTS


def test_nine_points_are_learned_from_before_four_others_are_asked():
    held_out = [one.held_out for one in points(Place(300, 200, 0, 0, 300, 200))]
    assert held_out == [False] * 9 + [True] * 4


def test_the_outer_points_stand_eight_percent_inside_the_window():
    found = points(Place(300, 200, 0, 0, 300, 200))
    # Sums of floats: a millionth of a millimetre is nobody's error.
    assert min(one.x_mm for one in found) == round(0.08 * 300, 6)
    assert round(max(one.y_mm for one in found), 6) == round(0.92 * 200, 6)
