"""Other names of a term, as far as its own definition gives them in so many words."""

from __future__ import annotations

import re

# Business Continuity Planning（事業継続計画）の略。 いばらきブロードバンドネットワークの略。
_SHORT_FOR = re.compile(r"^([^。（）]+?)(?:（([^（）]+)）)? ?の略。")
# 情報格差のこと。 (a name: no particle in it)
_THAT_IS = re.compile(r"^([^。をにはがのとで]{2,12})のこと。")
# ..., ICT部門の業務継続計画はICT-BCPと呼ばれる。 EC（...）、eコマースと呼ばれる。
_CALLED = re.compile(r"(?:^|。|は|を)([^。はを]+?)とも?呼ばれる")
_BRACKET = re.compile(r"(.+?)（(.+?)）$")


def other_names(definition: str) -> list[str]:
    """Names in order of appearance, each once."""
    names: list[str] = []
    short_for = _SHORT_FOR.match(definition)
    if short_for:
        names += [name for name in short_for.groups() if name]
    that_is = _THAT_IS.match(definition)
    if that_is:
        names.append(that_is[1])
    for called in _CALLED.findall(definition):
        for name in called.split("、"):
            bracket = _BRACKET.match(name)
            names += [bracket[1], *re.split(r" ?- ?", bracket[2])] if bracket else [name]
    return [name.strip() for name in dict.fromkeys(names)]
