"""Plans published as Markdown: headings by `#` and number, paragraphs, glossary marks."""

from knowledge.reading.markdown.layout import MarkdownLayout
from knowledge.reading.markdown.reader import detect, read
from knowledge.reading.style import Style

STYLE = Style("markdown", MarkdownLayout, detect, read)

__all__ = ["STYLE", "MarkdownLayout", "detect", "read"]
