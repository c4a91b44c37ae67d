"""Styles, scripts and icons from `web/static`, under addresses that change with their content."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

WEB_FOLDER = Path(__file__).resolve().parents[2] / "web"
STATIC_FOLDER = WEB_FOLDER / "static"
TEMPLATE_FOLDER = WEB_FOLDER / "templates"
WORDING_FOLDER = WEB_FOLDER / "wording"

ONE_YEAR_S = 365 * 24 * 60 * 60
_VERSION = re.compile(r"[0-9a-f]{12}")


def tree_version(folder: Path) -> str:
    """The first 12 hex digits of a SHA-256 over every file of a folder, names included.

    One version for all: a script that imports another by a relative address stays in its version.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


VERSION = tree_version(STATIC_FOLDER)


def asset_url(name: str) -> str:
    """The address of a static file. Raises FileNotFoundError where there is none."""
    if not (STATIC_FOLDER / name).is_file():
        raise FileNotFoundError(STATIC_FOLDER / name)
    return f"/static/{VERSION}/{name}"


class CachedStaticFiles(StaticFiles):
    """Static files that browsers may keep for a year under the version they hold now."""

    def get_path(self, scope: Scope) -> str:
        """The path below the folder, its version taken away."""
        path = super().get_path(scope)
        version, _, rest = path.partition(os.sep)
        return rest if rest and _VERSION.fullmatch(version) else path

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """The file, kept for a year when asked for with this version, else checked each time."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        current = f"/{VERSION}/" in scope["path"]
        response.headers["Cache-Control"] = (
            f"public, max-age={ONE_YEAR_S}, immutable" if current else "no-cache"
        )
        return response
