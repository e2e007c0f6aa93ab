"""Opens the further question that an instruction brings.

One rule: what does not open is None and is told as that; it never keeps back what follows it.
"""

import base64
import binascii
import logging

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client.spool.sealing import NONCE_BYTES, from_key32
from shared.exam import ExamQuestion, further_context
from shared.session import Grant
from shared.sync import Instruction

_log = logging.getLogger(__name__)


def opened(grant: Grant, instruction: Instruction) -> ExamQuestion | None:
    """The question, under the interview's own key; None where there is none, or it does not open.

    Its seal names the session and the number: another interview's never opens here.
    """
    if instruction.sealed is None:
        return None
    context = further_context(grant.session, instruction.number)
    try:
        sealed = base64.b64decode(instruction.sealed, validate=True)
        key = AESGCM(from_key32(grant.key))
        content = key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
        return ExamQuestion.model_validate_json(content)
    except (binascii.Error, InvalidTag, ValueError):
        _log.warning("instruction %d brings a question that does not open", instruction.number)
        return None
