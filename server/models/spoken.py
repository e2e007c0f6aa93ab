"""Questions read aloud ahead of interviews.

One rule: a line is kept by what it says and in whose voice; nothing in it tells who will hear it.
"""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from server.models.base import Table, named, utc


class SpokenLine(Table, table=True):
    """The sound of one text in one voice, for every interview that asks it."""

    __tablename__ = named("spoken_lines")
    __table_args__ = (Index("ix_spoken_lines_asked_at", "asked_at"),)

    address: str = Field(primary_key=True, max_length=64)
    """Digest of text, voice and pace (`server.speech.voices.Line`)."""
    sound: bytes
    """MP3."""
    asked_at: datetime = utc()
    """When a paper or an interview last wanted it: the longest unwanted go."""
