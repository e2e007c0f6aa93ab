"""One palette, one type scale, one spacing scale, in light, dark and strong contrast.

One rule: every pair of text and ground used here has a contrast of at least 4.5:1 (a test
measures it), and every length grows with the text size, so that 200 % stays usable.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

BASE_PX = 16
"""Body text at 100 %, in logical pixels."""
SPACE_PX = 8
"""The unit of spacing at 100 %; margins are whole multiples."""
MIN_SCALE, MAX_SCALE = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Colours:
    """A scheme; each field is `#rrggbb`."""

    ground: str
    """Behind everything."""
    surface: str
    """Cards, bars, fields."""
    sunken: str
    """Preview and meter background."""
    line: str
    """Borders that carry no meaning of their own."""
    edge: str
    """Borders of fields: 3:1 against the surface."""
    text: str
    muted: str
    accent: str
    """Primary buttons, focus, progress."""
    accent_over: str
    """The same under the pointer."""
    on_accent: str
    good: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    disabled: str
    on_disabled: str


LIGHT = Colours(
    ground="#f3f5f8",
    surface="#ffffff",
    sunken="#e6eaf0",
    line="#d5dbe3",
    edge="#7a8696",
    text="#18212d",
    muted="#4b5768",
    accent="#1d5bb8",
    accent_over="#174a97",
    on_accent="#ffffff",
    good="#1c6a3d",
    warn="#7a4a00",
    warn_ground="#fff3d9",
    bad="#a3211a",
    bad_ground="#fdeae8",
    disabled="#e1e6ed",
    on_disabled="#5a6676",
)
DARK = Colours(
    ground="#11151b",
    surface="#1a2029",
    sunken="#0c0f14",
    line="#303947",
    edge="#8593a6",
    text="#e9edf3",
    muted="#b4bfcd",
    accent="#8db7ff",
    accent_over="#b0ceff",
    on_accent="#0a1a33",
    good="#7fd6a2",
    warn="#f3c877",
    warn_ground="#3a2c0f",
    bad="#ffb1a8",
    bad_ground="#43201d",
    disabled="#2a323e",
    on_disabled="#a3aebd",
)

STRONG = Colours(
    ground="#000000",
    surface="#000000",
    sunken="#1c1c1c",
    line="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    muted="#f0f0f0",
    accent="#ffe100",
    accent_over="#fff27a",
    on_accent="#000000",
    good="#7dff9b",
    warn="#ffe100",
    warn_ground="#000000",
    bad="#ffc4bd",
    bad_ground="#000000",
    disabled="#1c1c1c",
    on_disabled="#d0d0d0",
)
"""For people who see little contrast: 7:1 for every text, and every edge in white."""

PAIRS = (
    ("text", "ground"),
    ("text", "surface"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("accent", "surface"),
    ("accent", "ground"),
    ("on_accent", "accent"),
    ("on_accent", "accent_over"),
    ("good", "surface"),
    ("warn", "warn_ground"),
    ("bad", "surface"),
    ("bad", "bad_ground"),
    ("on_disabled", "disabled"),
)
"""(text, ground) pairs that the style sheet uses."""


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Theme:
    """The scheme and text size in use; `apply` dresses the whole application."""

    def __init__(
        self, app: QApplication, *, scale: float = 1.0, strong: bool | None = None
    ) -> None:
        self._app = app
        self.scale = scale
        self.strong = _wants_contrast(app) if strong is None else strong
        """Whether the strong contrast is on: the system's wish at first, then the person's."""
        self.chosen = strong
        """What the person chose; None: nothing, and the system's wish stands."""
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def colours(self) -> Colours:
        """The strong contrast where it is on, else the scheme that the system asks for."""
        if self.strong:
            return STRONG
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def px(self, size: float) -> int:
        """`size` logical pixels at 100 % as pixels at the present text size."""
        return round(size * self.scale)

    def resize(self, steps: int) -> None:
        """Makes all text larger (positive) or smaller by steps of 10 %, within 100 to 200 %."""
        self.scale = min(MAX_SCALE, max(MIN_SCALE, round(self.scale + steps * 0.1, 2)))
        self.apply()

    def strengthen(self) -> None:
        """Strong contrast on, or off again."""
        self.strong = self.chosen = not self.strong
        self.apply()

    def calm(self, reduced: bool | None) -> None:
        """What the system says of motion; None: it does not say, and Qt's own answer stands."""
        self._app.setProperty("invigil_calm", reduced is True)

    def apply(self) -> None:
        """Sets palette, font and style sheet of the application."""
        colours = self.colours
        font = QFont(self._app.font())
        font.setPixelSize(self.px(BASE_PX))
        self._app.setFont(font)
        self._app.setPalette(_palette(colours))
        self._app.setProperty("invigil_colours", colours)
        self._app.setProperty("invigil_scale", self.scale)
        self._app.setStyleSheet(style_sheet(colours, self.scale))


def current_colours() -> Colours:
    """The applied scheme, for widgets that paint themselves."""
    app = QApplication.instance()
    colours = app.property("invigil_colours") if app is not None else None
    return colours if isinstance(colours, Colours) else LIGHT


def current_scale() -> float:
    """The applied text size, 1.0 to 2.0."""
    app = QApplication.instance()
    scale = app.property("invigil_scale") if app is not None else None
    return float(scale) if isinstance(scale, float) else 1.0


def current_calm() -> bool:
    """Whether the system asks for less motion: by what `Theme.calm` was told, or by Qt, which knows
    it from 6.12 on."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return False
    if app.property("invigil_calm") is True:
        return True
    hints = getattr(app.styleHints(), "accessibility", None)
    wish = getattr(hints(), "motionPreference", None) if hints is not None else None
    return wish is not None and getattr(wish(), "name", "") == "ReducedMotion"


def fixed_font() -> QFont:
    """The system's monospace font at the body size."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(round(15 * current_scale()))
    return font


def _wants_contrast(app: QApplication) -> bool:
    """Whether the person asked the system for high contrast; Qt knows it from 6.10 on."""
    ask = getattr(app.styleHints(), "accessibility", None)
    return ask is not None and ask().contrastPreference() is Qt.ContrastPreference.HighContrast


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.ground),
        (QPalette.ColorRole.WindowText, colours.text),
        (QPalette.ColorRole.Base, colours.surface),
        (QPalette.ColorRole.AlternateBase, colours.sunken),
        (QPalette.ColorRole.Text, colours.text),
        (QPalette.ColorRole.PlaceholderText, colours.muted),
        (QPalette.ColorRole.Button, colours.surface),
        (QPalette.ColorRole.ButtonText, colours.text),
        (QPalette.ColorRole.Highlight, colours.accent),
        (QPalette.ColorRole.HighlightedText, colours.on_accent),
        (QPalette.ColorRole.ToolTipBase, colours.surface),
        (QPalette.ColorRole.ToolTipText, colours.text),
        (QPalette.ColorRole.Link, colours.accent),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def style_sheet(colours: Colours, scale: float) -> str:
    """The application's style sheet; widgets pick a look by the dynamic property `role`."""
    c = colours

    def px(size: float) -> str:
        return f"{round(size * scale)}px"

    return f"""
    QWidget {{ color: {c.text}; font-size: {px(16)}; }}
    #kiosk, #stack, QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {{
        background: {c.ground}; border: none; }}
    QLabel {{ background: transparent; }}
    QScrollArea[role="card_content"], QWidget[role="card_content"] {{
        background: {c.surface}; border: none; }}
    QLabel[role="title"] {{ font-size: {px(28)}; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {px(19)}; font-weight: 600; }}
    QLabel[role="prompt"] {{ font-size: {px(20)}; }}
    QLabel[role="muted"] {{ color: {c.muted}; font-size: {px(15)}; }}
    QLabel[role="good"] {{ color: {c.good}; }}
    QLabel[role="bad"] {{ color: {c.bad}; font-weight: 600; }}
    QLabel[role="unsure"] {{ color: {c.text}; font-weight: 600; }}
    QLabel[role="brand"] {{ font-size: {px(17)}; font-weight: 700; }}
    QLabel[role="timer"] {{ font-size: {px(22)}; font-weight: 600; }}
    QLabel[role="timer"][urgent="true"] {{ color: {c.bad}; }}
    QLabel[role="error"] {{ color: {c.bad}; background: {c.bad_ground};
        border-left: {px(4)} solid {c.bad}; border-radius: {px(4)}; padding: {px(10)} {px(14)}; }}
    QLabel[role="warning"] {{ color: {c.warn}; background: {c.warn_ground};
        border-left: {px(4)} solid {c.warn}; border-radius: {px(4)}; padding: {px(10)} {px(14)}; }}
    QLabel[role="practice"] {{ color: {c.on_accent}; background: {c.accent}; font-weight: 600;
        padding: {px(8)} {px(19)}; }}
    QLabel[role="kbd"] {{ color: {c.muted}; font-size: {px(14)}; }}
    QFrame[role="bar"] {{ background: {c.surface}; border: none;
        border-bottom: 1px solid {c.line}; }}
    QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line};
        border-radius: {px(10)}; }}
    QDialog[role="veil"] {{ background: rgba(10, 14, 20, 150); }}
    QFrame[role="rule"] {{ background: {c.line}; border: none; max-height: 1px; }}
    QPushButton {{ background: {c.surface}; border: 1px solid {c.edge};
        border-radius: {px(6)}; padding: {px(8)} {px(16)}; min-height: {px(22)}; }}
    QPushButton:hover {{ background: {c.sunken}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: {px(7)} {px(15)}; }}
    QPushButton:disabled {{ background: {c.disabled}; color: {c.on_disabled};
        border-color: {c.disabled}; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent};
        border: 2px solid {c.accent}; font-weight: 600; padding: {px(9)} {px(22)}; }}
    QPushButton[role="primary"]:hover {{ background: {c.accent_over};
        border-color: {c.accent_over}; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.disabled}; color: {c.on_disabled};
        border-color: {c.disabled}; }}
    QPushButton[role="entry"], QLabel[role="entry"] {{ text-align: left; background: {c.surface};
        border: 1px solid {c.line}; border-radius: {px(6)}; padding: {px(8)} {px(14)}; }}
    QPushButton[role="entry"]:hover {{ background: {c.sunken}; }}
    QPushButton[role="entry"][here="true"], QLabel[role="entry"][here="true"] {{
        border: 2px solid {c.edge}; font-weight: 600; padding: {px(7)} {px(13)}; }}
    QPushButton[role="entry"]:focus {{ border: 2px solid {c.accent};
        padding: {px(7)} {px(13)}; }}
    QPushButton[role="quiet"] {{ background: transparent; border: 2px solid transparent;
        color: {c.accent}; padding: {px(6)} {px(10)}; }}
    QPushButton[role="quiet"]:hover {{ background: {c.sunken}; }}
    QPushButton[role="quiet"]:focus {{ border: 2px solid {c.accent}; }}
    QLineEdit, QComboBox, QPlainTextEdit {{ background: {c.surface};
        border: 1px solid {c.edge}; border-radius: {px(6)};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit, QComboBox {{ padding: {px(8)} {px(12)}; min-height: {px(24)}; }}
    QPlainTextEdit {{ padding: {px(6)}; }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent}; }}
    QTableWidget {{ background: {c.surface}; border: 1px solid {c.edge};
        border-radius: {px(6)}; gridline-color: {c.line}; }}
    QTableWidget:focus {{ border: 2px solid {c.accent}; }}
    QTableWidget::item {{ padding: 0 {px(8)}; }}
    QHeaderView::section {{ background: {c.ground}; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.line}; padding: {px(4)} {px(8)}; font-size: {px(14)}; }}
    QComboBox::drop-down {{ border: none; width: {px(28)}; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.edge};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QCheckBox {{ spacing: {px(10)}; padding: {px(6)}; border: 2px solid transparent;
        border-radius: {px(6)}; }}
    QCheckBox:focus {{ border-color: {c.accent}; }}
    QCheckBox::indicator {{ width: {px(20)}; height: {px(20)}; border: 2px solid {c.edge};
        border-radius: {px(4)}; background: {c.surface}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
    QProgressBar {{ background: {c.sunken}; border: none; border-radius: {px(5)};
        min-height: {px(10)}; max-height: {px(10)}; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: {px(5)}; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.edge}; border-radius: {px(5)};
        min-height: {px(32)}; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c.edge}; border-radius: {px(5)};
        min-width: {px(32)}; margin: 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.edge}; }}
    """
