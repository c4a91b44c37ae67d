"""What the service keeps: one database, with its tables and their migrations.

Conversations with residents, what staff say of them, and what staff put right.
"""

from service.store.store import Store
from service.store.tables.accounts import (
    AuditRow,
    RecoveryCodeRow,
    SessionRow,
    UserRoleRow,
    UserRow,
)
from service.store.tables.asked import CitedRow, OutcomeRow, QuestionVectorRow, TraceRow
from service.store.tables.base import Base, UtcDateTime
from service.store.tables.conversations import (
    ConversationRow,
    FeedbackRow,
    ForgottenRow,
    MessageRow,
    TakeTokenRow,
)
from service.store.tables.corrections import (
    CorrectionRow,
    CorrectionVersionRow,
    LiveRow,
    ProofRow,
)
from service.store.tables.reporting import DaySummaryRow, GroupedQuestionRow, GroupingRow
from service.store.tables.reviewing import JudgedQuestionRow, JudgementRow, ReviewItemRow

__all__ = [
    "AuditRow",
    "Base",
    "CitedRow",
    "ConversationRow",
    "CorrectionRow",
    "CorrectionVersionRow",
    "DaySummaryRow",
    "FeedbackRow",
    "ForgottenRow",
    "GroupedQuestionRow",
    "GroupingRow",
    "JudgedQuestionRow",
    "JudgementRow",
    "LiveRow",
    "MessageRow",
    "OutcomeRow",
    "ProofRow",
    "QuestionVectorRow",
    "RecoveryCodeRow",
    "ReviewItemRow",
    "SessionRow",
    "Store",
    "TakeTokenRow",
    "TraceRow",
    "UserRoleRow",
    "UserRow",
    "UtcDateTime",
]
