"""Every way a request can fail, as one tree with code, status and a Japanese sentence.

ServiceError (knowledge.errors)
└── RequestError             the request cannot be served; the sentence says what to do
    ├── SignInNeededError 303  staff have to sign in, or to do something else, at `location` first
    ├── MalformedError   400  the body is not JSON or not UTF-8
    ├── ForbiddenError   403  who is signed in may not do this, or not in this city
    │   └── StaleFormError    the form is not one that this session was given
    ├── UnknownError     404  no such page, plan, city or message
    ├── MethodError      405  the address exists, the method does not
    ├── TooLargeError    413  the body exceeds the limit
    ├── MediaTypeError   415  the body is of another content type
    ├── InvalidError     422  one field does not hold; `field` names it
    ├── TooManyError     429  one client asks too often; `retry_after_s` says how long to wait
    ├── InternalError    500  a fault of ours; details stand in the log, never in the reply
    └── NotReadyError    503  loading, failed to load, too many in line, or no store to work on
"""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.errors import ServiceError


class RequestError(ServiceError):
    """The root of what HTTP answers with an error; `retry_after_s` becomes `Retry-After`.

    word    what the wording calls it; "" where that is its code
    values  what its text in the wording is filled with
    """

    status = 400
    code = "bad_request"
    word = ""
    sentence = "ご依頼の内容を確認して、もう一度お試しください。"

    def __init__(
        self,
        message: str | None = None,
        field: str | None = None,
        retry_after_s: int | None = None,
        values: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(message or self.sentence, field)
        self.retry_after_s = retry_after_s
        self.values = dict(values or {})

    @property
    def text_key(self) -> str:
        """What the wording calls it, in the area `errors`."""
        return self.word or self.code


class SignInNeededError(RequestError):
    """Another page comes first, such as the one to sign in on.

    location  its address
    """

    status = 303
    code = "sign_in_needed"
    sentence = "職員用のページです。サインインしてください。"

    def __init__(self, location: str) -> None:
        super().__init__()
        self.location = location


class ForbiddenError(RequestError):
    """Who is signed in has no role that allows it, or not in this city."""

    status = 403
    code = "forbidden"
    sentence = "この操作を行う権限がありません。必要な場合は、管理者に依頼してください。"


class StaleFormError(ForbiddenError):
    """A form that was not given to this session, or that another site sent."""

    code = "stale_form"
    sentence = "この画面は古くなっています。前のページに戻って開き直し、もう一度送信してください。"


class MalformedError(RequestError):
    """The body is not JSON, or not UTF-8."""

    code = "malformed"
    sentence = "送信された内容を読み取れません。UTF-8のJSONで送ってください。"


class UnknownError(RequestError):
    """There is no such page, plan, city or message."""

    status = 404
    code = "not_found"
    sentence = "お探しのページは見つかりません。アドレスをご確認ください。"


class MethodError(RequestError):
    """The address exists, but not for this method."""

    status = 405
    code = "method_not_allowed"
    sentence = "このアドレスへは、この方法では送れません。GETかPOSTかをご確認ください。"


class TooLargeError(RequestError):
    """The body is larger than `body_bytes_max`."""

    status = 413
    code = "too_large"
    sentence = "送信された内容が大きすぎます。質問を短くして、もう一度お試しください。"


class MediaTypeError(RequestError):
    """The body is not declared as JSON."""

    status = 415
    code = "unsupported_media_type"
    sentence = "JSONで送ってください（Content-Type: application/json）。"


class InvalidError(RequestError):
    """A field is missing or its value does not hold."""

    status = 422
    code = "invalid"
    sentence = "入力の内容を確認してください。"


class TooManyError(RequestError):
    """One client has used up its requests for now."""

    status = 429
    code = "too_many_requests"
    sentence = "短い時間に多くのご質問をいただきました。少し待ってから、もう一度お試しください。"


class InternalError(RequestError):
    """Something of ours failed."""

    status = 500
    code = "internal"
    sentence = "申し訳ありません。処理中に問題が起きました。時間をおいて、もう一度お試しください。"


class NotReadyError(RequestError):
    """The counter is loading, could not be loaded or has too many in line; or the store fails."""

    status = 503
    code = "not_ready"
    sentence = "ただいま準備中です。少し待ってから、もう一度お試しください。"


BY_STATUS: dict[int, type[RequestError]] = {
    kind.status: kind
    for kind in (
        MalformedError,
        UnknownError,
        MethodError,
        TooLargeError,
        MediaTypeError,
        InvalidError,
        TooManyError,
        InternalError,
        NotReadyError,
    )
}
