"""The HTTP side: JSON for programs (`/api/...`), pages for people, health for operators."""

from service.http.app import create_app

__all__ = ["create_app"]
