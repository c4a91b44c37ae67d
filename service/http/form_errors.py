"""What residents typed into a form and cannot be taken, worded in the language of their page."""

from __future__ import annotations

from service.http.errors import InvalidError, UnknownError


class QuestionEmptyError(InvalidError):
    """Nothing was asked."""

    word = "question_empty"

    def __init__(self, field: str) -> None:
        super().__init__("質問を入力してください。", field)


class QuestionTooLongError(InvalidError):
    """The question has `chars` characters after NFKC, more than `chars_max`."""

    word = "question_too_long"

    def __init__(self, chars: int, chars_max: int, field: str) -> None:
        super().__init__(
            f"質問は{chars_max}文字までで入力してください（いまは{chars}文字です）。"
            "短くするか、2回に分けてお試しください。",
            field,
            values={"chars": chars, "chars_max": chars_max},
        )


class CommentTooLongError(InvalidError):
    """The comment has `chars` characters after NFKC, more than `chars_max`."""

    word = "comment_too_long"

    def __init__(self, chars: int, chars_max: int) -> None:
        super().__init__(
            f"ご意見は{chars_max}文字までで入力してください（いまは{chars}文字です）。",
            "comment",
            values={"chars": chars, "chars_max": chars_max},
        )


class PersonalCommentError(InvalidError):
    """The comment holds personal data and was not kept."""

    word = "comment_personal"

    def __init__(self) -> None:
        super().__init__(
            "個人情報と思われる内容が含まれているため、ご意見を保存せずに破棄しました。"
            "お名前や電話番号などを除いて、もう一度お送りください。",
            "comment",
        )


class UnknownMessageError(UnknownError):
    """The answer that is rated was never kept, or was forgotten."""

    word = "message_unknown"

    def __init__(self) -> None:
        super().__init__(
            "この回答の記録は見つかりません。会話を消したか、記録の期間が過ぎています。"
            "もう一度質問すると、その回答にご意見をお送りいただけます。",
            "message_id",
        )
