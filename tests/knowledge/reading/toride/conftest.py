"""The two 取手 plans, read once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

import knowledge
from knowledge.reading.toride import TorideLayout, read
from knowledge.records import Enumeration, Plan, Reading, Record
from knowledge.source import SourceText, read_source

T = TypeVar("T", bound=Record)
SOURCES = Path(knowledge.__file__).parent / "sources"


def plan_of(source: SourceText, edition: int, first_year: int) -> Plan:
    return Plan(
        id=f"toride-{edition}",
        city="toride",
        city_name="取手市",
        title=f"第{edition}次取手市情報化計画",
        short_title=f"第{edition}次取手市情報化計画",
        edition=edition,
        first_year=first_year,
        last_year=first_year + 4,
        coverage="全文",
        publisher="取手市",
        published=None,
        source_digest=source.digest,
    )


@dataclass(frozen=True)
class ReadPlan:
    source: SourceText
    reading: Reading

    def of(self, kind: type[T]) -> list[T]:
        return [record for record in self.reading.records if isinstance(record, kind)]

    def one(self, record_id: str) -> Record:
        (found,) = [record for record in self.reading.records if record.id == record_id]
        return found

    def quote(self, record: Record) -> str:
        """What the record was read from, white space removed."""
        spans = (self.source.text[span.start : span.end] for span in record.spans)
        return "".join("".join(spans).split())

    def list_titled(self, title: str) -> list[list[str]]:
        """The texts of the items of every list of this title."""
        lists = [record for record in self.of(Enumeration) if record.title == title]
        return [[item.text for item in one.items] for one in lists]


def _read(edition: int, first_year: int) -> ReadPlan:
    source = read_source(SOURCES / f"toride-{edition}.txt")
    return ReadPlan(source, read(source, plan_of(source, edition, first_year), TorideLayout()))


@pytest.fixture(scope="session")
def fourth() -> ReadPlan:
    return _read(4, 2018)


@pytest.fixture(scope="session")
def fifth() -> ReadPlan:
    return _read(5, 2023)


@pytest.fixture(scope="session")
def read_text() -> Callable[..., Reading]:
    """Read a text as if it were a plan of this style."""

    def reading_of(
        text: str, layout: TorideLayout | None = None, edition: int = 4, first_year: int = 2018
    ) -> Reading:
        digest = hashlib.sha256(text.encode()).hexdigest()
        source = SourceText(Path("plan.txt"), text, digest)
        return read(source, plan_of(source, edition, first_year), layout or TorideLayout())

    return reading_of
