"""Votes on answers from the page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement, fromstring

Parse = Callable[..., HtmlElement]
Text = Callable[[HtmlElement, str], str]
QUESTION = {"question": "コンビニ交付はいつから始まりましたか。"}
FRAGMENT = {"Accept": "text/html", "Madoguchi-Fragment": "vote"}
# Also without its hyphen; four digits alone stand in hexadecimal ids by chance.
NUMBER = re.compile("1234-?5678")


@pytest.fixture
def message_id(visitor: TestClient, page_of: Parse) -> str:
    page = page_of(visitor.post("/toride", data=QUESTION))
    return str(page.xpath("//input[@name='message_id']/@value")[0])


def _figures(visitor: TestClient, helpful: str, reason: str) -> float:
    line = f'madoguchi_feedback_total{{helpful="{helpful}",reason="{reason}"}} '
    found = [one for one in visitor.get("/metrics").text.splitlines() if one.startswith(line)]
    return float(found[0].rpartition(" ")[2]) if found else 0.0


@pytest.mark.parametrize(
    ("vote", "kept"),
    [
        ({"helpful": "true"}, ("yes", "none")),
        ({"helpful": "true", "reason": "wrong"}, ("yes", "none")),
        ({"helpful": "false", "reason": "outdated"}, ("no", "outdated")),
    ],
)
def test_a_vote_leads_back_to_its_answer_with_thanks(
    visitor: TestClient, page_of: Parse, message_id: str, vote: dict[str, str], kept: list[str]
) -> None:
    data = {"message_id": message_id} | vote
    before = _figures(visitor, *kept)
    response = visitor.post("/toride/feedback", data=data, follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == f"/toride#turn-{message_id}"
    assert _figures(visitor, *kept) == before + 1
    page = page_of(visitor.get("/toride"))
    assert "ありがとうございます" in page.xpath("string(//p[@class='vote__thanks'])")
    assert not page.xpath("//form[@data-vote]")


def test_the_script_gets_the_thanks_alone(visitor: TestClient, message_id: str) -> None:
    data = {"message_id": message_id, "helpful": "false"}
    response = visitor.post("/toride/feedback", data=data, headers=FRAGMENT)
    assert fromstring(response.text).get("class") == "vote__thanks"


@pytest.mark.meets("U-27")
def test_personal_data_in_a_comment_is_refused_with_a_sentence(
    visitor: TestClient, page_of: Parse, text_of: Text, message_id: str
) -> None:
    data = {"message_id": message_id, "helpful": "false", "reason": "wrong",
            "comment": "電話は090-1234-5678です"}  # fmt: skip
    response = visitor.post("/toride/feedback", data=data)
    assert response.status_code == 422
    assert not NUMBER.search(response.text)
    page = page_of(response)
    assert "個人情報" in text_of(page, "//*[@id='error']")
    assert page.xpath("//input[@type='radio'][@checked]/@value") == ["wrong"]
    assert page.findtext(".//title").startswith("エラー：")
    part = visitor.post("/toride/feedback", data=data, headers=FRAGMENT)
    assert part.status_code == 422
    assert fromstring(part.text).get("id") == "error"


def test_a_comment_that_is_too_long_is_kept_in_the_form(
    visitor: TestClient, page_of: Parse, message_id: str
) -> None:
    data = {"message_id": message_id, "helpful": "false", "comment": "よ" * 501}
    page = page_of(visitor.post("/toride/feedback", data=data))
    assert page.xpath("//textarea[@name='comment']")[0].text == "よ" * 501
    assert "501" in page.xpath("//*[@id='error']")[0].text_content()


def test_an_answer_that_is_not_held_is_told(visitor: TestClient, page_of: Parse) -> None:
    data = {"message_id": "0" * 32, "helpful": "true"}
    response = visitor.post("/toride/feedback", data=data, headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert "もう一度質問して" in page_of(response).text_content()
