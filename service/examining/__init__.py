"""How a question is searched and answered, taken apart for staff; and what there is to find."""

from service.examining.approved import NearAnswer
from service.examining.examination import Examination, Fused, SideExamined
from service.examining.examining import examine
from service.examining.legs import LegHit, LegHits
from service.examining.sums import Sureness, Term, Weighed

__all__ = [
    "Examination",
    "Fused",
    "LegHit",
    "LegHits",
    "NearAnswer",
    "SideExamined",
    "Sureness",
    "Term",
    "Weighed",
    "examine",
]
