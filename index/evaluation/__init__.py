"""The search held against other people's questions."""

from index.evaluation.evaluating import RetrievalReport, evaluate_retrieval

__all__ = ["RetrievalReport", "evaluate_retrieval"]
