"""Plans with numbered headings, half-year schedules and survey charts (大田原市)."""

from knowledge.reading.otawara.layout import HeadingMark, OtawaraLayout
from knowledge.reading.otawara.reader import read

__all__ = ["HeadingMark", "OtawaraLayout", "read"]
