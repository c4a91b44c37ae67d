"""Hold a candidate against what was asked: kind, years, words, and the sort of fact wanted."""

from __future__ import annotations

import re

from knowledge.records import FaqKind, RecordKind
from knowledge.years import YearMention
from service.answering.quantities import plain
from service.answering.speech import Speech
from service.question.understanding import Asked, Wanted

# Which kinds answer which questions. What is in neither set neither agrees nor disagrees.
_AGREES: dict[Asked, frozenset[FaqKind | RecordKind]] = {
    Asked.WHEN: frozenset(
        {FaqKind.SCHEDULE, FaqKind.TIMELINE, RecordKind.SCHEDULE, RecordKind.TIMELINE}
    ),
    Asked.WHO: frozenset({FaqKind.DEPARTMENT, FaqKind.RULE, RecordKind.ARTICLE}),
    Asked.WHERE: frozenset({FaqKind.DEPARTMENT}),
    Asked.WHAT_IS: frozenset({FaqKind.DEFINITION, RecordKind.GLOSSARY, RecordKind.FOOTNOTE}),
    Asked.HOW_MANY: frozenset({FaqKind.STATISTIC, RecordKind.STATISTIC}),
    Asked.LIST: frozenset({FaqKind.LIST, RecordKind.ENUMERATION}),
    Asked.COMPARE: frozenset({FaqKind.STATISTIC, FaqKind.LIST}),
    Asked.PAGE: frozenset({FaqKind.CONTENTS, RecordKind.CONTENTS}),
    Asked.WHY: frozenset({FaqKind.POLICY, FaqKind.PARAGRAPH}),
    Asked.YES_NO: frozenset(),
    Asked.HOW_TO: frozenset({FaqKind.MEASURE, FaqKind.PARAGRAPH}),
    Asked.CONTENT: frozenset(),
    Asked.KEYWORDS: frozenset(),
}
_DISAGREES: dict[Asked, frozenset[FaqKind | RecordKind]] = {
    Asked.WHEN: frozenset({FaqKind.DEPARTMENT, FaqKind.DEFINITION, FaqKind.LIST}),
    Asked.WHO: frozenset({FaqKind.SCHEDULE, FaqKind.DEFINITION, FaqKind.TIMELINE}),
    Asked.WHAT_IS: frozenset({FaqKind.SCHEDULE, FaqKind.DEPARTMENT, RecordKind.SCHEDULE}),
    Asked.HOW_MANY: frozenset({FaqKind.DEPARTMENT, FaqKind.DEFINITION}),
    Asked.LIST: frozenset({FaqKind.DEPARTMENT, FaqKind.SCHEDULE}),
    Asked.PAGE: frozenset({FaqKind.DEPARTMENT, FaqKind.SCHEDULE}),
    Asked.WHY: frozenset({FaqKind.DEPARTMENT, FaqKind.SCHEDULE}),
    Asked.HOW_TO: frozenset({FaqKind.DEPARTMENT}),
    Asked.CONTENT: frozenset({FaqKind.DEPARTMENT}),
}

_HOLDS: dict[Wanted, re.Pattern[str]] = {
    Wanted.PRICE: re.compile(r"[0-9０-９]\s*[万億]?円|無料|有料|無償"),
    Wanted.CLOCK_TIME: re.compile(r"[0-9０-９]{1,2}\s*(?:時|[:：][0-9０-９]{2})"),
    Wanted.WEEKDAY: re.compile(r"[月火水木金土日]曜|（[月火水木金土日]）|平日|休日|祝日"),
    Wanted.PHONE: re.compile(r"[0-9０-９]{2,4}[-－ー][0-9０-９]{2,4}[-－ー][0-9０-９]{3,4}"),
    Wanted.ADDRESS: re.compile(r"丁目|番地"),
    Wanted.URL: re.compile(r"https?:|www\.|\.jp", re.IGNORECASE),
    Wanted.HEADCOUNT: re.compile(r"[0-9０-９]\s*[万億]?\s*(?:名|人|件)"),
    Wanted.PERCENTAGE: re.compile(r"[0-9０-９]\s*(?:%|％|ポイント|割)|[一二三四五六七八九]割|半数"),
    Wanted.COUNT: re.compile(r"[0-9０-９一二三四五六七八九十]"),
    Wanted.AMOUNT: re.compile(r"[0-9０-９一二三四五六七八九十]"),
    Wanted.DATE: re.compile(r"[0-9０-９元]\s*(?:年|月)"),
    Wanted.YEAR: re.compile(r"[0-9０-９元]\s*年"),
    Wanted.PROCEDURE: re.compile(
        r"申し?込み?(?:方法|先|書|は)|往復はがき|(?:窓口|インターネット|WEB|ホームページ|電話|メール|郵送|はがき)"
        r"(?:で|に|へ|から)(?:の)?(?:申|登録|受付|請求|予約|手続)|空メール|手順",
        re.IGNORECASE,
    ),
    Wanted.DOCUMENTS: re.compile(
        r"書類(?:を|が|は)|持参|持ち物|印鑑|身分証|運転免許証|本人確認|通知カード|証明書を(?:提示|提出)|申請書"
    ),
    Wanted.ELIGIBILITY: re.compile(
        r"資格|条件|要件|対象(?:者|は|と)|在住|に限|誰でも|以上の(?:者|方|市民)"
    ),
    Wanted.ABBREVIATION: re.compile(r"略|[A-Za-zＡ-Ｚａ-ｚ]{2,}[\s　][A-Za-zＡ-Ｚａ-ｚ]{3,}"),
    Wanted.DEPARTMENT: re.compile(r"課|部|室|局|図書館|センター|委員会|チーム|分科会|団体"),
}


def compound_agreement(compounds: tuple[str, ...], speech: Speech) -> float:
    """Share of the compounds that stand in what the speech is about, 0..1; 1 where none are."""
    if not compounds:
        return 1.0
    about = plain(speech.about)
    return sum(plain(name) in about for name in compounds) / len(compounds)


def kind_agreement(asked: Asked, kind: FaqKind | RecordKind) -> float:
    """1 where the kind is what answers such a question, -1 where it is what does not, else 0."""
    if kind in _AGREES.get(asked, frozenset()):
        return 1.0
    return -1.0 if kind in _DISAGREES.get(asked, frozenset()) else 0.0


def year_agreement(asked: tuple[YearMention, ...], told: tuple[YearMention, ...]) -> float:
    """1 where every year asked for lies in a year or range told, -1 where years differ, else 0."""
    if not asked or not told:
        return 0.0
    held = all(
        any(t.first_year <= a.last_year and a.first_year <= t.last_year for t in told)
        for a in asked
    )
    return 1.0 if held else -1.0


# Facts so particular that a text without their very form cannot answer.
PARTICULAR = frozenset(
    {
        Wanted.PRICE,
        Wanted.CLOCK_TIME,
        Wanted.WEEKDAY,
        Wanted.PHONE,
        Wanted.ADDRESS,
        Wanted.URL,
        Wanted.PERSON_NAME,
        Wanted.PLACE_NAME,
        Wanted.PROCEDURE,
        Wanted.DOCUMENTS,
        Wanted.ELIGIBILITY,
    }
)


def wanted_agreement(wanted: frozenset[Wanted], speech: Speech) -> float:
    """1 where the speech tells every sort of fact wanted, -1 where one lacks, 0 for none wanted."""
    if not wanted:
        return 0.0
    missing = any(not pattern.search(speech.told) for w, pattern in _HOLDS.items() if w in wanted)
    missing = missing or (Wanted.PERSON_NAME in wanted and not speech.names_a_person)
    missing = missing or (Wanted.PLACE_NAME in wanted and not speech.names_a_place)
    return -1.0 if missing else 1.0
