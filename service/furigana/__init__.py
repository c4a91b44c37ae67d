"""Furigana: readings over the Chinese letters of a Japanese text.

    words.py      the words of a text and how Sudachi reads them, over line breaks
    reviewed.py   the reviewed readings, which beat Sudachi
    okurigana.py  a word's reading parted among its kanji; kana stay outside
    glosses.py    words whose reading the text itself gives in brackets
    furigana.py   all of it: text to pieces, text to ruby

Where no reading is certain there is none: no ruby is better than a wrong one.
"""

from service.furigana.furigana import Furigana
from service.furigana.piece import Piece
from service.furigana.ruby import ruby

__all__ = ["Furigana", "Piece", "ruby"]
