"""Personal data in words: mail addresses, passwords, dates of birth."""

from __future__ import annotations

import re

_AT = r"\s?(?:@|[(\[<{]\s?(?:at|a)\s?[)\]>}]|アット(?:マーク)?|あっと(?:まーく)?|[☆★●◎])\s?"
_MAIL = re.compile(
    rf"[A-Za-z0-9._%+\-]{{1,64}}{_AT}(?:[A-Za-z0-9\-]{{1,63}}\s?[.。]\s?){{1,5}}[A-Za-z]{{2,}}"
    r"|[A-Za-z0-9._\-]{2,64} at [A-Za-z0-9\-]{2,63} dot [A-Za-z]{2,}",
    re.IGNORECASE,
)
_PUBLIC_MAIL = re.compile(r"\.(?:lg|go)\.jp$|@city\.[a-z\-.]+\.jp$", re.IGNORECASE)
_IS = r"(?:は|が|を|の|も|is|es|é|是|은|는)?"
_CREDENTIAL = re.compile(
    r"(?:暗証番号|あんしょうばんごう|パスワード|ぱすわーど|パスコード|暗号鍵|(?<![A-Za-z])PIN(?![A-Za-z])"
    r"|ピン番号|セキュリティコード|password|passcode|密码|密碼|비밀번호|senha|contraseña|pin code)"
    rf"(?:番号|コード)?(?:\s*の?[0-9]桁)?\s*(?:{_IS}\s*[:=「『\"'“]\s*[^\s、。」』\"']{{3,}}"
    rf"|{_IS}\s*(?:[0-9]{{4,8}}(?![0-9年月字文桁個つ回件ヶか])"
    r"|(?=[A-Za-z!#$%&*_\-]*[0-9])(?=[0-9!#$%&*_\-]*[A-Za-z])[A-Za-z0-9!#$%&*_\-]{5,}"
    r"|[A-Za-z]{4,}\s?(?:です(?!か)|だよ|$)))"
    r"|(?:セキュリティコード|security code|CVV|CVC)(?:は|is|:| )*[0-9]{3,4}(?![0-9桁])",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(生年月日|誕生日|生まれ|うまれ|born|birth|出生|生日|생년월일|생일|nasci|nascimento|nací|nacimiento)",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec ene fev abr mai ago set out dic dez"
_MONTH = rf"(?:{'|'.join(_MONTHS.split())})[a-zç]*"
_FULL_DATE = re.compile(
    r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\s?(?:[0-9]{1,2}|元)|(?:18|19|20)[0-9]{2})\s?[年년/.\-]\s?"
    r"[0-9]{1,2}\s?[月월/.\-]\s?[0-9]{1,2}"
    r"|[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-](?:19|20)[0-9]{2}"
    rf"|{_MONTH} [0-9]{{1,2}},? (?:19|20)[0-9]{{2}}"
    rf"|[0-9]{{1,2}} (?:de )?{_MONTH} (?:de )?(?:19|20)[0-9]{{2}}"
    r"|(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])",
    re.IGNORECASE,
)


def has_private_mail(text: str) -> bool:
    """A mail address that is no public office's."""
    return any(not _PUBLIC_MAIL.search(match.group()) for match in _MAIL.finditer(text))


def has_credential(text: str) -> bool:
    """A password or PIN told, not only spoken of."""
    return bool(_CREDENTIAL.search(text))


def has_birth_date(text: str) -> bool:
    """A full date beside a word of birth."""
    return bool(_BIRTH.search(text) and _FULL_DATE.search(text))
