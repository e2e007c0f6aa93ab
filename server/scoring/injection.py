"""Stretches of an answer that talk to whoever grades it instead of answering.

Pure. One rule: a rule that matches accuses nobody. It names a stretch; the answer is scored without
it, and if the mark depends on it a person reads both.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_LOOKALIKES = str.maketrans(
    "асеорхуіјѕԁһԛԝαοερτνικуɡɩ0134@$",
    "aceopxyijsdhqwaoeptvikygioieaas",
)
"""Cyrillic and Greek letters, digits and signs that pass for Latin ones."""
_GRADER = (
    r"(grad(?:er|ing|e)|examiner|evaluator|judge|assessor|reviewer|marker|scorer|scoring|rubric|"
    r"criteri(?:on|a)|instructions?|prompt|your\s+rules?|guidelines?|system)"
)
_MARKS = r"(marks?|points?|scores?|grades?|levels?|ratings?|credits?)"
_MOST = (
    r"(full|max(?:imum|imai|imal)?|top|highest|perfect|best|all|every|10\s*/\s*10|100\s*%|five|ten)"
)
_FORGET = (
    r"(ignor\w*|disregard\w*|forget\w*|overrid\w*|bypass\w*|skip|instead\s+of|do\s+not\s+follow|"
    r"don'?t\s+follow|discard\w*|replace\w*)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which an answer may talk to its grader."""

    key: str
    pattern: re.Pattern[str]


def _rule(key: str, pattern: str) -> Rule:
    return Rule(key, re.compile(pattern, re.IGNORECASE))


RULES = (
    _rule(
        "forget",
        rf"\b{_FORGET}\b[^.!?\n]{{0,60}}\b(previous|prior|above|earlier|all|any|other|these|those|"
        rf"your|the|{_GRADER})\b[^.!?\n]{{0,40}}\b{_GRADER}",
    ),
    _rule("forget_before", rf"\b{_FORGET}\b[^.!?\n]{{0,30}}\b(everything|anything|all)\b"),
    _rule(
        "give_most",
        rf"\b(give|award|assign|grant|return|output|set|put|rate|mark|score|grade)\w*"
        rf"\b[^.!?\n]{{0,60}}\b{_MOST}\b[^.!?\n]{{0,30}}(\b{_MARKS}\b|/\s*\d|%)",
    ),
    _rule(
        "give_most",
        rf"\b{_MOST}\s+{_MARKS}\b[^.!?\n]{{0,60}}\b(answer|response|candidate|student|"
        rf"criteri\w+|question|me)\b",
    ),
    _rule(
        "give_most",
        rf"\b(deserv|merit|earn|receiv|worth|warrant)\w*\b[^.!?\n]{{0,40}}"
        rf"\b{_MOST}\b[^.!?\n]{{0,20}}\b{_MARKS}\b",
    ),
    _rule(
        "give_most",
        r"\b(give|award|rate|mark|score|grade)\w*\s+(me|this|it|the\s+(answer|response|"
        r"candidate|student))\b[^.!?\n]{0,40}(\b(perfect|full|max\w*|high(est)?|best|top|correct|pass|"
        r"excellent)\b|\d+\s*(/|out\s+of)\s*\d+|\d+\s*%)",
    ),
    _rule(
        "give_most",
        r"\b(full|max(imum|imal)?|perfect|top|highest)\s+(marks?|scores?|grades?|credits?|points?|"
        r"ratings?)\b",
    ),
    _rule("give_most", r"\b(\d+)\s*(?:/|out\s+of)\s*\1(?!\d)"),
    _rule(
        "judge_it",
        r"\b(criteri\w+|rubric|key\s+points?)\b[^.!?\n]{0,40}\b(highest|top|max\w*|full|agree|met)\b",
    ),
    _rule(
        "judge_it",
        r"\b(examiner|grader|evaluator|assessor|marker|grading)s?\b[^.!?\n]{0,60}\b(approved|accepted|"
        r"passed|agreed|confirmed|full|top|highest|max\w*|perfect|marks?|scores?|grades?|points?)\b",
    ),
    _rule(
        "judge_it",
        rf"\b(all|every|each)\s+(of\s+the\s+)?(key\s+points?|{_GRADER})\b[^.!?\n]{{0,60}}"
        r"\b(met|satisf\w+|fulfil\w*|cover\w*|present|demonstrat\w+|complet\w+|correct|pass\w*)\b",
    ),
    _rule(
        "judge_it",
        r"\b(this|the|my)\s+(answer|response|submission|candidate|student)\b[^.!?\n]{0,30}"
        r"\b(is|has|was|should\s+be|must\s+be|meets?|satisf\w+|covers?|deserves?|demonstrates?)\b"
        r"[^.!?\n]{0,40}\b(correct|perfect|complete|excellent|outstanding|flawless|verified|"
        r"approved|pre-?graded|graded|accepted|top|highest|full|expert|every|all)\b",
    ),
    _rule(
        "role",
        r"\b(you\s+are|you're|act\s+as|pretend|imagine\s+you|from\s+now\s+on|as\s+an?\s+"
        rf"(ai|language\s+model|assistant|{_GRADER}))\b[^.!?\n]{{0,60}}\b(ai|assistant|model|helpful|"
        rf"generous|lenient|friendly|free|dan|bot|chatgpt|gpt|claude|llama|{_GRADER})\b",
    ),
    _rule(
        "address",
        r"\b(dear|hey|hello|hi|note\s+to|message\s+(to|for)|attention|important)\b[^.!?\n]"
        rf"{{0,20}}\b(ai|llm|language\s+model|assistant|model|{_GRADER})\b",
    ),
    _rule(
        "address",
        r"\b(system|developer|assistant|user|admin(istrator)?|examiner|grader|moderator)"
        r"\s*(note|message|prompt|override|notice|instruction|update)?\s*(:|>|\])",
    ),
    _rule(
        "markup",
        r"(<\|[^|>]{1,30}\|>|\[/?INST\]|<</?SYS>>|</?(system|assistant|user|answer|instructions?|"
        r"grading|rubric|evaluation|result)\b[^>]{0,40}>|#{2,}\s*(system|instruction|response|"
        r"end|grading|evaluation|new)|-{3,}\s*(end|begin)|={3,}\s*(end|begin))",
    ),
    _rule(
        "markup",
        r"\b(end|begin(ning)?|start|close)\s+of\s+(the\s+)?(answer|response|submission|"
        r"transcript|candidate|instructions?|prompt|fence|text|data)\b",
    ),
    _rule(
        "json",
        r"[\"'`]?\b(level|score|points|marks|grade|rating|verdict|evidence|finding)\b[\"'`]?\s*"
        r"[:=]\s*[\"'`\[{]?\s*(\d|full|max\w*|top|pass|perfect|correct)",
    ),
    _rule(
        "new_task",
        r"\b(new|updated|revised|real|actual|correct(ed)?|following|special|secret|hidden)\s+"
        r"(task|instructions?|rubric|grading|criteria|prompt|directives?|policy|scale)\b",
    ),
    _rule(
        "policy",
        r"\b(according\s+to|per|as\s+required\s+by|under|by)\b[^.!?\n]{0,40}\b(policy|company|"
        r"regulations?|accommodation|hr|management|your\s+(developer|creator|operator)s?)\b[^.!?\n]"
        rf"{{0,60}}\b({_MARKS}|pass|accept\w*)\b",
    ),
    _rule(
        "test",
        r"\b(this\s+is\s+(only\s+)?a\s+(test|calibration|debug|drill)|(test|debug|developer|"
        r"maintenance|calibration|training)\s+mode)\b",
    ),
    _rule(
        "leak",
        r"\b(reveal|print|repeat|show|output|list)\b[^.!?\n]{0,40}\b(prompt|instructions?|rubric|"
        r"key\s+points?|expected\s+answer|criteria)\b",
    ),
    _rule(
        "other_language",
        r"(ignoriere?\b|vergiss\s+alle|volle\s+punktzahl|ignora\w*\s+(las|todas|le|"
        r"tutte)|puntuaci[oó]n\s+m[aá]xima|punteggio\s+massimo|ignore[zr]?\s+(les|toutes)|note\s+maximale|"
        r"desconsider\w+|nota\s+m[aá]xima|игнорируй|максимальн\w+\s+(балл|оценк)|忽略|满分|無視|満点|"
        r"무시|만점|تجاهل|الدرجة\s+الكاملة|अनदेखा|पूरे\s+अंक)",
    ),
    _rule(
        "encoded",
        r"\b(base64|rot13|decode|hex)\b[^.!?\n]{0,60}\b(follow|obey|execute|instruction)\w*",
    ),
    _rule("encoded", r"[A-Za-z0-9+/]{80,}={0,2}"),
)
"""Looked for in the text as it stands and in its folded forms: lookalikes replaced, and letters
that stand apart (`i g n o r e`) joined."""
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_APART = re.compile(r"(?<!\w)(?:\w[ .\-_*]){3,}\w(?!\w)")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stretch that talks to the grader."""

    rule: str
    start: int
    end: int


def suspects(text: str) -> tuple[Suspect, ...]:
    """Suspect stretches of a visible text in order, whole sentences, none overlapping."""
    found: list[Suspect] = []
    for form in _forms(text):
        for rule in RULES:
            found += [
                Suspect(rule.key, *_whole(text, match.start(), match.end()))
                for match in rule.pattern.finditer(form)
            ]
    return _merged(sorted(found, key=lambda one: (one.start, -one.end)))


def masked(text: str, stretches: Sequence[Suspect]) -> str:
    """The text with blanks instead of these stretches: every other place stays what it was."""
    for one in stretches:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def overlaps(stretches: Sequence[Suspect], start: int, end: int) -> bool:
    """Whether a stretch from `start` to before `end` touches a suspect one."""
    return any(one.start < end and start < one.end for one in stretches)


def _forms(text: str) -> list[str]:
    """The text and its folded forms, all of the same length."""
    plain = "".join(_narrow(char) for char in text)
    folded = plain.casefold() if len(plain.casefold()) == len(plain) else plain
    latin = folded.translate(_LOOKALIKES)
    joined = _APART.sub(_close_up, latin)
    # Digits are meant as digits in `10/10` and as letters in `1gnore`: both forms are read.
    return list(dict.fromkeys((folded, latin, joined)))


def _narrow(char: str) -> str:
    form = unicodedata.normalize("NFKC", char)
    return form if len(form) == 1 else char


def _close_up(match: re.Match[str]) -> str:
    letters = match.group()[::2]
    return letters + " " * (len(match.group()) - len(letters))


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that a match touches."""
    touched = [
        part for part in _SENTENCE.finditer(text) if part.start() < end and start < part.end()
    ]
    if not touched:
        return start, end
    return min(start, touched[0].start()), max(end, touched[-1].end())


def _merged(found: Sequence[Suspect]) -> tuple[Suspect, ...]:
    merged: list[Suspect] = []
    for one in found:
        if merged and one.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Suspect(last.rule, last.start, max(last.end, one.end))
        else:
            merged.append(one)
    return tuple(merged)
