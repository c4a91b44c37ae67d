"""Refuse what must not be taken in: danger to life, personal data, orders to the machine, abuse."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.vocabulary import load_rules
from service.outcome import Reason
from service.question.normalisation import normalise, squeezed, strip_markup, unmasked
from service.question.personal_data import personal_data

# Danger to life comes first: help lines matter more than anything else the text may hold.
_RULES = (
    ("emergency", Reason.REFUSED_EMERGENCY),
    ("injection", Reason.REFUSED_INJECTION),
    ("abuse", Reason.REFUSED_ABUSE),
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A question after the check.

    text      normalised and without markup; "" when nothing is left. Not to be stored or logged
              when `refusal` is set
    refusal   why it is refused, or None
    found     what was recognised, all of it, most urgent first: kinds of personal data and names
              of rules, never the resident's words
    """

    text: str = field(repr=False)
    refusal: Reason | None
    found: tuple[str, ...] = ()

    @property
    def personal(self) -> bool:
        """Whether personal data stand in the text, whatever the refusal says."""
        return any(name.startswith("personal_data:") for name in self.found)


def check(text: str) -> Checked:
    """Normalise a question and say whether it must be refused."""
    plain = normalise(text)
    reasons: dict[Reason, list[str]] = {}
    if kinds := personal_data(plain):
        reasons[Reason.REFUSED_PERSONAL_DATA] = [f"personal_data:{kind}" for kind in kinds]
    views = {plain, squeezed(plain), squeezed(unmasked(text))}
    for name, reason in _RULES:
        for rule in load_rules(name):
            if any(rule.match(view) is not None for view in views):
                reasons.setdefault(reason, []).append(f"{name}:{rule.name}")
    order = (
        Reason.REFUSED_EMERGENCY,
        Reason.REFUSED_PERSONAL_DATA,
        Reason.REFUSED_INJECTION,
        Reason.REFUSED_ABUSE,
    )
    refusal = next((reason for reason in order if reason in reasons), None)
    # Several rules share a name.
    found = dict.fromkeys(name for reason in order for name in reasons.get(reason, ()))
    return Checked(strip_markup(plain), refusal, tuple(found))
