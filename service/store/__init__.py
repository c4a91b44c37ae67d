"""What the service keeps: one database, with its tables and their migrations.

Conversations with residents, what staff say of them, and what staff put right.
"""

from service.store.store import Store
from service.store.tables import (
    AuditRow,
    Base,
    CitedRow,
    ConversationRow,
    CorrectionRow,
    CorrectionVersionRow,
    FeedbackRow,
    ForgottenRow,
    JudgedQuestionRow,
    JudgementRow,
    LiveRow,
    MessageRow,
    OutcomeRow,
    ProofRow,
    QuestionVectorRow,
    RecoveryCodeRow,
    ReviewItemRow,
    SessionRow,
    TakeTokenRow,
    TraceRow,
    UserRoleRow,
    UserRow,
    UtcDateTime,
)

__all__ = [
    "AuditRow",
    "Base",
    "CitedRow",
    "ConversationRow",
    "CorrectionRow",
    "CorrectionVersionRow",
    "FeedbackRow",
    "ForgottenRow",
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
