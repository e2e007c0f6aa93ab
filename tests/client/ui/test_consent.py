import pytest

from client.ui.consent import comparison, digest, sections
from shared.policy import Accommodations, Outside, Policy


def text(policy: Policy, accommodations: Accommodations) -> str:
    return "\n".join(line for one in sections(policy, accommodations) for line in one.lines)


def test_what_is_not_asked_for_is_not_agreed_to():
    whole = text(Policy(), Accommodations())
    less = text(
        Policy(voice_sample=False, evidence_images=False),
        Accommodations(no_selfie=True, head_and_gaze_off=True),
    )
    for word in ("selfie", "voice sample", "small pictures", "head or your eyes", "calibration"):
        assert word in whole
        assert word not in less


def test_the_digest_is_of_exactly_what_is_shown():
    one = sections(Policy(), Accommodations())
    other = sections(Policy(retention_days=91), Accommodations())
    assert digest(one) == digest(sections(Policy(), Accommodations()))
    assert digest(one) != digest(other)


def test_comparing_by_computer_is_asked_by_itself_where_it_is_done():
    assert "Your face and voice as numbers" in text(Policy(), Accommodations())
    assert "Your face as numbers" in text(Policy(), Accommodations(no_voice_sample=True))
    for agreed in (
        Accommodations(no_selfie=True, no_voice_sample=True),
        Accommodations(no_biometrics=True),
    ):
        assert comparison(Policy(), agreed) == ()
    assert comparison(Policy(identity=False, voices=False), Accommodations()) == ()


def test_a_no_is_possible_where_the_policy_says_so_and_a_way_without_is_named_where_not():
    (free,) = comparison(Policy(), Accommodations())
    assert "You may say no and go on" in free.lines[1]
    (needed,) = comparison(Policy(biometrics_optional=False), Accommodations())
    assert "ask the person who invited you for a way without" in needed.lines[1]


def test_looks_at_the_computer_are_told_where_they_are_taken():
    whole = text(Policy(), Accommodations())
    assert "whether other windows lie over this one" in whole
    assert "Names of such programs, windows and devices" in whole
    assert "with their titles" in text(Policy(window_titles=True), Accommodations())
    none = text(Policy(probes=False), Accommodations())
    assert "remote control" not in none
    assert "your other programs, your passwords" in none


@pytest.mark.parametrize(
    ("agreed", "heard"),
    [
        (Accommodations(), "speech, a second voice and loudspeakers"),
        (Accommodations(reads_aloud=True), "a second voice and loudspeakers"),
        (Accommodations(second_person_agreed=True), "speech and loudspeakers"),
        (Accommodations(screen_reader=True), "a second voice during"),
    ],
)
def test_what_is_listened_for_follows_the_accommodations(agreed: Accommodations, heard: str):
    assert f"listened to for {heard}" in text(Policy(), agreed)


def test_where_nothing_is_listened_for_nothing_is_said_of_it():
    silent = Accommodations(screen_reader=True, second_person_agreed=True)
    assert "listened to" not in text(Policy(), silent)
    assert "listened to" not in text(Policy(voices=False), Accommodations())


def test_a_phone_is_looked_for_only_where_the_policy_says_so():
    assert "a phone," in text(Policy(), Accommodations())
    assert "a phone," not in text(Policy(objects=False), Accommodations())


def test_eyes_are_not_named_where_they_are_not_judged():
    said = text(Policy(), Accommodations(nystagmus=True))
    assert "your head is turned" in said
    assert "eyes" not in said


def test_whoever_else_gets_answers_is_named_with_what_they_get():
    model = Outside(does="language_model", host="api.example.com")
    speech = Outside(does="speech_to_text", host="speech.example.net")
    both = text(Policy(outside=(model, speech)), Accommodations())
    assert "to a language model at api.example.com" in both
    assert "to a service at speech.example.net" in both
    titles = [one.title for one in sections(Policy(), Accommodations())]
    assert "Who else gets your answers" not in titles
