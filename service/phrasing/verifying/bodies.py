"""Departments, committees and offices, each as the whole run of letters that names it.

Whole runs, since 市長 stands in 副市長 and 情報課 in 広報情報課.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN = re.compile(r"[一-龥々ァ-ヴーA-Za-z0-9]+")
_BODY = re.compile(
    r".*(?:課|係|室|局|省|庁|署|本部|支所|部会|センター|委員会|分科会|協議会|協会|会議所|研究会|会議|"
    r"チーム|図書館|[^一全内外]+部|(?:市|町|村|区|県|部|課|室|局|係|所|館|校|園|会|チーム|本部|委員|次)長|知事|大臣)"
)
# They name no particular one.
_ANY = frozenset(
    {"担当課", "各課", "関係各課", "業務担当課", "庁内関係各課", "複数課", "同課", "両課"}
)


def bodies(text: str) -> Iterator[str]:
    """The bodies a text names, in order."""
    for run in _RUN.findall(text):
        if _BODY.fullmatch(run) and run not in _ANY:
            yield run
