"""The real plans, read once; and a small knowledge folder that a test may break."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.knowledgebase import KnowledgeBase, load_plans

CITY = """\
[[cities]]
id = "mihon"
name = "見本市"
reading = "みほんし"
prefecture = "見本県"
aliases = ["見本"]
contact = "見本市役所の担当課"
"""


@pytest.fixture(scope="session")
def plans() -> KnowledgeBase:
    """All five plans, without FAQ entries."""
    return load_plans()


PlanTable = Callable[..., str]


@pytest.fixture
def plan_table(tmp_path: Path) -> PlanTable:
    """Write a source and give its `[[plans]]` table; keywords replace fields, None drops one."""

    def make(plan_id: str, text: str, **changes: object) -> str:
        file = tmp_path / "sources" / f"{plan_id}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        fields: dict[str, object] = {
            "id": plan_id,
            "city": "mihon",
            "file": f"sources/{plan_id}.txt",
            "title": "見本市情報化計画",
            "short_title": "見本市情報化計画",
            "edition": 1,
            "first_year": 2024,
            "last_year": 2028,
            "coverage": "全文を収めています。",
            "publisher": "見本市",
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        } | changes
        lines = [f"{key} = {_toml(value)}" for key, value in fields.items() if value is not None]
        return "\n[[plans]]\n" + "\n".join(lines) + "\n"

    return make


@pytest.fixture
def catalog_of(tmp_path: Path) -> Callable[..., Path]:
    """Write a catalog of the sample city and the given tables; gives the knowledge folder."""

    def make(*tables: str, city: str = CITY) -> Path:
        (tmp_path / "catalog.toml").write_text(city + "".join(tables), encoding="utf-8")
        (tmp_path / "faq").mkdir(exist_ok=True)
        return tmp_path

    return make


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
