"""Does a question lean on earlier turns of its conversation, and what does it then mean?

A question that says what it is about stands alone and is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.knowledgebase import KnowledgeBase
from service.outcome import Status
from service.question.changing import Changer
from service.question.exchange import Exchange
from service.question.follow_up import FollowKind, FollowUp
from service.question.language import language_of
from service.question.phrases import has_no_subject, pattern, plain, says_only, without_opener
from service.question.topic import joined, topic_of

_ORDINALS = ("first", "second", "third", "fourth")
_NOUN = re.compile(r"[一-龥々ァ-ヺーA-Za-z0-9]+")
_PARTICLE = re.compile(r"^(?:[はがをもにで]|って|について)、?")


class Follower:
    """Reads questions in the light of what was said before; safe to share between threads."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._changer = Changer(knowledge)

    def follow(self, text: str, earlier: Sequence[Exchange], today: date) -> FollowUp | None:
        """What `text` means after `earlier` exchanges (oldest first); None where it stands alone.

        text  as `check` gives it, with kanji where it was all in kana
        """
        before = next((one for one in reversed(earlier) if one.meaning), None)
        if before is None:
            return None
        said = plain(text)
        bare = without_opener(said)
        return (
            _chosen(said, before)
            or _more(bare, earlier)
            or self._changer.changed(bare, before, today)
            or self._about_the_same(bare, before)
            or self._changer.replaced(bare, said, before)
        )

    def _about_the_same(self, said: str, before: Exchange) -> FollowUp | None:
        """Something else about the subject of the question before."""
        leading = pattern("pronouns").match(said)
        pointing = pattern("attributives").match(said)
        has_none = has_no_subject(said)
        if leading is None and pointing is None and not has_none:
            return None
        topic = topic_of(before, self._knowledge)
        if topic is None:
            return None
        if language_of(said) != "ja":
            whole = f"{said}? 「{topic}」"
        elif leading is not None:
            whole, said = topic + said[leading.end() :], said[leading.end() :]
        elif pointing is not None:
            whole, said = _pointed(said[pointing.end() :], topic), said[pointing.end() :]
        else:
            whole = joined(topic, said)
        # それを高めるための講座は: another matter comes in, and may stand in another record.
        stays = has_none or has_no_subject(_PARTICLE.sub("", said))
        return FollowUp(FollowKind.SUBJECT, whole, before.city, before.record_ids if stays else ())


def _chosen(said: str, before: Exchange) -> FollowUp | None:
    """One of the choices offered: by its label, its number, or a yes to the only one."""
    choices = before.choices
    at = next((i for i, one in enumerate(choices) if plain(one.label) == said), None)
    if at is None:
        at = next((i for i, name in enumerate(_ORDINALS) if says_only(said, name)), None)
    if at is None and says_only(said, "last"):
        at = len(choices) - 1
    if at is None and before.reason.status is Status.CLARIFY and says_only(said, "yes"):
        if len(choices) != 1:
            # Yes to which? The same question asks back once more.
            return FollowUp(FollowKind.CHOSEN, before.meaning, before.city)
        at = 0
    if at is None or not 0 <= at < len(choices):
        return None
    return FollowUp(FollowKind.CHOSEN, choices[at].question, choices[at].city or before.city)


def _more(said: str, earlier: Sequence[Exchange]) -> FollowUp | None:
    """More of the last answer given; also after it was said that there is no more."""
    about = next((one for one in reversed(earlier) if one.record_ids), None)
    if about is None or not says_only(said, "more"):
        return None
    told = tuple(one.record_ids[0] for one in earlier if one.record_ids)
    return FollowUp(FollowKind.MORE, about.meaning, about.city, about.record_ids, told)


def _pointed(rest: str, topic: str) -> str:
    """その + rest: a noun that names the subject itself is replaced, any other belongs to it."""
    noun = _NOUN.match(rest)
    own = pattern("class_nouns").match(rest)
    if noun and topic.endswith(noun.group()):
        return topic + rest[noun.end() :]
    return topic + rest[own.end() :] if own else f"{topic}の{rest}"
