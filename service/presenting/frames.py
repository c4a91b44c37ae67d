"""Lines of an answer that only say where the next lines come from, known by their wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from knowledge.records import Record, RecordKind
from prompts import say
from service.outcome import Answer
from service.presenting.told import Told
from service.presenting.words import squashed

_HERE = "\ue000"  # a private sign in the place of what the template is given
_SENTENCE_END = re.compile(r"(?<=。)")
_FRAMING = frozenset(
    {
        RecordKind.MEASURE,
        RecordKind.GLOSSARY,
        RecordKind.FOOTNOTE,
        RecordKind.ARTICLE,
        RecordKind.OPINION,
        RecordKind.PARAGRAPH,
        RecordKind.SECTION,
    }
)


def frames(answer: Answer, told: Told) -> frozenset[str]:
    """The framing lines of an answer's language, squashed."""
    lang = answer.lang
    said = [
        say("outcome/answered.faq", lang, lead="", answer=_HERE, note=""),
        say("outcome/answered.approved", lang, answer=_HERE, note=""),
        say("outcome/answered.contents", lang, reviewed=_HERE, told="", note=""),
        say("compare", lang, verdict="", sides=[{"name": _HERE, "answer": ""}], silent=()),
        *(_of_record(record, lang) for record in told.alone if record.kind in _FRAMING),
    ]
    return frozenset(line for text in said for line in _before(text))


def silence(lang: str) -> tuple[str, str]:
    """How the line of a comparison begins and ends that names the sides nothing was found of."""
    before, _, after = say("compare", lang, verdict="", sides=(), silent=(_HERE,)).partition(_HERE)
    return squashed(before.splitlines()[-1] if before else ""), squashed(after)


def _of_record(record: Record, lang: str) -> str:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    values |= dict.fromkeys(("excerpt", "definition", "text"), _HERE)
    return say(f"record/{record.kind.value}", lang, **values)


def _before(said: str) -> Iterator[str]:
    for line in said.partition(_HERE)[0].splitlines()[:-1]:
        yield squashed(line)
        yield from (squashed(one) for one in _SENTENCE_END.split(line) if one)
    # A lead that ends its line right before what it leads to.
    before = said.partition(_HERE)[0]
    if before.endswith("\n"):
        yield squashed(before.splitlines()[-1])
