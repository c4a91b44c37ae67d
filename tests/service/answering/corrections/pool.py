"""An approved answer that no plan gives, and what residents ask for it."""

from __future__ import annotations

from datetime import date, timedelta

from service.counter import Counter, Question
from service.outcome import Answer

TODAY = date(2025, 6, 2)
DAY = timedelta(days=1)
ROW, EVENT = "toride-4/schedule/1-4-4", "toride-4/timeline/2016-3"
POOL = "市民プールの入場料はいくらですか。"
YEAR = "コンビニ交付の手数料は平成30年度に何をしますか"
SINCE = "マイナカードで住民票を取れるのはいつからですか"
THREE = "市民プールの3つのコースは何ですか"
FORMS = (POOL, YEAR, SINCE, THREE, "When can I use the town pool?")
TOLD = "市民プールのことは、スポーツ振興課にお尋ねください。"


def ask(
    counter: Counter, text: str, city: str | None = "toride", lang: str | None = None
) -> Answer:
    return counter.ask(Question(text, city, lang))
