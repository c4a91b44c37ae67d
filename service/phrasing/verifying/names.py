"""Every name of a sentence stands in its evidence, whole."""

from __future__ import annotations

from knowledge.reviewing.facts import Fact, FactKind
from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.figures import FigureKind
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Sentence


def check_names(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """Bodies, proper nouns, Latin words, what stands in 「」, titles of plans and systems."""
    bodies = {figure for figure in sentence.figures if figure.kind == FigureKind.BODY}
    proper = {word.form for word in sentence.words if word.is_name}
    held = (
        bodies <= ground.figures
        and proper <= ground.forms
        and all(_holds(ground, name) for name in sentence.names)
    )
    return None if held else PhrasingOutcome.NAME


def _holds(ground: Ground, name: Fact) -> bool:
    # AI stands in "email" by its letters, so Latin words are compared whole.
    return name.text in ground.latin if name.kind is FactKind.LATIN else ground.support.holds(name)
