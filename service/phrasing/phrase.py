"""The step after the last: another wording of an answer, where one was asked for and holds."""

from __future__ import annotations

from dataclasses import replace

from knowledge.knowledgebase import KnowledgeBase
from knowledge.reviewing.support import print_era
from service.answering.turn import Turn
from service.outcome import Answer, Generator, Reason, Status
from service.phrasing.breaker import CircuitBreaker
from service.phrasing.endpoint import Complete, Endpoint
from service.phrasing.evidence import evidence_of
from service.phrasing.outcome import NotPhrased, PhrasingOutcome
from service.phrasing.prompting import messages_for
from service.phrasing.settings import BreakerSettings, EndpointSettings, VerifyingSettings
from service.phrasing.verifying.verifier import verify

# The words of a reply are held against Japanese evidence; in other languages nothing could be.
_LANG = "ja"


class Phrase:
    """Puts a composed answer into a model's words, or keeps it and says why.

    complete  asks the model; raises NotPhrased
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        complete: Complete,
        breaker: CircuitBreaker,
        settings: VerifyingSettings | None = None,
    ) -> None:
        self._knowledge = knowledge
        self._complete = complete
        self._breaker = breaker
        self._settings = settings or VerifyingSettings()

    @classmethod
    def by(
        cls, knowledge: KnowledgeBase, endpoint: EndpointSettings, breaker: BreakerSettings
    ) -> Phrase:
        """Phrase by an endpoint."""
        return cls(knowledge, Endpoint(endpoint), CircuitBreaker(breaker))

    def __call__(self, turn: Turn) -> Turn:
        """Set the answer's `phrasing` and, where it is shown, its text; others are left alone."""
        answer = turn.answer
        if answer is None or answer.status is not Status.ANSWERED or not answer.citations:
            return turn
        if answer.reason is Reason.ANSWERED_APPROVED:
            return turn  # staff approved these very words
        try:
            text = self._text(turn, answer)
        except NotPhrased as reason:
            return replace(turn, answer=replace(answer, phrasing=reason.outcome))
        said = replace(
            answer,
            # The marks [n] are taken out: a kiosk reads answers aloud, composed ones have none, and
            # the citations stand below in the same order.
            text="\n".join(filter(None, (text, answer.note))),
            generator=Generator.LLM,
            phrasing=PhrasingOutcome.SHOWN,
        )
        return replace(turn, answer=said)

    def _text(self, turn: Turn, answer: Answer) -> str:
        if len(turn.sides) != 1 or turn.lang != _LANG:
            raise NotPhrased(PhrasingOutcome.UNSUITED)
        evidence = evidence_of(turn, answer, self._knowledge)
        if not evidence:
            raise NotPhrased(PhrasingOutcome.UNSUITED)
        if not self._breaker.admits():
            raise NotPhrased(PhrasingOutcome.BREAKER_OPEN)
        try:
            reply = self._complete(messages_for(turn.text, evidence))
        except NotPhrased:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        if not reply.finished:
            raise NotPhrased(PhrasingOutcome.CUT_OFF)
        era = print_era(self._knowledge.plan(answer.citations[0].plan_id))
        return verify(reply.text, evidence, era, self._settings)
