"""What differs between plans published as Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.reading.headings import HeadingMark


@dataclass(frozen=True, slots=True)
class MarkdownLayout:
    """The `[plans.layout]` table of the style `markdown`.

    headings         heading numbers by level, outermost first, each by its example. The number
                     decides the level: converters set the count of `#` unevenly
    glossary_marks   regular expressions of what marks a glossary word; taken out of mended text
    caption          regular expression at the beginning of a line that is a figure's caption
    """

    headings: tuple[HeadingMark, ...] = (
        HeadingMark.CHAPTER,
        HeadingMark.DOTTED,
        HeadingMark.BRACKETED,
        HeadingMark.CIRCLED,
    )
    glossary_marks: tuple[str, ...] = (r"\s*<sup>\s*\(\\?\*\)\s*</sup>", r"\s*\(\\\*\)")
    caption: str = r"図(表)?\s?[0-9０-９]+([-－‐][0-9０-９]+)?\s?[.．:：　 ]"
