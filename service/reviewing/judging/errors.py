"""Every way in which what a reviewer says of an answer cannot be taken."""

from __future__ import annotations

from knowledge.errors import JudgementError


class EmptyJudgementError(JudgementError):
    """Nothing was judged: no sentence, not the whole, and no harm was named."""

    fault = "empty"

    def __init__(self) -> None:
        super().__init__("a judgement says nothing")


class PersonalJudgementError(JudgementError):
    """A note or remark holds personal data and was not kept."""

    fault = "personal"

    def __init__(self, field: str) -> None:
        super().__init__(f"the field {field} holds personal data", field)


class LongJudgementError(JudgementError):
    """A note or remark is longer than is kept."""

    fault = "too_long"

    def __init__(self, field: str, chars: int, chars_max: int) -> None:
        super().__init__(f"{chars} characters in the field {field}, {chars_max} at most", field)
        self.chars_max = chars_max


class UnjudgedWordsError(JudgementError):
    """Words were written of what was not judged, or of a fault that was not named."""

    fault = "unjudged"

    def __init__(self, field: str) -> None:
        super().__init__(f"the field {field} belongs to nothing that was judged", field)


class UnknownPassageError(JudgementError):
    """The better passage is none that can be found, or none was named where one was spoken of."""

    fault = "passage"

    def __init__(self) -> None:
        super().__init__("no such passage is held", "better")


class JudgementConflictError(JudgementError):
    """The judgement was changed elsewhere after it was read."""

    fault = "conflict"

    def __init__(self) -> None:
        super().__init__("the judgement was changed in the meantime")


class WordsErasedError(JudgementError):
    """The words that were to be judged are erased."""

    fault = "erased"

    def __init__(self) -> None:
        super().__init__("the words of the message are erased")
