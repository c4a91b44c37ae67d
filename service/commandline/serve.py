"""`madoguchi serve`: the service in the foreground, until SIGTERM or Ctrl-C."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
from types import FrameType
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from service.commandline.building import ensure_index, limit_threads
from service.commandline.exits import Exit, load_settings, stop

if TYPE_CHECKING:
    from service.settings import Settings

# Requests under way at SIGTERM get this long; an answer takes 0.1 s.
GRACE_S = 5


def serve(
    host: Annotated[str | None, typer.Option(help="Instead of MADOGUCHI_HOST.")] = None,
    port: Annotated[int | None, typer.Option(help="Instead of MADOGUCHI_PORT.")] = None,
) -> None:
    """Build the index if it is missing or stale, then serve pages and API.

    /healthz answers at once, /readyz once questions can be answered. SIGTERM stops cleanly with
    exit code 0, also while building or loading.
    """
    settings = load_settings(host=host, port=port)
    signal.signal(signal.SIGTERM, _stop)
    log_to_stderr(settings.log_level)
    code = Exit.OK.value
    try:
        _run(settings)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else Exit.OK.value
    if _is_loading():
        # Native code that is still loading the model can bring an interpreter down that takes
        # itself apart around it; everything of ours is written and closed by now.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    raise typer.Exit(code)


def _run(settings: Settings) -> None:
    limit_threads(settings)
    _refuse_early(settings)
    ensure_index(settings)
    import uvicorn

    from service.http import create_app

    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        # Paths and query strings may hold what residents typed; service.http.access logs instead.
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=GRACE_S,
    )


def _refuse_early(settings: Settings) -> None:
    """End with BROKEN for what can be told before an index is built for minutes.

    That is a database URL that does not hold, and an address that nobody can listen at.
    """
    from service.store import Store

    Store(settings.database_url).close()
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        stop(Exit.BROKEN, f"{settings.host}:{settings.port}: {error.strerror}")


def _is_loading() -> bool:
    desk = sys.modules.get("service.http.desk")
    return desk is not None and any(t.name == desk.LOADING_THREAD for t in threading.enumerate())


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    """While serving, uvicorn takes SIGTERM; before and after, this does."""
    raise SystemExit(Exit.OK)


def log_to_stderr(level: str) -> None:
    """One line a record. Libraries speak up from warnings on, we and the server from `level` on."""
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    for name in ("madoguchi", "uvicorn"):
        logging.getLogger(name).setLevel(level.upper())
