"""Every page of staff in every state; each area has its own in a file of `review/`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from service.accounts import Role
from service.http.parts import Parts

Act = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A page of staff and what is done there.

    path  its address; a function makes what it shows first
    act   brings the page into the state, None where opening it does
    role  in 取手市 of who looks at it; None for nobody signed in
    is_variant  of another state of the same template, some sentences or fields apart: axe looks at
          its structure and it must fit; colours and the way of the focus are those of the other
    """

    path: str | Callable[[Parts], str]
    act: Act | None = None
    role: Role | None = Role.ADMIN
    is_variant: bool = False


def review_states() -> Mapping[str, ReviewState]:
    """The states of all areas by name, `area-state`."""
    folder = Path(__file__).parent / "review"
    return {
        f"{path.stem}-{name}": state
        for path in sorted(folder.glob("*.py"))
        for name, state in importlib.import_module(f"tests.web.review.{path.stem}").STATES.items()
    }
