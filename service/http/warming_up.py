"""What the first requests would wait for is done when the service opens."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from service.http.pages.frame import Frame, Surface
from service.http.pages.preferences import Preferences
from service.http.pages.reading_room import ReadingRoom
from service.http.parts import Parts

if TYPE_CHECKING:
    from service.counter import Counter


def read_routes(app: FastAPI) -> None:
    """Look through every route; by itself FastAPI does so in the first request, for 0.1 s."""
    for _ in iter_route_contexts(app.routes):
        pass


def warm_up(parts: Parts, counter: Counter) -> None:
    """Compile the templates, print the plans and read what is offered: some seconds."""
    parts.pages.prepare()
    parts.offers.prepare(counter.knowledge)
    ReadingRoom(parts, Frame(Surface.WEB, Preferences(), None, "/sources")).prepare()
    # Plans, models and index stay for good, millions of objects: a collector that looks through
    # them every so often lets whoever asks just then wait for some 200 ms.
    gc.collect()
    gc.freeze()
