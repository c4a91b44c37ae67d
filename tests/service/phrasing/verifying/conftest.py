"""Real sentences of the plans as evidence, and the checks by their outcomes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.years import Era
from service.phrasing.evidence import Evidence
from service.phrasing.outcome import NotPhrased, PhrasingOutcome
from service.phrasing.settings import VerifyingSettings
from service.phrasing.verifying.verifier import verify

PLAN = "第四次取手市情報化計画（取手市、第四次計画）"

EVIDENCE: dict[str, Evidence] = {}
EVIDENCE["schedule"] = Evidence(
    1,
    "各課所管のストレージ設置場所の整備は、平成30年度（2018年度）に調査・研究、31年度から32年度"
    "（2019〜2020年度）まで構築、33年度から34年度（2021〜2022年度）まで運用の予定です。",
    "■４－１－２ 各課所管のストレージ 設置場所の整備 調査・研究 構築 ⇒ 運用 ⇒ 情報管理課",
    f"{PLAN} 4-1 情報セキュリティレベルの向上",
)
EVIDENCE["department"] = Evidence(
    1,
    "「いじめ防止アプリケーションの導入」の担当課は、指導課です。",
    "■２－１－８ いじめ防止アプリケー ションの導入 構築 運用 ⇒ ⇒ ⇒ ⇒ 指導課",
    f"{PLAN} 2-1-8 いじめ防止アプリケーションの導入",
)
EVIDENCE["shares"] = Evidence(
    1,
    "スマートフォンの保有率は、大田原市38.2%、栃木県26.5%、全国29.3%です"
    "（市は平成25年（2013年）調査、県・全国は平成23年（2011年）末）。",
    "携帯電話の保有率は全国・栃木県と比較して低く、スマートフォンは全国や栃木県よりも高い状 況です"
    "が、本市と調査時期が異なることが要因の一つと考えられます。 図表 87.9% 79.0% 38.2% 8.2%",
    "大田原市地域ＩＣＴ総合推進計画（大田原市、大田原市の計画） ① 情報通信機器の保有率",
)
EVIDENCE["card"] = Evidence(
    1,
    "マイナンバーカードを利用した新たなサービスの可能性について検討を進めていきます。",
    "市ではコンビニエンスストアにおける 証明書等の自動交付サービス等を実施していますが，今後さらに"
    "マイナンバーカー ド取得促進とともに新たなサービスの可能性について検討 を進めていきます。",
    f"{PLAN} 2-4 マイナンバーカード活用",
)
EVIDENCE["chair"] = Evidence(
    1,
    "情報化推進委員会の委員長は副市長、副委員長は総合政策部長です。",
    "委員長は副市長の職にある者をもって充てる。",
    "大田原市地域ＩＣＴ総合推進計画（大田原市、大田原市の計画） 情報化推進委員会設置要綱",
)
EVIDENCE["goals"] = Evidence(
    1,
    "達成すべき具体的目標として、17のゴールと169のターゲットが設定されています。",
    "17 のゴールと 169 のターゲットが設定されている。",
    "第3次小山市情報化基本計画（小山市、第3次計画） 第1章",
)
EVIDENCE["spread"] = Evidence(
    1,
    "住民基本台帳カードは普及していませんが、電子申請は利用できます。",
    "住民基本台帳カードは普及していない。",
    f"{PLAN} 第2章",
)

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.fixture
def evidence() -> dict[str, Evidence]:
    return EVIDENCE


@pytest.fixture
def verdict() -> Verdict:
    """How a reply ends, held against the named evidence; it need not tell all of it."""

    def check(reply: str, name: str) -> PhrasingOutcome:
        try:
            verify(reply, [EVIDENCE[name]], Era.HEISEI, VerifyingSettings(words_kept=0.0))
        except NotPhrased as reason:
            return reason.outcome
        return PhrasingOutcome.SHOWN

    return check
