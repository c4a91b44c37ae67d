"""A resident's question: checked, then understood."""

from service.question.checking import Checked, check
from service.question.interpreting import understand
from service.question.understanding import Asked, Beyond, Understanding, Wanted

__all__ = ["Asked", "Beyond", "Checked", "Understanding", "Wanted", "check", "understand"]
