"""Which questions lean on earlier ones and what they then mean; all others stay as they are."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.outcome import Choice, Reason
from service.question.exchange import Exchange
from service.question.follow_up import FollowKind, FollowUp
from service.question.following import Follower
from service.question.normalisation import normalise

TODAY = date(2025, 6, 2)
ROW = "toride-4/schedule/2-1-8"
SCHEDULE = Exchange("いじめ防止アプリの担当課は?", Reason.ANSWERED_FAQ, "toride", (ROW,))
SHARE = Exchange("スマートフォンを持っている市民は何%ですか", Reason.ANSWERED_FAQ, "otawara")
YEAR = Exchange("給食費徴収システムは平成30年度に何をする?", Reason.ANSWERED_FAQ, "toride")
PERIOD = Exchange("取手市の第四次計画の期間は何年度まで", Reason.ANSWERED_FAQ, "toride")
TERM = Exchange("BPRとは何ですか", Reason.ANSWERED_FAQ, "toride")
ENGLISH = Exchange(
    "Which department is in charge of the anti-bullying app?", Reason.ANSWERED_FAQ, "toride", (ROW,)
)
WHICH_CITY = Exchange(
    "計画期間は?",
    Reason.CLARIFY_CITY,
    choices=(Choice("取手市", "計画期間は?", "toride"), Choice("小山市", "計画期間は?", "oyama")),
)
REFUSED = Exchange("", Reason.REFUSED_PERSONAL_DATA)


@pytest.fixture(scope="module")
def follower(knowledge: KnowledgeBase) -> Follower:
    return Follower(knowledge)


def followed(follower: Follower, text: str, *earlier: Exchange) -> FollowUp:
    found = follower.follow(normalise(text), earlier, TODAY)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("それはいつから？", "いじめ防止アプリはいつから"),
        ("それは いつから ですか", "いじめ防止アプリはいつからですか"),
        ("いつから", "いじめ防止アプリはいつから"),
        ("じゃあ、目的は？", "いじめ防止アプリの目的は"),
        ("その目的を教えてください", "いじめ防止アプリの目的を教えてください"),
        ("その施策は新規ですか", "いじめ防止アプリは新規ですか"),
        ("このアプリは無料ですか", "いじめ防止アプリは無料ですか"),
        ("なぜですか", "いじめ防止アプリはなぜですか"),
        ("いくらかかるの", "いじめ防止アプリはいくらかかるの"),
        ("何ページに書いてありますか", "いじめ防止アプリは何ページに書いてありますか"),
        ("それって小学生も使えますか", "いじめ防止アプリって小学生も使えますか"),
    ],
)
def test_what_has_no_subject_gets_the_one_before(
    follower: Follower, text: str, meaning: str
) -> None:
    found = followed(follower, text, SCHEDULE)
    assert (found.kind, found.text, found.city) == (FollowKind.SUBJECT, meaning, "toride")


@pytest.mark.parametrize(
    ("before", "text", "meaning", "city"),
    [
        (SCHEDULE, "大田原は？", "大田原市では、いじめ防止アプリの担当課は?", "otawara"),
        (SCHEDULE, "小山市の場合はどうですか", "小山市では、いじめ防止アプリの担当課は?", "oyama"),
        (SCHEDULE, "じゃあ おおたわらは？", "大田原市では、いじめ防止アプリの担当課は?", "otawara"),
        (SCHEDULE, "大田原ではいつから？", "大田原市では、いじめ防止アプリはいつから", "otawara"),
        (SCHEDULE, "柏市は？", "柏市では、いじめ防止アプリの担当課は?", None),
        (PERIOD, "大田原は", "大田原市では、計画の期間は何年度まで", "otawara"),
        (PERIOD, "第5次では？", "取手市の第5次計画の期間は何年度まで", "toride"),
        (PERIOD, "五次は？", "取手市の第五次計画の期間は何年度まで", "toride"),
        (SCHEDULE, "第五次では?", "第五次計画では、いじめ防止アプリの担当課は?", "toride"),
        (YEAR, "31年度は？", "給食費徴収システムは31年度に何をする?", "toride"),
        (YEAR, "令和3年度だと？", "給食費徴収システムは令和3年度に何をする?", "toride"),
        (YEAR, "翌年度は？", "給食費徴収システムは2019年度に何をする?", "toride"),
        (SHARE, "全国では？", "全国では、スマートフォンを持っている市民は何%ですか", "otawara"),
        (SHARE, "60代は？", "スマートフォンを持っている60代は何%ですか", "otawara"),
        (WHICH_CITY, "おやま", "小山市では、計画期間は?", "oyama"),
    ],
)
def test_one_thing_is_changed(
    follower: Follower, before: Exchange, text: str, meaning: str, city: str | None
) -> None:
    found = followed(follower, text, before)
    assert (found.kind, found.text, found.city) == (FollowKind.CHANGED, meaning, city)


@pytest.mark.parametrize(
    ("before", "text", "meaning"),
    [
        (TERM, "LGWANは？", "LGWANとは何ですか"),
        (SCHEDULE, "コンビニ収納は？", "コンビニ収納の担当課は?"),
        (SCHEDULE, "児童生徒の安全対策事業は？", "児童生徒の安全対策事業の担当課は?"),
        (SCHEDULE, "じゃあクラウドの利用は？", "クラウドの利用の担当課は?"),
        (SHARE, "パソコンは？", "パソコンを持っている市民は何%ですか"),
    ],
)
def test_another_subject_is_asked_the_same(
    follower: Follower, before: Exchange, text: str, meaning: str
) -> None:
    found = followed(follower, text, before)
    assert (found.kind, found.text) == (FollowKind.REPLACED, meaning)


@pytest.mark.parametrize(
    "text",
    [
        "もっと詳しく",
        "もう少しくわしく おしえてください",
        "詳しく教えて",
        "ほかには？",
        "続きは?",
        "Tell me more",
        "请更详细一点",
        "더 자세히 알려 주세요",
        "Conte mais",
        "Más detalles, por favor",
    ],
)
def test_more_is_asked(follower: Follower, text: str) -> None:
    entry = Exchange("それは?", Reason.ANSWERED_FAQ, "toride", ("toride-4/faq/0605", ROW))
    found = followed(follower, text, entry, REFUSED, SCHEDULE)
    assert found.kind is FollowKind.MORE
    assert found.text == SCHEDULE.meaning
    assert found.record_ids == (ROW,)
    assert found.told == ("toride-4/faq/0605", ROW)


@pytest.mark.parametrize(
    ("text", "city"),
    [("小山市", "oyama"), ("2番目", "oyama"), ("最初の", "toride"), ("２", "oyama")],
)
def test_a_choice_is_taken(follower: Follower, text: str, city: str) -> None:
    found = followed(follower, text, WHICH_CITY)
    assert (found.kind, found.text, found.city) == (FollowKind.CHOSEN, "計画期間は?", city)


def test_yes_to_several_asks_back_once_more(follower: Follower) -> None:
    assert followed(follower, "はい", WHICH_CITY).city is None
    one = Exchange("x", Reason.CLARIFY_CITY, choices=WHICH_CITY.choices[1:])
    assert followed(follower, "はい", one).city == "oyama"
    assert follower.follow("3番目", (WHICH_CITY,), TODAY) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("When does it start?", "いじめ防止アプリケーションの導入"),
        ("why?", "いじめ防止アプリケーションの導入"),
        ("什么时候开始？", "いじめ防止アプリケーションの導入"),
        ("언제 시작하나요?", "いじめ防止アプリケーションの導入"),
        ("¿Cuándo empieza?", "いじめ防止アプリケーションの導入"),
        ("Quando começa?", "いじめ防止アプリケーションの導入"),
        ("And tablets?", "anti-bullying app"),
    ],
)
def test_other_languages_lean_too(follower: Follower, text: str, part: str) -> None:
    found = followed(follower, text, ENGLISH)
    assert part in found.text


@pytest.mark.parametrize(
    "text",
    [
        "What about Otawara?",
        "那大田原呢？",
        "그럼 오타와라는요?",
        "E em Otawara?",
        "¿Y en Otawara?",
    ],
)
def test_a_city_in_other_languages(follower: Follower, text: str) -> None:
    found = followed(follower, text, ENGLISH)
    assert (found.text, found.city) == (ENGLISH.meaning, "otawara")


def test_what_was_refused_is_no_subject(follower: Follower) -> None:
    assert followed(follower, "いつから？", SCHEDULE, REFUSED).text == "いじめ防止アプリはいつから"
    assert follower.follow("いつから?", (REFUSED,), TODAY) is None
    assert follower.follow("いつから?", (), TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "コンビニ交付はいつからですか",
        "計画の期間は？",
        "この計画の目的は何ですか",
        "これからの課題は何ですか",
        "その他の施策にはどんなものがありますか",
        "情報化推進委員会の委員長は？",
        "大田原市の計画期間は？",
        "LGWANって？",
        "ありがとう",
        "What is the plan period?",
        "第5次計画の期間は？",
    ],
)
@pytest.mark.parametrize("before", [SCHEDULE, ENGLISH, WHICH_CITY])
def test_what_says_its_subject_stands_alone(
    follower: Follower, text: str, before: Exchange
) -> None:
    assert follower.follow(normalise(text), (before,), TODAY) is None


@pytest.mark.parametrize("text", ["なんの" * 12, "にでは" * 13, "担当課" * 13, "どこdo" * 9])
def test_texts_with_many_ways_to_cut_them_are_decided(follower: Follower, text: str) -> None:
    """One regular expression over the whole would try 2 to the 40th of them."""
    assert follower.follow(f"{text}漢", (SCHEDULE,), TODAY) is None


@pytest.mark.parametrize("before", [SCHEDULE, ENGLISH])
def test_questions_of_the_entries_stand_alone(
    follower: Follower, knowledge: KnowledgeBase, before: Exchange
) -> None:
    """0.05 % are taken to lean, by forms like 根拠の法律どれ？; one in a hundred would be many."""
    forms = [normalise(form) for entry in knowledge.faq[::4] for form in entry.forms]
    leaning = [form for form in forms if follower.follow(form, (before,), TODAY)]
    assert len(leaning) / len(forms) < 0.003, leaning
