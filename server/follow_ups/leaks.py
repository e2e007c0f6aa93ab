"""Whether a further question tells what only a good answer has, in whatever language it is.

Pure. One rule: what the question or the answer said before is nobody's secret. Words are the same
by their language's stem, or where most of one's threes of letters stand in the other text:
compounds, endings, languages without a stemmer. In writing without blanks a sign is the same where
it stands beside the same neighbour.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from server.scoring.words import stems

TOLD = 0.6
"""Share of a key point's words that the answer lacks and the question says: then it is told."""
TOLD_WORDS = 4
"""Of an expected answer: so many words that only it has tell some of it."""
COVERED = 0.7
"""Share of a word's threes of letters that make it said."""
_LETTERS = 4
"""Shorter words of Latin, Cyrillic and Greek writing mostly join others. Those in capitals count
(SQL), and every number."""

_NAMES = """
ar=arabic ca=catalan cs=czech da=danish de=german el=greek en=english es=spanish et=estonian
fa=persian fi=finnish fr=french hi=hindi hu=hungarian id=indonesian it=italian lt=lithuanian
nb=norwegian ne=nepali nl=dutch no=norwegian pl=polish pt=portuguese ro=romanian ru=russian
sr=serbian sv=swedish ta=tamil tr=turkish
"""
_STEMMERS = {tag: name for tag, _, name in (pair.partition("=") for pair in _NAMES.split())}
"""Snowball's, by BCP 47 language."""
_JOINS = """
aber auch dann dass denn dessen diese dieser dieses doch durch eine einem einen einer eines haben
hätte jede jeder jedes kann können muss müssen nach nicht noch nur oder ohne sehr sein sich soll
sollte über unter viel vom von warum weil welche werden wird wurde würde würden ainsi alors après
aussi autre avant avec avez avoir cela cette ceux chaque chez comme comment dans depuis donc elle
elles entre être faire fait leur leurs lors mais même moins pendant peut plus pour pourquoi quand
quel quelle quelles sans sera sont sous sur tous tout toute toutes très vous votre vos ante antes
aunque cada como cómo cuál cuando cuándo cuanto desde donde dónde durante ella ellos esta este
esto estos estas está están hace hacer hasta mientras muy para pero porque puede pueden que qué
quien según sería sobre también tanto tiene tienen todo todos usted ustedes alla alle anche ancora
come cosa dalla dalle degli della delle dello dopo dove essere hanno nella nelle ogni perché però
quale quando quanto quello questa questo senza sono sulla tutti aqui assim com depois eles essa
esse isso muito não onde pela pelo qual seja também você bij daar deze door geen haar heeft hebben
hoe kunnen maar meer met moet naar niet ook over waar waarom want welke worden wordt zijn zoals
zonder zouden было быть вам вас ваш ваша если есть как какая какие какой когда который которые
между можно нужно почему при также того только чего через чтобы этого этот debe deben deber doit
doivent deve devem devono musi muszą aby oraz jest są przez który która które dlaczego jak czy nie
tak ten ta to they must should that this with from have when what which would could your their
there then than into هذا هذه ذلك التي الذي كيف لماذا متى عند عندما على إلى من في عن مع أن كان تكون
يكون هو هي और का की के को में से पर है हैं था थी यह वह कि क्या क्यों कैसे कब जब तो भी एक नहीं होता
होती हो कर करता करते करने लिए आप आपने आपका должен должна должны
"""
_JOINING = frozenset(_JOINS.split())
"""Words that nearly every text of their language has; one left out makes a leak harder to see."""
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
_LONG = ("LATIN", "CYRILLIC", "GREEK")
"""Alphabets in which words have many letters."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e])*")
"""With the vowel signs of Indian and Thai writing, which Python's `\\w` leaves out."""


def tells(
    question: str, *, known: Sequence[str], points: Iterable[str], expected: str, language: str
) -> bool:
    """Whether so much of a key point or of the expected answer can be read off `question`.

    `known`: what was asked and answered. `language`: BCP 47 tag of the question; it is also held
    against English stems, since names in code are English everywhere.
    """
    old = frozenset().union(*map(stems, known))
    new = stems(question) - old
    before, said = _Said(" ".join(known), language), _Said(question, language)
    for point in points:
        if (missing := stems(point) - old) and len(missing & new) >= TOLD * len(missing):
            return True
        missing, told = _weighed(point, before, said)
        if missing and told >= TOLD * missing:
            return True
    told = max(len((stems(expected) - old) & new), _weighed(expected, before, said)[1])
    return told >= TOLD_WORDS


class _Said:
    """What a text says: its stems, its letters in threes, and its neighbouring signs."""

    def __init__(self, text: str, language: str) -> None:
        self._stem = _stemmer(language)
        units = _units(text)
        self._stems = {self._stem(unit) for unit in units}
        self._grams = {gram for unit in units for gram in _grams(unit)}

    def has(self, unit: str) -> bool:
        """Whether a word, or a sign beside one of its neighbours, is said."""
        grams = _grams(unit)
        if _is_unspaced(unit[0]):
            return bool(grams & self._grams)
        if self._stem(unit) in self._stems:
            return True
        return bool(grams) and len(grams & self._grams) >= COVERED * len(grams)


def _weighed(text: str, before: _Said, said: _Said) -> tuple[float, float]:
    """(what of `text` was not known before, what of that is said), in words."""
    missing = {unit for unit in _units(text) if _counts(unit) and not before.has(unit)}
    told = {unit for unit in missing if said.has(unit)}
    return sum(map(_weight, missing)), sum(map(_weight, told))


def _weight(unit: str) -> float:
    """A word; a sign is half of one, as most Chinese words have two."""
    return 0.5 if _is_unspaced(unit[0]) else 1.0


def _counts(unit: str) -> bool:
    """Whether it is more than a word that joins others."""
    return unit.casefold() not in _JOINING and (
        _is_unspaced(unit[0])
        or len(unit) >= (_LETTERS if _is_of(unit[0], _LONG) else _LETTERS - 1)
        or (len(unit) > 1 and unit.isupper())
        or unit.isdigit()
    )


def _units(text: str) -> list[str]:
    """Words as they are written; where no blanks are between them, each sign with those beside."""
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
        for unspaced, part in _runs(word):
            if unspaced:
                found += [part[max(0, at - 1) : at + 2] for at in range(len(part))]
            else:
                found.append(part)
    return found


def _runs(word: str) -> list[tuple[bool, str]]:
    """The stretches of `word` by whether its script has blanks between words."""
    runs: list[tuple[bool, str]] = []
    for char in word:
        # A sign that stands on the one before it goes with it.
        kind = runs[-1][0] if runs and not char.isalnum() else _is_unspaced(char)
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, runs[-1][1] + char)
        else:
            runs.append((kind, char))
    return runs


def _grams(unit: str) -> set[str]:
    """Letters in threes; signs in twos."""
    plain, size = (unit, 2) if _is_unspaced(unit[0]) else (_plain(unit), 3)
    return {plain[at : at + size] for at in range(len(plain) - size + 1)}


@cache
def _stemmer(language: str) -> Any:
    """From a word to its stem; to itself where there is no stemmer for the language."""
    name = _STEMMERS.get(language.lower().partition("-")[0])
    if name is None:
        return _plain
    import snowballstemmer  # tables of thirty languages: a twentieth of a start

    stem = snowballstemmer.stemmer(name).stemWord
    return lambda word: _plain(stem(word.casefold()))


def _plain(word: str) -> str:
    """Without accents; Korean syllables as their letters."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _is_unspaced(char: str) -> bool:
    return _is_of(char, _UNSPACED)


def _is_of(char: str, scripts: tuple[str, ...]) -> bool:
    return unicodedata.name(char, "").startswith(scripts)
