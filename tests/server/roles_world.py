"""One of everything, and one of everybody: what the matrix of roles asks for.

Ada makes a paper with questions and a running interview twice: one set is hers, one her team's.
Ben and Eve are in her team, Cleo is in another one, Carl is a candidate with an account. To add a
kind of thing: make it in `_things` (or in `World`, if it is nobody's in particular) and name it in
`roles_cases.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from fastapi.testclient import TestClient
from sqlmodel import Session

from server.auth import api_tokens
from server.auth.people import Person, Role, Scope
from server.deps import Parts
from server.models import (
    Answer,
    Appeal,
    Deletion,
    PaperDocument,
    QuestionDraft,
    SecondReading,
    Share,
)
from shared.events import AnswerChunk, Severity, SignalOpened
from shared.ids import new_id
from tests.server.candidate_machine import CandidateMachine
from tests.server.support import add_person, bearer, on_the_loop_of

QUESTION = {"prompt": "Why?", "key_points": [{"text": "because"}]}
CANDIDATE = "grace@example.org"


@dataclass(frozen=True)
class Things:
    """One of everything that somebody owns; ids."""

    paper: str
    question: str
    deleted_question: str
    interview: str
    version: int
    """Of the paper, as the interview keeps it."""
    written: str
    """Its written question, as frozen."""
    spoken: str
    """Its spoken question, as frozen."""
    picture: str
    """Address of a piece of evidence."""
    paper_share: str
    interview_share: str
    deletion: str
    document: str
    """A job description of the paper."""
    draft: str
    """Drafted from it."""
    reading: str
    """A second reading that waits."""
    appeal: str
    """A candidate's objection."""
    lease: str
    """The candidate's bearer token."""

    def secret_ids(self) -> tuple[str, ...]:
        """What must not stand in a stranger's answer."""
        return (self.paper, self.question, self.interview, self.spoken, self.deletion)


@dataclass
class World:
    """Everybody, signed in a moment ago."""

    client: TestClient
    """Open, on the app."""
    parts: Parts
    password_hash: str
    ada: Person
    ben: Person
    cleo: Person
    eve: Person
    rosa: Person
    """The super admin."""
    carl: Person
    """A candidate with an account."""
    team: str = ""
    token: str = ""
    """Id of a token of Ada's."""
    webhook: str = ""
    saved_view: str = ""
    """Id of a view of Ada's."""
    hers: Things = field(init=False)
    teams: Things = field(init=False)
    _cached: dict[Any, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def http(self) -> TestClient:
        return on_the_loop_of(self.client)

    def ask(self, person: Person, method: str, path: str, **body: Any) -> Any:
        answer = self.http.request(method, path, headers=self.headers(person), **body)
        assert answer.status_code < 300, (method, path, answer.text)
        return answer.json() if answer.content else None

    def headers(self, person: Person) -> dict[str, str]:
        if person.id not in self._cached:
            self._cached[person.id] = bearer(self.parts, person)
        return self._cached[person.id]

    def member_with(self, scopes: Iterable[Scope]) -> dict[str, str]:
        """Headers of somebody in Ada's team with these scopes."""
        wanted = sorted(set(scopes))
        if (key := ("member", *wanted)) not in self._cached:
            name = "-".join(wanted) or "none"
            person = add_person(
                self.parts, self.password_hash, role=Role.ADMIN, email=f"{name}@example.org"
            )
            put = f"/api/admin/teams/{self.team}/members/{person.id}"
            self.ask(self.rosa, "PATCH", f"/api/admin/users/{person.id}", json={"scopes": wanted})
            self.ask(self.rosa, "PUT", put, json={})
            self._cached[key] = bearer(self.parts, person)
        return self._cached[key]

    def token_with(self, scopes: Iterable[Scope]) -> dict[str, str]:
        """Headers of a script of Ada's with these scopes; of nobody's where there are none."""
        wanted = sorted(set(scopes))
        if (key := ("token", *wanted)) not in self._cached:
            made = self.ask(
                self.ada, "POST", "/api/auth/tokens", json={"name": "x", "scopes": wanted}
            )
            self._cached[key] = {"Authorization": f"Bearer {made['token']}"}
        return self._cached[key]


def make_world(client: TestClient, parts: Parts, password_hash: str) -> World:
    def person(name: str, role: Role = Role.ADMIN) -> Person:
        email = f"{name.lower()}@example.org"
        return add_person(parts, password_hash, role=role, email=email, name=name)

    names = ("Ada", "Ben", "Cleo", "Eve")
    rosa = person("Rosa", Role.SUPER_ADMIN)
    people = [person(name) for name in names]
    carl = person("Carl", Role.CANDIDATE)
    world = World(client, parts, password_hash, *people, rosa=rosa, carl=carl)
    for someone in (*people, carl, rosa):
        world.headers(someone)
    for team, members in (("A", (world.ada, world.ben, world.eve)), ("B", (world.cleo,))):
        key = world.ask(rosa, "POST", "/api/admin/teams", json={"name": team})["id"]
        for member in members:
            put = f"/api/admin/teams/{key}/members/{member.id}"
            world.ask(rosa, "PUT", put, json={"lead": member is world.ada})
        world.team = world.team or key
    made = world.ask(
        world.ada, "POST", "/api/auth/tokens", json={"name": "x", "scopes": ["author"]}
    )
    world.token = made["id"]
    view = {"page": "results", "name": "Mine", "look": {}}
    world.saved_view = world.ask(world.ada, "POST", "/api/admin/saved-views", json=view)["id"]
    hook = {"url": "https://hooks.example.org/x", "events": ["result.scored"]}
    world.webhook = world.ask(rosa, "POST", "/api/admin/webhooks", json=hook)["id"]
    world.hers, world.teams = _things(world, None), _things(world, world.team)
    assert made["token"].startswith(api_tokens.PREFIX)
    return world


def _things(world: World, team: str | None) -> Things:
    def ask(path: str, body: dict[str, Any]) -> Any:
        return world.ask(world.ada, "POST", f"/api/admin/{path}", json=body)

    paper = ask("papers", {"title": "Backend", "team_id": team})["id"]
    question, _, gone = (
        ask(f"papers/{paper}/questions", QUESTION | {"kind": kind})["id"]
        for kind in ("written", "spoken", "written")
    )
    interview = ask(
        "interviews",
        {
            "paper_id": paper,
            "candidate_name": "Grace",
            "candidate_email": CANDIDATE,
            "opens_at": "2026-11-23T08:00:00Z",
            "closes_at": "2026-11-23T19:00:00Z",
        },
    )
    world.ask(world.ada, "DELETE", f"/api/admin/questions/{gone}")
    key, spoken = interview["id"], interview["questions"][1]["id"]
    token = interview["invite_url"].partition("#")[2]
    machine = CandidateMachine(world.http, token, now=world.parts.now())
    grant = machine.claim()
    machine.start()
    picture = machine.put_blob(b"\xff\xd8 a face", "image/jpeg")
    sound = machine.put_blob(b"Ogg1", "audio/ogg")
    machine.append(
        SignalOpened(
            signal="second_face",
            severity=Severity.HIGH,
            onset_ms=1000,
            at_ms=2000,
            evidence=(picture,),
        )
    )
    machine.append(AnswerChunk(question=spoken, take=1, part=1, audio=sound, duration_ms=500))
    machine.sync()
    with world.parts.database.write() as db:
        document, draft = _drafted(db, world.ada, paper)
        reading, appeal = _objected(db, key, interview["questions"][0]["id"])
        return Things(
            reading=reading,
            appeal=appeal,
            document=document,
            draft=draft,
            paper=paper,
            question=question,
            deleted_question=gone,
            interview=key,
            version=interview["paper_version"],
            written=interview["questions"][0]["id"],
            spoken=spoken,
            picture=picture.sha256,
            paper_share=_share(db, world.eve, paper_id=paper),
            interview_share=_share(db, world.eve, session_id=key),
            deletion=_deletion(db, key, world),
            lease=grant.token,
        )


def _drafted(db: Session, person: Person, paper: str) -> tuple[str, str]:
    document, draft = new_id(), new_id()
    db.add(
        PaperDocument(
            id=document,
            paper_id=paper,
            what="job_description",
            sha256="0" * 64,
            size=9,
            state="ready",
            created_by=person.id,
        )
    )
    db.flush()
    db.add(
        QuestionDraft(
            id=draft,
            document_id=document,
            position=1,
            body_json='{"kind": "written", "prompt": "What is a deadlock?"}',
            source_json='{"quote": "SQL", "page": null, "paragraph": 1, "start": 0, "end": 3}',
        )
    )
    return document, draft


def _objected(db: Session, interview: str, question: str) -> tuple[str, str]:
    """A second reading that waits, asked for by nobody here, and an appeal."""
    reading, appeal, answer = new_id(), new_id(), new_id()
    db.add(Answer(id=answer, session_id=interview, session_question_id=question, text="SQL"))
    db.flush()
    db.add(
        SecondReading(
            id=reading,
            session_id=interview,
            answer_id=answer,
            first_score_id=new_id(),
            first_by="user:somebody",
            asked_by="user:somebody",
        )
    )
    db.add(Appeal(id=appeal, session_id=interview, text="I said more than that."))
    return reading, appeal


def _share(db: Session, person: Person, **what: str) -> str:
    share = Share(id=new_id(), key=new_id(), user_id=person.id, **what)
    db.add(share)
    return share.id


def _deletion(db: Session, session: str, world: World) -> str:
    row = Deletion(
        id=new_id(),
        session_id=session,
        what="audio",
        rule="retention: audio after 90 days",
        actor="server",
        asked_at=world.parts.now(),
        statement=b"{}",
    )
    db.add(row)
    return row.id
