from client.ui.consent import digest, sections
from shared.policy import Accommodations, Policy


def text(policy: Policy, accommodations: Accommodations) -> str:
    return "\n".join(line for one in sections(policy, accommodations) for line in one.lines)


def test_what_is_not_asked_for_is_not_agreed_to():
    whole = text(Policy(), Accommodations())
    less = text(
        Policy(voice_sample=False, evidence_images=False),
        Accommodations(no_selfie=True, head_and_gaze_off=True),
    )
    for word in ("selfie", "voice sample", "small pictures", "head or your eyes"):
        assert word in whole
        assert word not in less


def test_the_digest_is_of_exactly_what_is_shown():
    one = sections(Policy(), Accommodations())
    other = sections(Policy(retention_days=91), Accommodations())
    assert digest(one) == digest(sections(Policy(), Accommodations()))
    assert digest(one) != digest(other)
