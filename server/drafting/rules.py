"""Questions from a document without a model: skills and tasks that it names, put into plain words.

One rule: every draft names its sentence; what the document does not say is not asked about, and
nothing here claims to have understood more than words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from server.documents.document import Document, Source
from server.drafting import likeness, sections
from server.drafting.sections import Line, Section, What
from server.drafting.skills import Area, Skill, mentions

Difficulty = Literal["easy", "medium", "hard"]
MAX_SKILLS = 12
MAX_TASKS = 8
"""Most drafts of each sort: an author reads them all."""
MIN_WORDS, MAX_WORDS = 5, 60
"""Of a sentence that is quoted in a question."""

_ORDER: dict[What, tuple[Section, ...]] = {
    # Requirements first: an author thinks of them first too.
    "job_description": ("requirements", "wishes", "skills", "tasks", "summary", "work", "start"),
    "resume": ("work", "summary", "skills", "start"),
}
_TASK_SECTIONS: dict[What, tuple[Section, ...]] = {
    "job_description": ("tasks", "requirements", "wishes"),
    "resume": ("work",),
}
_LITTLE = re.compile(
    r"\b(?:familiar\w*|basic\w*|awareness|exposure|some (?:knowledge|experience)|nice to have|"
    r"good to have|preferred|a plus|bonus|willing\w* to learn)\b",
    re.I,
)
_MUCH = re.compile(
    r"\b(?:expert\w*|profound|deep|in-depth|advanced|excellent|strong|extensive|proven|"
    r"thorough|mastery|senior|lead\w*|led|architect\w*|top-notch|highly skilled|own)\b",
    re.I,
)
_YEARS = re.compile(r"\b(\d{1,2})\s*(?:[-–]\s*\d{1,2}\s*)?\+?\s*(?:years?|yrs?)\b", re.I)
MUCH_YEARS = 5
_VERBS = """
accomplish administer analyse analyze architect assist assure automate build built coach
collaborate complete conduct contribute coordinate create debug define deliver deploy design develop
direct document drive ensure establish evaluate expand extend gather grow implement improve increase
integrate introduce launch lead led maintain manage mentor migrate monitor negotiate operate
optimise optimize organise organize own participate partner plan prepare present preserve produce
publish recommend reduce refactor refine research resolve review scale ship support test train
translate utilise utilize verify work write wrote
"""
_ACTIONS = frozenset(_VERBS.split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that a person may take over."""

    prompt: str
    topic: str
    difficulty: Difficulty
    key_points: tuple[str, ...]
    levels: tuple[str, ...]
    """Of the one criterion, worst first."""
    criterion: str
    source: Source
    time_limit_s: int = 180


@dataclass(frozen=True, slots=True)
class Drafted:
    """All drafts of a document, and what was left alone."""

    drafts: tuple[Draft, ...]
    notes: tuple[str, ...]


_OF_AREA: dict[Area, tuple[str, tuple[str, ...]]] = {
    "language": (
        "Tell us about something that you wrote in {name}. Which property of the language helped "
        "you, and which one was in your way?",
        (
            "says what was written and for whom",
            "names a property of {name} that helped",
            "names a limit of {name} and what was done about it",
        ),
    ),
    "web": (
        "Where did you last work with {name}? What did it have to do, and how did you make sure "
        "that it did?",
        (
            "says what was built with {name}",
            "names a difficulty and what was done about it",
            "says how it was tested or measured",
        ),
    ),
    "framework": (
        "What did you build with {name}? What did it do for you, and where did you have to work "
        "around it?",
        (
            "says what was built with {name}",
            "names a part of {name} that did the work",
            "names a limit of {name} and what was done about it",
        ),
    ),
    "database": (
        "For which data did you use {name}, how were they laid out, and why in that way?",
        (
            "says which data and how many",
            "says how they were laid out in {name}",
            "gives the reason, such as the questions that were asked",
            "names a difficulty and what was done about it",
        ),
    ),
    "cloud": (
        "What did you run on {name}? How did you keep an eye on its cost and on its failures?",
        (
            "says what was run on {name}",
            "says how cost was watched",
            "says how failures were noticed and handled",
        ),
    ),
    "tool": (
        "What did you use {name} for, and what would have been harder without it?",
        (
            "says what {name} was used for",
            "says what it made easier",
            "names something to look out for with {name}",
        ),
    ),
    "practice": (
        "How do you use {name} in your daily work? Give an example, and say what it cost and what "
        "it brought.",
        (
            "gives an example from own work",
            "says what it brought",
            "says what it cost or when it is not worth it",
        ),
    ),
    "data": (
        "Tell us about a question that you answered with {name}. How did you know that the answer "
        "could be trusted?",
        (
            "says which question and which data",
            "says how it was done",
            "says how the result was checked",
            "names a limit of the result",
        ),
    ),
    "design": (
        "Tell us about a decision of yours in {name}. Who was it for, and how did you find out "
        "whether it was right?",
        (
            "says who the users are and what they need",
            "names the decision and an alternative",
            "says how it was tried with users or measured",
        ),
    ),
    "lead": (
        "Tell us about your experience with {name}: what were you responsible for, and which "
        "decision was the hardest?",
        (
            "says what the own responsibility was",
            "names a decision and its reasons",
            "says what came of it",
        ),
    ),
}
_OWN_WORK = (
    "You write: “{quote}” What was your own part in it, how did you go about it, and how did you "
    "know that it worked?"
)
_OWN_POINTS = (
    "says what they did themselves",
    "says how it was done, step by step",
    "names a difficulty and what was done about it",
    "says how the result was measured or checked",
)
_ROLE = (
    "The role asks for this: “{quote}” Tell us about a time when you did something of the kind: "
    "what did you do, and what came of it?"
)
_ROLE_POINTS = (
    "gives an example of their own",
    "says what they did themselves",
    "names a difficulty and what was done about it",
    "says what came of it",
)
_KNOWS = (
    "says nothing to the point",
    "says something that is true, without reasons",
    "gives reasons or an example",
    "gives reasons, an example and the limits",
)
_TELLS = (
    "gives no example",
    "gives an example without saying what they did",
    "says what they did and why",
    "says what they did, why, what was hard and what came of it",
)


def draft(document: Document, what: What, *, asked: Iterable[str] = ()) -> Drafted:
    """Drafts in the order in which an author would ask, without those that `asked` has already.

    Same document, same drafts.
    """
    found = sections.read(document)
    taken = list(asked)
    drafts: list[Draft] = []
    twice = 0
    for one in (*_about_skills(found.lines, what), *_about_tasks(found.lines, what)):
        if likeness.asked_already(one.prompt, taken):
            twice += 1
            continue
        taken.append(one.prompt)
        drafts.append(one)
    return Drafted(tuple(drafts), tuple(_notes(found, drafts, twice)))


def strength(sentence: str) -> Difficulty:
    """How much of a skill a sentence wants or claims."""
    years = [int(one) for one in _YEARS.findall(sentence)]
    if years and max(years) >= MUCH_YEARS:
        return "hard"
    if _LITTLE.search(sentence):
        return "easy"
    return "hard" if _MUCH.search(sentence) else "medium"


def _about_skills(lines: tuple[Line, ...], what: What) -> list[Draft]:
    named: dict[str, tuple[Skill, Source, Difficulty]] = {}
    for line in sections.weighty(lines, _ORDER[what]):
        for mention in mentions(line.source.quote):
            level = _level(line)
            before = named.get(mention.skill.name)
            if before is None or (level == "hard" and before[2] != "hard" and mention.skill.deep):
                named[mention.skill.name] = (mention.skill, line.source, level)
    # Skills that have a question of their own come first: theirs is the better one.
    ranked = sorted(named.values(), key=lambda one: not one[0].ask)[:MAX_SKILLS]
    kept = {skill.name for skill, _, _ in ranked}
    return [
        _skill_draft(skill, source, level)
        for name, (skill, source, level) in named.items()
        if name in kept
    ]


def _level(line: Line) -> Difficulty:
    if line.section == "wishes":
        return "easy"
    if line.section == "skills":
        return "medium"  # a list says that a skill is there, not how much of it
    quote, names = line.source.quote, mentions(line.source.quote)
    for one in reversed(names):  # `Deep learning` is a name and says nothing of depth
        quote = quote[: one.start] + quote[one.end :]
    return strength(quote)


def _skill_draft(skill: Skill, source: Source, level: Difficulty) -> Draft:
    if level == "hard" and skill.deep:
        prompt, points = skill.deep, skill.deep_points
    elif skill.ask:
        prompt, points = skill.ask, skill.points
    else:
        prompt, points = _OF_AREA[skill.area]
        prompt = prompt.format(name=skill.name)
        points = tuple(point.format(name=skill.name) for point in points)
    return Draft(prompt, skill.name, level, points, _KNOWS, "Understanding", source)


def _about_tasks(lines: tuple[Line, ...], what: What) -> list[Draft]:
    drafts: list[Draft] = []
    for line in sections.weighty(lines, _TASK_SECTIONS[what]):
        quote = line.source.quote
        if not MIN_WORDS <= len(quote.split()) <= MAX_WORDS or not _is_task(quote):
            continue
        prompt, points = (_OWN_WORK, _OWN_POINTS) if what == "resume" else (_ROLE, _ROLE_POINTS)
        topic = "Experience" if what == "resume" else "The role"
        drafts.append(
            Draft(
                prompt.format(quote=quote),
                topic,
                strength(quote),
                points,
                _TELLS,
                "Own experience",
                line.source,
                time_limit_s=240,
            )
        )
        if len(drafts) == MAX_TASKS:
            break
    return drafts


def _is_task(sentence: str) -> bool:
    """Whether a sentence begins with something that is done, after at most two words."""
    first = [word.casefold() for word in re.findall(r"[A-Za-z]+", sentence)[:3]]
    return any(form in _ACTIONS for word in first for form in _forms(word))


def _forms(word: str) -> Sequence[str]:
    """A verb's form without its ending: `implementing`, `utilized`, `ships`."""
    found = [word]
    for ending in ("ing", "ed", "es", "s", "d"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3:
            found += [stem, f"{stem}e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])  # shipping, planned
            if stem.endswith("i"):
                found.append(f"{stem[:-1]}y")
    return found


def _notes(found: sections.Read, drafts: Sequence[Draft], twice: int) -> Iterable[str]:
    if found.orders:
        count = len(found.orders)
        yield (
            f"{count} sentence{'s' if count > 1 else ''} of the document "
            f"speak{'s' if count == 1 else ''} to a machine instead of a reader and "
            f"{'were' if count > 1 else 'was'} left out."
        )
    if twice:
        yield f"{twice} more would have asked what is asked already and were left out."
    if not drafts:
        yield (
            "The document names no skill and no task that are known here. "
            "Write the questions yourself, or send a fuller document."
        )
