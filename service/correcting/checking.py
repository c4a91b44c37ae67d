"""What is wrong with a body by itself: lengths, words, passages, days, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from index import Passage
from knowledge.reviewing.facts import FactKind
from knowledge.reviewing.manner import ends_whole, impolite
from knowledge.reviewing.wording import form_key
from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    CityContact,
    HiddenPassage,
    PassageNote,
    RefusalTopic,
    RestsOn,
    Synonym,
)
from service.correcting.faults import Fault, FaultCode
from service.correcting.grounds import Grounds
from service.correcting.settings import WritingSettings
from service.question.normalisation import normalise, strip_markup
from service.question.personal_data import PersonalData, personal_data

# What a city tells the public of itself.
_PUBLIC = frozenset({PersonalData.PHONE, PersonalData.MAIL, PersonalData.HOME_ADDRESS})
# A wrong number or a word put into the plan's mouth misleads; a name may be told another way, so
# that a person looks at it.
_FACTS = {
    FactKind.YEAR: (FaultCode.NUMBER, False),
    FactKind.NUMBER: (FaultCode.NUMBER, False),
    FactKind.QUOTED: (FaultCode.QUOTED, False),
    FactKind.LATIN: (FaultCode.NAME, True),
    FactKind.BODY: (FaultCode.NAME, True),
    FactKind.TITLED: (FaultCode.NAME, True),
}


class Check:
    """Holds bodies against the plans. `today`: the day to take for today."""

    def __init__(
        self, grounds: Grounds, today: date, settings: WritingSettings | None = None
    ) -> None:
        self._grounds = grounds
        self._today = today
        self._limits = settings or WritingSettings()

    def faults(self, city: str | None, body: Body) -> tuple[Fault, ...]:
        """All faults and warnings of a body, by field. `city`: whose it is, None for all."""
        return tuple(self._faults(city, body))

    def _faults(self, city: str | None, body: Body) -> Iterator[Fault]:
        limits = self._limits
        match body:
            case ApprovedAnswer():
                yield from self._forms(body.forms)
                yield from _text("answer", body.answer, limits.answer_chars)
                yield from self._passages(city, body.passages)
                yield from self._claims(body)
                yield from self._days(body)
            case Synonym():
                yield from self._words(body.words)
            case HiddenPassage():
                yield from self._passages(city, (body.passage,))
                yield from _text("reason", body.reason, limits.note_chars)
            case PassageNote():
                yield from self._passages(city, (body.passage,))
                yield from _text("note", body.note, limits.note_chars, _PUBLIC)
                yield from _spoken("note", body.note)
            case RefusalTopic():
                yield from _text("name", body.name, limits.name_chars)
                yield from self._phrases(body.phrases)
                yield from _text("text", body.text, limits.answer_chars, _PUBLIC)
                yield from _spoken("text", body.text)
            case CityContact():
                yield from _text("text", body.text, limits.note_chars, _PUBLIC)
                yield from _spoken("text", body.text)

    def _forms(self, forms: tuple[str, ...]) -> Iterator[Fault]:
        yield from _number("forms", forms, 1, self._limits.forms)
        for form in forms:
            yield from _text("forms", form, self._limits.form_chars, named=True)
        yield from _twice("forms", forms)

    def _words(self, words: tuple[str, ...]) -> Iterator[Fault]:
        yield from _number("words", words, 2, self._limits.words)
        for word in words:
            yield from _text("words", word, self._limits.word_chars, named=True)
            if len(word) == 1:
                yield Fault("words", FaultCode.ONE_SIGN, word)
        yield from _twice("words", words)

    def _phrases(self, phrases: tuple[tuple[str, ...], ...]) -> Iterator[Fault]:
        yield from _number("phrases", phrases, 1, self._limits.phrases)
        for words in phrases:
            if len(words) > self._limits.phrase_words:
                said = " ".join(words)
                yield Fault("phrases", FaultCode.TOO_MANY, said, self._limits.phrase_words)
            for word in words:
                yield from _text("phrases", word, self._limits.word_chars, named=True)
                # 水 stands in 水曜日, too: alone it would silence half of all questions.
                if len(word) == 1 and len(words) == 1:
                    yield Fault("phrases", FaultCode.ONE_SIGN, word)
        yield from _twice("phrases", [" ".join(words) for words in phrases])

    def _passages(self, city: str | None, passages: tuple[RestsOn, ...]) -> Iterator[Fault]:
        named = [one for one in passages if one.passage_id]
        if not named:
            yield Fault("passages", FaultCode.NO_PASSAGE)
        elif len(named) > self._limits.passages:
            yield Fault("passages", FaultCode.TOO_MANY, str(len(named)), self._limits.passages)
        for one in named:
            found = self._grounds.passages.get(one.passage_id)
            if found is None:
                yield Fault("passages", FaultCode.PASSAGE_GONE, one.passage_id)
            elif found.city != city:
                yield Fault("passages", FaultCode.OTHER_CITY, found.title or found.id)

    def _claims(self, body: ApprovedAnswer) -> Iterator[Fault]:
        yield from _spoken("answer", body.answer)
        held = [self._grounds.passages.get(one.passage_id) for one in body.passages]
        passages: list[Passage] = [one for one in held if one is not None]
        if not passages:
            return
        for fact in self._grounds.unsupported(body.answer, passages):
            code, is_warning = _FACTS[fact.kind]
            yield Fault("answer", code, fact.text + fact.unit, is_warning=is_warning)
        for years in self._grounds.disagreeing(body.answer, passages):
            yield Fault("answer", FaultCode.YEARS_DIFFER, years)

    def _days(self, body: ApprovedAnswer) -> Iterator[Fault]:
        first, last = body.valid_from, body.valid_to
        if first and last and last < first:
            yield Fault("valid_to", FaultCode.DAYS_REVERSED, str(last))
        elif last and last < self._today:
            yield Fault("valid_to", FaultCode.OVER, str(last), is_warning=True)


def _text(
    field: str,
    text: str,
    chars_max: int,
    public: frozenset[PersonalData] = frozenset(),
    *,
    named: bool = False,
) -> Iterator[Fault]:
    """Faults of a text of 1 to `chars_max` characters. `named`: tell which of several it is."""
    if not text:
        yield Fault(field, FaultCode.EMPTY)
    if len(text) > chars_max:
        yield Fault(field, FaultCode.TOO_LONG, text[:20] if named else "", chars_max)
    if strip_markup(text) != " ".join(text.split()):
        yield Fault(field, FaultCode.MARKUP, text[:40])
    if frozenset(personal_data(normalise(text))) - public:
        yield Fault(field, FaultCode.PERSONAL, text[:20] if named else "")


def _spoken(field: str, text: str) -> Iterator[Fault]:
    """Faults of what a resident reads. A list's lines begin with ・ and end as they like."""
    running = "".join(line for line in text.splitlines() if not line.startswith("・"))
    if running and not ends_whole(running):
        yield Fault(field, FaultCode.NOT_WHOLE, running[-12:])
    for sentence in impolite(running):
        yield Fault(field, FaultCode.IMPOLITE, sentence[-12:], is_warning=True)


def _number(field: str, things: tuple[object, ...], least: int, most: int) -> Iterator[Fault]:
    if not things:
        yield Fault(field, FaultCode.EMPTY)
    elif len(things) < least:
        yield Fault(field, FaultCode.TOO_FEW, str(len(things)), least)
    elif len(things) > most:
        yield Fault(field, FaultCode.TOO_MANY, str(len(things)), most)


def _twice(field: str, texts: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for text in texts:
        if form_key(text) in seen:
            yield Fault(field, FaultCode.TWICE, text)
        seen.add(form_key(text))
