"""What staff put right: drafts, versions, what is live, and the proof before it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from service.store.tables.base import CITY_CHARS, CODE_CHARS, ID_CHARS, Base, UtcDateTime


class CorrectionRow(Base):
    """One thing put right, through all its versions.

    city         None for all cities
    kind         a `service.answering.corrections.CorrectionKind`
    origin_id    the message that gave rise to it, None for none
    live_number  the version that answers now, None for none
    last_number  the newest version
    """

    __tablename__ = "corrections"
    __table_args__ = (Index("ix_corrections_city_kind", "city", "kind"),)

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    city: Mapped[str | None] = mapped_column(String(CITY_CHARS))
    kind: Mapped[str] = mapped_column(String(CODE_CHARS))
    origin_id: Mapped[str | None] = mapped_column(String(ID_CHARS), index=True)
    live_number: Mapped[int | None]
    last_number: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CorrectionVersionRow(Base):
    """One version of a correction; what was approved is never changed again.

    number      1, 2, ... within its correction
    body        a record of `service.answering.corrections` by kind; {} where it withdraws
    withdraws   whether it takes the correction out of the answers
    state       a `service.correcting.VersionState`
    based_on    number of the version it was written from, None for the first
    replaces    number of the version that answered until it went live, None for none; what undo
                leads back to
    edits       counts changes of a draft, so that two that conflict are noticed
    author_id   who began it; `writers` are the ids of all who wrote in it, the last one last
    written_at  when it was last written in
    """

    __tablename__ = "correction_versions"
    __table_args__ = (Index("ix_correction_versions_state", "state"),)

    correction_id: Mapped[str] = mapped_column(
        ForeignKey("corrections.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    withdraws: Mapped[bool]
    state: Mapped[str] = mapped_column(String(16))
    based_on: Mapped[int | None]
    replaces: Mapped[int | None]
    edits: Mapped[int]
    author_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    writers: Mapped[list[str]] = mapped_column(JSON)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decision_note: Mapped[str] = mapped_column(Text)


class LiveRow(Base):
    """One row: `revision` grows with everything that changes what is answered."""

    __tablename__ = "live"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int]


class ProofRow(Base):
    """One run of a city's evaluation set with and without a version.

    edits          of the version when it was started: a later edit needs a new proof
    state          a `service.proving.ProofState`
    done, total    questions asked so far, and all of them
    index_version, revision  what it was held against
    figures        before and after, each the number of questions by outcome
    better, worse  questions whose outcome changed, each a `service.proving.Changed`
    reworded       questions with the same outcome in other words, likewise
    fault          a `service.proving.Fault`, "" where it did not fail
    """

    __tablename__ = "proofs"
    __table_args__ = (
        ForeignKeyConstraint(
            ["correction_id", "number"],
            ["correction_versions.correction_id", "correction_versions.number"],
            ondelete="CASCADE",
        ),
        Index("ix_proofs_version", "correction_id", "number"),
    )

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    correction_id: Mapped[str] = mapped_column(String(ID_CHARS))
    number: Mapped[int]
    edits: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))
    done: Mapped[int]
    total: Mapped[int]
    index_version: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int]
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    better: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    worse: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    reworded: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    fault: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(ForeignKey("users.id"))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
