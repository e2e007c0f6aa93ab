"""The consent in every language: nothing stays English in it, and the record says which it was."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from client.exam import ConsentAgreed, Now, Screen, State
from client.ui import consent, i18n
from client.ui.screens.consent import Consent
from client.ui.widgets.marks import TickBox
from shared.ids import sha256_hex
from shared.policy import Accommodations, Outside, Policy
from tests import translations

ENGLISH = "0492"
"""Start of the digest of this version for the default policy, with both services outside."""
OUTSIDE = (
    Outside(does="language_model", host="api.example.com"),
    Outside(does="speech_to_text", host="speech.example.com"),
)


def switches(model: type[Any]) -> st.SearchStrategy[Any]:
    """A policy or agreement with every yes and no at random."""
    names = [name for name, one in model.model_fields.items() if one.annotation is bool]
    return st.fixed_dictionaries({name: st.booleans() for name in names}).map(
        lambda given: model(**given)
    )


@pytest.fixture(scope="module")
def translated() -> dict[str, set[str]]:
    return {
        code: {
            source
            for (context, source), text in translations.messages(
                translations.FOLDER / f"{code}.ts"
            ).items()
            if text and context == ""
        }
        for code in translations.CODES
    }


@given(
    policy=switches(Policy), agreed=switches(Accommodations), outside=st.sampled_from([(), OUTSIDE])
)
def test_every_sentence_of_every_consent_is_translated_into_every_language(
    translated: dict[str, set[str]],
    policy: Policy,
    agreed: Accommodations,
    outside: tuple[Outside, ...],
):
    policy = policy.model_copy(update={"outside": outside})
    said: list[str] = ["en"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(consent, "tr", lambda text: said.append(text) or text)
        consent.sections(policy, agreed)
    for code, known in translated.items():
        assert set(said) <= known, code


def test_a_changed_word_of_the_english_is_a_new_version():
    """Where this fails the text changed: count `VERSION` up, and take the new digest here."""
    digest = consent.digest(consent.sections(Policy(outside=OUTSIDE), Accommodations()))
    assert (consent.VERSION, digest[:4]) == (6, ENGLISH)


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    i18n.speak(qapp, i18n.ENGLISH)
    QLocale.setDefault(before)


@pytest.mark.parametrize("tongue", i18n.TONGUES, ids=lambda tongue: tongue.code)
def test_what_is_agreed_to_is_the_text_that_was_shown_and_its_language_is_named(
    tongue: i18n.Tongue, spoken: QApplication
):
    assert i18n.speak(spoken, tongue), "python3 dev.py build translations"
    page = Consent()
    agreed: list[ConsentAgreed] = []
    page.happened.connect(agreed.append)
    page.show_state(State(screen=Screen.CONSENT), Now(0, 0, "one"))
    box = page.findChild(TickBox, "agree_check")
    assert box is not None
    box.setChecked(True)
    page._continue()
    (one,) = agreed
    assert (one.version, one.language) == (consent.VERSION, tongue.code)
    assert one.text_sha256 == sha256_hex(one.text.encode())
    english = "Whether the camera is covered, frozen or unplugged."
    assert (english in one.text) == (tongue is i18n.ENGLISH)
