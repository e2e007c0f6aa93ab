"""Sealed bytes open under their key and their envelope, and under nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.spool.keys import SigningKey, signature_fits
from client.spool.sealing import (
    Sealer,
    from_base64url,
    from_key32,
    from_wire,
    to_base64url,
    to_wire,
)

SALT = b"s" * 32


@given(st.binary(max_size=500), st.binary(min_size=1, max_size=100))
def test_body_opens_with_its_envelope_only(body: bytes, envelope: bytes):
    sealer = Sealer(b"k" * 32)
    sealed = sealer.seal_body(salt=SALT, body=body, envelope=envelope)
    assert sealer.open_body(sealed, envelope) == (SALT, body)
    with pytest.raises(ValueError, match="do not fit"):
        sealer.open_body(sealed, envelope + b"x")
    with pytest.raises(ValueError, match="do not fit"):
        Sealer(b"o" * 32).open_body(sealed, envelope)


@given(st.binary(max_size=500))
def test_text_forms_come_back(content: bytes):
    assert from_wire(to_wire(content)) == content
    assert from_base64url(to_base64url(content)) == content


def test_row_is_no_blob():
    sealer = Sealer(b"k" * 32)
    sealed = sealer.seal_body(salt=SALT, body=b"body", envelope=b"row")
    with pytest.raises(ValueError, match="do not fit"):
        sealer.open_blob(sealed)


def test_key_of_another_length_is_refused():
    with pytest.raises(ValueError, match="31 bytes"):
        from_key32(to_base64url(b"k" * 31))


def test_signature_fits_its_statement_and_key_only():
    key, other = SigningKey.generate(), SigningKey.generate()
    signature = key.sign(b"statement")
    assert signature_fits(key.public, statement=b"statement", signature=signature)
    assert not signature_fits(key.public, statement=b"Statement", signature=signature)
    assert not signature_fits(other.public, statement=b"statement", signature=signature)
    assert not signature_fits(key.public, statement=b"statement", signature="not base64 at all")
    assert not signature_fits("short", statement=b"statement", signature=signature)
