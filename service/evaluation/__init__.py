"""How good the answers are: question files asked, judged and counted."""

from service.evaluation.asking import ask_counter, ask_url
from service.evaluation.evaluated import Evaluated, each_and_all
from service.evaluation.figures import Figures, TypeRow, by_type, figures
from service.evaluation.judging import Verdict, judge
from service.evaluation.misses import write_misses
from service.evaluation.questions import EvaluationQuestion, read_questions
from service.evaluation.reply import Quoted, Reply
from service.evaluation.share import Share

__all__ = [
    "Evaluated",
    "EvaluationQuestion",
    "Figures",
    "Quoted",
    "Reply",
    "Share",
    "TypeRow",
    "Verdict",
    "ask_counter",
    "ask_url",
    "by_type",
    "each_and_all",
    "figures",
    "judge",
    "read_questions",
    "write_misses",
]
