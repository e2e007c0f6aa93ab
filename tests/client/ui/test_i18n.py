"""The app in other languages: which one, from which files, and in which direction."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

import client.ui
from client import sentences
from client.errors import SpoolBusy
from client.exam import Heard, Problem
from client.preflight import rules
from client.sentences import Sentence
from client.speech.pcm import HINTS
from client.speech.tts import NO_SPEAKER
from client.ui import i18n, words
from client.ui.devices import Choice, Devices
from client.ui.screens.problem import ProblemPage
from client.ui.screens.readiness import line_words
from client.ui.screens.welcome import Welcome
from client.ui.theme import Theme
from client.ui.widgets.review import ReviewPanel
from client.ui.window import Window
from shared.transcript import NO_SPEECH
from tests import translations

_FIELD = re.compile(r"\{\w*\}")


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[QApplication]:
    """The app, put back into English afterwards."""
    before = QLocale()
    yield qapp
    i18n.speak(qapp, i18n.ENGLISH)
    QLocale.setDefault(before)


def shown(host: QWidget, name: str) -> str:
    found = host.findChild(QLabel, name)
    assert found is not None
    return found.text()


def said(code: str, text: str, context: str) -> str:
    return translations.messages(translations.FOLDER / f"{code}.ts")[context, text]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["de-AT", "en"], "de"),
        (["", "pt-BR", "es_MX"], "es"),
        (["C"], "en"),
        ([], "en"),
        (["zh-Hans-CN"], "zh"),
        (["ar"], "ar"),
    ],
)
def test_the_first_wanted_language_that_is_here_is_spoken(wanted: list[str], code: str):
    assert i18n.choose(wanted).code == code


def test_a_choice_is_remembered_and_a_damaged_one_is_forgotten(tmp_path: Path):
    assert i18n.remembered(tmp_path / "new") == ""
    i18n.remember(tmp_path / "new", "hi")
    assert i18n.remembered(tmp_path / "new") == "hi"
    (tmp_path / "new" / "language").write_bytes(b"\xff\xfe")
    assert i18n.remembered(tmp_path / "new") == ""


@pytest.mark.parametrize("tongue", i18n.TONGUES[1:], ids=lambda tongue: tongue.code)
def test_every_language_speaks_and_keeps_what_is_filled_in(
    tongue: i18n.Tongue, spoken: QApplication
):
    texts = translations.messages(translations.FOLDER / f"{tongue.code}.ts")
    wrong = [
        source
        for (_, source), text in texts.items()
        if text and sorted(_FIELD.findall(source)) != sorted(_FIELD.findall(text))
    ]
    assert wrong == []
    assert i18n.speak(spoken, tongue), "python3 dev.py build translations"
    assert spoken.layoutDirection() == (
        Qt.LayoutDirection.RightToLeft if tongue.right_to_left else Qt.LayoutDirection.LeftToRight
    )
    button = Welcome().findChild(QPushButton, "continue_button")
    assert button is not None
    assert button.text() == said(tongue.code, "Check the invite", "Welcome")


def test_texts_outside_of_a_class_are_found_whatever_module_says_them(spoken: QApplication):
    i18n.speak(spoken, i18n.choose(["de"]))
    folder = Path(client.ui.__file__).parent
    found = [path for path in folder.rglob("*.py") if "\ndef tr(" in path.read_text("utf-8")]
    assert len(found) > 5
    for path in found:
        parts = ("client", "ui", *path.relative_to(folder).with_suffix("").parts)
        module = importlib.import_module(".".join(parts))
        assert module.tr("All questions") == said("de", "All questions", ""), path.name


def test_refusals_and_notices_outside_of_a_class_are_translated(spoken: QApplication):
    refused = Problem("invite_revoked", *_titled("invite_revoked"))
    i18n.speak(spoken, i18n.choose(["de"]))
    german = words.sentence(refused)
    assert german == " ".join(said("de", text, "problems") for text in _titled("invite_revoked"))
    assert words.notice("rate_low") != ""
    i18n.speak(spoken, i18n.ENGLISH)
    assert words.sentence(refused) != german


def test_a_text_without_a_translation_stays_english(spoken: QApplication):
    i18n.speak(spoken, i18n.choose(["fr"]))
    assert words.sentence(Problem("new", "Something new.", "")) == "Something new."


@pytest.mark.parametrize("code", translations.CODES)
def test_what_other_parts_of_the_app_say_is_said_in_the_person_s_language(
    code: str, spoken: QApplication
):
    def pattern(one: Sentence) -> str:
        return said(code, one.pattern, "sentences")

    i18n.speak(spoken, i18n.choose([code]))
    for one in sentences.SENTENCES:
        values = {name[1:-1]: "7" for name in _FIELD.findall(one.pattern)}
        assert words.localised(one(**values)) == pattern(one).format(**values)
    for hint in HINTS.values():
        assert words.localised(hint) == said(code, hint, "sentences")
    absent = sentences.MODEL_ABSENT(name="face")
    told = words.localised(f"{absent} {NO_SPEECH} As it came.")
    assert told == " ".join(
        (
            pattern(sentences.MODEL_ABSENT).format(name="face"),
            said(code, NO_SPEECH, "sentences"),
            "As it came.",
        )
    )
    assert "fetch" not in words.not_watched((f"{absent} {sentences.FETCH(name='face')}",))


def test_hints_reasons_and_checks_are_shown_in_the_person_s_language(spoken: QApplication, qtbot):
    i18n.speak(spoken, i18n.choose(["de"]))
    review = ReviewPanel()
    qtbot.addWidget(review)
    review.show_heard(Heard(1, "", (), NO_SPEECH), "", waiting=False, sound=False)
    assert shown(review, "review_note_label") == said("de", NO_SPEECH, "sentences")
    line = rules.line("disk", rules.disk(12_300_000_000, writable=False), 1)
    assert line_words(line).startswith("12.3 GB frei\nDie App darf ")
    page = ProblemPage()
    qtbot.addWidget(page)
    page.show_problem(SpoolBusy(Path("spool")).message, retry=True)
    assert shown(page, "problem_text").startswith("Dieses Interview ist ")
    window = Window(Theme(spoken))
    qtbot.addWidget(window)
    devices = Devices((), (Choice("m", "Mic"),), (), microphone="m")
    window.show_devices(devices)
    window.show_level(-60.0, HINTS["too_quiet"])
    heard = said("de", HINTS["too_quiet"], "sentences")
    assert shown(window.devices, "microphone_hint") == heard
    window.show_speaker_problem(NO_SPEAKER)
    assert shown(window.devices, "speaker_hint") == said("de", NO_SPEAKER, "sentences")


def test_the_welcome_screen_offers_every_language_by_its_own_name(qtbot):
    page = Welcome()
    qtbot.addWidget(page)
    combo = page.findChild(QComboBox, "language_combo")
    assert combo is not None
    assert [combo.itemText(at) for at in range(combo.count())] == [
        tongue.name for tongue in i18n.TONGUES
    ]
    page.show_language("hi")
    assert combo.currentData() == "hi"
    with qtbot.waitSignal(page.language_chosen) as heard:
        combo.setCurrentIndex(0)
        combo.activated.emit(0)
    assert heard.args == ["en"]


def _titled(code: str) -> tuple[str, str]:
    from shared.problems import PROBLEMS

    return PROBLEMS[code][1:]
