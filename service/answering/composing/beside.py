"""The entry that is told beside the first: the next thing the plans say on the same matter.

Questions often ask two things at once, or one that stands in the neighbour's answer: how electronic
data are unlike paper, and what is dangerous about it. Two short sentences serve better than the
likelier of the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, FaqKind
from knowledge.reviewing.likeness import likeness, pairs_of_signs
from service.answering.settings import AnsweringSettings
from service.answering.turn import Candidate


def entry_beside(
    candidates: Sequence[Candidate], knowledge: KnowledgeBase, settings: AnsweringSettings
) -> Candidate | None:
    """The candidate after the first to be told with it, or None; `candidates` best first."""
    first = _entry(candidates[0], knowledge)
    if first is None:
        return None
    own = pairs_of_signs(first.answer)
    for candidate in candidates[1 : 1 + settings.beside_depth]:
        entry = _entry(candidate, knowledge)
        if (
            entry is not None
            and entry.plan_id == first.plan_id
            and candidates[0].score - candidate.score <= settings.beside_margin
            and likeness(own, pairs_of_signs(entry.answer)) < settings.beside_likeness
        ):
            return candidate
    return None


def _entry(candidate: Candidate, knowledge: KnowledgeBase) -> FaqEntry | None:
    """The entry behind a candidate; a table of contents is pointed at alone."""
    record = knowledge.record(candidate.hit.passage.record_ids[0])
    return record if isinstance(record, FaqEntry) and record.asks is not FaqKind.CONTENTS else None
