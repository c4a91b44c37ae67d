"""What an artifact was made from; its version follows from that alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from index.settings import IndexSettings
from index.sudachi import dictionary_version
from knowledge.knowledgebase import KnowledgeBase

# Raise it when the files of an artifact, or how they are made, change.
FORMAT = 4


@dataclass(frozen=True, slots=True)
class Ingredients:
    """Equal ingredients make equal indexes.

    sources    sha256 of each plan's source, by plan id
    passages   sha256 of all passages and forms as written: holds whatever else knowledge is made of
    """

    format: int
    model: str
    dictionary: str
    sources: Mapping[str, str]
    passages: str
    settings: Mapping[str, Any]

    @property
    def version(self) -> str:
        """Twelve hex digits; the name of the artifact's folder."""
        plain = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()[:12]


def ingredients(
    knowledge: KnowledgeBase, settings: IndexSettings, model: str, passages: str, forms: str
) -> Ingredients:
    """`model` is the identity of the models; passages and forms are as they will be written."""
    return Ingredients(
        format=FORMAT,
        model=model,
        dictionary=dictionary_version(),
        sources={plan.id: plan.source_digest for plan in knowledge.plans},
        passages=hashlib.sha256(f"{passages}\n{forms}".encode()).hexdigest(),
        settings={"pieces": asdict(settings.pieces), "bm25": asdict(settings.bm25)},
    )
