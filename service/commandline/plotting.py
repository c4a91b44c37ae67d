"""Plots need a library that residents' answers do not."""

from __future__ import annotations

from importlib.util import find_spec

from service.commandline.exits import Exit, stop


def require_plotting() -> None:
    """End with USAGE where matplotlib is missing, before minutes are spent on what to plot."""
    if find_spec("matplotlib") is None:
        stop(Exit.USAGE, "plots need matplotlib: pip install --editable '.[report]'")
