"""Each kind of question, and each fact wanted, is understood in five languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.question import understand

Table = Mapping[str, Mapping[str, list[str]]]

ASKED: Table = {
    "en": {
        "when": [
            "When will the system start?",
            "Until when does the plan run?",
            "In which fiscal year was the card system introduced?",
        ],
        "who": [
            "Who is responsible for security?",
            "Which department is in charge of the website?",
            "Who chairs the committee?",
        ],
        "what_is": [
            "What is RPA?",
            "What does LGWAN stand for?",
            "What is the meaning of BPR?",
        ],
        "how_many": [
            "How many measures are there?",
            "What percentage of people use smartphones?",
        ],
        "yes_no": [
            "Is there a plan for free Wi-Fi?",
            "Can residents apply online?",
            "Will the city use AI?",
        ],
        "list": [
            "List all the goals of the plan",
            "What are the four goals?",
            "Which measures are new?",
        ],
        "why": [
            "Why was the plan revised?",
            "What is the reason for the change?",
        ],
        "how_to": [
            "How does the city protect data?",
            "How can I apply online?",
        ],
        "compare": [
            "What is the difference between the fourth and the fifth plan?",
            "Compare Toride and Oyama",
        ],
        "page": [
            "What page is the survey on?",
            "Which chapter describes security?",
        ],
    },
    "zh": {
        "when": [
            "什么时候开始？",
            "计划到哪一年为止？",
            "平板电脑何时引进？",
        ],
        "who": [
            "谁负责信息安全？",
            "哪个部门负责网站？",
        ],
        "what_is": [
            "什么是RPA？",
            "LGWAN是什么意思？",
            "BPR是什么的缩写？",
        ],
        "how_many": [
            "有多少项措施？",
            "百分之几的人使用智能手机？",
        ],
        "yes_no": [
            "可以在线申请吗？",
            "是否引进AI？",
            "有没有免费无线网络？",
        ],
        "list": [
            "请列出所有目标",
            "有哪些措施？",
        ],
        "why": [
            "为什么修改计划？",
            "修改的原因是什么？",
        ],
        "how_to": [
            "怎么在线申请？",
            "市如何保护个人信息？",
        ],
        "compare": [
            "第四次计划和第五次计划有什么区别？",
            "和小山市相比有什么不同？",
        ],
        "page": [
            "在第几页？",
            "哪一章写了安全对策？",
        ],
    },
    "ko": {
        "when": [
            "언제 시작합니까?",
            "계획은 몇 년까지입니까?",
            "몇 년도에 도입되었습니까?",
        ],
        "who": [
            "누가 담당합니까?",
            "어느 부서가 담당합니까?",
            "담당 과는 어디입니까?",
        ],
        "what_is": [
            "RPA란 무엇입니까?",
            "LGWAN은 무슨 뜻입니까?",
            "BPR의 의미는 무엇입니까?",
        ],
        "how_many": [
            "시책은 몇 개 있습니까?",
            "스마트폰을 쓰는 사람은 몇 퍼센트입니까?",
        ],
        "yes_no": [
            "온라인으로 신청할 수 있습니까?",
            "무료 와이파이가 있나요?",
            "AI를 도입합니까?",
        ],
        "list": [
            "목표를 모두 알려 주세요",
            "어떤 시책들이 있습니까?",
            "시책 목록을 보여 주세요",
        ],
        "why": [
            "왜 계획을 바꿨습니까?",
            "변경한 이유는 무엇입니까?",
        ],
        "how_to": [
            "어떻게 신청합니까?",
            "신청 방법을 알려 주세요",
        ],
        "compare": [
            "4차 계획과 5차 계획의 차이는 무엇입니까?",
            "오야마시와 비교해 주세요",
        ],
        "page": [
            "몇 페이지에 있습니까?",
            "어느 장에 적혀 있습니까?",
        ],
    },
    "pt": {
        "when": [
            "Quando começa o sistema?",
            "Até quando vai o plano?",
            "Em que ano foi introduzido o cartão?",
        ],
        "who": [
            "Quem é responsável pela segurança?",
            "Qual setor cuida do site?",
            "Qual departamento é responsável?",
        ],
        "what_is": [
            "O que é RPA?",
            "O que significa LGWAN?",
            "Qual é o significado de BPR?",
        ],
        "how_many": [
            "Quantas medidas existem?",
            "Qual é a porcentagem de pessoas com celular?",
        ],
        "yes_no": [
            "Existe Wi-Fi grátis?",
            "Posso fazer o pedido online?",
            "Vai haver um aplicativo?",
            "A cidade vai usar IA?",
        ],
        "list": [
            "Quais são os objetivos?",
            "Liste as medidas",
        ],
        "why": [
            "Por que o plano foi mudado?",
            "Qual é o motivo da mudança?",
        ],
        "how_to": [
            "Como faço o pedido online?",
            "Como a cidade protege os dados?",
        ],
        "compare": [
            "Qual é a diferença entre os planos?",
            "Compare Toride e Oyama",
        ],
        "page": [
            "Em que página está a pesquisa?",
            "Qual capítulo fala de segurança?",
        ],
    },
    "es": {
        "when": [
            "¿Cuándo empieza el sistema?",
            "¿Hasta cuándo dura el plan?",
            "¿En qué año se introdujo la tarjeta?",
        ],
        "who": [
            "¿Quién es responsable de la seguridad?",
            "¿Qué sección se encarga del sitio web?",
            "¿Qué departamento está a cargo?",
        ],
        "what_is": [
            "¿Qué es RPA?",
            "¿Qué significa LGWAN?",
            "¿Cuál es el significado de BPR?",
        ],
        "how_many": [
            "¿Cuántas medidas hay?",
            "¿Qué porcentaje de la gente usa celular?",
        ],
        "yes_no": [
            "¿Hay wifi gratis?",
            "¿Se puede hacer la solicitud en línea?",
            "¿La ciudad usará IA?",
        ],
        "list": [
            "¿Cuáles son los objetivos?",
            "Enumere las medidas",
        ],
        "why": [
            "¿Por qué se cambió el plan?",
            "¿Cuál es el motivo del cambio?",
        ],
        "how_to": [
            "¿Cómo hago la solicitud en línea?",
            "¿Cómo protege la ciudad los datos?",
        ],
        "compare": [
            "¿Cuál es la diferencia entre los planes?",
            "Compare Toride y Oyama",
        ],
        "page": [
            "¿En qué página está la encuesta?",
            "¿Qué capítulo habla de seguridad?",
        ],
    },
}
WANTED: Table = {
    "en": {
        "price": [
            "How much does it cost?",
        ],
        "phone": [
            "What is the phone number of the division?",
        ],
        "address": [
            "What is the address of city hall?",
        ],
        "url": [
            "What is the URL of the website?",
        ],
        "department": [
            "Which division is in charge?",
        ],
        "year": [
            "In which year did it start?",
        ],
        "percentage": [
            "What percentage of people answered?",
        ],
        "clock_time": [
            "What time does it open?",
        ],
        "person_name": [
            "Who is the mayor?",
        ],
        "headcount": [
            "How many people answered?",
        ],
    },
    "zh": {
        "price": [
            "费用是多少？",
        ],
        "phone": [
            "电话号码是多少？",
        ],
        "address": [
            "地址在哪里？",
        ],
        "url": [
            "网址是什么？",
        ],
        "department": [
            "哪个部门负责？",
            "哪个课负责？",
        ],
        "year": [
            "是哪一年开始的？",
        ],
        "percentage": [
            "比例是多少？",
        ],
        "clock_time": [
            "几点开门？",
        ],
        "person_name": [
            "市长是谁？",
        ],
        "headcount": [
            "有多少人回答？",
        ],
    },
    "ko": {
        "price": [
            "비용은 얼마입니까?",
        ],
        "phone": [
            "전화번호는 몇 번입니까?",
        ],
        "address": [
            "주소는 어디입니까?",
        ],
        "url": [
            "홈페이지 주소는 무엇입니까?",
        ],
        "department": [
            "어느 부서가 담당합니까?",
            "담당 과는 어디입니까?",
        ],
        "year": [
            "몇 년에 시작했습니까?",
        ],
        "percentage": [
            "비율은 얼마입니까?",
        ],
        "clock_time": [
            "몇 시에 엽니까?",
        ],
        "person_name": [
            "시장은 누구입니까?",
        ],
        "headcount": [
            "몇 명이 답했습니까?",
        ],
    },
    "pt": {
        "price": [
            "Quanto custa?",
        ],
        "phone": [
            "Qual é o número de telefone?",
        ],
        "address": [
            "Qual é o endereço da prefeitura?",
        ],
        "url": [
            "Qual é o endereço do site?",
        ],
        "department": [
            "Qual setor é responsável?",
        ],
        "year": [
            "Em que ano começou?",
        ],
        "percentage": [
            "Qual é a porcentagem?",
        ],
        "clock_time": [
            "A que horas abre?",
        ],
        "person_name": [
            "Quem é o prefeito?",
        ],
        "headcount": [
            "Quantas pessoas responderam?",
        ],
    },
    "es": {
        "price": [
            "¿Cuánto cuesta?",
        ],
        "phone": [
            "¿Cuál es el número de teléfono?",
        ],
        "address": [
            "¿Cuál es la dirección de la municipalidad?",
        ],
        "url": [
            "¿Cuál es la dirección del sitio web?",
        ],
        "department": [
            "¿Qué sección se encarga?",
        ],
        "year": [
            "¿En qué año empezó?",
        ],
        "percentage": [
            "¿Qué porcentaje respondió?",
        ],
        "clock_time": [
            "¿A qué hora abre?",
        ],
        "person_name": [
            "¿Quién es el alcalde?",
        ],
        "headcount": [
            "¿Cuántas personas respondieron?",
        ],
    },
}


def rows(table: Table) -> list[tuple[str, str, str]]:
    return [(lang, name, q) for lang, kinds in table.items() for name in kinds for q in kinds[name]]


@pytest.mark.parametrize(("language", "kind", "text"), rows(ASKED))
def test_kind(knowledge: KnowledgeBase, language: str, kind: str, text: str) -> None:
    asked = understand(text, "toride", knowledge, date(2025, 6, 2))
    assert (asked.language, asked.asked.value) == (language, kind)
    assert asked.beyond is None


@pytest.mark.parametrize(("language", "fact", "text"), rows(WANTED))
def test_fact_wanted(knowledge: KnowledgeBase, language: str, fact: str, text: str) -> None:
    asked = understand(text, "toride", knowledge, date(2025, 6, 2))
    assert fact in {wanted.value for wanted in asked.wanted}
