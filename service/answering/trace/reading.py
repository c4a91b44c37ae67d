"""How a question was read, and what staff had approved for it, in plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.answering.corrections.matching import Match
from service.question.follow_up import FollowKind, FollowUp
from service.question.understanding import Asked, Beyond, Understanding, Wanted


@dataclass(frozen=True, slots=True)
class ReadingTrace:
    """An `Understanding`; fields as there.

    years     each as written
    meanings  for each word with synonyms: its forms, then those of every synonym, in order
    """

    text: str = field(repr=False)
    language: str
    cities: tuple[str, ...]
    site_city: str | None
    plans: tuple[str, ...]
    years: tuple[str, ...]
    asked: Asked
    wanted: tuple[Wanted, ...]
    beyond: Beyond | None
    beyond_words: tuple[str, ...] = field(repr=False)
    other_city: str | None
    content_words: tuple[str, ...] = field(repr=False)
    meanings: tuple[tuple[str, ...], ...] = field(repr=False)
    compounds: tuple[str, ...] = field(repr=False)
    search_text: str = field(repr=False)
    japanese_words: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, read: Understanding) -> ReadingTrace:
        """The same in plain values; what had no order is sorted, so that equals stay equal."""
        return cls(
            text=read.text,
            language=read.language,
            cities=read.cities,
            site_city=read.site_city,
            plans=read.plans,
            years=tuple(read.text[year.start : year.end] for year in read.years),
            asked=read.asked,
            wanted=tuple(sorted(read.wanted)),
            beyond=read.beyond,
            beyond_words=read.beyond_words,
            other_city=read.other_city,
            content_words=read.content_words,
            meanings=tuple(
                tuple(" ".join(sorted(forms)) for forms in (one.forms, *one.others))
                for one in read.meanings
            ),
            compounds=read.compounds,
            search_text=read.search_text,
            japanese_words=read.japanese_words,
        )


@dataclass(frozen=True, slots=True)
class FollowUpTrace:
    """What a question that leaned on earlier turns was taken for.

    text        the question on its own
    record_ids  the records of the earlier answer it stays with
    """

    kind: FollowKind
    text: str = field(repr=False)
    city: str | None
    record_ids: tuple[str, ...]

    @classmethod
    def of(cls, found: FollowUp) -> FollowUpTrace:
        """The same without what was told before."""
        return cls(found.kind, found.text, found.city, found.record_ids)


@dataclass(frozen=True, slots=True)
class ApprovedTrace:
    """The approved answer a question got. `form`: the one it matched; `closeness`: 0..1."""

    correction_id: str
    form: str
    closeness: float

    @classmethod
    def of(cls, match: Match) -> ApprovedTrace:
        """The same without vectors."""
        return cls(match.approved.correction_id, match.form.text, round(match.closeness, 4))
