"""Draws pictures (extra `plot`): sources, a report's contributions, many scores, reliability.

All functions raise InputTableError if matplotlib is missing, or if a path does not end in the name
of a format.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from credscore.errors import InputTableError, required
from credscore.features import label_of

if TYPE_CHECKING:
    import pandas as pd

    from credscore.report import Report

MOST = 40
_LEAST = 0.01
_BLUE, _RED, _GREEN = "#1f5a92", "#a8321f", "#17694a"
Bins = Sequence[Mapping[str, float]]


def draw_sources(table: "pd.DataFrame", name: str, path: Path) -> None:
    """Draw the ranked sources of `score_sources`; if there are over MOST, only both ends.

    `name` is the column of the sources' names. Raises InputTableError if no source is ranked.
    """
    ranked = table[table["rank"].notna()]
    if ranked.empty:
        raise InputTableError(f"{path}: no source has enough articles. Lower --min-articles.")
    if len(ranked) > MOST:
        ranked = ranked.iloc[[*range(MOST // 2), *range(len(ranked) - MOST // 2, len(ranked))]]
    figure, axes = _axes(1.2 + 0.24 * len(ranked))
    reach = [ranked["score"] - ranked["low"], ranked["high"] - ranked["score"]]
    axes.errorbar(
        ranked["score"], range(len(ranked)), xerr=reach, fmt="o", color=_BLUE, markersize=4
    )
    rows = ranked[["rank", name, "articles"]].itertuples(index=False)
    short = {source: source if len(source) <= 32 else f"{source[:31]}…" for source in ranked[name]}
    _label_rows(axes, [f"{rank}  {short[source]} ({articles})" for rank, source, articles in rows])
    axes.margins(y=0.02)
    axes.set_xlabel("mean score with shrinkage, 90 % interval (number of articles)")
    _save(figure, path)


def draw_contributions(report: "Report", path: Path) -> None:
    """Draw how each feature of a report moves the log-odds, from the base rate to the score."""
    every = [(label_of(c.feature), c.log_odds) for c in report.contributions]
    moves = [(name, move) for name, move in every if abs(move) >= _LEAST]
    moves.append(("all others", sum(move for _, move in every) - sum(move for _, move in moves)))
    figure, axes = _axes(1.4 + 0.26 * (len(moves) + 2))
    at = report.base_log_odds
    labels = [f"base {at:+.2f}"]
    axes.plot([at], [0], "|", color="black", markersize=12)
    for height, (name, move) in enumerate(moves, 1):
        axes.barh(height, move, left=at, height=0.6, color=_RED if move < 0 else _GREEN)
        axes.plot([at, at], [height - 1, height], color="#888888", linewidth=0.6)
        labels.append(f"{name} {move:+.2f}")
        at += move
    axes.plot([at], [len(moves) + 1], "|", color="black", markersize=12)
    labels.append(f"score {report.score:.2f}: {at:+.2f}")
    _label_rows(axes, labels)
    axes.margins(x=0.03)
    axes.set_xlabel("log-odds; to the left: against the claim")
    _save(figure, path)


def draw_distribution(scores: Iterable[float], path: Path, bins: int = 20) -> None:
    """Draw a histogram of scores (0 to 1); None and nan are left out.

    Raises InputTableError if there is no score.
    """
    numbers = [float(score) for score in scores if score is not None and score == score]
    if not numbers:
        raise InputTableError(f"{path}: there is no score to draw.")
    figure, axes = _axes(3.6, grid="y")
    axes.hist(numbers, bins=bins, range=(0, 1), color=_BLUE, rwidth=0.95)
    axes.set(xlabel="score", ylabel="texts")
    axes.set_title(f"{len(numbers):,} scores, mean {sum(numbers) / len(numbers):.2f}", fontsize=10)
    _save(figure, path)


def draw_reliability(corpora: Mapping[str, Bins], path: Path) -> None:
    """Draw how often a claim is true against its score, in one diagram for each corpus.

    A bin has the mean `score` of its texts, the share of `true` claims among them, and its `share`
    of all texts.
    """
    _save(_reliability(corpora), path)


def reliability_svg(corpora: Mapping[str, Bins]) -> str:
    """The picture of `draw_reliability` as an SVG element of an HTML page."""
    svg = io.StringIO()
    with required("matplotlib", "plot", "Pictures").rc_context({"svg.hashsalt": "credscore"}):
        _reliability(corpora).savefig(svg, format="svg", metadata={"Date": None})
    return svg.getvalue()[svg.getvalue().index("<svg") :]


def _reliability(corpora: Mapping[str, Bins]) -> Any:
    columns = min(3, len(corpora))
    rows = -(-len(corpora) // columns)
    figure = _figure(3.6 * columns, 3.6 * rows)
    for number, (name, bins) in enumerate(corpora.items(), start=1):
        axes = figure.add_subplot(rows, columns, number, aspect="equal")
        axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
        scores, shares = ([group[key] for group in bins] for key in ("score", "true"))
        sizes = [12 + 400 * group["share"] for group in bins]
        axes.plot(scores, shares, color=_BLUE, linewidth=1, zorder=2)
        axes.scatter(scores, shares, s=sizes, color=_BLUE, alpha=0.7, zorder=3)
        axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="score", ylabel="share of true claims")
        axes.set_title(name, fontsize=9, parse_math=False)
    return figure


def _figure(width: float, height: float) -> Any:
    library = required("matplotlib.figure", "plot", "Pictures")
    return library.Figure(figsize=(width, height), layout="constrained")


def _axes(height: float, grid: Literal["x", "y"] = "x") -> tuple[Any, Any]:
    figure = _figure(8, height)
    axes = figure.add_subplot()
    axes.grid(axis=grid, color="#dddddd")
    axes.set_axisbelow(True)
    return figure, axes


def _label_rows(axes: Any, labels: Sequence[str]) -> None:
    """Label the rows; the first one is at the top."""
    axes.set_yticks(range(len(labels)), labels, fontsize=8, parse_math=False)
    axes.invert_yaxis()


def check_format(path: Path) -> None:
    """Raise InputTableError if a path does not end in the name of a format."""
    if path.suffix.lower() not in (".png", ".svg", ".pdf"):
        raise InputTableError(f"{path}: is no picture's name. Name it .png, .svg or .pdf.")


def _save(figure: Any, path: Path) -> None:
    check_format(path)
    figure.savefig(path, dpi=150)
