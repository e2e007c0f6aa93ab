"""The report of one interview as a PDF: what was answered, decided, seen and how sure that is.

One rule: the same dossier gives the same bytes; what is not known is said, and nothing here adds a
judgement of its own.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.proctoring.views import EventView
from server.results import told
from server.results.dossier import Dossier
from server.results.fonts import Fonts
from server.results.sheet import Sheet
from server.results.views import AnswerView, ScoreView
from shared.events import Kind, Severity

MAX_SIGNALS = 120
"""Signals that are listed one by one, about ten pages; with more a table of sums stands before."""
MAX_ANSWER = 20_000
"""Characters of one answer that are printed; the rest is in the dashboard and the record."""
WITHHELD = "Points are not shown: whoever printed this may still read the answer a second time."


def write(dossier: Dossier, fonts: Fonts) -> bytes:
    """The PDF."""
    interview = dossier.result.interview
    sheet = Sheet(
        fonts,
        foot=f"Interview {interview.id}",
        at=dossier.changed_at,
        title=f"Interview report: {interview.candidate_name}",
    )
    sheet.add_page()
    _head(sheet, dossier)
    _answers(sheet, dossier)
    _signals(sheet, dossier)
    _sight(sheet, dossier)
    _consent(sheet, dossier)
    _timeline(sheet, dossier)
    _record(sheet, dossier)
    if sheet.lacking or fonts.text is None:
        sheet.ln(2)
        sheet.paragraph(
            "Some characters are not in the fonts of the server that made this report; a mark "
            "stands for each. They are kept in the record.",
            soft=True,
            size=8.5,
        )
    return bytes(sheet.output())


def _head(sheet: Sheet, dossier: Dossier) -> None:
    result, interview = dossier.result, dossier.result.interview
    zone = interview.zone
    sheet.paragraph(f"{dossier.organisation}  ·  Interview report", soft=True, size=9.5)
    sheet.paragraph(interview.candidate_name, size=20, bold=True)
    sheet.ln(4)
    total = result.total
    if total.points is None:
        value = f"No points yet, of {total.max_marks}"
    else:
        value = f"{told.points(total.points)} of {total.max_marks}"
        if total.standard_error is not None:
            value += f" (standard error {told.points(round(total.standard_error, 1))})"
    sheet.banner("Total", value, told.TOTALS.get(total.state, total.state))
    opens, closes = _moment(interview.opens_at, zone), _moment(interview.closes_at, zone)
    sheet.facts(
        (
            ("E-mail", interview.candidate_email),
            ("Paper", f"{interview.title}, version {dossier.paper_version}"),
            ("Window", f"{opens} to {closes} ({zone})"),
            ("Started", _moment(interview.started_at, zone)),
            ("Handed in", _moment(interview.finished_at, zone)),
            ("Time allowed", f"{-(-dossier.duration_s // 60)} minutes"),
            ("Agreed", "; ".join(_agreed(dossier.agreed)) or "No accommodations"),
            ("Status", told.STATUSES.get(interview.status, interview.status)),
        )
    )
    sheet.paragraph(told.DECIDES, soft=True, size=8.8)
    if total.note:
        sheet.subheading("Reviewer's note")
        sheet.quoted(total.note)


def _answers(sheet: Sheet, dossier: Dossier) -> None:
    sheet.heading("Answers")
    if not dossier.result.answers:
        sheet.paragraph("No answers are kept.", soft=True)
    for answer in dossier.result.answers:
        asked = answer.question
        language = f", {asked.language}" if asked.language else ""
        further = answer.follow_up
        if further is not None:
            sheet.subheading(f"Further question to {further.position}", f"{asked.kind}, no marks")
            sheet.paragraph(told.origin(further), soft=True, size=9)
            sheet.paragraph(asked.prompt)
            _given(sheet, answer)
            continue
        aside = f"{asked.kind}{language}, {_marks(asked.marks)}"
        sheet.subheading(f"Question {asked.position}", aside)
        sheet.paragraph(asked.prompt)
        _given(sheet, answer)
        _score(sheet, dossier, answer)


def _given(sheet: Sheet, answer: AnswerView) -> None:
    if answer.late:
        sheet.paragraph("What stands came after the end.", bold=True, size=9)
    for take in answer.takes:
        missing = f", {take.missing} of {take.parts} parts missing" if take.missing else ""
        length = told.clock(take.duration_ms)
        sheet.paragraph(f"Recording, take {take.take}: {length}{missing}", soft=True, size=9)
    if answer.transcript:
        whose = "the server" if answer.transcript_by == "server" else "the candidate's computer"
        sheet.paragraph(f"Transcript by {whose}; the recording decides:", soft=True, size=9)
        _quoted(sheet, answer.transcript)
    elif answer.takes and answer.transcript_reason:
        sheet.paragraph(f"Not transcribed. {answer.transcript_reason}", soft=True, size=9)
    if answer.text.strip():
        if answer.transcript:
            sheet.paragraph("As the candidate corrected it before handing in:", soft=True, size=9)
        _quoted(sheet, answer.text, mono=answer.question.kind == "coding")
    elif not answer.transcript and not answer.takes:
        sheet.paragraph("No answer.", soft=True)


def _quoted(sheet: Sheet, text: str, *, mono: bool = False) -> None:
    left = len(text) - MAX_ANSWER
    sheet.quoted(text[:MAX_ANSWER], mono=mono)
    if left > 0:
        sheet.paragraph(f"{left:,} more characters are in the dashboard.", soft=True, size=8.5)


def _score(sheet: Sheet, dossier: Dossier, answer: AnswerView) -> None:
    current = answer.current
    if current is None:
        sheet.paragraph(WITHHELD if answer.withheld else "Not scored.", bold=True)
        return
    if current.points is None:
        sheet.paragraph(f"Score: {current.label}", bold=True)
    else:
        points = f"{told.points(current.points)} of {current.max_marks}"
        sheet.paragraph(f"Score: {points}, {current.label}", bold=True)
    sheet.paragraph(f"{_by(current, dossier)}. {current.reason}".strip(), soft=True, size=9)
    graded = current if current.evidence else _last_graded(answer)
    if graded is not None and graded.evidence:
        sheet.grid(
            ("Key point", "Weight", "Found", "Words of the answer"),
            (38, 10, 10, 42),
            [
                (
                    quote.key_point,
                    str(quote.weight),
                    "yes" if quote.found else "no",
                    f"“{quote.quote}”" if quote.found else "–",
                )
                for quote in graded.evidence
            ],
        )
    if len(answer.scores) > 1:
        sheet.paragraph("All scores given, oldest first:", soft=True, size=9)
        sheet.grid(
            ("When (UTC)", "By", "Points", "Reason"),
            (22, 24, 12, 42),
            [
                (
                    f"{score.created_at:%Y-%m-%d %H:%M}",
                    _by(score, dossier),
                    told.points(score.points),
                    score.reason,
                )
                for score in answer.scores
            ],
        )


def _signals(sheet: Sheet, dossier: Dossier) -> None:
    sheet.heading("Signals")
    signals = [event for event in dossier.result.events if event.kind == Kind.SIGNAL_OPENED]
    if not signals:
        sheet.paragraph("No signal was opened.", soft=True)
        return
    sheet.paragraph(
        "What was measured, from the interview's start. Severity says how soon a person should "
        "look, and is no verdict.",
        soft=True,
        size=9,
    )
    listed = signals
    if len(signals) > MAX_SIGNALS:
        listed = _gravest(signals)
        sheet.paragraph(
            f"{len(signals):,} signals opened. Listed below are {len(listed)}, the gravest "
            "first chosen; the dashboard and the record hold all of them.",
            soft=True,
            size=9,
        )
        sheet.grid(
            ("What was seen", *told.SEVERITIES.values(), "In all"),
            (40, *(12 for _ in told.SEVERITIES), 12),
            _sums(signals),
        )
    sheet.grid(
        ("From", "To", "Look", "What was seen", "How sure that is"),
        (10, 10, 11, 34, 35),
        [_signal(event) for event in listed],
    )


def _gravest(signals: list[EventView]) -> list[EventView]:
    """`MAX_SIGNALS` of them in their order, those that ask soonest for a look before others."""
    grave = list(Severity)
    by_severity = sorted(signals, key=lambda event: -grave.index(event.severity))
    return sorted(by_severity[:MAX_SIGNALS], key=lambda event: event.seq)


def _sums(signals: list[EventView]) -> list[tuple[str, ...]]:
    counts = Counter[tuple[str, str]]((event.signal, event.severity) for event in signals)
    return [
        (
            told.label(name),
            *(f"{counts[name, severity]:,}" for severity in told.SEVERITIES),
            f"{sum(counts[name, severity] for severity in Severity):,}",
        )
        for name in sorted({name for name, _ in counts})
    ]


def _signal(event: EventView) -> tuple[str, ...]:
    said = [told.label(event.signal), str(event.detail.get("detail") or "")]
    if event.evidence:
        kept = len(event.evidence)
        said.append("1 picture kept." if kept == 1 else f"{kept} pictures kept.")
    elif withheld := str(event.detail.get("evidence_withheld") or ""):
        said.append(f"No picture: {withheld}.")
    return (
        told.clock(event.onset_ms if event.onset_ms is not None else event.at_ms),
        "open" if event.ended_ms is None else told.clock(event.ended_ms),
        told.SEVERITIES.get(event.severity, event.severity),
        "\n".join(part for part in said if part),
        told.how_sure(event.signal),
    )


def _sight(sheet: Sheet, dossier: Dossier) -> None:
    sheet.heading("How well could be seen")
    said = [*dossier.build]
    said += [event.words for event in dossier.result.events if event.words]
    notes = [event for event in dossier.result.events if event.kind == Kind.SYSTEM]
    kept = {template.what: template.model for template in dossier.result.templates}
    for what, sample in (("face", "the selfie"), ("voice", "the voice sample")):
        if what in kept:
            said.append(f"The {what} was compared with {sample} (model {kept[what]}).")
        else:
            said.append(f"No {what} is kept to compare with: nothing was compared, or it is gone.")
    for sentence in said:
        sheet.paragraph(sentence)
    told_notes = [event for event in notes if event.detail.get("what") in told.SYSTEM]
    if told_notes:
        sheet.grid(
            ("At", "What happened", "In words"),
            (12, 28, 60),
            [
                (
                    told.clock(event.at_ms),
                    told.SYSTEM[str(event.detail["what"])],
                    _note(event),
                )
                for event in told_notes
            ],
        )
    else:
        sheet.paragraph("No detector was reported off, and no gap is known.")


def _note(event: EventView) -> str:
    gap = event.detail.get("gap_ms")
    words = str(event.detail.get("detail") or "")
    if isinstance(gap, int):
        words = f"{words} Nothing is known of {gap / 1000:.1f} s.".strip()
    return words or "–"


def _consent(sheet: Sheet, dossier: Dossier) -> None:
    sheet.heading("Consent")
    for sentence in dossier.consents or ("No consent is on record.",):
        sheet.paragraph(sentence)


def _timeline(sheet: Sheet, dossier: Dossier) -> None:
    sheet.heading("What happened when")
    zone = dossier.result.interview.zone
    sheet.grid(
        (f"When ({zone})", "Status", "By", "Rule"),
        (23, 27, 24, 26),
        [
            (
                _moment(step.at, zone, seconds=True),
                told.STATUSES.get(step.status, step.status),
                dossier.names.get(step.actor, step.actor),
                step.rule,
            )
            for step in dossier.result.timeline
        ],
    )


def _record(sheet: Sheet, dossier: Dossier) -> None:
    record = dossier.result.record
    sheet.heading("The signed record", room=70)
    sheet.paragraph(
        "With these fingerprints the downloaded record can be told from a changed one. Compare the "
        "server key's fingerprint with one that reached you by another way.",
        soft=True,
        size=9,
    )
    sheet.facts(
        (
            ("Rows", f"{record.rows:,} in {record.segments} segments"),
            ("Head of the record", f"row {record.head_seq}\n{record.head_hash}"),
            ("Server's own chain", f"link {record.links}\n{dossier.link_hash}"),
            ("Server key", f"{dossier.kid}\n{dossier.key_fingerprint}"),
            ("Contradicting rows", str(record.forks)),
            ("Unreadable rows", str(record.quarantined)),
            ("Missing media", str(record.missing_blobs)),
            ("Destroyed", "\n".join(dossier.gone) or "Nothing"),
        )
    )


def _agreed(agreed: Mapping[str, Any]) -> list[str]:
    said = [words for name, words in told.AGREED.items() if agreed.get(name)]
    if extra := agreed.get("extra_time_percent"):
        said.insert(0, f"{extra} % more time")
    return said


def _by(score: ScoreView, dossier: Dossier) -> str:
    if score.grader == "person":
        return dossier.names.get(score.created_by, score.created_by)
    return f"{score.grader.capitalize()} {score.grader_version}"


def _last_graded(answer: AnswerView) -> ScoreView | None:
    return next((score for score in reversed(answer.scores) if score.evidence), None)


def _marks(marks: int) -> str:
    return "1 mark" if marks == 1 else f"{marks} marks"


def _moment(at: datetime | None, zone: str, *, seconds: bool = False) -> str:
    if at is None:
        return "–"
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%Y-%m-%d %H:%M:%S}" if seconds else f"{local:%Y-%m-%d %H:%M}"
