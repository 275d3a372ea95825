"""Pictures through matplotlib (extra `plot`): sources, a report's contributions, many scores."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from credscore.errors import InputTableError

if TYPE_CHECKING:
    import pandas as pd

    from credscore.report import Report

MOST = 40
_LEAST = 0.01
_BLUE, _RED, _GREEN = "#1f5a92", "#a8321f", "#17694a"


def draw_sources(table: "pd.DataFrame", name: str, path: Path) -> None:
    """Write a picture of the ranked sources; of more than MOST, both ends are drawn.

    Raises
    ------
    InputTableError
        If matplotlib is not installed, no source is ranked, or the ending names no picture.
    """
    ranked = table[table["rank"].notna()]
    if ranked.empty:
        raise InputTableError(
            f"{path}: no source has enough articles to be drawn. Lower --min-articles."
        )
    if len(ranked) > MOST:
        ranked = ranked.iloc[[*range(MOST // 2), *range(len(ranked) - MOST // 2, len(ranked))]]
    places = range(len(ranked))
    figure, axes = _axes(8, 1.2 + 0.24 * len(ranked))
    reach = [ranked["score"] - ranked["low"], ranked["high"] - ranked["score"]]
    axes.errorbar(ranked["score"], places, xerr=reach, fmt="o", color=_BLUE, markersize=4)
    labels = [
        f"{rank}  {_short(source)} ({articles})"
        for rank, source, articles in ranked[["rank", name, "articles"]].itertuples(index=False)
    ]
    axes.set_yticks(list(places), labels, fontsize=8, parse_math=False)
    axes.invert_yaxis()
    axes.margins(y=0.02)
    axes.set_xlabel("mean score with shrinkage, 90 % interval (number of articles)")
    _save(figure, path)


def draw_contributions(report: "Report", path: Path) -> None:
    """Write a picture of a report: from the base to the score, one bar for each feature.

    Raises
    ------
    InputTableError
        If matplotlib is not installed, or the ending names no picture.
    """
    moving = [c for c in report.contributions if abs(c.log_odds) >= _LEAST]
    rest = sum(c.log_odds for c in report.contributions) - sum(c.log_odds for c in moving)
    moves = [(c.feature.replace("_", " "), c.log_odds) for c in moving] + [("all others", rest)]
    figure, axes = _axes(8, 1.4 + 0.26 * (len(moves) + 2))
    at = report.base_log_odds
    labels = [f"base {at:+.2f}"]
    axes.plot([at], [0], "|", color="black", markersize=12)
    for place, (name, move) in enumerate(moves, 1):
        axes.barh(place, move, left=at, height=0.6, color=_RED if move < 0 else _GREEN)
        axes.plot([at, at], [place - 1, place], color="#888888", linewidth=0.6)
        labels.append(f"{name} {move:+.2f}")
        at += move
    axes.plot([at], [len(moves) + 1], "|", color="black", markersize=12)
    labels.append(f"score {report.score:.2f}: {at:+.2f}")
    axes.set_yticks(range(len(labels)), labels, fontsize=8, parse_math=False)
    axes.invert_yaxis()
    axes.margins(x=0.03)
    axes.set_xlabel("log-odds; to the left: against the claim")
    _save(figure, path)


def draw_distribution(scores: Iterable[float], path: Path, bins: int = 20) -> None:
    """Write a histogram of scores, 0 to 1; what is no number is left out.

    Raises
    ------
    InputTableError
        If matplotlib is not installed, there is no score, or the ending names no picture.
    """
    numbers = [float(score) for score in scores if score is not None and score == score]
    if not numbers:
        raise InputTableError(f"{path}: there is no score to be drawn.")
    figure, axes = _axes(8, 3.6, grid="y")
    axes.hist(numbers, bins=bins, range=(0, 1), color=_BLUE, rwidth=0.95)
    axes.set_xlabel("score")
    axes.set_ylabel("texts")
    axes.set_title(f"{len(numbers):,} scores, mean {sum(numbers) / len(numbers):.2f}", fontsize=10)
    _save(figure, path)


def _axes(width: float, height: float, grid: Literal["x", "y"] = "x") -> tuple[Any, Any]:
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise InputTableError(
            "Pictures need an extra. Install it: pip install 'credscore[plot]'."
        ) from None
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.grid(axis=grid, color="#dddddd")
    axes.set_axisbelow(True)
    return figure, axes


def _save(figure: Any, path: Path) -> None:
    try:
        figure.savefig(path, dpi=150)
    except ValueError as error:
        raise InputTableError(f"{path}: {error} Name it .png, .svg or .pdf.") from None


def _short(source: str) -> str:
    return source if len(source) <= 32 else source[:31] + "…"
