"""Which lines an interview needs, and in whose voice.

Pure. One rule: a language without a voice of its own has no lines: a foreign accent reads worse
than the machine's voice in the right language.
"""

from collections.abc import Iterable

from server.speech.voices import Line
from shared.policy import Policy

VOICES = {
    "ar": "ar-EG-SalmaNeural",
    "cs": "cs-CZ-VlastaNeural",
    "da": "da-DK-ChristelNeural",
    "de": "de-DE-KatjaNeural",
    "de-at": "de-AT-IngridNeural",
    "de-ch": "de-CH-LeniNeural",
    "el": "el-GR-AthinaNeural",
    "en": "en-GB-SoniaNeural",
    "en-au": "en-AU-NatashaNeural",
    "en-ca": "en-CA-ClaraNeural",
    "en-in": "en-IN-NeerjaNeural",
    "en-us": "en-US-AriaNeural",
    "es": "es-ES-ElviraNeural",
    "es-mx": "es-MX-DaliaNeural",
    "fi": "fi-FI-NooraNeural",
    "fr": "fr-FR-DeniseNeural",
    "fr-ca": "fr-CA-SylvieNeural",
    "he": "he-IL-HilaNeural",
    "hi": "hi-IN-SwaraNeural",
    "hu": "hu-HU-NoemiNeural",
    "id": "id-ID-GadisNeural",
    "it": "it-IT-ElsaNeural",
    "ja": "ja-JP-NanamiNeural",
    "ko": "ko-KR-SunHiNeural",
    "nl": "nl-NL-ColetteNeural",
    "pl": "pl-PL-ZofiaNeural",
    "pt": "pt-PT-RaquelNeural",
    "pt-br": "pt-BR-FranciscaNeural",
    "ro": "ro-RO-AlinaNeural",
    "ru": "ru-RU-SvetlanaNeural",
    "sv": "sv-SE-SofieNeural",
    "tr": "tr-TR-EmelNeural",
    "uk": "uk-UA-PolinaNeural",
    "vi": "vi-VN-HoaiMyNeural",
    "zh": "zh-CN-XiaoxiaoNeural",
    "zh-tw": "zh-TW-HsiaoChenNeural",
}
"""Names of Edge's voices by language tag in lower case."""
LONGEST_CHARS = 4_000
"""Some five minutes. Whoever asks longer is read along, or heard from the machine's own voice."""


def voice_of(language: str) -> str | None:
    """The voice of a BCP 47 tag: of the whole tag, else of its language; None where none is."""
    tag = language.lower()
    return VOICES.get(tag) or VOICES.get(tag.partition("-")[0])


def lines(policy: Policy, prompts: Iterable[str]) -> tuple[Line, ...]:
    """What is to be said, each once, in the order of the prompts; none where nothing is read."""
    voice = voice_of(policy.language)
    if voice is None or not policy.speak_questions:
        return ()
    fitting = (prompt for prompt in dict.fromkeys(prompts) if len(prompt) <= LONGEST_CHARS)
    return tuple(Line(prompt, voice) for prompt in fitting if prompt.strip())
