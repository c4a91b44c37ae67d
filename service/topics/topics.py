"""The topics of every city: reviewed ones where a plan has them, else by the plan's headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Plan
from knowledge.topics import ReviewedTopic
from service.question.typography import tidied
from service.topics.areas import areas_of
from service.topics.choosing import chosen
from service.topics.headings import shortened, slug, titles_of
from service.topics.settings import TopicSettings
from service.topics.topic import CityTopics, Topic, TopicQuestion


class Topics:
    """All topics of one knowledge base; some 50 ms of work, safe to share between threads."""

    def __init__(self, knowledge: KnowledgeBase, settings: TopicSettings | None = None) -> None:
        self._knowledge = knowledge
        self._settings = settings or TopicSettings()
        self._entries = {entry.id: entry for entry in knowledge.faq}
        self.cities: tuple[CityTopics, ...] = tuple(
            self._of_city(city.id, city.name) for city in knowledge.cities
        )
        self._by_city = {city.city: city for city in self.cities}
        self._by_id = {topic.id: topic for city in self.cities for topic in city.topics}

    def of_city(self, city_id: str) -> CityTopics:
        """Raises KeyError for a city that is not served."""
        return self._by_city[city_id]

    def topic(self, topic_id: str) -> Topic | None:
        """A topic by its id; None where there is none, as in an old address."""
        return self._by_id.get(topic_id)

    def _of_city(self, city_id: str, name: str) -> CityTopics:
        # Newest plan first: who asks about a city means its plan of today.
        plans = {plan.id: plan for plan in self._knowledge.plans_of(city_id)[::-1]}
        reviewed = [topic for topic in self._knowledge.topics if topic.plan_id in plans]
        topics = [self._reviewed(topic, plans[topic.plan_id]) for topic in reviewed]
        known = {topic.plan_id for topic in reviewed}
        rest = [plan for plan in plans.values() if plan.id not in known]
        most = self._settings.topics_max
        room = max(most - len(topics), self._settings.unreviewed_min)
        topics = [*self._by_headings(rest, room), *topics][:most]
        return CityTopics(city_id, name, tuple(topics), self._examples(topics))

    def _reviewed(self, topic: ReviewedTopic, plan: Plan) -> Topic:
        below = [
            entry
            for entry in self._knowledge.records(plan.id, FaqEntry)
            if not set(topic.headings).isdisjoint(entry.section) and entry.id not in topic.leave_out
        ]
        first = [self._entries[entry_id] for entry_id in topic.first]
        return self._topic(
            plan, topic.id, topic.headings, chosen(below, self._settings, first), topic.labels
        )

    def _by_headings(self, plans: Sequence[Plan], most: int) -> list[Topic]:
        entries = [entry for plan in plans for entry in self._knowledge.records(plan.id, FaqEntry)]
        topics = []
        for area in areas_of(entries, most, self._settings):
            found = chosen(area.entries, self._settings)
            plan = self._knowledge.plan(area.plan_id)
            topics.append(self._topic(plan, slug(plan.id, area.path), area.path[-1:], found, {}))
        return topics

    def _topic(
        self,
        plan: Plan,
        topic_id: str,
        headings: tuple[str, ...],
        entries: Sequence[FaqEntry],
        labels: Mapping[str, str],
    ) -> Topic:
        titles = titles_of(self._knowledge, plan.id)
        title = titles.get(headings[0], headings[0])
        return Topic(
            id=topic_id,
            city=plan.city,
            plan_id=plan.id,
            plan_title=plan.short_title,
            label=labels.get("ja") or shortened(title, self._settings.label_width),
            sections=headings,
            subjects=self._subjects(plan, headings, titles),
            questions=tuple(
                TopicQuestion(tidied(entry.forms[0]), plan.city, entry.id) for entry in entries
            ),
            labels=labels,
        )

    def _subjects(self, plan: Plan, headings: tuple[str, ...], titles: Mapping[str, str]) -> str:
        """What stands below one heading, or several headings themselves, as one line."""
        below = headings
        if len(headings) == 1:
            below = self._below(plan.id, headings[0]) or headings
        names = list(dict.fromkeys(titles.get(heading, heading) for heading in below))
        line = names[0]
        for name in names[1:]:
            if len(line) + len(name) > self._settings.subjects_chars:
                return f"{line}など"
            line = f"{line}、{name}"
        return line

    def _below(self, plan_id: str, heading: str) -> tuple[str, ...]:
        """The headings one further in; not those that repeat in the plan, as 取組み方針 does."""
        parents: dict[str, set[str]] = {}
        for entry in self._knowledge.records(plan_id, FaqEntry):
            for parent, child in pairwise(entry.section):
                parents.setdefault(child, set()).add(parent)
        return tuple(child for child, over in parents.items() if over == {heading})

    def _examples(self, topics: Sequence[Topic]) -> tuple[TopicQuestion, ...]:
        """The first question of some topics, each of another kind as long as there is one."""
        firsts = [topic.questions[0] for topic in topics if topic.questions]
        kinds = [self._entries[question.entry_id].asks for question in firsts]
        order = sorted(range(len(firsts)), key=lambda place: kinds[:place].count(kinds[place]))
        return tuple(firsts[place] for place in order[: self._settings.examples])
