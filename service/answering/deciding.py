"""Answer, ask back, or say that the plans do not tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import ContentsEntry
from service.answering.citing import Citer
from service.answering.contacting import asked_cities, contact, with_contact
from service.answering.corrections.noting import noted
from service.answering.explaining import Explanation, Explanations
from service.answering.settings import AnsweringSettings
from service.answering.turn import Candidate, Thresholds, Turn
from service.outcome import Answer, Choice, Reason
from service.question.follow_up import FollowKind
from service.question.understanding import Asked, Beyond

_BEYOND = {
    Beyond.LIVE: Reason.NOT_FOUND_LIVE,
    Beyond.PERSONAL_MATTER: Reason.NOT_FOUND_PERSONAL_MATTER,
    Beyond.OTHER_CITY: Reason.NOT_FOUND_OTHER_CITY,
}


class DecideBeyond:
    """The step before the search: questions that no plan can tell by their nature."""

    def __init__(self, knowledge: KnowledgeBase, settings: AnsweringSettings) -> None:
        self._knowledge = knowledge
        self._settings = settings

    def __call__(self, turn: Turn) -> Turn:
        """Set `answer` where the question is beyond any plan."""
        asked = turn.understood
        if asked.beyond is None:
            return turn
        reason = _BEYOND[asked.beyond]
        text = turn.voice.say(
            f"outcome/{reason.value}",
            where=whereabouts(self._knowledge, turn),
            contact=contact(self._knowledge, turn),
            other_city=asked.other_city or "",
            cities=[turn.voice.city(city) for city in self._knowledge.cities],
        )
        text = with_contact(text, turn, self._settings.answer_chars)
        return replace(turn, answer=Answer(reason, text, confidence=1.0))


class Decide:
    """The step after the search."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        citer: Citer,
        explanations: Explanations,
        settings: AnsweringSettings,
    ) -> None:
        self._knowledge = knowledge
        self._citer = citer
        self._settings = settings
        self._explanations = explanations

    def __call__(self, turn: Turn) -> Turn:
        """Set `answer` where there is nothing to tell or something to ask back; else pass on."""
        limits = thresholds(turn, self._settings)
        turn = replace(turn, thresholds=limits)
        best = max((side.confidence for side in turn.sides), default=0.0)
        # Before anything is denied: which city is meant may be all that is lacking.
        if best >= self._settings.clarify_confidence and (choices := self._cities_to_choose(turn)):
            return replace(turn, answer=self._which_city(turn, choices))
        if best < limits.answer:
            return replace(turn, answer=self._nothing(turn, best))
        return turn

    def _nothing(self, turn: Turn, confidence: float) -> Answer:
        near = [side.candidates[0] for side in turn.sides if side.candidates]
        reason = Reason.NOT_FOUND_NOT_IN_PLAN if near else Reason.NOT_FOUND_NO_EVIDENCE
        if turn.follow_up is not None and turn.follow_up.kind is FollowKind.MORE:
            reason = Reason.NOT_FOUND_NO_MORE
        explained = self._elsewhere(turn)
        text = turn.voice.say(
            f"outcome/{reason.value}",
            where=whereabouts(self._knowledge, turn),
            contact=contact(self._knowledge, turn),
            nearest=near[0].hit.passage.section[-1] if near and near[0].hit.passage.section else "",
            page=self._printed_page(near[0]) if near else None,
            further=self._explained(turn, explained)
            if explained
            else self._out_of_period(turn, near),
        )
        choices = self._offered(turn, explained) if explained else ()
        cited = self._citer.cite([c.hit for c in near], hidden=turn.corrections.hidden)[:2]
        room = self._settings.answer_chars - len(text) - 1
        cited, note = noted(cited, turn.corrections.notes, turn.voice, room)
        text = with_contact(
            "\n".join(filter(None, (text, note))), turn, self._settings.answer_chars
        )
        return Answer(reason, text, cited, choices, confidence=1.0 - confidence)

    def _elsewhere(self, turn: Turn) -> Explanation | None:
        """Who asks what a word means is told which other plan explains it."""
        asked = turn.understood
        if asked.asked is not Asked.WHAT_IS or asked.site_city is None or asked.cities:
            return None
        return self._explanations.elsewhere(turn.text, asked.site_city, turn.corrections.withheld)

    def _explained(self, turn: Turn, found: Explanation) -> str:
        names = [name for _, name in self._named(turn, found.cities)]
        return turn.voice.say("phrase/explained", term=found.term, cities=names)

    def _offered(self, turn: Turn, found: Explanation) -> tuple[Choice, ...]:
        return tuple(
            Choice(f"{name}「{found.term}」", turn.text, city)
            for city, name in self._named(turn, found.cities)
        )

    def _named(self, turn: Turn, cities: Iterable[str]) -> list[tuple[str, str]]:
        return [(city, turn.voice.city(self._knowledge.city(city))) for city in cities]

    def _out_of_period(self, turn: Turn, near: Sequence[Candidate]) -> str:
        """Who asks for a year that the nearest plan does not reach is told its period."""
        if not near or not turn.understood.years:
            return ""
        plan = self._knowledge.plan(near[0].hit.passage.plan_id)
        first, last = plan.first_year, plan.last_year
        if any(y.first_year <= last and first <= y.last_year for y in turn.understood.years):
            return ""
        style = self._knowledge.year_style(plan.id)
        return turn.voice.say("phrase/out_of_period", period=turn.voice.period(first, last, style))

    def _printed_page(self, near: Candidate) -> int | None:
        """The page a table of contents points at, where that is all the plan has of the matter."""
        records = map(self._knowledge.record, near.hit.passage.record_ids)
        return next((r.target_page for r in records if isinstance(r, ContentsEntry)), None)

    def _cities_to_choose(self, turn: Turn) -> tuple[str, ...]:
        """City ids whose best candidates answer about equally well, when no city is known."""
        asked = turn.understood
        if asked.site_city or asked.cities or asked.plans or len(turn.sides) != 1:
            return ()
        best: dict[str, Candidate] = {}
        for candidate in turn.sides[0].candidates:
            best.setdefault(candidate.hit.passage.city, candidate)
        top = turn.sides[0].candidates[0]
        close = [
            city
            for city, found in best.items()
            if top.score - found.score <= self._settings.clarify_margin
            and found.agreement.wanted >= top.agreement.wanted
            and found.agreement.numbers >= top.agreement.numbers
            and top.agreement.coverage - found.agreement.coverage <= self._settings.speaking_margin
        ]
        return tuple(close) if len(close) > 1 else ()

    def _which_city(self, turn: Turn, cities: tuple[str, ...]) -> Answer:
        # Every city we hold is offered: one that ranks low may still be the one meant.
        ordered = cities + tuple(c.id for c in self._knowledge.cities if c.id not in cities)
        choices = tuple(
            Choice(turn.voice.city(self._knowledge.city(city)), turn.text, city) for city in ordered
        )
        return Answer(
            Reason.CLARIFY_CITY,
            turn.voice.say(f"outcome/{Reason.CLARIFY_CITY.value}"),
            choices=choices,
            confidence=max(side.confidence for side in turn.sides),
        )


def thresholds(turn: Turn, settings: AnsweringSettings) -> Thresholds:
    """What the confidences of a turn's sides are held against."""
    answer = settings.min_confidence
    return Thresholds(answer, answer if len(turn.sides) == 1 else settings.side_confidence)


def whereabouts(knowledge: KnowledgeBase, turn: Turn) -> str:
    """The plans that were asked, as a resident would call them."""
    cities = [turn.voice.city(knowledge.city(city)) for city in asked_cities(turn)]
    return turn.voice.say("phrase/where", cities=cities)
