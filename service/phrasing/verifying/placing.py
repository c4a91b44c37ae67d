"""What a sentence sets together, its evidence sets together."""

from __future__ import annotations

from itertools import pairwise

from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.figures import Figure
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Clause, Sentence


def check_places(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """Words side by side, and each figure beside its words.

    「平成30年度に検討、32年度から運用」 has every word of 「平成30年度から運用」, not its claim.
    """
    speaking = ground.speaking_of(sentence.forms)
    known = frozenset(form for one in speaking for form in one.forms)
    order = [word.form for word in sentence.words if word.form in known]
    if not all(_side_by_side(a, b, speaking) for a, b in pairwise(order) if a != b):
        return PhrasingOutcome.MISPLACED
    stated = [clause for one in ground.stated for clause in one.clauses]
    for clause in sentence.clauses:
        if not all(_belongs(figure, clause, stated) for figure in clause.figures):
            return PhrasingOutcome.MISPLACED
    if not all(_in_order(at, sentence, ground) for at in range(len(sentence.order))):
        return PhrasingOutcome.MISPLACED
    return None


def _side_by_side(first: str, second: str, speaking: tuple[Sentence, ...]) -> bool:
    """In one clause, in one sentence under a topic, or one after the other over a comma."""
    for sentence in speaking:
        if any({first, second} <= clause.forms for clause in sentence.clauses):
            return True
        if (first, second) in pairwise(word.form for word in sentence.words):
            return True
    return False


def _belongs(figure: Figure, clause: Clause, stated: list[Clause]) -> bool:
    """Whatever stands beside figures of this kind in the evidence stands beside this one too."""
    rivals = [held for held in stated if held.figures_of(figure.kind)]
    for form in clause.forms:
        beside = [held for held in rivals if form in held.forms]
        if beside and not any(figure in held.figures for held in beside):
            return False
    for other in clause.figures:
        beside = [held for held in rivals if other in held.figures]
        if other.kind == figure.kind or not beside:
            continue
        if not any(figure in held.figures for held in beside):
            return False
    return True


def _in_order(at: int, sentence: Sentence, ground: Ground) -> bool:
    """A figure that can be mistaken for another one of its sentence stands as it does there.

    17のゴールと169のターゲット is one clause; only the order tells what is how many. With a
    rival in its clause both neighbours must be the same, with one in its sentence one of them.
    """
    figure = sentence.order[at]
    if not isinstance(figure, Figure):
        return True
    around = _around(sentence.order, at)
    places = [
        (held, place)
        for held in ground.stated
        for place, one in enumerate(held.order)
        if one == figure
    ]
    if not places:
        return any(figure in one.order for one in ground.place)
    crowded = _has_rival(figure, sentence.clauses)
    for held, place in places:
        same = [mine == its for mine, its in zip(around, _around(held.order, place), strict=True)]
        # Where a sentence begins or ends with it, there is only one neighbour to compare.
        whole = all(one or mine is None for one, mine in zip(same, around, strict=True))
        if (whole and any(same)) or not held.rivals_of(figure):
            return True
        if any(same) and not crowded and not _has_rival(figure, held.clauses):
            return True
    return False


def _has_rival(figure: Figure, clauses: tuple[Clause, ...]) -> bool:
    """Whether a clause holds it beside another figure of its kind."""
    return any(figure in one.figures and len(one.figures_of(figure.kind)) > 1 for one in clauses)


def _around(
    order: tuple[str | Figure, ...], at: int
) -> tuple[str | Figure | None, str | Figure | None]:
    before = order[at - 1] if at else None
    return before, (order[at + 1] if at + 1 < len(order) else None)
