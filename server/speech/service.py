"""Which speech this server has, by its settings. One rule: nothing heavy is imported before use."""

import importlib.util

from server.settings import Settings
from server.speech.transcriber import Transcriber, open_transcriber
from server.speech.voices import Voices

_MB = 1_000_000


def transcriber(settings: Settings) -> Transcriber:
    """The Modal app where that is wanted, else Whisper here, else somebody who says why not."""
    if settings.use_modal:
        from server.speech.remote import Remote

        return Remote(settings.modal_url, settings.modal_token.get_secret_value())
    return open_transcriber(settings.stt_model)


def transcribes(settings: Settings) -> bool:
    """Whether this server has somebody who transcribes; loads nothing."""
    installed = importlib.util.find_spec("faster_whisper") is not None
    return settings.use_modal or (settings.stt_model is not None and installed)


def voices(settings: Settings) -> Voices | None:
    """Edge's voices with their copies in the data folder; None where they are switched off."""
    if settings.tts == "off":
        return None
    from server.speech.edge import edge_voice

    return Voices(
        edge_voice(settings.tts_proxy),
        settings.data_dir / "voices",
        most_bytes=settings.tts_keep_mb * _MB,
    )
