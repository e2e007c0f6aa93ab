"""A Whisper made on the spot whose weights spell one fixed sentence.

It is a real CTranslate2 model that faster-whisper loads and runs; the attention is random, the
decoder's position encodings pick the next byte. No weights are downloaded.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import tokenizers
from ctranslate2.specs import WhisperSpec
from tokenizers import decoders, models, pre_tokenizers

MELS = 80
PROMPT = 3
"""Tokens before the first answer: start, language, task."""
MERGES = (("Ġ", "-"), ("Ġ", "'"), ("Ġ", "â"))
"""Whisper never says what these begin with; without them that would be the space itself."""
SPECIAL = (
    "<|endoftext|>",
    "<|startoftranscript|>",
    "<|en|>",
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
)


@dataclass(frozen=True)
class Size:
    """How large the model is; the default is as small as it works."""

    width: int = 64
    heads: int = 2
    layers: int = 1
    """Of the encoder, and as many of the decoder."""
    vocabulary: int = 0
    """Tokens at least: Whisper has 51,865."""


TINY = Size(384, 6, 4, 51_865)
BASE = Size(512, 8, 6, 51_865)


def make(folder: Path, text: str, *, end_s: float = 2.0, size: Size | None = None) -> Path:
    """Writes a model that transcribes any speech as `text` (14 bytes less than the width)."""
    size = size or Size()
    folder.mkdir(parents=True)
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    times = [f"<|{n * 0.02:.2f}|>" for n in range(1501)]
    # faster-whisper looks up the empty string.
    tokens = [*letters, *("".join(pair) for pair in MERGES), "", *SPECIAL, *times]
    # Filling stands before the special ones, as in Whisper: times have to come last.
    filling = [f"filling{n}" for n in range(size.vocabulary - len(tokens))]
    tokens = [*letters, *("".join(pair) for pair in MERGES), "", *filling, *SPECIAL, *times]
    ids = {token: n for n, token in enumerate(tokens)}
    tokenizer = tokenizers.Tokenizer(models.BPE(vocab=ids, merges=list(MERGES)))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([*SPECIAL])
    tokenizer.save(str(folder / "tokenizer.json"))
    spoken = ["Ġ", *text.replace(" ", "Ġ")]
    wanted = ["<|0.00|>", *spoken, f"<|{end_s:.2f}|>", "<|endoftext|>"]
    spec = WhisperSpec(size.layers, size.heads, size.layers, size.heads)
    _fill(spec, len(tokens), [ids[token] for token in wanted], width=size.width)
    spec.register_vocabulary(tokens)
    spec.config.alignment_heads = [(0, 0)]
    spec.config.lang_ids = [ids["<|en|>"]]
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.validate()
    spec.save(str(folder))
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": MELS}))
    assert ctranslate2.contains_model(str(folder))
    return folder


def _fill(spec: Any, vocabulary: int, wanted: list[int], *, width: int) -> None:
    chance = np.random.default_rng(1)

    def noise(*shape: int) -> np.ndarray:
        return (chance.standard_normal(shape) * 0.1).astype(np.float32)

    def linear(layer: Any, rows: int, columns: int, *, silent: bool = False) -> None:
        layer.weight = noise(rows, columns) * (0 if silent else 1)
        layer.bias = np.zeros(rows, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma = np.ones(width, np.float32)
        layer.beta = np.zeros(width, np.float32)

    def block(layer: Any, *, silent: bool) -> None:
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * width, width)
        linear(layer.self_attention.linear[1], width, width, silent=silent)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 4 * width, width)
        linear(layer.ffn.linear_1, width, 4 * width, silent=silent)

    encoder, decoder = spec.encoder, spec.decoder
    encoder.conv1.weight, encoder.conv1.bias = noise(width, MELS, 3), noise(width)
    encoder.conv2.weight, encoder.conv2.bias = noise(width, width, 3), noise(width)
    encoder.position_encodings.encodings = noise(1500, width)
    norm(encoder.layer_norm)
    for layer in encoder.layer:
        block(layer, silent=False)
    for layer in decoder.layer:
        block(layer, silent=True)
        cross = layer.attention
        norm(cross.layer_norm)
        linear(cross.linear[0], width, width)
        linear(cross.linear[1], 2 * width, width)
        linear(cross.linear[2], width, width, silent=True)
    norm(decoder.layer_norm)
    decoder.embeddings.weight = np.zeros((vocabulary, width), np.float32)
    positions = np.zeros((448, width), np.float32)
    projection = np.zeros((vocabulary, width), np.float32)
    for place in range(448):
        positions[place, min(max(place - PROMPT + 1, 0), len(wanted) - 1)] = 1.0
    for place, token in enumerate(wanted):
        projection[token, place] = 3.0
    decoder.position_encodings.encodings = positions
    decoder.projection.weight = projection
    decoder.projection.bias = np.zeros(vocabulary, np.float32)
