"""Figures for Prometheus: what the database knows, read at the scrape, and this process's requests.

One rule: labels are topics, states and routes' patterns, never anything of a person or a session.
Gauges read from the database are the same from every process: take the maximum, not the sum.
"""

import shutil
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from server.deps import Parts
from server.operations import maintenance, queries, readiness
from server.traffic import BOUNDS_S, Traffic
from shared.version import APP_VERSION

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def text(parts: Parts) -> str:
    """All figures in Prometheus' text format; without the database's where it does not answer."""
    registry = CollectorRegistry()
    registry.register(_Figures(parts))
    ProcessCollector(registry=registry)
    return generate_latest(registry).decode()


class _Figures(Collector):
    """Reads everything anew each time."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def describe(self) -> list[Metric]:
        """Nothing: names are known after a look only, and nothing is registered twice."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Every figure."""
        parts = self._parts
        yield InfoMetricFamily("invigil_build", "What runs.", {"version": APP_VERSION})
        yield _requests(parts.traffic)
        yield GaugeMetricFamily(
            "invigil_websockets", "WebSockets of this process.", parts.traffic.sockets
        )
        yield GaugeMetricFamily(
            "invigil_load", "How busy the record's way in is, 0 to 10.", parts.load.level()
        )
        yield GaugeMetricFamily(
            "invigil_batches_waiting", "Batches that wait for their turn.", parts.intake.waiting
        )
        try:
            free = shutil.disk_usage(parts.settings.data_dir).free
            yield GaugeMetricFamily("invigil_disk_free_bytes", "Room for data.", free)
        except OSError:
            pass  # a folder that is gone is told by /readyz; the other figures still count
        try:
            figures = list(_of_database(parts))
            up = 1
        except SQLAlchemyError:
            figures, up = [], 0
        yield GaugeMetricFamily("invigil_database_up", "Whether the database answers.", up)
        yield from figures


def _of_database(parts: Parts) -> Iterator[Metric]:
    now = parts.now()
    with parts.database.read() as db:
        found = queries.figures(db, now)
        offset_s = readiness.clock_offset_s(db, parts.now)
        maintained = maintenance.read(db) is not None
    age = GaugeMetricFamily("invigil_outbox_age_seconds", "How long the oldest due job waits.")
    age.add_metric([], found.outbox_age_s)
    yield age
    jobs = GaugeMetricFamily(
        "invigil_outbox_jobs",
        "Jobs that wait or that a person must look at.",
        None,
        ["topic", "state"],
    )
    for (topic, state), count in found.jobs.items():
        jobs.add_metric([topic, state], count)
    yield jobs
    dead = sum(count for (_, state), count in found.jobs.items() if state == "dead")
    yield GaugeMetricFamily("invigil_dead_letters", "Jobs that failed for good.", dead)
    yield GaugeMetricFamily(
        "invigil_unscored_answers", "Finished answers without a score.", found.unscored
    )
    yield GaugeMetricFamily("invigil_live_interviews", "Interviews that run now.", found.live)
    yield GaugeMetricFamily(
        "invigil_ingested_rows", "Greatest number of a row of the record.", found.rows
    )
    mails = GaugeMetricFamily("invigil_mails", "Mails by what became of them.", labels=["state"])
    for state, count in found.mails.items():
        mails.add_metric([state], count)
    yield mails
    yield GaugeMetricFamily("invigil_storage_bytes", "Sealed evidence kept.", found.storage_bytes)
    yield GaugeMetricFamily("invigil_maintenance", "Whether new work is refused.", int(maintained))
    if offset_s is not None:
        yield GaugeMetricFamily(
            "invigil_clock_offset_seconds", "Our clock against the database's.", offset_s
        )


def _requests(traffic: Traffic) -> HistogramMetricFamily:
    family = HistogramMetricFamily(
        "invigil_request_seconds",
        "Time until the answer was sent.",
        labels=["method", "route", "status"],
    )
    for series, durations in sorted(traffic.durations().items()):
        sum_so_far, buckets = 0, []
        for bound, count in zip((*map(str, BOUNDS_S), "+Inf"), durations.counts, strict=True):
            sum_so_far += count
            buckets.append((bound, sum_so_far))
        family.add_metric(list(series), buckets, sum_value=durations.total_s)
    return family
