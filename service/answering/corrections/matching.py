"""Does a question ask what an approved answer was written for?

Nearness of meaning alone would give it to whoever asks about another year, another city or the
opposite: so a question first has to agree with a form in all that turns a question into another
one, and may hold no word that none of the answer's forms says, nor one that narrows it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from index.embedding import Vectors
from index.results import Passage
from service.answering.corrections.gist import Gist
from service.answering.corrections.records import ApprovedAnswer
from service.answering.settings import AnsweringSettings
from service.answering.speech import said_otherwise
from service.question.synonyms import Meaning
from service.question.understanding import Asked

Roles = AbstractSet[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A question form, read. `vector`: `(dim,)` unit vector of the matcher."""

    text: str
    gist: Gist
    vector: Vectors = field(repr=False)


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved answer that may serve.

    passages   what it rests on, as they are in the index now; all of one city
    forms      one or more
    carrying   content words of all forms
    only_plan  whether its city has no other plan: then to name the plan changes nothing
    """

    correction_id: str
    body: ApprovedAnswer
    passages: tuple[Passage, ...]
    forms: tuple[Form, ...]
    carrying: frozenset[str]
    only_plan: bool

    @property
    def city(self) -> str:
        """The city it speaks of."""
        return self.passages[0].city


@dataclass(frozen=True, slots=True)
class Match:
    """An approved answer and the form that a question matched.

    closeness  cosine with the form, 1 where the question is the form in other clothes
    """

    approved: Approved
    form: Form = field(repr=False)
    closeness: float


def best_match(
    gist: Gist,
    meanings: Sequence[Meaning],
    among: Sequence[Approved],
    vector: Callable[[], Vectors],
    settings: AnsweringSettings,
    *,
    is_guessed: bool = False,
) -> Match | None:
    """The approved answer whose form the question is or comes closest to, None where none serves.

    vector      gives the question's `(dim,)` vector; called only where words leave it open
    is_guessed  the question was written anew, as from kana: its words are only likely ones
    """
    agreeing = [(one, form) for one in among for form in one.forms if agrees(gist, form.gist, one)]
    for one, form in agreeing:
        if gist.said == form.gist.said:
            return Match(one, form, 1.0)
    agreeing = [(one, form) for one, form in agreeing if asks_alike(gist, form.gist)]
    near = [
        (one, form) for one, form in agreeing if _says_the_same(gist, meanings, one, form, settings)
    ]
    if not near:
        return None
    own = vector()
    found = [Match(one, form, min(1.0, float(form.vector @ own))) for one, form in near]
    # The first of equals, so that the same question always gets the same answer.
    best = max(found, key=lambda match: match.closeness)
    is_sure = gist.carrying and not is_guessed
    least = settings.approved_closeness if is_sure else settings.approved_closeness_bare
    return best if best.closeness >= least else None


def agrees(gist: Gist, form: Gist, approved: Approved) -> bool:
    """Whether a question and a form agree in all that turns a question into another one."""
    return (
        gist.language == form.language
        and gist.years == form.years
        and gist.numbers == form.numbers
        and gist.negations == form.negations
        and gist.exceptions == form.exceptions
        and _same_plans(gist.plans, form.plans, approved)
        and not _opposed(gist.sides, form.sides)
        and not _exchanged(gist.roles, form.roles)
    )


def asks_alike(gist: Gist, form: Gist) -> bool:
    """Whether other words ask for the same kind of thing; keywords ask for any kind."""
    same = gist.asked is form.asked or Asked.KEYWORDS in (gist.asked, form.asked)
    return same and gist.wanted == form.wanted


def _same_plans(asked: frozenset[str], of_form: frozenset[str], approved: Approved) -> bool:
    if asked == of_form or approved.only_plan:
        return True
    # 第五次の…は asked of an answer that rests on that plan alone, with a form that names none.
    return not of_form and asked == {passage.plan_id for passage in approved.passages}


def _opposed(asked: frozenset[tuple[int, int]], of_form: frozenset[tuple[int, int]]) -> bool:
    """Whether the question names a side of which the form only names the other."""
    pairs = {pair for pair, _ in of_form}
    return any(side[0] in pairs and side not in of_form for side in asked)


def _exchanged(asked: Roles, of_form: Roles) -> bool:
    """Whether two names have each other's part: the order of the words alone changes nothing."""
    lost, new = of_form - asked, asked - of_form
    return any(
        one != other and (one, part) in new and (other, its_part) in new
        for one, its_part in lost
        for other, part in lost
    )


def _says_the_same(
    gist: Gist,
    meanings: Sequence[Meaning],
    approved: Approved,
    form: Form,
    settings: AnsweringSettings,
) -> bool:
    """Whether no content word is new to the forms, and the form and the question share enough."""
    if gist.narrowing != form.gist.narrowing:
        return False
    if not gist.carrying <= approved.carrying | said_otherwise(meanings, approved.carrying):
        return False
    own = form.gist.carrying
    alike = gist.carrying | {
        word for m in meanings for other in m.others if other <= own for word in other
    }
    of_form = gist.carrying & (own | said_otherwise(meanings, own))
    return (
        _share(own & alike, own) >= settings.approved_words
        and _share(of_form, gist.carrying) >= settings.approved_words
    )


def _share(part: AbstractSet[str], whole: AbstractSet[str]) -> float:
    return len(part) / len(whole) if whole else 1.0
