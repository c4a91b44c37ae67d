"""Origins of web sites, `https://www.city.example`, as an operator writes them down."""

from __future__ import annotations

from urllib.parse import urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}


def parsed_origins(text: str) -> tuple[str, ...]:
    """The origins of a comma-separated list, in its order, each once.

    Raises ValueError naming the one that a browser would never send so.
    """
    named = (part.strip() for part in text.split(","))
    return tuple(dict.fromkeys(_checked(part) for part in named if part))


def _checked(text: str) -> str:
    """`text` if it is an origin just as browsers write it: they are compared letter by letter."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"{text!r} is not an origin: {error}") from error
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"{text!r} is not an origin: write https://www.city.example")
    shown_port = "" if port in (None, DEFAULT_PORTS[parts.scheme]) else f":{port}"
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    origin = f"{parts.scheme}://{host}{shown_port}"
    if not text.isascii() or "*" in text or any(mark in text for mark in " ;'\""):
        raise ValueError(f"{text!r} is not an exact origin: no wildcards, names in ASCII letters")
    if text != origin:
        raise ValueError(f"{text!r} is not an origin as browsers send it: write {origin}")
    return origin
