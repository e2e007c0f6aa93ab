"""Sentences that state an error, and no judgement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.proctoring.words import sentence
from shared.events import Calibrated, Challenged, SystemNoted

GOOD = Calibrated(
    outcome="calibrated",
    points=9,
    held_out=4,
    error_mdeg=1840,
    error_um=19_300,
    interval90_mdeg=3420,
)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            GOOD,
            "Calibrated on 9 points; 4 points kept apart were missed by 1.8° on average, "
            "1.9 cm on the screen. 90 % of gaze points lie within 3.4°.",
        ),
        (
            Calibrated(outcome="poor", points=9, held_out=4, error_mdeg=7100),
            "Calibrated on 9 points; 4 points kept apart were missed by 7.1° on average. That is "
            "too much to rely on. The uncalibrated model with its wider error went on.",
        ),
        (
            Calibrated(outcome="skipped", reason="It was agreed"),
            "The calibration was left out. It was agreed.",
        ),
        (
            Calibrated(outcome="impossible"),
            "The gaze could not be calibrated. The uncalibrated model with its wider error went "
            "on.",
        ),
        (
            Calibrated(outcome="calibrated", points=1),
            "Calibrated on 1 point; the error is not known. How far single gaze points spread is "
            "not known.",
        ),
    ],
)
def test_a_calibration_says_its_error_or_why_there_is_none(body: Calibrated, said: str) -> None:
    assert sentence("calibrated", body.model_dump_json()) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            Challenged(outcome="ok", correlation_milli=820),
            "The face answered the changing light of the screen (correlation 0.82).",
        ),
        (
            Challenged(outcome="violation", correlation_milli=-30, detail="in two of two rounds"),
            "The face did not answer the changing light of the screen (correlation -0.03). in two "
            "of two rounds.",
        ),
        (
            Challenged(outcome="unknown", detail="The room is too bright."),
            "Whether the face answered the light of the screen could not be told. The room is too "
            "bright.",
        ),
    ],
)
def test_a_challenge_says_what_was_measured(body: Challenged, said: str) -> None:
    assert sentence("challenged", body.model_dump_json()) == said


@pytest.mark.parametrize("kind", ["system", "row.quarantined", "seance", ""])
def test_other_kinds_need_no_sentence(kind: str) -> None:
    assert sentence(kind, SystemNoted(what="rate_low").model_dump_json()) == ""


numbers = st.none() | st.integers(-(2**31), 2**31 - 1)


@given(
    st.builds(
        Calibrated, error_mdeg=numbers, error_um=numbers, interval90_mdeg=numbers, reason=st.text()
    ),
    st.builds(Challenged, correlation_milli=numbers, detail=st.text()),
)
def test_whatever_was_measured_there_is_a_sentence_without_none(
    calibrated: Calibrated, challenged: Challenged
) -> None:
    for kind, body in (("calibrated", calibrated), ("challenged", challenged)):
        plain = body.model_copy(update={"reason": "", "detail": ""})
        assert sentence(kind, body.model_dump_json())
        assert "None" not in sentence(kind, plain.model_dump_json())
