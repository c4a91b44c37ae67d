"""Plans of which only the first leaves are held: cover, greeting, table of contents."""

from knowledge.reading.booklet.layout import BookletLayout
from knowledge.reading.booklet.reader import detect, read
from knowledge.reading.style import Style

STYLE = Style("contents", BookletLayout, detect, read)

__all__ = ["STYLE", "BookletLayout", "detect", "read"]
