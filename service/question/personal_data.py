"""Personal data in a question: what must not be taken in. Nothing found is ever returned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from service.question.check_digits import is_card_number, is_my_number


class PersonalData(StrEnum):
    """Kinds of personal data; the only thing told about a finding."""

    MY_NUMBER = "my_number"
    PHONE = "phone"
    MAIL = "mail"
    CARD = "card"
    ACCOUNT = "account"
    CREDENTIAL = "credential"
    DOCUMENT_NUMBER = "document_number"
    HOME_ADDRESS = "home_address"
    BIRTH_DATE = "birth_date"


_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_KANJI_RUN = re.compile(r"[〇零一二三四五六七八九][〇零一二三四五六七八九\-ー―‐ ]{8,}")
_DASHES = re.compile(r"(?<=[0-9])\s*[‐‑‒–—―−ーｰ―の]\s*(?=[0-9])")
# A run of digits, single blanks, dots or hyphens between them allowed.
_YEARS = re.compile(r"(?:(?:19|20)[0-9]{2}[ .\-]?)+")
_DIGITS = re.compile(r"(?<![0-9A-Za-z.\-])[0-9](?:[ .\-]?[0-9]){6,22}(?![0-9])")

_MY_NUMBER_WORDS = re.compile(
    r"(マイナンバー|まいなんばー|個人番号|my ?number|个人编号|個人編號|마이넘버)[^0-9]{0,14}"
    r"[0-9](?:[ .\-]?[0-9]){9,}",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"市役所|区役所|役所|役場|庁舎|支所|[^\s]課(?!題)|図書館|公民館|体育館|センター|学校|病院|保健所|警察|消防"
    r"|代表(番号|電話)|窓口|city hall|city office|library|市政府|시청|prefeitura|ayuntamiento"
)
_PHONE = re.compile(
    r"(?<![0-9])(?:\+\s?81[ \-.]?(?:\(0\))?|0)"
    r"[0-9]{1,4}[ \-.()]{0,2}[0-9]{1,4}[ \-.()]{0,2}[0-9]{3,4}(?![0-9])"
)
_FREE_OR_SHORT = re.compile(r"0120|0570|0800")
_MOBILE = re.compile(r"(?:\+?81|0)[5789]0")
_MAIL = re.compile(
    r"[A-Za-z0-9._%+\-]{1,64}\s?(?:@|\(at\)|\[at\]|アットマーク|☆)\s?"
    r"(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}"
)
_PUBLIC_MAIL = re.compile(r"\.(?:lg|go)\.jp$|@city\.[a-z\-.]+\.jp$", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(口座|こうざ|普通預金|当座預金|通帳|記号番号|account (?:number|no)|账号|帳號|账户|계좌"
    r"|\bconta\b|\bcuenta\b)"
    r"[^0-9]{0,14}[0-9](?:[ \-]?[0-9]){4,13}(?![0-9年月])",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"(暗証番号|あんしょうばんごう|パスワード|ぱすわーど|パスコード|暗号鍵|(?<![A-Za-z])PIN(?![A-Za-z])"
    r"|ピン番号|セキュリティコード|password|passcode|密码|密碼|비밀번호|senha|contraseña|pin code)"
    r"(?:番号|コード)?(?:\s*の?[0-9]桁)?\s*(?:(?:は|が|を|の|も|is|es|é|是|은|는)?\s*[:=「『\"'“]\s*[^\s、。」』\"']{3,}"
    r"|(?:は|が|を|の|も|is|es|é|是|은|는)?\s*"
    r"(?:[0-9]{4,8}(?![0-9年月字文桁個つ回件ヶか])|(?=[A-Za-z!#$%&*_\-]*[0-9])(?=[0-9!#$%&*_\-]*[A-Za-z])"
    r"[A-Za-z0-9!#$%&*_\-]{5,}))",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(免許証?|旅券|パスポート|保険証|被保険者(?:証)?|基礎年金|年金手帳|在留カード|受給者証?|住民票コード"
    r"|passport|driver'?s licen[cs]e|residence card|护照|여권|passaporte|pasaporte)"
    r"の?(?:番号|ばんごう|記号|number|no\.?|号码)?\s*(?:は|が|を|:|is|是|es|é)?\s*"
    r"(?=[A-Z0-9\-]*[0-9]{5})[A-Z]{0,2}[0-9][0-9\-]{5,13}[A-Z]{0,2}",
    re.IGNORECASE,
)
_BLOCK = (
    r"[0-9]{1,4}(?:丁目[ ]?[0-9]{1,4}(?:番地?|-)?(?:の?-?[ ]?[0-9]{1,4}(?:号|番地?)?)?"
    r"|番地?(?:の?[0-9]{1,4}|[ ]?[0-9]{1,4}号)?(?![組目手線茶付煎犬通号選])"
    r"|-[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,5})?|-[0-9]{1,4})"
)
_ADDRESS_STRICT = re.compile(
    r"(?:[都道府県市区町村]|大字|字)[一-龥々ヶケぁ-ゖァ-ヴー]{0,10}?[ ]?[0-9]{1,4}"
    r"(?:丁目[ ]?[0-9]|番地|番[0-9 ]{1,4}号)"
)
_ADDRESS_LOOSE = re.compile(
    rf"(?:[都道府県市区町村]|大字|字)[一-龥々ヶケノのァ-ヴー]{{0,10}}[ ]?{_BLOCK}"
)
_HOME = re.compile(
    r"住所(は|が|:|を)|自宅|住んで|住まい|すんで|家は|うちは|実家|在住|引っ?越し|転居|宛て?に|届け先|送って"
    r"|[0-9]号室|マンション|アパート|ハイツ|コーポ"
    r"|\bi live\b|my address|我住|我的地址|제 주소|살고|\bmoro\b|\bvivo en\b"
)
_NOT_HOME = re.compile(r"施策|計画|目標|図表|図|表|第|章|条|取組|方針|項目")
_BIRTH = re.compile(
    r"(生年月日|誕生日|生まれ|うまれ|born|birth|出生|生日|생년월일|생일|nasci|nascimento|nací|nacimiento)"
)
_FULL_DATE = re.compile(
    r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\s?(?:[0-9]{1,2}|元)|(?:18|19|20)[0-9]{2})\s?[年/.\-]\s?"
    r"[0-9]{1,2}\s?[月/.\-]\s?[0-9]{1,2}"
    r"|[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-](?:19|20)[0-9]{2}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-9]{1,2},? (?:19|20)[0-9]{2}",
    re.IGNORECASE,
)


def personal_data(text: str) -> tuple[PersonalData, ...]:
    """The kinds of personal data in normalised text; empty when there are none."""
    text = _DASHES.sub("-", _with_digits(text))
    return tuple(dict.fromkeys(_kinds(text)))


def _with_digits(text: str) -> str:
    """Long runs of kanji digits (〇九〇…) as ASCII; short ones are words like 第四次."""
    return _KANJI_RUN.sub(lambda run: run.group().translate(_KANJI_DIGITS), text)


def _kinds(text: str) -> Iterator[PersonalData]:
    if _MY_NUMBER_WORDS.search(text):
        yield PersonalData.MY_NUMBER
    for run in filter(_is_one_number, _DIGITS.finditer(text)):
        digits = re.sub(r"[^0-9]", "", run.group())
        if is_my_number(digits):
            yield PersonalData.MY_NUMBER
        if is_card_number(digits):
            yield PersonalData.CARD
    if any(_is_private_phone(match, text) for match in _PHONE.finditer(text)):
        yield PersonalData.PHONE
    if any(not _PUBLIC_MAIL.search(match.group()) for match in _MAIL.finditer(text)):
        yield PersonalData.MAIL
    if _ACCOUNT.search(text):
        yield PersonalData.ACCOUNT
    if _CREDENTIAL.search(text):
        yield PersonalData.CREDENTIAL
    if _DOCUMENT.search(text):
        yield PersonalData.DOCUMENT_NUMBER
    if _is_home_address(text):
        yield PersonalData.HOME_ADDRESS
    if _BIRTH.search(text) and _FULL_DATE.search(text):
        yield PersonalData.BIRTH_DATE


def _is_one_number(run: re.Match[str]) -> bool:
    """Whether the digits are set apart in one manner; 1-1-1 1-1-2 and 2018 2019 are several."""
    return len(set(re.findall(r"[ .\-]", run.group()))) < 2 and not _YEARS.fullmatch(run.group())


def _is_private_phone(match: re.Match[str], text: str) -> bool:
    """Mobile numbers are private; others too, unless the question speaks of a public office."""
    digits = re.sub(r"[^0-9]", "", match.group())
    national = "0" + digits[2:].lstrip("0") if match.group().startswith("+") else digits
    if _MOBILE.match(national):
        return len(national) == 11
    if len(national) != 10 or national.startswith("00") or _FREE_OR_SHORT.match(national):
        return False
    return not _PUBLIC.search(text)


def _is_home_address(text: str) -> bool:
    if _ADDRESS_STRICT.search(text) and not _PUBLIC.search(text):
        return True
    if not _HOME.search(text):
        return False
    return any(not _NOT_HOME.search(match.group()) for match in _ADDRESS_LOOSE.finditer(text))
