"""The reliability of the confidence as a picture: promised against came true."""

from __future__ import annotations

from collections.abc import Sequence

from service.evaluation.fitting import Bin

# Sizes in the picture's own units: the unit square is 400 wide, with room for the scales.
_SIDE, _MARGIN = 400, 50
_WHOLE = _SIDE + 2 * _MARGIN


def reliability_svg(bins: Sequence[Bin]) -> str:
    """An SVG: a dot for each bin, its area by the number of questions, and the line of a promise
    that is kept. The table with the same figures is printed by `madoguchi fit confidence`.
    """
    most = max((one.questions for one in bins), default=1)
    dots = "\n".join(
        f'<circle cx="{_x(one.promised):.1f}" cy="{_y(one.came_true):.1f}" '
        f'r="{4 + 16 * (one.questions / most) ** 0.5:.1f}" fill="#1a56b0" fill-opacity="0.7">'
        f"<title>promised {one.promised:.2f}, came true {one.came_true:.2f}, "
        f"{one.questions} questions</title></circle>"
        for one in bins
    )
    scale = "\n".join(
        f'<text x="{_x(at):.0f}" y="{_y(0) + 18}" text-anchor="middle">{at:.1f}</text>\n'
        f'<text x="{_x(0) - 8}" y="{_y(at) + 4:.0f}" text-anchor="end">{at:.1f}</text>'
        for at in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WHOLE} {_WHOLE}" role="img"
 font-family="sans-serif" font-size="12">
<title>Reliability of the confidence: promised probability against what came true</title>
<rect width="{_WHOLE}" height="{_WHOLE}" fill="#fff"/>
<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#555"/>
<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#555" stroke-dasharray="4 4"/>
{scale}
<text x="{_WHOLE / 2}" y="{_WHOLE - 8}" text-anchor="middle">promised</text>
<text x="14" y="{_WHOLE / 2}" text-anchor="middle" transform="rotate(-90 14 {_WHOLE / 2})">came \
true</text>
{dots}
</svg>
"""


def _x(share: float) -> float:
    return _MARGIN + _SIDE * share


def _y(share: float) -> float:
    return _MARGIN + _SIDE * (1 - share)
