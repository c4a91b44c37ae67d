"""Batches of pairs: runs of neighbouring entries, so that near-twins are each other's negatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from random import Random

from index.tokens import has_kanji
from index.training.kana import Kana
from index.training.material import Lesson
from index.training.settings import TrainingSettings


class Partner(Enum):
    """What a form is paired with."""

    FORM = auto()
    ANSWER = auto()
    PASSAGE = auto()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together.

    lesson  row of the lesson both are of
    """

    lesson: int
    form: str
    partner: str
    kind: Partner


class Batches:
    """Endless batches; the same seed gives the same ones."""

    def __init__(self, taught: Sequence[Lesson], settings: TrainingSettings) -> None:
        self._taught = taught
        self._settings = settings
        self._kana = Kana()

    def at(self, step: int) -> tuple[Pair, ...]:
        """The batch of a step, from 1 on; it depends on the step and the seed alone.

        A training that was interrupted goes on with the batches it had not seen.
        """
        a_round = max(1, len(self._taught) // self._settings.pairs)
        round_number, place = divmod(step - 1, a_round)
        order = self._order(Random(f"{self._settings.seed} order {round_number}"))
        first = place * self._settings.pairs
        chance = Random(f"{self._settings.seed} batch {step}")
        return tuple(self._pair(row, chance) for row in order[first : first + self._settings.pairs])

    def _order(self, chance: Random) -> list[int]:
        """All lessons in runs of neighbours; where the runs begin differs from round to round."""
        runs = list(self._runs(chance.randrange(self._settings.pairing.neighbours)))
        chance.shuffle(runs)
        return [row for run in runs for row in run]

    def _runs(self, shift: int) -> Iterator[range]:
        length, count = self._settings.pairing.neighbours, len(self._taught)
        for start in range(shift - length, count, length):
            if run := range(max(0, start), min(count, start + length)):
                yield run

    def _pair(self, row: int, chance: Random) -> Pair:
        lesson, shares = self._taught[row], self._settings.pairing
        form, other = chance.sample(lesson.forms, 2)
        kind, partner = Partner.FORM, self._as_typed(other, chance)
        drawn = chance.random()
        if drawn < shares.answer_share:
            kind, partner = Partner.ANSWER, lesson.answer
        elif drawn < shares.answer_share + shares.passage_share and lesson.passages:
            kind, partner = Partner.PASSAGE, chance.choice(lesson.passages)
        return Pair(row, self._as_typed(form, chance), partner, kind)

    def _as_typed(self, form: str, chance: Random) -> str:
        if has_kanji(form) and chance.random() < self._settings.pairing.kana_share:
            return self._kana.written(form, chance)
        return form
