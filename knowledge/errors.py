"""Every error of our own, as one tree.

    MadoguchiError
    ├── KnowledgeError            what the plans say could not be established
    │   ├── CatalogError          the catalog names a plan, file or value that does not hold
    │   ├── SourceError           a source file cannot be read as its style promises
    │   ├── QuoteError            a record's span or a quote does not stand in its source
    │   └── FaqError              an FAQ entry is malformed or contradicts its plan
    ├── IndexingError             the index could not be built, read or asked
    │   ├── ArtifactError         the index on disk is missing, damaged or of another make
    │   ├── EmbeddingError        the embedding model cannot be loaded or returned no vector
    │   ├── CollectionError       a retrieval collection to evaluate is malformed
    │   └── TrainingError         a model could not be trained
    │       └── TrainingDataError a question form or answer to learn from does not hold
    ├── EvaluationError           answers could not be evaluated
    │   ├── QuestionFileError     a file of evaluation questions is malformed
    │   └── ServiceUnreachableError  no service answers at the address given
    ├── StoreError                what the service keeps could not be read or written
    ├── BackupError               a backup could not be written, or does not hold
    ├── FeedbackError             what a resident says could not be taken, see service.conversations
    ├── JudgementError            what a reviewer says could not be taken, see service.reviewing
    ├── PeriodError               days to report on that are no period
    ├── AccountError              what was asked of an account cannot be done, see service.accounts
    ├── CorrectionError           a step of putting right is not possible, see service.correcting
    ├── PhrasingError             a language model gave nothing that may be shown
    ├── WordingError              a text of the interface is missing or malformed
    ├── NoticesError              an operator's file of notices cannot be read or does not hold
    └── ServiceError              a request that cannot be served; carries code and HTTP status

Programmer errors stay Python's own (TypeError, ValueError, AssertionError). Every message names
the file, line or field and the offending value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


class MadoguchiError(Exception):
    """The root: catching it catches every error this product raises on purpose."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a fault stands: a file, and where known its 1-based line or the name of a field."""

    file: Path
    line: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        line = f":{self.line}" if self.line is not None else ""
        field = f" [{self.field}]" if self.field is not None else ""
        return f"{self.file}{line}{field}"


class LocatedError(MadoguchiError):
    """An error that can point at its place; the message reads `file:line [field]: what (value)`."""

    def __init__(self, message: str, location: Location | None = None) -> None:
        super().__init__(f"{location}: {message}" if location else message)
        self.location = location


class KnowledgeError(LocatedError):
    """What the plans say could not be established."""


class CatalogError(KnowledgeError):
    """The catalog names a plan, file, layout or value that does not hold."""


class SourceError(KnowledgeError):
    """A source file is missing, is not UTF-8, or cannot be read as its style promises."""


class QuoteError(KnowledgeError):
    """A span lies outside its source, or a quote does not stand there letter for letter."""


class FaqError(KnowledgeError):
    """An FAQ entry is malformed, or says what neither its evidence nor its records say."""


class IndexingError(LocatedError):
    """The index could not be built, read or asked."""


class ArtifactError(IndexingError):
    """The index on disk is missing, damaged, or was made from other sources or settings."""


class EmbeddingError(IndexingError):
    """The embedding model cannot be loaded, or gave vectors of an unexpected shape."""


class CollectionError(IndexingError):
    """A folder of corpus, queries and qrels is malformed."""


class TrainingError(IndexingError):
    """A model could not be trained: a checkpoint of another training, a loss that is no number."""


class TrainingDataError(TrainingError):
    """A question form, answer or passage cannot be learned from; names entry, field and value."""


class EvaluationError(LocatedError):
    """Answers could not be evaluated."""


class QuestionFileError(EvaluationError):
    """A file of evaluation questions is missing or malformed."""


class ServiceUnreachableError(EvaluationError):
    """No service answers at the address given."""


class StoreError(MadoguchiError):
    """The database cannot be opened, read or written; the message holds nothing of its content."""


class BackupError(LocatedError):
    """A backup cannot be written, is damaged, or is of a later release."""


class FeedbackError(MadoguchiError):
    """What a resident says of an answer could not be taken; the message holds none of it."""


class JudgementError(MadoguchiError):
    """What a reviewer says of an answer could not be taken; the message holds none of it.

    fault  why, as a word of the wording's area `judging`
    field  the field of the form it is about, None for the whole
    """

    fault = "invalid"

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class CorrectionError(MadoguchiError):
    """A step of putting something right is not possible; its kinds are in `service.correcting`."""


class PeriodError(MadoguchiError):
    """The last day lies before the first, or more than `days_max` days are asked for."""

    def __init__(self, first: date, last: date, days_max: int) -> None:
        super().__init__(f"no period of 1 to {days_max} days: {first} to {last}")
        self.is_reversed = last < first
        self.days_max = days_max


class AccountError(MadoguchiError):
    """What was asked of an account cannot be done; the message holds no password and no code.

    fault  why, as a word of the wording's area `accounts`
    """

    def __init__(self, message: str, fault: str) -> None:
        super().__init__(message)
        self.fault = fault


class PhrasingError(MadoguchiError):
    """A language model gave nothing that may be shown; the composed answer is."""


class WordingError(LocatedError):
    """A file of interface texts cannot be read, or a text in it is none."""


class NoticesError(LocatedError):
    """A file of notices cannot be read, or a notice in it does not hold."""


class ServiceError(MadoguchiError):
    """A request that cannot be served: `code` and `field` for machines, `message` for people."""

    status = 500
    code = "internal"

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
