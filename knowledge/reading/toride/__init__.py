"""Plans with ■ measures, a schedule of one cell a 年度, committee rules and glossary (取手市)."""

from knowledge.reading.toride.layout import TorideLayout
from knowledge.reading.toride.reader import read

__all__ = ["TorideLayout", "read"]
