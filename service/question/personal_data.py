"""Personal data in a question: what must not be taken in. Nothing found is ever returned."""

from __future__ import annotations

from enum import StrEnum

from service.question.own_name import has_own_name
from service.question.private_address import has_home_address
from service.question.private_numbers import (
    has_account,
    has_card,
    has_document_number,
    has_my_number,
    has_private_phone,
)
from service.question.private_words import has_birth_date, has_credential, has_private_mail
from service.question.written_numbers import with_plain_digits


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
    NAME = "name"


_TESTS = (
    (PersonalData.MY_NUMBER, has_my_number),
    (PersonalData.CARD, has_card),
    (PersonalData.PHONE, has_private_phone),
    (PersonalData.MAIL, has_private_mail),
    (PersonalData.ACCOUNT, has_account),
    (PersonalData.CREDENTIAL, has_credential),
    (PersonalData.DOCUMENT_NUMBER, has_document_number),
    (PersonalData.HOME_ADDRESS, has_home_address),
    (PersonalData.BIRTH_DATE, has_birth_date),
    (PersonalData.NAME, has_own_name),
)


def personal_data(text: str) -> tuple[PersonalData, ...]:
    """The kinds of personal data in normalised text; empty when there are none."""
    plain = with_plain_digits(text)
    return tuple(kind for kind, holds in _TESTS if holds(plain))
