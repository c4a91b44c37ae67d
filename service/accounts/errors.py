"""Every way in which what was asked of an account cannot be done."""

from __future__ import annotations

from knowledge.errors import AccountError


class SignInError(AccountError):
    """Nobody is signed in; which part was wrong is told to nobody."""

    def __init__(self) -> None:
        super().__init__("login, password or code do not hold", "sign_in_refused")


class PasswordError(AccountError):
    """A new password is not good enough, or the present one is wrong."""


class CodeError(AccountError):
    """A code of the second factor does not hold."""

    def __init__(self, message: str = "the code does not hold", fault: str = "code_wrong") -> None:
        super().__init__(message, fault)


class SessionOverError(AccountError):
    """The session was ended while it was worked in."""

    def __init__(self) -> None:
        super().__init__("the session was ended meanwhile", "session_over")


class LoginError(AccountError):
    """A login or a name is malformed, or the login is taken."""


class RoleError(AccountError):
    """A role cannot be given, or is the last one that lets its holder administer."""


class UnknownUserError(AccountError):
    """There is no such user."""

    def __init__(self, login: str = "") -> None:
        super().__init__(f"there is no user {login!r}" if login else "no such user", "user_unknown")
