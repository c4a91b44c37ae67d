"""Languages are told by script and by small words."""

from __future__ import annotations

import pytest

from service.question.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("コンビニ交付はいつから", "ja"),
        ("仮想化技術 意味", "ja"),
        ("情報化計画 目的 基本的考方", "ja"),
        ("我孫子市 情報化計画", "ja"),
        ("学務給食課 担当施策 一覧", "ja"),
        ("BPR", "ja"),
        ("Wi-Fi LINE", "ja"),
        ("ICT-BCPとは", "ja"),
        ("Toride no keikaku wa itsu made desu ka", "ja"),
        ("Windows Server の Active Directory について", "ja"),
        ("What is BPR?", "en"),
        ("convenience store certificate", "en"),
        ("What is マイナポータル used for in the plan?", "en"),
        ("计划期间是几年？", "zh"),
        ("計畫期間是多少年？", "zh"),
        ("系统（システム）的含义", "zh"),
        ("在マイナポータル可以查看哪些内容？", "zh"),
        ("이 계획은 언제까지입니까?", "ko"),
        ("「ほんくる」란 무엇인가요?", "ko"),
        ("Qual é o objetivo do plano?", "pt"),
        ("Quando começa a emissão de certificados?", "pt"),
        ("¿Cuál es el objetivo del plan?", "es"),
        ("Cuando empieza el sistema de la ciudad", "es"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
