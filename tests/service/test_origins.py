"""Origins are taken only as browsers write them: they are compared letter by letter."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from service.origins import parsed_origins
from service.settings import Settings

CITY = "https://www.city.example"


def test_a_list_keeps_its_order_and_names_each_once() -> None:
    text = f" {CITY}, http://localhost:8080 ,https://[2001:db8::1]:8443,{CITY}, "
    assert parsed_origins(text) == (CITY, "http://localhost:8080", "https://[2001:db8::1]:8443")
    assert parsed_origins("") == ()


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("www.city.example", "write https://www.city.example"),
        ("*", "write https://www.city.example"),
        ("null", "is not an origin"),
        ("https://*.city.example", "no wildcards"),
        (f"{CITY}/", f"write {CITY}"),
        (f"{CITY}/plans", f"write {CITY}"),
        ("https://WWW.city.example", f"write {CITY}"),
        (f"{CITY}:443", f"write {CITY}"),
        ("https://me@www.city.example", f"write {CITY}"),
        (f"{CITY}:port", "is not an origin"),
        (f"{CITY}; script-src *", "no wildcards"),
        ("https://www.取手.example", "ASCII"),
        ("ftp://www.city.example", "is not an origin"),
    ],
)
def test_anything_else_is_named(bad: str, told: str) -> None:
    with pytest.raises(ValueError, match="is not an") as raised:
        parsed_origins(f"https://www.other.example,{bad}")
    assert told in str(raised.value)
    with pytest.raises(ValidationError, match="embed_origins"):
        Settings(embed_origins=bad)


def test_unset_nobody_may_embed() -> None:
    assert Settings().embedding_sites == ()
    assert Settings(embed_origins=CITY).embedding_sites == (CITY,)
