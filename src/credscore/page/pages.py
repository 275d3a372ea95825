"""The pages of one report (in a file, a notebook or the service), of a file of rows, of claims.

The pages of files need no script.
"""

import functools
import html
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from credscore.page.parts import paragraph, policy, rendered, script_json

EXAMPLE = files("credscore.page").joinpath("example.txt").read_text("utf-8").rstrip()
"""The text that the page of the service shows scored, until it is asked about another."""
EXAMPLE_TITLE = "Harbour bridge said to close for a year"
MOST_SOURCES = 50  # of more sources only the first and the last are shown
MOST_CLAIMS = 100  # further claims stand only in the table
MOST_ARTICLES = 100  # further articles of a claim are only counted
MOST_CITATIONS = 200  # further lines of who cites whom are only counted
_MOST_DOTS = 60
_WIDTH, _HEIGHT, _MARGIN = 720, 180, 34


def standalone(content: dict[str, Any], summary: str) -> str:
    """An HTML file that shows one report; `summary` is shown if scripts are off."""
    return _filled("report", content, summary)


@functools.cache
def app() -> str:
    """The page of the service. It first shows no report, then loads `example.json`."""
    return _filled("app", None, "This page needs JavaScript, all of which is inside the page.")


def framed(document: str, summary: str) -> str:
    """A page inside another one, such as a notebook: sandboxed, under one line of plain text."""
    return (
        f'{paragraph(summary)}<iframe sandbox="allow-scripts allow-downloads" title="credscore" '
        'style="width:100%;height:44rem;border:1px solid #8888;border-radius:6px;resize:vertical" '
        f'srcdoc="{html.escape(document)}"></iframe>'
    )


def _filled(mode: str, content: Any, fallback: str) -> str:
    return rendered(
        "page.html", mode=mode, title="credscore", policy=policy(mode),
        content=script_json(content), fallback=fallback,
    )  # fmt: skip


def document(content: dict[str, Any]) -> str:
    counts = content["histogram"]
    step = 100 // len(counts)
    bins = [(f"{n * step} to {(n + 1) * step}", count) for n, count in enumerate(counts)]
    caveats = [(meaning, count) for _, count, meaning in content["caveats"]]
    return _file("batch.html", content | {"caveats": caveats}, bins=bins, most_sources=MOST_SOURCES)


def claims_document(content: dict[str, Any]) -> str:
    """The page of claims: for each its score, who cites whom, and its course over time."""
    shown = content["claims"][:MOST_CLAIMS]
    sections = [claim_section(claim, at) for at, claim in enumerate(shown)]
    return _file("claims.html", content, sections=sections, most_claims=MOST_CLAIMS)


def _file(template: str, content: dict[str, Any], **more: Any) -> str:
    title = f"{content['name']} – credscore"
    return rendered(template, title=title, policy=policy("batch"), **content, **more)


def claim_section(claim: dict[str, Any], at: int = 0) -> str:
    """One claim as an HTML section, number `at` of its page; see `claims_document`."""
    return rendered(
        "claim.html", claim=claim, at=at, most_articles=MOST_ARTICLES,
        most_citations=MOST_CITATIONS, picture=claim["course"] and course_picture(claim["course"]),
    )  # fmt: skip


def course_picture(points: Sequence[tuple[str, int, int, float]]) -> str:
    """An SVG of the score over time, drawn as steps; there is at least one point, in order of time.

    A point has a day (ISO 8601), the articles and independent reports so far, and the pooled score.
    """
    days = [date.fromisoformat(day).toordinal() for day, *_ in points]
    step = (_WIDTH - 2 * _MARGIN) / max(days[-1] - days[0], 1)
    places = [
        (_MARGIN + (day - days[0]) * step, 10 + (1 - score) * _HEIGHT)
        for day, (*_, score) in zip(days, points, strict=True)
    ]
    return rendered(
        "course.html", points=points, places=places, most_dots=_MOST_DOTS,
        width=_WIDTH, height=_HEIGHT, margin=_MARGIN,
    )  # fmt: skip
