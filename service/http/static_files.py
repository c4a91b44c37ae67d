"""Styles and icons from `web/static`, under addresses that change with their content."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

WEB_FOLDER = Path(__file__).resolve().parents[2] / "web"
STATIC_FOLDER = WEB_FOLDER / "static"
TEMPLATE_FOLDER = WEB_FOLDER / "templates"

ONE_YEAR_S = 365 * 24 * 60 * 60


class CachedStaticFiles(StaticFiles):
    """Static files that browsers may keep: `asset_url` gives a changed file another address."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """The file, kept for a year when asked for with its version, else checked each time."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        versioned = scope.get("query_string", b"").startswith(b"v=")
        response.headers["Cache-Control"] = (
            f"public, max-age={ONE_YEAR_S}, immutable" if versioned else "no-cache"
        )
        return response


def asset_url(name: str) -> str:
    """The address of a static file, with the first 12 hex digits of its SHA-256."""
    digest = hashlib.sha256((STATIC_FOLDER / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:12]}"
