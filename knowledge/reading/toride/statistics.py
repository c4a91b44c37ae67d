from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.sheet import Sheet


def read_statistics(sheet: Sheet, outline: Outline) -> None:
    pass
