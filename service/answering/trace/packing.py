"""A trace on its way to the store and back: JSON, and zlib round it."""

from __future__ import annotations

import logging
import zlib

from pydantic import TypeAdapter, ValidationError

from service.answering.trace.trace import Trace

log = logging.getLogger("madoguchi.answering")

_TRACES = TypeAdapter(Trace)
_LEVEL = 6  # level 9 takes twice the time for one part in a hundred


def to_json(trace: Trace) -> bytes:
    """UTF-8."""
    return _TRACES.dump_json(trace)


def from_json(text: bytes) -> Trace:
    """The trace again, equal to what went in. Raises ValidationError."""
    return _TRACES.validate_json(text, strict=True)


def packed(trace: Trace) -> bytes:
    """Some 2 to 3 KB."""
    return zlib.compress(to_json(trace), _LEVEL)


def unpacked(body: bytes) -> Trace | None:
    """None for one that another release wrote: it goes with its message anyway."""
    try:
        return from_json(zlib.decompress(body))
    except ValidationError as error:
        # Its own message would hold the words.
        log.warning("a trace of another release is not shown: %d faults", error.error_count())
    except zlib.error:
        log.warning("a trace that cannot be unpacked is not shown")
    return None
