"""What tests of several packages share: the real counter, opened once for the whole run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.databases import KINDS, POSTGRES_URL, PostgresServer

# As `madoguchi serve` does: on a busy machine more threads wait for each other for seconds.
os.environ.setdefault("OMP_NUM_THREADS", "1")

if TYPE_CHECKING:  # tests that need no model should not wait for its libraries
    from index import Models, Searcher
    from knowledge.knowledgebase import KnowledgeBase
    from service.counter import Counter
    from service.settings import Settings


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--every-combination`: pages in every language at every size in every theme; an hour."""
    parser.addoption("--every-combination", action="store_true", help="look at all of a page")


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings as they are by default, on a fixed day, without a limit, over a database apart."""
    from service.settings import Settings  # noqa: PLC0415

    database = tmp_path_factory.mktemp("store") / "madoguchi.sqlite3"
    return Settings(
        today=date(2025, 6, 2),
        requests_per_minute=0,
        log_level="debug",
        database_url=f"sqlite:///{database}",
    )


@pytest.fixture(scope="session")
def counter(settings: Settings) -> Counter:
    """The real plans, index and model; the index is built first where it is missing."""
    from service.opening import open_counter  # noqa: PLC0415

    return open_counter(settings)


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    """Everything the real plans say."""
    from knowledge.knowledgebase import load_knowledge  # noqa: PLC0415

    return load_knowledge()


@pytest.fixture(scope="session")
def models() -> Models:
    """The models that answer residents."""
    from index import ModelChoice, load_models  # noqa: PLC0415

    return load_models(ModelChoice())


@pytest.fixture(scope="session")
def index_artifact(knowledge: KnowledgeBase, models: Models) -> Path:
    """The root of the project's own artifact, built from the real plans where it is not current."""
    from index import build  # noqa: PLC0415

    root = Path(__file__).resolve().parents[1] / ".artifact"
    build(knowledge, root=root, models=models)
    return root


@pytest.fixture(scope="session")
def searcher(index_artifact: Path, models: Models) -> Searcher:
    """The search over the real index."""
    from index import Searcher, open_index  # noqa: PLC0415

    return Searcher(open_index(index_artifact), models)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server that `MADOGUCHI_TEST_POSTGRES_URL` names; the test is left out without one."""
    if not POSTGRES_URL:
        pytest.skip("MADOGUCHI_TEST_POSTGRES_URL names no server")
    server = PostgresServer(POSTGRES_URL)
    yield server
    server.close()


@pytest.fixture(scope="session")
def _migrated(request: pytest.FixtureRequest) -> Iterator[str]:
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.migrated() as name:
        yield name


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of the test's own without rows: SQLite, then PostgreSQL where a server is given.

    The file of SQLite is `madoguchi.sqlite3` in `tmp_path`. What holds for one of them alone says
    so: `@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)`.
    """
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'madoguchi.sqlite3'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.database(request.getfixturevalue("_migrated")) as url:
        yield url


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """As `database_url`, without tables either."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'madoguchi.sqlite3'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.database() as url:
        yield url
