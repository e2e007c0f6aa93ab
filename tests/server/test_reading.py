"""What a reading route answers, and where."""

import threading

import pytest
from fastapi import FastAPI, Response
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlmodel import select

from server.deps import ReadDb
from server.errors import install
from server.models import AuditLog, User
from server.routers import feature_router, mount


class Told(BaseModel):
    """An answer."""

    people: int
    thread: str = ""


def answering(parts, handler, **options) -> TestClient:
    """A server with one reading route."""
    router = feature_router("/tried", "tried")
    router.get("/it", **options)(handler)
    app = FastAPI()
    app.state.parts = parts
    install(app)
    mount(app, router)
    return TestClient(app, raise_server_exceptions=False)


def test_the_handler_the_answer_and_the_end_of_its_unit_share_one_thread(
    parts, admin, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: dict[str, str] = {}
    made = parts.database.reading

    def reading():
        session = made()
        close = session.close

        def noted() -> None:
            if session.in_transaction():
                where["closed"] = threading.current_thread().name
            close()

        monkeypatch.setattr(session, "close", noted)
        return session

    monkeypatch.setattr(type(parts.database), "reading", lambda self: reading())

    def handler(db: ReadDb) -> Told:
        where["asked"] = threading.current_thread().name
        return Told(people=len(db.exec(select(User)).all()))

    answer = answering(parts, handler).get("/api/tried/it")
    assert answer.json() == {"people": 1, "thread": ""}
    assert answer.headers["content-type"] == "application/json"
    assert where["closed"] == where["asked"] != threading.current_thread().name


def test_its_status_its_own_responses_and_what_it_leaves_out_stay_as_declared(parts) -> None:
    def handler() -> Told:
        return Told(people=1)

    assert answering(parts, handler, status_code=203).get("/api/tried/it").status_code == 203

    def whole() -> Response:
        return Response(b"as it is", media_type="text/plain")

    answer = answering(parts, whole, response_model=Told).get("/api/tried/it")
    assert (answer.text, answer.headers["content-type"]) == (
        "as it is",
        "text/plain; charset=utf-8",
    )

    async def not_in_a_thread() -> Told:
        return Told(people=2, thread=threading.current_thread().name)

    assert answering(parts, not_in_a_thread).get("/api/tried/it").json()["people"] == 2


@pytest.mark.expects_log
def test_an_answer_that_does_not_fit_is_our_fault_and_leaves_no_unit_open(parts) -> None:
    def handler(db: ReadDb):
        db.exec(select(User)).all()
        return {"people": "many"}

    client = answering(parts, handler, response_model=Told)
    for _ in range(20):  # more than there are connections
        assert client.get("/api/tried/it").status_code == 500
    with parts.database.read() as db:
        assert db.exec(select(AuditLog)).all() == []


def test_what_was_read_is_never_written_whatever_was_done_to_it(parts, admin) -> None:
    with parts.database.read() as db:
        user = db.exec(select(User)).one()
        user.name = "somebody else"
    with parts.database.read() as db:
        assert db.exec(select(User)).one().name == admin.name


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_a_statement_asked_often_stays_prepared(parts) -> None:
    from sqlalchemy import text

    for _ in range(8):
        with parts.database.read() as db:
            db.exec(select(AuditLog)).all()
    with parts.database.read() as db:
        prepared = db.connection().execute(
            text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%audit%'")
        )
        assert prepared.scalar_one() >= 1
