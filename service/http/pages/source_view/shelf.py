"""Plans laid out and printed: 100 ms of work and more, done once for each way of reading one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock
from typing import TypeVar

from markupsafe import Markup

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Plan, Span
from service.http.pages.source_view.blocks import Block
from service.http.pages.source_view.finding import Hit
from service.http.pages.source_view.ink import Ink
from service.http.pages.source_view.measures import MeasureView, measure_views
from service.http.pages.source_view.sheet import Sheet, make_sheet
from service.presenting import Schedules

T = TypeVar("T")

PrintBlock = Callable[[Block, Ink], Markup]

# Five plans in eight languages, two of them with furigana, on the web; a print takes 0.1 to 1 MB.
KEPT_MAX = 64


class Shelf:
    """Keeps what was made of each plan as long as the knowledge is the same object.

    Safe to use from several threads. What two ask for at once may be made twice: a lock held while
    one plan is printed would keep the readers of all others waiting.
    """

    def __init__(self) -> None:
        self._knowledge: KnowledgeBase | None = None
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def sheet(self, knowledge: KnowledgeBase, plan: Plan) -> Sheet:
        """The plan laid out."""
        source, reading = knowledge.sources[plan.id], knowledge.readings[plan.id]
        return self._keep(knowledge, ("sheet", plan.id), lambda: make_sheet(plan, source, reading))

    def measures(self, knowledge: KnowledgeBase, plan: Plan) -> Mapping[str, MeasureView]:
        """The plan's measures by slug."""
        return self._keep(knowledge, ("measures", plan.id), lambda: measure_views(knowledge, plan))

    def schedules(self, knowledge: KnowledgeBase) -> Schedules:
        """What draws schedules."""
        return self._keep(knowledge, "schedules", lambda: Schedules(knowledge))

    def printed(
        self,
        knowledge: KnowledgeBase,
        plan: Plan,
        reading: Hashable,
        print_block: PrintBlock,
        *,
        cited: Span | None = None,
        hits: Sequence[Hit] = (),
    ) -> tuple[Markup, ...]:
        """Each block as HTML; those that are marked are printed anew, the others are at hand.

        reading      whatever else the print depends on: language, furigana, addresses
        print_block  prints one block in that way
        """
        sheet = self.sheet(knowledge, plan)

        def print_all() -> tuple[Markup, ...]:
            plain = sheet.ink()
            return tuple(print_block(block, plain) for block in sheet.blocks)

        whole = self._keep(knowledge, ("print", plan.id, reading), print_all)
        if cited is None and not hits:
            return whole
        ink = sheet.ink(cited, hits)
        return tuple(
            print_block(block, ink) if ink.marks(block) else held
            for block, held in zip(sheet.blocks, whole, strict=True)
        )

    def _keep(self, knowledge: KnowledgeBase, key: Hashable, make: Callable[[], T]) -> T:
        with self._lock:
            if self._knowledge is not knowledge:
                self._knowledge = knowledge
                self._kept.clear()
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # type: ignore[return-value]
        made = make()
        with self._lock:
            if self._knowledge is knowledge:
                self._kept[key] = made
                if len(self._kept) > KEPT_MAX:
                    self._kept.popitem(last=False)
        return made
