"""Which language the app speaks: Qt Linguist's `*.ts` here, built into `*.qm` by dev.py.

One rule: the language is settled before the first widget is made, and a text without a translation
is shown in English.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).parent
_FILE = "language"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that the app speaks."""

    code: str
    """BCP 47."""
    name: str
    """As its speakers write it."""
    right_to_left: bool = False


ENGLISH = Tongue("en", "English")
TONGUES = (
    ENGLISH,
    Tongue("ar", "العربية", right_to_left=True),
    Tongue("de", "Deutsch"),
    Tongue("es", "Español"),
    Tongue("fr", "Français"),
    Tongue("hi", "हिन्दी"),
    Tongue("zh", "中文"),
)

_installed: list[QTranslator] = []
_spoken: list[Tongue] = [ENGLISH]


def choose(wanted: Iterable[str]) -> Tongue:
    """The first wanted language that is here, by its primary subtag; English where none is."""
    for code in wanted:
        primary = code.replace("_", "-").partition("-")[0].lower()
        for tongue in TONGUES:
            if tongue.code == primary:
                return tongue
    return ENGLISH


def of_system() -> tuple[str, ...]:
    """What the person set in the system, the most wanted first."""
    return tuple(QLocale.system().uiLanguages())


def remembered(data_dir: Path) -> str:
    """What was chosen in this app last; empty where nothing was."""
    try:
        return (data_dir / _FILE).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def remember(data_dir: Path, code: str) -> None:
    """Keeps the choice for the next start; a disk that takes nothing keeps the old one."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        (data_dir / _FILE).write_text(code, "ascii")
    except OSError as error:
        log.info("the language is not remembered: %s", error.strerror)


def speak(qt: QApplication, tongue: Tongue) -> bool:
    """Puts the app's texts and direction into a language; False where it stays English."""
    for old in _installed:
        qt.removeTranslator(old)
    _installed.clear()
    _spoken[0] = ENGLISH
    direction = Qt.LayoutDirection
    qt.setLayoutDirection(direction.RightToLeft if tongue.right_to_left else direction.LeftToRight)
    QLocale.setDefault(QLocale(tongue.code))
    if tongue == ENGLISH:
        return True
    translator = QTranslator(qt)
    if not translator.load(str(FOLDER / f"{tongue.code}.qm")):
        log.info("no translation for %s is built: python3 dev.py build translations", tongue.code)
        return False
    qt.installTranslator(translator)
    _installed.append(translator)
    _spoken[0] = tongue
    return True


def spoken() -> Tongue:
    """The language in which the app's texts are shown now."""
    return _spoken[0]
