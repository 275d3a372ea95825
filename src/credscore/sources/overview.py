"""Sums up a scored file from the output of a batch, in constant memory.

It reads the output, so the result is the same after any number of interruptions.
"""

import math
from bisect import insort
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from credscore.citation import originals, sketches
from credscore.evidence import legend
from credscore.report import CAVEATS, MOST_REASONS, Report
from credscore.scorer import Scorer
from credscore.sources.rollup import AGREEMENT, Article, RollUp
from credscore.tables import InputOptions, format_of, guarded, open_input, rows_of

Cell = TypeVar("Cell", str, str | None)

BINS = 20
EXTREMES = 10
QUOTES = 6
MOST_NAMES = 10_000  # further sources and error messages are counted together
OTHERS = "(all others)"


class Extreme(NamedTuple):
    """A row with one of the highest or lowest scores."""

    score: float
    row: int
    text: str
    title: str | None
    source: str | None
    sketch: tuple[int, ...] = ()


@dataclass
class Overview:
    """Counts of a scored file, and its extremes. Scores and stances are those of reliable rows."""

    rows: int = 0
    unreliable: int = 0
    histogram: list[int] = field(default_factory=lambda: [0] * BINS)
    total: float = 0.0
    stances: Counter[str] = field(default_factory=Counter)
    caveats: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    most: list[Extreme] = field(default_factory=list)
    least: list[Extreme] = field(default_factory=list)
    sources: RollUp = field(default_factory=RollUp)

    def add(self, row: dict[str, Any], text: str, title: str | None, source: str | None) -> None:
        self.rows += 1
        error, stance = str(row["credscore_error"] or ""), str(row.get("credscore_stance"))
        score = math.nan if error else float(row["credscore_score"])
        if source is not None:
            name = _limited(self.sources.sums, source)
            self.sources.count(Article(name, None if error else score, stance == "debunks"))
        if error:
            self.errors[_limited(self.errors, error)] += 1
            return
        self.caveats.update(str(row["credscore_caveats"] or "").split())
        if str(row["credscore_reliable"]).lower() != "true":
            self.unreliable += 1
        else:
            self.histogram[min(int(score * BINS), BINS - 1)] += 1
            self.total += score
            self.stances[stance] += 1
            if stance != "debunks":
                extreme = Extreme(score, self.rows, text, title, source)
                _insert_extreme(extreme, self.most, 1)
                _insert_extreme(extreme, self.least, -1)

    @property
    def scored(self) -> int:
        return sum(self.histogram)


def _insert_extreme(extreme: Extreme, extremes: list[Extreme], sign: int) -> None:
    """Insert a row if it is among the most extreme; near copies keep only the most extreme one."""
    if len(extremes) == EXTREMES and sign * extreme.score <= sign * extremes[0].score:
        return
    (sketch,) = sketches([extreme.text])
    first = originals([sketch, *(other.sketch for other in extremes)])[1:]
    copies = [other for other, of in zip(extremes, first, strict=True) if of == 0]
    if not any(sign * other.score >= sign * extreme.score for other in copies):
        extremes[:] = [other for other in extremes if other not in copies]
        insort(
            extremes, extreme._replace(sketch=sketch),
            key=lambda item: (sign * item.score, -item.row),
        )  # fmt: skip
        del extremes[:-EXTREMES]


def _limited(names: Mapping[str, object], name: str) -> str:
    """The name, or OTHERS if there are too many names already."""
    return name if name in names or len(names) < MOST_NAMES else OTHERS


def overview_of(
    path: Path, options: InputOptions, source_column: str | None = None, kind: str | None = None
) -> Overview:
    """The overview of a file that a batch has written; `options` are those of its input."""
    text, title = options.text_column, options.title_column
    kind = kind or format_of(path)
    plain = InputOptions(
        text, title, kind, "utf-8", {"csv": ",", "tsv": "\t"}.get(kind or ""), '"',
    )  # fmt: skip
    overview, others = Overview(), [] if source_column is None else [source_column]
    for block in open_input(path, plain, others).reader.blocks():
        for row in rows_of(block).cells:
            source = next((str(row.get(name) or "(no source)") for name in others), None)
            body, heading = row.get(text), None if title is None else row.get(title)
            overview.add(row, body if isinstance(body, str) else "", heading or None, source)
    return overview


def content(overview: Overview, scorer: Scorer, prior: float, name: str) -> dict[str, Any]:
    """What the page of a batch shows, as JSON can hold it."""
    mean = overview.total / overview.scored if overview.scored else None
    return {
        "name": name,
        "model_id": scorer.model.model_id,
        "prior": prior,
        "rows": overview.rows,
        "scored": overview.scored,
        "unreliable": overview.unreliable,
        "mean": mean,
        "histogram": overview.histogram,
        "stances": dict(overview.stances),
        "caveats": [
            (name, count, CAVEATS[name]) for name in CAVEATS if (count := overview.caveats[name])
        ],
        "signals": legend(),
        "errors": overview.errors.most_common(20),
        "failed": overview.errors.total(),
        "sources": overview.sources.table("source", 1).to_dict("records"),
        "agreement": AGREEMENT,
        "most": [_shown(extreme, scorer, prior) for extreme in reversed(overview.most)],
        "least": [_shown(extreme, scorer, prior) for extreme in reversed(overview.least)],
    }


def _shown(extreme: Extreme, scorer: Scorer, prior: float) -> dict[str, Any]:
    """What the page shows of a row; without a report if its text is not in the file."""
    cells = product(_as_scored(extreme.text), _as_scored(extreme.title))
    scored = ((*pair, scorer.score(*pair, prior)) for pair in cells)
    as_it_stands = extreme.text, extreme.title, None
    text, title, report = next(
        (entry for entry in scored if entry[2].score == extreme.score), as_it_stands
    )
    return {
        "row": extreme.row,
        "score": extreme.score,
        "source": extreme.source,
        "heading": title or " ".join(text[:400].split())[:120],
        "verdict": report.verdict if report else None,
        "reasons": _reasons(report) if report else [],
    }


def _as_scored(cell: Cell) -> list[Cell]:
    """The possible original values of a cell, first without the apostrophe for spreadsheets."""
    is_guarded = cell and cell.startswith("'") and guarded(cell[1:]) == cell
    return [cell[1:], cell] if cell and is_guarded else [cell]


def _reasons(report: Report) -> list[dict[str, Any]]:
    """The weightiest reasons, each with a few of its quotes."""
    quotes = [(item.signal, item.quote) for item in report.evidence]
    return [
        {"text": reason.text, "speaks": reason.speaks,
         "quotes": list(dict.fromkeys(quotes[at] for at in reason.evidence))[:QUOTES]}
        for reason in report.reasons[:MOST_REASONS]
    ]  # fmt: skip
