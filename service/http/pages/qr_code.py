"""Addresses as QR codes, for a phone to take along."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup


def qr_code(text: str) -> Markup:
    """A QR code as SVG: black on white in every theme, for cameras need it so."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=False,
        omitsize=True,
        dark="#000",
        light="#fff",
        svgclass="code__picture",
        lineclass=None,
    )
    return Markup(drawn.getvalue().decode())
