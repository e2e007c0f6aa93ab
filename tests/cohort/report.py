"""What a cohort showed, as figures and as text.

One rule: pure; every figure has its unit in its name, and a percentile its number of samples.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tests.cohort.running import Outcome, Plan
from tests.cohort.scripts import Script, judged

Figures = dict[str, Any]


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value below which so large a share of them lies; None of none."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _ms(values: Sequence[float]) -> Figures:
    shares = {"p50": 0.50, "p95": 0.95, "p99": 0.99}
    found = {name: percentile(values, share) for name, share in shares.items()}
    return {
        "n": len(values),
        **{name: None if at is None else round(1000 * at, 1) for name, at in found.items()},
    }


def figures(plan: Plan, outcome: Outcome, *, servers: int, sqlite: bool) -> Figures:
    """Everything, ready for JSON."""
    seen, working_s = outcome.seen, outcome.working_s
    cpu = {name: round(used.cpu_s / working_s, 3) for name, used in outcome.usage.items()}
    loads = seen.loads or [0]
    return {
        "candidates": plan.candidates,
        "minutes": plan.minutes,
        "dashboards": plan.dashboards,
        "servers": servers,
        "database": "sqlite" if sqlite else "postgresql, fsync on",
        "every_s": plan.pace.every_s,
        "typed_rows_per_s": plan.pace.rows_per_s,
        "ingest_ms": _ms(seen.took_s),
        "shown_ms": _ms(outcome.shown_s),
        "not_shown": outcome.not_shown,
        "shown_twice": outcome.twice,
        "frames": outcome.frames,
        "frame_kb": round(outcome.frame_bytes / max(1, outcome.frames) / 1000, 1),
        "rows": sum(book.acked for book in outcome.books.values()),
        "rows_per_s_best_10_s": round(outcome.peak_rows_s, 1),
        "batches": seen.batches,
        "load_mean": round(sum(loads) / len(loads), 2),
        "refused": seen.refused,
        "storm_over_s": None if outcome.storm_over_s is None else round(outcome.storm_over_s, 1),
        "cores_used": cpu,
        "most_mb": {name: round(used.most_mb) for name, used in outcome.usage.items()},
        "simulator_late_ms": _ms(outcome.lateness_s),
        "bytes_per_candidate_s": round(outcome.exchanged_bytes / plan.candidates / working_s),
        "heads_differ": outcome.heads_differ,
        "ledger": None if outcome.difference is None else asdict(outcome.difference),
        "finished": seen.finished,
        "rehearsal": rehearsal(outcome.scripts, plan.minutes),
    }


def text(found: Figures) -> str:
    """For a terminal."""
    ingest, shown, ledger = found["ingest_ms"], found["shown_ms"], found["ledger"] or {}
    wrong = {name: count for name, count in ledger.items() if name != "rows" and count}
    lines = [
        f"{found['candidates']} candidates, {found['minutes']:g} min, {found['dashboards']} "
        f"dashboards, {found['servers']} server processes, {found['database']}",
        f"ingest: p50 {ingest['p50']} ms, p95 {ingest['p95']} ms, p99 {ingest['p99']} ms "
        f"(n {ingest['n']}); {found['rows']} rows, best {found['rows_per_s_best_10_s']}/s",
        f"signal to dashboard: p50 {shown['p50']} ms, p95 {shown['p95']} ms, "
        f"p99 {shown['p99']} ms (n {shown['n']}), not shown {found['not_shown']}",
        f"load {found['load_mean']}, refused {found['refused'] or 'none'}",
        f"cores: {found['cores_used']}; MB: {found['most_mb']}; "
        f"the simulator's loop is late by p99 {found['simulator_late_ms']['p99']} ms",
    ]
    if found["storm_over_s"] is not None:
        lines.append(f"all back after {found['storm_over_s']} s")
    lines.append(
        f"books: {ledger.get('rows', 0)} rows with a receipt, "
        + (f"WRONG {wrong}" if wrong else "0 lost, 0 doubled, 0 changed")
    )
    return "\n".join([*lines, rehearsal_text(found["rehearsal"])])


def rehearsal(played: Sequence[Script], minutes: float) -> Figures:
    """What the policy flags of these, beside the truth, in all and by kind of person."""
    verdicts = [(script.person, judged(script)) for script in played]
    by_person: dict[str, Figures] = {}
    for person, verdict in verdicts:
        row = by_person.setdefault(
            person.name,
            {"honest": person.honest, "interviews": 0, "asks_review": 0, "flags": 0, "false": 0}
            | {"deeds": 0, "found": 0, "review_min": 0.0},
        )
        row["interviews"] += 1
        row["asks_review"] += verdict.asks_review
        for name in ("flags", "false", "deeds", "found"):
            row[name] += getattr(verdict, name)
        row["review_min"] += verdict.review_s / 60
    rows = list(by_person.values())
    for row in rows:
        row["review_min"] = round(row["review_min"], 1)
    hours = len(played) * minutes / 60
    honest = [row for row in rows if row["honest"]]
    cheats = [row for row in rows if not row["honest"]]
    honest_hours = hours * sum(row["interviews"] for row in honest) / max(1, len(played))

    def total(of: Sequence[Figures], name: str) -> float:
        return sum(row[name] for row in of)

    return {
        "interviews": len(played),
        "exam_hours": round(hours, 2),
        "deeds": total(rows, "deeds"),
        "deeds_found": total(rows, "found"),
        "flags": total(rows, "flags"),
        "false_flags": total(rows, "false"),
        "false_flags_per_honest_hour": round(total(honest, "false") / max(1e-9, honest_hours), 2),
        "honest_who_ask_review": total(honest, "asks_review"),
        "honest": total(honest, "interviews"),
        "cheaters_who_ask_review": total(cheats, "asks_review"),
        "cheaters": total(cheats, "interviews"),
        "reviewer_minutes": round(total(rows, "review_min"), 1),
        "reviewer_minutes_per_exam_hour": round(total(rows, "review_min") / max(1e-9, hours), 2),
        "by_person": by_person,
    }


def rehearsal_text(found: Figures) -> str:
    """For whoever decides about a policy."""
    lines = [
        f"rehearsal: {found['deeds_found']} of {found['deeds']} deeds flagged; "
        f"{found['false_flags']} of {found['flags']} flags were false "
        f"({found['false_flags_per_honest_hour']} per hour of the honest); a person would open "
        f"{found['cheaters_who_ask_review']} of {found['cheaters']} cheaters and "
        f"{found['honest_who_ask_review']} of {found['honest']} honest; "
        f"{found['reviewer_minutes_per_exam_hour']} reviewer's minutes per exam hour"
    ]
    for name, row in found["by_person"].items():
        kind = "honest" if row["honest"] else "cheats"
        lines.append(
            f"  {name} ({kind}): {row['interviews']} interviews, {row['flags']} flags, "
            f"{row['false']} false, {row['found']} of {row['deeds']} deeds, "
            f"{row['review_min']} min"
        )
    return "\n".join(lines)
