from knowledge.records import Article, Enumeration


def test_articles_and_supplements(fourth):
    articles = fourth.of(Article)
    assert [one.number for one in articles[:9]] == [f"第{n}条" for n in range(1, 10)]
    assert len(articles) == 17
    assert {one.document for one in articles} == {"取手市情報化推進委員会規程"}
    supplements = articles[9:]
    assert supplements[0].number == "付則"
    assert supplements[-1].number == "付則（平成28年訓令第10号）"
    assert all(one.text.endswith("から施行する。") for one in supplements)


def test_captions_and_paragraphs(fourth):
    article = fourth.one("toride-4/article/第4条")
    assert article.caption == "委員長の職務"
    assert article.text.splitlines()[1].startswith("2 副委員長は、委員長を補佐し")
    assert article.section == ("取手市情報化推進委員会規程", "第4条（委員長の職務）")
    items = fourth.one("toride-4/article/第2条").text.splitlines()
    assert [item[:3] for item in items[1:]] == ["(1)", "(2)", "(3)", "(4)"]


def test_an_article_goes_on_behind_the_table(fourth):
    article = fourth.one("toride-4/article/第7条")
    assert article.text.splitlines()[2].startswith("3 ワーキングチーム員は")
    assert len(article.spans) == 2


def test_the_table_belongs_to_the_article_that_names_it(fourth):
    article = fourth.one("toride-4/article/第3条")
    assert "委員長 副市長" in article.text.splitlines()
    (members,) = [one for one in fourth.of(Enumeration) if one.section == article.section]
    assert [(item.label, item.text) for item in members.items[:3]] == [
        ("委員長", "副市長"),
        ("副委員長", "総務部長"),
        ("委員", "政策推進部長"),
    ]
    assert len(members.items) == 14
    assert {item.label for item in members.items[2:]} == {"委員"}
