"""The course of a claim as a picture: its pooled score day by day."""

from collections.abc import Sequence
from datetime import date

_WIDTH, _HEIGHT, _MARGIN = 720, 180, 34
_MOST_DOTS = 60
Point = tuple[str, int, int, float]
"""A day in ISO 8601, articles and independent reports so far, the pooled score."""


def course_picture(points: Sequence[Point]) -> str:
    """An SVG of the score over time, as steps; there is at least one point, the earliest first.

    >>> course_picture([("2026-03-01", 1, 1, 0.25)]).startswith("<svg")
    True
    """
    days = [date.fromisoformat(day).toordinal() for day, *_ in points]
    span = max(days[-1] - days[0], 1)
    places = [
        (_MARGIN + (day - days[0]) / span * (_WIDTH - 2 * _MARGIN), 10 + (1 - score) * _HEIGHT)
        for day, (*_, score) in zip(days, points, strict=True)
    ]
    path = f"M{places[0][0]:.1f} {places[0][1]:.1f}"
    path += "".join(f"H{x:.1f}V{y:.1f}" for x, y in places[1:])
    dots = ""
    if len(points) <= _MOST_DOTS:
        dots = "".join(
            f'<circle class="column" cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{day}: '
            f"{100 * score:.0f} in 100 by {reports:,} independent reports</title></circle>"
            for (x, y), (day, _, reports, score) in zip(places, points, strict=True)
        )
    levels = ((tick, 10 + (1 - tick / 100) * _HEIGHT) for tick in (0, 50, 100))
    lines = "".join(
        f'<path class="axis" d="M{_MARGIN} {y:.1f}H{_WIDTH}"/>'
        f'<text class="few" x="{_MARGIN / 2}" y="{y + 4:.1f}">{tick}</text>'
        for tick, y in levels
    )
    ends = dict.fromkeys((points[0][0], points[-1][0]))
    labels = "".join(
        f'<text class="few" x="{x:.1f}" y="{_HEIGHT + 30}">{day}</text>'
        for day, x in zip(ends, (places[0][0] + 14, places[-1][0] - 14), strict=False)
    )
    first, last = points[0], points[-1]
    label = (
        f"The score goes from {100 * first[3]:.0f} in 100 on {first[0]} to "
        f"{100 * last[3]:.0f} on {last[0]}"
    )
    return (
        f'<svg class="picture" viewBox="0 0 {_WIDTH} {_HEIGHT + 40}" role="img" '
        f'aria-label="{label}">{lines}<path class="line-of-course" d="{path}"/>{dots}{labels}</svg>'
    )
