"""Whether a short text is in the language that it should be in.

Pure. One rule: it only refuses what is plainly another language; a language without a table here is
held to its script alone.
"""

import re
import unicodedata

_COMMON = {
    "en": "the what how why which would you your is are do does did can could in of to and when if",
    "de": "der die das was wie warum welche wann würden sie ihr ihre ist sind und wenn in zu mit",
    "fr": "le la les que quel quelle comment pourquoi vous votre est sont et dans si pour quand",
    "es": "el la los las qué cómo por cuál usted su es son y en si para cuando de",
    "it": "il lo la che cosa come perché quale lei suo è sono e in se per quando di",
    "pt": "o a os as que como por qual você seu sua é são e em se para quando de",
    "nl": "de het een wat hoe waarom welke u uw is zijn en in als voor wanneer van",
}
"""Words that nearly every question of the language has some of."""
_TABLES = {tag: frozenset(words.split()) for tag, words in _COMMON.items()}
_SCRIPTS = {
    "ru": "CYRILLIC",
    "uk": "CYRILLIC",
    "bg": "CYRILLIC",
    "sr": "CYRILLIC",
    "el": "GREEK",
    "he": "HEBREW",
    "ar": "ARABIC",
    "fa": "ARABIC",
    "hi": "DEVANAGARI",
    "ja": "CJK HIRAGANA KATAKANA",
    "zh": "CJK",
    "ko": "HANGUL",
    "th": "THAI",
}
"""Others are written in Latin letters."""
_OWN = 0.3
"""Share of the letters of another script: names of things stay Latin."""
_LATIN = 0.8
_WORD = re.compile(r"[^\W\d_]+")
_REQUESTS = (
    "explain describe show tell walk name compare give imagine suppose say outline",
    "erklären beschreiben nennen zeigen vergleichen expliquez décrivez montrez comparez nommez",
    "explique describa muestre compare nombre spieghi descriva mostri descreva mostre",
)
_ASKING = frozenset(" ".join(_REQUESTS).split())
"""How a request begins that ends with a full stop."""


def fits(text: str, tag: str) -> bool:
    """Whether `text` may be in the language of the BCP 47 tag."""
    language = tag.lower().partition("-")[0]
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return False
    names = _SCRIPTS.get(language, "LATIN").split()
    share = sum(_is_of(char, names) for char in letters) / len(letters)
    if language in _SCRIPTS:
        return share >= _OWN
    if share < _LATIN:
        return False
    own = _TABLES.get(language)
    if own is None:
        return True
    words = [word.casefold() for word in _WORD.findall(text)]
    hits = {of: sum(word in table for word in words) for of, table in _TABLES.items()}
    return hits[language] > 0 and hits[language] == max(hits.values())


def is_request(text: str) -> bool:
    """Whether it asks without a question mark: “Describe …”."""
    words = _WORD.findall(text.casefold())
    return bool(words) and words[0] in _ASKING


def _is_of(char: str, names: list[str]) -> bool:
    said = unicodedata.name(char, "")
    return any(said.startswith(name) for name in names)
