"""Refuse what must not be taken in: danger to life, personal data, orders to the machine, abuse."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.vocabulary import Danger, load_rules
from service.outcome import Reason
from service.question.disguise import readings, unpunctuated
from service.question.normalisation import normalise, strip_markup
from service.question.personal_data import PersonalData, personal_data


@dataclass(frozen=True, slots=True)
class Finding:
    """Something recognised in a question.

    reason  what it is refused for
    kind    a `Danger`, a `PersonalData` or the name of a rule; never the resident's words
    """

    reason: Reason
    kind: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A question after the check.

    text   normalised and without markup; "" when nothing is left. Not to be stored or logged when
           the question is refused
    found  what was recognised, all of it, most urgent first
    """

    text: str = field(repr=False)
    found: tuple[Finding, ...] = ()

    @property
    def refusal(self) -> Reason | None:
        """Why the question is refused, or None."""
        return self.found[0].reason if self.found else None

    @property
    def dangers(self) -> tuple[Danger, ...]:
        """The dangers to life that were found."""
        return tuple(Danger(f.kind) for f in self.found if f.reason is Reason.REFUSED_EMERGENCY)

    @property
    def personal(self) -> tuple[PersonalData, ...]:
        """The kinds of personal data in the text, whatever it is refused for."""
        return tuple(
            PersonalData(f.kind) for f in self.found if f.reason is Reason.REFUSED_PERSONAL_DATA
        )


def check(text: str) -> Checked:
    """Normalise a question and say what must keep it from being taken in."""
    plain = normalise(text)
    views = readings(plain)
    # Danger to life comes first: help lines matter more than anything else the text may hold.
    found = (
        *_ruled("emergency", Reason.REFUSED_EMERGENCY, views),
        *(Finding(Reason.REFUSED_PERSONAL_DATA, kind) for kind in personal_data(plain)),
        *_ruled("injection", Reason.REFUSED_INJECTION, views | set(map(unpunctuated, views))),
        *_ruled("abuse", Reason.REFUSED_ABUSE, views),
    )
    # Several rules share a name.
    return Checked(strip_markup(plain), tuple(dict.fromkeys(found)))


def _ruled(file: str, reason: Reason, views: frozenset[str]) -> list[Finding]:
    return [
        Finding(reason, rule.name)
        for rule in load_rules(file)
        if any(rule.match(view) is not None for view in views)
    ]
