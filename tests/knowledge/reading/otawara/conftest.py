"""The real plan of 大田原市, read once, and a way to read it with one passage changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

import knowledge
from knowledge.catalog import load_catalog
from knowledge.reading.otawara import OtawaraLayout, read
from knowledge.records import Plan, Reading, Record
from knowledge.source import SourceText, read_source

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True)
class ReadPlan:
    source: SourceText
    plan: Plan
    reading: Reading

    def all(self, kind: type[Kind]) -> list[Kind]:
        return [record for record in self.reading.records if isinstance(record, kind)]

    def line(self, offset: int) -> int:
        line = self.source.at(offset).line
        assert line is not None
        return line


@pytest.fixture(scope="session")
def otawara() -> ReadPlan:
    catalog = load_catalog(Path(knowledge.__file__).parent / "catalog.toml")
    entry = next(entry for entry in catalog.plans if entry.plan.id == "otawara-1")
    source = read_source(entry.file)
    layout = OtawaraLayout.model_validate(entry.layout)
    return ReadPlan(source, entry.plan, read(source, entry.plan, layout))


Changed = Callable[..., ReadPlan]


@pytest.fixture(scope="session")
def changed(otawara: ReadPlan) -> Changed:
    """Read the plan with the first `old` after line `after` replaced; offsets stay those of it."""

    def reread(old: str, new: str, after: int = 1, **layout: object) -> ReadPlan:
        lines = otawara.source.text.splitlines(keepends=True)
        head, tail = "".join(lines[: after - 1]), "".join(lines[after - 1 :])
        assert old in tail
        text = head + tail.replace(old, new, 1)
        source = SourceText(Path("changed.txt"), text, "")
        return ReadPlan(
            source, otawara.plan, read(source, otawara.plan, OtawaraLayout.model_validate(layout))
        )

    return reread
