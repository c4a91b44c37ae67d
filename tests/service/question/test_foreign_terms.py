"""Japanese words for what a foreign question names."""

from __future__ import annotations

import pytest

from service.question.foreign_terms import japanese_words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Can I use a Credit Card at the library?", ("クレジットカード決済", "図書館")),
        ("en", "How are librarians trained?", ()),
        ("en", "Where is 図書館 (library)?", ()),
        ("zh", "便利店可以拿证明吗", ("コンビニ", "証明書")),
        ("ko", "도서관에서 와이파이를 쓸 수 있나요", ("図書館", "無線LAN", "Wi-Fi")),
        ("pt", "cartao de credito", ("クレジットカード決済",)),
        ("es", "tarjeta de crédito", ("クレジットカード決済",)),
        ("pt", "tarjeta de crédito", ("クレジットカード決済",)),
        ("ja", "library", ()),
    ],
)
def test_words(language: str, text: str, words: tuple[str, ...]) -> None:
    assert japanese_words(text, language) == words


def test_the_longest_form_counts() -> None:
    found = japanese_words("certificate of residence", "en")
    assert found == ("住民票", "証明書")
