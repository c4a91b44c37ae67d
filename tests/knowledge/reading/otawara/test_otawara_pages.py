"""Printed pages: three are printed, and the glossary names the page of 23 more words."""

from __future__ import annotations

import pytest

from knowledge.errors import SourceError
from knowledge.reading.otawara.layout import OtawaraLayout
from knowledge.reading.otawara.pages import count_pages
from knowledge.records import GlossaryTerm


def page_of_line(otawara, number: int) -> int | None:
    pages = count_pages(otawara.source, OtawaraLayout())
    index = next(i for i, line in enumerate(otawara.source.lines) if line.number == number)
    return pages.of(index)


@pytest.mark.parametrize(("line", "printed"), [(268, 7), (770, 18), (3010, 50)])
def test_printed_numbers_agree_with_the_count(otawara, line: int, printed: int) -> None:
    assert page_of_line(otawara, line) == printed


def test_bullets_begin_with_a_blank_and_no_page(otawara) -> None:
    assert page_of_line(otawara, 1553) == page_of_line(otawara, 1579) == 27
    assert (page_of_line(otawara, 1603), page_of_line(otawara, 1604)) == (27, 28)


def test_the_front_has_no_number(otawara) -> None:
    assert (page_of_line(otawara, 1), page_of_line(otawara, 42)) == (None, 1)


def test_words_stand_on_the_pages_that_the_glossary_names(otawara) -> None:
    """Without the glossary's own pages; a term stands there itself or by its abbreviation."""
    pages = count_pages(otawara.source, OtawaraLayout())
    terms = otawara.all(GlossaryTerm)
    glossary = min(term.page for term in terms)
    words: dict[int, str] = {}
    for index, line in enumerate(otawara.source.lines):
        page = pages.of(index)
        if page is not None and page < glossary:
            words[page] = words.get(page, "") + line.text
    missing = []
    for term in terms:
        printed = otawara.source.text[term.spans[0].start :].splitlines()[0]
        names = [name for name in printed.replace("）", "").split("（") if name]
        page = words[term.cited_page].replace("－\n", "－")
        # ※ marks the word there: more than that the word merely stands there.
        marked = [name for name in names if f"{name}※" in page]
        if not marked:
            missing.append((term.term, term.cited_page))
    assert missing == []


def test_a_printed_number_that_contradicts_the_count_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match=r"changed\.txt:770: .*19.*page 18"):
        changed("18\n\n大田原市地域", "19\n\n大田原市地域", after=700)


def test_a_source_without_chapters_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match="no heading of the first level"):
        changed(
            "第１章",
            "第１章",
            headings=[{"pattern": "(?P<number>編)(?P<title>.+)", "path": "{title}"}],
        )
