"""An answer's text parted into blocks: all of it, once, in its order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from service.outcome import Answer, Status
from service.presenting.frames import frames, silence
from service.presenting.listing import listed, named_things
from service.presenting.settings import PresentingSettings
from service.presenting.text_blocks import (
    Bullets,
    Conclusion,
    Excerpt,
    Lead,
    Note,
    Paragraph,
    Side,
    Sides,
    TextBlock,
)
from service.presenting.told import Told
from service.presenting.words import Run, Words, in_languages, plain, squashed

_BULLET = "・"
_SIDE = re.compile(r"【([^】]+)】")
_OPENING, _CLOSING = "「『（〈【", "」』）〉】"


def text_blocks(answer: Answer, told: Told, settings: PresentingSettings) -> tuple[TextBlock, ...]:
    """The blocks that say `answer.text`."""
    lines = in_languages((one for one in answer.text.splitlines() if one.strip()), answer.lang)
    body, note = _parted(lines, answer.note)
    blocks = tuple(_Parting(answer, told, settings).blocks(body))
    return (*blocks, Note(note)) if note else blocks


def _parted(lines: Sequence[Words], note: str) -> tuple[Sequence[Words], tuple[Words, ...]]:
    """The lines of the answer and those of its note, which stand last."""
    wanted = squashed(note)
    for at in range(len(lines)):
        if wanted and squashed("".join(map(plain, lines[at:]))) == wanted:
            return lines[:at], tuple(lines[at:])
    return lines, ()


class _Parting:
    """Parts the lines of one answer."""

    def __init__(self, answer: Answer, told: Told, settings: PresentingSettings) -> None:
        self._answered = answer.status is Status.ANSWERED
        self._in_japanese = answer.lang.startswith("ja")
        self._frames = frames(answer, told)
        self._silence = silence(answer.lang)
        self._names = named_things((*told.alone, *told.records))
        self._settings = settings

    def blocks(self, lines: Sequence[Words]) -> Iterator[TextBlock]:
        at, introduced, concluded = 0, False, not self._answered
        while at < len(lines):
            text = plain(lines[at])
            if text.startswith(_BULLET):
                end = self._run(lines, at, self._is_bullet)
                yield Bullets((), tuple(_unmarked(line) for line in lines[at:end]))
            elif _SIDE.match(text):
                end = self._run(lines, at, self._is_of_side)
                concluded = True
                yield Sides(tuple(_sides(lines[at:end])))
            elif squashed(text) in self._frames:
                end, introduced = at + 1, True
                yield Lead(lines[at])
            elif introduced:
                end = self._run(lines, at, self._is_running)
                yield Excerpt(tuple(lines[at:end]))
            else:
                end = at + 1
                yield from self._sentences(lines[at], concludes=not concluded)
                concluded = True
            at = end

    def _sentences(self, line: Words, *, concludes: bool) -> Iterator[TextBlock]:
        if not self._in_japanese:
            yield self._conclusion(line) if concludes else Paragraph(line)
            return
        held = ""
        for sentence in _sentences_of(plain(line)):
            listing = listed(sentence, self._names, self._settings.list_items_min)
            if listing or concludes:
                if held:
                    yield Paragraph(_japanese(held))
                held = ""
            if listing:
                items = tuple(_japanese(item) for item in listing.items)
                yield Bullets(_japanese(listing.lead), items, _japanese(listing.tail))
            elif concludes:
                yield self._conclusion(_japanese(sentence))
            else:
                held += sentence
            concludes = False
        if held:
            yield Paragraph(_japanese(held))

    def _conclusion(self, words: Words) -> Conclusion:
        return Conclusion(words, is_long=len(plain(words)) > self._settings.bold_chars_max)

    def _run(self, lines: Sequence[Words], at: int, belongs: Callable[[str], bool]) -> int:
        """The end of the lines from `at` on that belong together; at least one."""
        end = at + 1
        while end < len(lines) and belongs(plain(lines[end])):
            end += 1
        return end

    def _is_bullet(self, text: str) -> bool:
        return text.startswith(_BULLET)

    def _is_running(self, text: str) -> bool:
        return not text.startswith(_BULLET) and squashed(text) not in self._frames

    def _is_of_side(self, text: str) -> bool:
        before, after = self._silence
        said = squashed(text)
        return not (said.startswith(before) and said.endswith(after))


def _sides(lines: Sequence[Words]) -> Iterator[Side]:
    name = ""
    own: list[Words] = []
    for line in lines:
        marked = _SIDE.match(plain(line))
        if marked:
            if own:
                yield Side(name, tuple(own))
            name, own = marked.group(1), []
        own.append(_without(line, marked.end() if marked else 0))
    yield Side(name, tuple(own))


def _unmarked(line: Words) -> Words:
    """An item of a list: the plan's own words, in Japanese whatever the answer's language."""
    return _japanese(plain(line).removeprefix(_BULLET))


def _without(line: Words, signs: int) -> Words:
    """The words from an offset on."""
    left = []
    for run in line:
        text = run.text[signs:]
        signs = max(0, signs - len(run.text))
        if text:
            left.append(Run(text, run.is_japanese))
    return tuple(left)


def _japanese(text: str) -> Words:
    return (Run(text, True),) if text else ()


def _sentences_of(text: str) -> Iterator[str]:
    """Sentences parted at each 。 outside of brackets."""
    begun, depth = 0, 0
    for at, sign in enumerate(text):
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))
        if sign == "。" and depth == 0:
            yield text[begun : at + 1]
            begun = at + 1
    if begun < len(text):
        yield text[begun:]
