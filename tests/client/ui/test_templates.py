"""Templates are sealed into the spool and found again, or come with the grant."""

import pytest

from client.spool.store import Spool
from client.ui.templates import Templates, content_of, known
from shared.events import Artifact
from shared.templates import MEDIA_TYPE
from tests.client.ui.edges import FACE, VOICE


def stored(spool: Spool, template: object = FACE) -> Artifact:
    evidence = content_of(template)  # type: ignore[arg-type] - a Template
    return spool.put_blob(evidence.content, evidence.media_type)


def test_a_template_comes_back_as_it_was_and_lies_there_sealed(spool: Spool):
    artifact = stored(spool)
    assert artifact.media_type == MEDIA_TYPE
    assert b"values_micro" not in spool.read_blob(artifact.sha256)
    assert known(spool, artifact, None) == Templates(face=FACE)


def test_what_this_machine_has_not_made_comes_with_the_grant(spool: Spool):
    spool.renew(spool.grant.model_copy(update={"face": FACE, "voice": VOICE}))
    assert known(spool, None, None) == Templates(FACE, VOICE)


def test_what_this_machine_has_made_counts_before_the_grant(spool: Spool):
    spool.renew(spool.grant.model_copy(update={"face": VOICE}))
    assert known(spool, stored(spool), None).face == FACE


@pytest.mark.expects_log
def test_a_damaged_template_costs_the_comparison_only(spool: Spool):
    artifact = spool.put_blob(b"{}", MEDIA_TYPE)
    gone = Artifact(sha256="0" * 64, media_type=MEDIA_TYPE, size=1)
    assert known(spool, artifact, gone) == Templates()
