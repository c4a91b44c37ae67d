"""Numbers that belong to one person: My Number, cards, telephones, accounts, documents."""

from __future__ import annotations

import re

from service.question.check_digits import is_card_number, is_my_number

_YEARS = re.compile(r"(?:(?:19|20)[0-9]{2}[ .\-/・,]?)+")
_TIMESTAMP = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{4}")
# A run of digits, one sign between them allowed.
_DIGITS = re.compile(r"(?<![0-9])[0-9](?:[ .\-/・,]?[0-9]){6,22}(?![0-9])")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_FOURS = re.compile(r"[0-9]{4}([ .\-/・,]?)[0-9]{4}\1[0-9]{4}")

_LETTER = re.compile(r"[A-Za-z]")

_MY_NUMBER_WORDS = re.compile(
    r"(マイナンバー|まいなんばー|個人番号|my ?number|个人编号|個人編號|마이넘버)[^0-9]{0,14}"
    r"[0-9](?:[ .\-/・,]?[0-9]){9,}",
    re.IGNORECASE,
)
_CARD_WORDS = re.compile(
    r"(?:クレジット|カード番号|credit card|card number|visa|信用卡|신용카드|cartão|tarjeta)"
    r"[^0-9]{0,10}[0-9](?:[ \-]?[0-9]){13,15}(?![0-9])",
    re.IGNORECASE,
)
PUBLIC = re.compile(
    r"市役所|区役所|役所|役場|庁舎|支所|[^\s]課(?!題)|図書館|公民館|体育館|センター|学校|病院|保健所|警察|消防"
    r"|代表(番号|電話)|窓口|city hall|city office|library|市政府|시청|prefeitura|ayuntamiento",
    re.IGNORECASE,
)
_OWN_PHONE = re.compile(
    r"(?:自宅|実家|携帯|うちの?|私の?|わたしの?|僕の?|俺の?|母の?|父の?|連絡先|my|home|mobile|cell)"
    r"[^0-9、。]{0,14}$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![0-9])(?:(?:\+|00)\s?81[ \-.]?(?:\(0\))?|0)"
    r"[0-9]{1,4}[ \-.()/・]{0,2}[0-9]{1,4}[ \-.()/・]{0,2}[0-9]{3,4}(?![0-9])"
)
_COUNTRY = re.compile(r"(?:\+|00)\s?81")
_FREE_OR_SHORT = re.compile(r"0120|0570|0800")
_MOBILE = re.compile(r"0[5789]0")
_ACCOUNT = re.compile(
    r"(?:(?:口座|こうざ|普通預金|当座預金|通帳|ゆうちょ|(?:bank|my) account"
    r"|account (?:number|no)|账号|帳號|账户|계좌|\bconta\b|\bcuenta\b)"
    r"(?:(?!件数|利用|登録|予算|予定|収納)[^0-9]){0,14}[0-9](?:[ \-]?[0-9]){4,13}"
    r"|(?:普通|当座)[ :は]{0,3}[0-9]{7}|記号番?号?[^0-9]{0,4}1[0-9]{4}[^0-9]{0,6}[0-9]{6,8})"
    r"(?![0-9年月件人円世帯回台千万億%,])",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:免許証?|旅券|パスポート|保険証|被保険者(?:証)?|(?:基礎)?年金(?:番号)?|年金手帳|在留カード|受給者証?|住民票コード"
    r"|(?:受付|受け付け|申請|整理|お客様|宛名|世帯|照会|納税者|患者)番号"
    r"|passport|driver'?s licen[cs]e|residence card|护照|護照|여권|passaporte|pasaporte)"
    r"の?\s?(?:記号番号|番号|ばんごう|記号|number|no\.?|号码|號碼|번호)?\s*(?:は|が|を|:|is|是|es|é)?\s*"
    r"(?=[A-Z0-9 \-]{0,20}[0-9]{5})[A-Z]{0,2} ?[0-9][0-9 \-]{5,15}[A-Z]{0,2}",
    re.IGNORECASE,
)
_RESIDENCE_CARD = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{8}[A-Z]{2}(?![A-Za-z0-9])")


def has_my_number(text: str) -> bool:
    """Twelve digits with the right check digit, or ten and more beside the word."""
    return bool(_MY_NUMBER_WORDS.search(text)) or any(map(is_my_number, _whole_numbers(text)))


def has_card(text: str) -> bool:
    """Digits that pass the Luhn sum, or 14 to 16 beside the word, typing slips included."""
    return bool(_CARD_WORDS.search(text)) or any(map(is_card_number, _whole_numbers(text)))


def has_private_phone(text: str) -> bool:
    """A mobile number, or a fixed line where no public office is spoken of."""
    return any(_is_private_phone(match, text) for match in _PHONE.finditer(text))


def has_account(text: str) -> bool:
    """Digits beside a word for a bank account."""
    return bool(_ACCOUNT.search(text))


def has_document_number(text: str) -> bool:
    """Digits beside a document's name, or twelve bare digits.

    Twelve digits are a My Number with a slip or a driving licence: no plan holds such a number.
    """
    if _DOCUMENT.search(text) or _RESIDENCE_CARD.search(text):
        return True
    return any(
        _FOURS.fullmatch(run.group()) and not _TIMESTAMP.fullmatch(run.group())
        for run in filter(_is_one_number, _DIGITS.finditer(text))
        if not _LETTER.search(text[max(0, run.start() - 1) : run.end() + 1])
    )


def _whole_numbers(text: str) -> list[str]:
    runs = filter(_is_one_number, _DIGITS.finditer(text))
    return [re.sub(r"[^0-9]", "", run.group()) for run in runs]


def _is_one_number(run: re.Match[str]) -> bool:
    """Whether the digits are set apart in one manner; 1-1-1 1-1-2 and 2018 2019 are several."""
    text = run.group()
    if _YEARS.fullmatch(text) or _THOUSANDS.fullmatch(text):
        return False
    return len(set(re.findall(r"[^0-9]", text))) < 2


def _is_private_phone(match: re.Match[str], text: str) -> bool:
    number = match.group()
    country = _COUNTRY.match(number)
    digits = re.sub(r"[^0-9]", "", number[country.end() :] if country else number)
    national = "0" + digits.lstrip("0") if country else digits
    if _MOBILE.match(national):
        return len(national) == 11
    if len(national) != 10 or national.startswith("00") or _FREE_OR_SHORT.match(national):
        return False
    return bool(_OWN_PHONE.search(text[: match.start()])) or not PUBLIC.search(text)
