import pytest
from PySide6.QtCore import Qt

from client.ui.theme import DARK, LIGHT, PAIRS, STRONG, Colours, Theme, contrast, current_colours
from client.ui.widgets.highlight import DARK_CODE, LIGHT_CODE
from client.ui.window import Window


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_pair_of_text_and_ground_can_be_read(scheme: Colours, text: str, ground: str):
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_strong_contrast_is_seven_to_one(text: str, ground: str):
    assert contrast(getattr(STRONG, text), getattr(STRONG, ground)) >= 7


def test_strong_contrast_comes_and_goes_with_one_key(window: Window, qtbot):
    before = current_colours()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert current_colours() == STRONG
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert current_colours() == before


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_can_be_seen(scheme: Colours):
    assert contrast(scheme.edge, scheme.surface) >= 3


@pytest.mark.parametrize(
    ("scheme", "table"), [(LIGHT, LIGHT_CODE), (DARK, DARK_CODE), (STRONG, DARK_CODE)]
)
def test_code_can_be_read_in_every_colour(scheme: Colours, table: dict[str, str]):
    assert all(contrast(colour, scheme.surface) >= 4.5 for colour in table.values())


def test_text_grows_to_twice_its_size_and_no_further(theme: Theme):
    theme.resize(+100)
    assert theme.scale == 2.0
    theme.resize(-100)
    assert theme.scale == 1.0
