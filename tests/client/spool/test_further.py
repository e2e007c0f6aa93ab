"""A further question opens under its interview's key, for its own number, and nowhere else."""

import base64
import os

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client.spool.further import opened
from client.spool.sealing import from_key32, to_base64url
from shared.exam import ExamQuestion, further_context
from shared.session import Grant
from shared.sync import Instruction

QUESTION = ExamQuestion(
    id="7" * 32, position=3, kind="written", prompt="Why so?", marks=0, follows="1" * 32
)


def sealed(grant: Grant, number: int = 1, content: bytes | None = None) -> str:
    nonce = os.urandom(12)
    plain = QUESTION.model_dump_json().encode() if content is None else content
    key = AESGCM(from_key32(grant.key))
    raw = nonce + key.encrypt(nonce, plain, further_context(grant.session, number))
    return base64.b64encode(raw).decode()


def asks(text: str | None, number: int = 1) -> Instruction:
    at = "2026-11-22T15:00:00.000Z"
    return Instruction(number=number, action="ask", sealed=text, at=at, sig="s")


def test_it_opens_to_the_question(grant: Grant):
    assert opened(grant, asks(sealed(grant))) == QUESTION


def test_what_brings_none_has_none(grant: Grant):
    assert opened(grant, asks(None)) is None


@pytest.mark.expects_log
def test_it_opens_for_no_other_number_interview_or_key(grant: Grant):
    others = [
        (grant, asks(sealed(grant), 2)),
        (grant.model_copy(update={"session": "f" * 32}), asks(sealed(grant))),
        (grant.model_copy(update={"key": to_base64url(b"z" * 32)}), asks(sealed(grant))),
    ]
    for whose, instruction in others:
        assert opened(whose, instruction) is None


@pytest.mark.expects_log
@pytest.mark.parametrize("text", ["", "AAAA", "no base64!", "\u00e4"])
def test_what_is_no_seal_is_no_question(grant: Grant, text: str):
    assert opened(grant, asks(text)) is None


@pytest.mark.expects_log
@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff"])
def test_what_is_sealed_and_no_question_is_none(grant: Grant, content: bytes):
    assert opened(grant, asks(sealed(grant, content=content))) is None
