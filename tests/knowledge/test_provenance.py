"""The table of sources agrees with the catalog and with the files."""

from __future__ import annotations

import re

from knowledge.catalog import load_catalog
from knowledge.knowledgebase import PACKAGE

_ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| `([0-9a-f]{64})` \|$", re.M)


def test_every_source_has_a_row_and_every_row_a_source() -> None:
    text = (PACKAGE / "sources" / "PROVENANCE.md").read_text(encoding="utf-8")
    rows = {name: (what, digest) for name, what, _, _, digest in _ROW.findall(text)}
    files = {path.name for path in (PACKAGE / "sources").glob("*.txt")}
    entries = {
        entry.file.name: entry.plan for entry in load_catalog(PACKAGE / "catalog.toml").plans
    }
    assert set(rows) == files == set(entries)
    for name, plan in entries.items():
        what, digest = rows[name]
        assert digest == plan.source_digest
        assert plan.title in what
