"""OpenTelemetry spans of requests, statements and jobs, where a collector is named.

One rule: a span holds what this module wrote down: methods, routes' patterns, tables, topics, kinds
of errors. No path, query, header, statement's text, parameter or message of an error ever gets in.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from server.models import metadata
from server.settings import BadSettings, Settings
from shared.version import APP_VERSION

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, SpanKind

_SPAN = "invigil_span"
_VERBS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT", "ROLLBACK", "WITH"})
_TABLE = re.compile(r"\b(?:FROM|INTO|UPDATE)\s+\"?([a-z_]+)")


class Tracing:
    """One exporter to a collector, with the hooks that feed it; to be closed by who made it."""

    def __init__(self, settings: Settings) -> None:
        self._provider = _provider(settings)
        self._tracer = self._provider.get_tracer("invigil", APP_VERSION)

    def job(self, topic: str, work: Callable[[], None]) -> None:
        """Does a job of the outbox inside a span of its own."""
        from opentelemetry.trace import SpanKind

        attributes = {"invigil.job.topic": topic}
        with self._begin(f"job {topic}", SpanKind.CONSUMER, attributes):
            work()

    def failed(self, error: BaseException) -> None:
        """Marks the span at hand with the kind of an error that goes no further."""
        from opentelemetry import trace

        _mark(trace.get_current_span(), error)

    def request(self) -> "Current":
        """A span for a request, which whoever answers it finishes by `answered`."""
        from opentelemetry.trace import SpanKind

        # What a caller says about traces is a caller's word: ours begin here.
        return self._begin("request", SpanKind.SERVER, {})

    def statements(self, engine: Engine) -> None:
        """A span for each statement of `engine`."""
        from opentelemetry.trace import SpanKind

        system = engine.dialect.name

        def before(
            connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
        ) -> None:
            verb, table = _known(statement)
            attributes = {"db.system.name": system, "db.operation.name": verb}
            if table:
                attributes["db.collection.name"] = table
            name = f"{verb} {table}".strip()
            connection.info[_SPAN] = self._tracer.start_span(
                name, kind=SpanKind.CLIENT, attributes=attributes
            )

        def after(connection: Any, *others: Any) -> None:
            if (span := connection.info.pop(_SPAN, None)) is not None:
                span.end()

        def failed(context: Any) -> None:
            if context.connection is None:
                return
            if (span := context.connection.info.pop(_SPAN, None)) is not None:
                _mark(span, context.original_exception)
                span.end()

        event.listen(engine, "before_cursor_execute", before)
        event.listen(engine, "after_cursor_execute", after)
        event.listen(engine, "handle_error", failed)

    def flush(self) -> None:
        """Sends what is waiting."""
        self._provider.force_flush()

    def close(self) -> None:
        """Sends what is waiting, and ends the exporter's thread."""
        self._provider.shutdown()

    def _begin(self, name: str, kind: "SpanKind", attributes: dict[str, str]) -> "Current":
        return Current(self._tracer.start_span(name, kind=kind, attributes=attributes))


class Current:
    """Makes a span the one that others are children of; of an exception it keeps the kind alone."""

    def __init__(self, span: "Span") -> None:
        self._span = span

    def __enter__(self) -> "Span":
        """From here on."""
        from opentelemetry import context, trace

        self._token = context.attach(trace.set_span_in_context(self._span))
        return self._span

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        """To here."""
        from opentelemetry import context

        context.detach(self._token)
        if error is not None:
            _mark(self._span, error)
        self._span.end()


def _provider(settings: Settings) -> "TracerProvider":
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise BadSettings(
            "OTEL_EXPORTER_OTLP_ENDPOINT is set and the exporter is not installed: "
            "pip install 'invigil[otel]', or leave it empty."
        ) from None
    service = {"service.name": "invigil-server", "service.version": APP_VERSION}
    provider = TracerProvider(resource=Resource.create(service))
    exporter = OTLPSpanExporter(endpoint=f"{settings.otel_endpoint.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(exporter))
    return provider


def _known(statement: str) -> tuple[str, str]:
    """Verb and first table of a statement, by our own lists: nothing of its text goes along."""
    verb = statement.lstrip().partition(" ")[0].upper()
    found = _TABLE.search(statement)
    table = found[1] if found and found[1] in metadata.tables else ""
    return (verb if verb in _VERBS else "OTHER"), table


def answered(span: "Span", *, method: str, route: str, status: int) -> None:
    """What is known of a request at its end; `route` is a pattern, 0 a `status` not sent."""
    from opentelemetry.trace import StatusCode

    span.update_name(f"{method} {route}")
    span.set_attribute("http.request.method", method)
    span.set_attribute("http.route", route)
    if status:
        span.set_attribute("http.response.status_code", status)
    if status >= 500:
        span.set_status(StatusCode.ERROR)


def _mark(span: "Span", error: BaseException) -> None:
    from opentelemetry.trace import StatusCode

    span.set_status(StatusCode.ERROR)  # without its message, which may quote an answer
    span.set_attribute("error.type", type(error).__name__)
