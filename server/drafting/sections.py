"""Which part of a document a sentence stands in, and whether anything may be asked from it.

One rule: nothing is drafted from what says who somebody is (address, age, schooling, family,
health, belief) or from what an employer says of itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from server.documents.document import Block, Document, Source, sentences

What = Literal["resume", "job_description"]
Section = Literal["start", "summary", "skills", "requirements", "wishes", "tasks", "work", "closed"]

_HEADINGS: tuple[tuple[Section, str], ...] = (
    (
        "closed",
        r"about (us|the company|our company|you)|benefits|perks|what we offer|we offer|"
        r"how to apply|application deadline|equal opportunit\w+|education|academic\w*|"
        r"qualification|languages|interests|hobbies|references|contact|"
        r"personal (data|details|information)|publications|"
        r"awards|objective|job type|salary|work remotely|location|schedule",
    ),
    (
        "wishes",
        r"(preferred|desired|additional|optional)\b.*|good to have.*|nice to have.*|bonus.*",
    ),
    (
        "requirements",
        r"(required |minimum |key |basic )?(skills? required|required skills|requirements?|"
        r"qualifications|what you (bring|need)|who you are|your profile|"
        r"desired candidate profile|must haves?|programming languages needed|experience required)",
    ),
    ("skills", r"(technical |key |core |it )?(skills?|competenc\w+|technologies|tech stack|tools)"),
    (
        "tasks",
        r"(key |main |your |job )?(roles? (and|&) responsibilities|responsibilities|duties|tasks|"
        r"what you( wi|')?ll do|the role|your role)",
    ),
    ("summary", r"(professional )?(summary|profile)|job description|about the (job|role)|overview"),
    (
        "work",
        r"(work |professional |relevant |employment )?(experience|history|employment|projects|"
        r"career|internships?|personal projects?)",
    ),
)
_KNOWN: tuple[tuple[Section, re.Pattern[str]], ...] = tuple(
    (section, re.compile(rf"^(?:{words})\s*(?:\([^)]*\))?\s*[:–—-]*$", re.I))
    for section, words in _HEADINGS
)
_INLINE = re.compile(
    r"^(?:education|qualification|salary|job type|location|application deadline|work remotely)"
    r"\b.*:",
    re.I,
)
_PERSONAL = re.compile(
    r"@|https?://|www\.|\+?\d[\d ()-]{7,}\d|\b(?:date of birth|born|aged|married|divorced|"
    r"nationality|citizen\w*|religio\w+|church|gender|male|female|pregnan\w+|disabled|"
    r"native speaker|salary|per month|a year)\b|[₹$€£]\s?\d",
    re.I,
)
_SCHOOLING = re.compile(
    r"\b(?:ph\.?d|bachelor\w*|master(?:'?s| of)|b\.?tech|b\.?sc?|m\.?sc?|mba|mca|gpa|degree|"
    r"diploma|universit\w+|college|graduat\w+)\b",
    re.I,
)
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|rule|prompt|above|previous|prior)|"
    r"\b(?:system|hidden) prompt\b|\bas an? (?:ai|language model)\b|"
    r"\byou are (?:now )?an? (?:ai|assistant|language model|grader|recruiter bot)\b|"
    r"\b(?:give|award|assign|rate|score)\b.{0,40}\b(?:full|maximum|highest|perfect|10/10|100)\b.{0,20}"
    r"\b(?:mark|score|point|rating|grade)|\b(?:full|maximum|perfect) (?:marks|score)\b|"
    r"</?(?:system|user|assistant|instructions?)>|\brespond only with\b|\boutput exactly\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its section."""

    section: Section
    source: Source


@dataclass(frozen=True, slots=True)
class Read:
    """What may be asked about, and what was left alone."""

    lines: tuple[Line, ...]
    orders: tuple[Source, ...]
    """Sentences that speak to a machine instead of a reader."""


def heading(block: Block) -> Section | None:
    """The section that a heading opens; None for what is no heading that we know."""
    if len(block.text) > 60:
        return None
    text = block.text.strip()
    for section, words in _KNOWN:
        if words.match(text):
            return section
    return None


def read(document: Document) -> Read:
    """The sentences from which something may be asked, in order, with their sections."""
    lines: list[Line] = []
    orders: list[Source] = []
    section: Section = "start"
    for block in document.blocks:
        if found := heading(block):
            section = found
            continue
        if block.heading:
            section = "start"
            continue
        if section == "closed" or _INLINE.match(block.text):
            continue
        for source in sentences(block):
            if _ORDERS.search(source.quote):
                orders.append(source)
            elif not is_personal(source.quote):
                lines.append(Line(section, source))
    return Read(tuple(lines), tuple(orders))


def is_personal(sentence: str) -> bool:
    """Whether a sentence says who somebody is rather than what they can or shall do."""
    return bool(_PERSONAL.search(sentence) or _SCHOOLING.search(sentence))


def speaks_to_machines(text: str) -> bool:
    """Whether a text gives orders to whoever marks it."""
    return bool(_ORDERS.search(text))


def weighty(lines: tuple[Line, ...], sections: tuple[Section, ...]) -> Iterator[Line]:
    """Lines in the order in which sections count."""
    for section in sections:
        yield from (line for line in lines if line.section == section)
