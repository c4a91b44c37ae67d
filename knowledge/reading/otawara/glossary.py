"""The glossary: terms with readings, other names, definitions and the page they point at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.errors import SourceError
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.latin import mend_latin
from knowledge.reading.otawara.wording import readable
from knowledge.records import GlossaryTerm, LeftOutClass, RecordKind

_PAGE = re.compile(r"P\.?\s*([0-9]+)")
_READING = re.compile(r"[ァ-ヺー・]+")
_BRACKETED = re.compile(r"（[ァ-ヺー・]+）")
_STANDS_FOR = re.compile(r"([A-Za-z][A-Za-z ]+?)\s*（([ァ-ヺー・]+)）\s*の略")
_JAPANESE_NAME = re.compile(r"(?:の略。|の略で、)([一-龠々ァ-ヶー]{2,16})のこと。")
_ABBREVIATION = re.compile(r"[A-Z]+-([A-Z]+)")
# A printed line of the definition column is full from about so many characters.
_FULL_LINE = 22


def read_glossary(folio: Folio) -> None:
    """Read every entry below the glossary's heading; an entry ends with its page (`P.2`).

    Raises SourceError for an entry without a page and for a term that stands twice.
    """
    for heading in folio.headings:
        if not heading.title.endswith(folio.layout.glossary_title):
            continue
        free = folio.free(heading.line, folio.section_end(heading))
        columns = [i for i in free if folio.lines[i].text in folio.layout.glossary_columns]
        folio.leave(columns, LeftOutClass.TABLE_HEADER)
        for entry in _entries(folio, [i for i in free if i not in columns]):
            _add_term(folio, entry)


def _entries(folio: Folio, indices: Sequence[int]) -> Iterator[list[int]]:
    entry: list[int] = []
    for index in indices:
        entry.append(index)
        text = folio.lines[index].text
        if _PAGE.fullmatch(text):
            yield entry
            entry = []
        elif len(entry) > 2 and folio.lines[entry[-2]].text.endswith("。") and _is_term(text):
            raise folio.broken(index, f"no page reference before the entry {text!r}")
    if entry:
        term = folio.lines[entry[0]].text
        raise folio.broken(entry[0], f"glossary entry {term!r} has no page reference")


def _is_term(text: str) -> bool:
    """Whether a line after a full stop is a new entry's: running text goes on with full lines."""
    return bool(_BRACKETED.fullmatch(text)) or (len(text) < _FULL_LINE and text[-1] != "。")


def _head_length(folio: Folio, entry: Sequence[int]) -> int:
    """Lines of the term and its reading: brackets open on a line belong to the term above."""
    text, length = folio.lines[entry[0]].text, 1
    while length < len(entry) - 1:
        following = folio.lines[entry[length]].text
        if text.count("（") <= text.count("）") and not following.startswith("（"):
            break
        text += following
        length += 1
    return length


def _add_term(folio: Folio, entry: list[int]) -> None:
    length = _head_length(folio, entry)
    head = readable(folio.lines[i].text for i in entry[:length])
    term, _, inside = head.partition("（")
    # 地理情報システム（GIS（ジーアイエス））: another name, then its reading.
    names = [part for part in re.split(r"[（）]", inside) if part]
    readings = [name for name in names if _READING.fullmatch(name)]
    abbreviations = [name for name in names if name not in readings]
    page = _PAGE.fullmatch(folio.lines[entry[-1]].text)
    if page is None or length >= len(entry) - 1:
        raise folio.broken(entry[0], f"glossary entry {term!r} has no definition")
    shorts = [term, *abbreviations, *_ABBREVIATION.findall(term)]
    definition = mend_latin(readable(folio.lines[i].text for i in entry[length:-1]), shorts)
    place = folio.place(RecordKind.GLOSSARY, term, entry)
    if not place["id"].endswith(f"/{term}"):
        raise SourceError(
            f"glossary term {term!r} stands twice", folio.source.at(folio.lines[entry[0]].start)
        )
    folio.records.append(
        GlossaryTerm(
            **place,
            term=term,
            reading=readings[0] if readings else None,
            aliases=_aliases(term, abbreviations, definition),
            definition=definition,
            cited_page=int(page[1]),
        )
    )
    folio.take(entry)


def _aliases(term: str, abbreviations: Sequence[str], definition: str) -> tuple[str, ...]:
    names = [*abbreviations, *_ABBREVIATION.findall(term)]
    for latin, kana in _STANDS_FOR.findall(definition):
        names += [latin, kana]
    names += _JAPANESE_NAME.findall(definition)
    return tuple(dict.fromkeys(name for name in names if name != term))
