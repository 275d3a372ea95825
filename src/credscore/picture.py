"""Ranked sources as a picture: the score of each with its interval."""

from pathlib import Path
from typing import TYPE_CHECKING

from credscore.errors import InputTableError

if TYPE_CHECKING:
    import pandas as pd

MOST = 40


def draw_sources(table: "pd.DataFrame", name: str, path: Path) -> None:
    """Write a picture of the ranked sources; of more than MOST, both ends are drawn.

    Raises
    ------
    InputTableError
        Where matplotlib is not installed, no source is ranked, or the ending names no picture.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise InputTableError(
            "Pictures need an extra. Install it: pip install 'credscore[plot]'."
        ) from None
    ranked = table[table["rank"].notna()]
    if ranked.empty:
        raise InputTableError(
            f"{path}: no source has enough articles to be drawn. Lower --min-articles."
        )
    if len(ranked) > MOST:
        ranked = ranked.iloc[[*range(MOST // 2), *range(len(ranked) - MOST // 2, len(ranked))]]
    places = range(len(ranked))
    figure = Figure(figsize=(8, 1.2 + 0.24 * len(ranked)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    reach = [ranked["score"] - ranked["low"], ranked["high"] - ranked["score"]]
    axes.errorbar(ranked["score"], places, xerr=reach, fmt="o", color="#1f5a92", markersize=4)
    labels = [
        f"{rank}  {_short(source)} ({articles})"
        for rank, source, articles in ranked[["rank", name, "articles"]].itertuples(index=False)
    ]
    axes.set_yticks(list(places), labels, fontsize=8, parse_math=False)
    axes.invert_yaxis()
    axes.margins(y=0.02)
    axes.grid(axis="x", color="#dddddd")
    axes.set_axisbelow(True)
    axes.set_xlabel("mean score with shrinkage, 90 % interval (number of articles)")
    try:
        figure.savefig(path, dpi=150)
    except ValueError as error:
        raise InputTableError(f"{path}: {error} Name it .png, .svg or .pdf.") from None


def _short(source: str) -> str:
    return source if len(source) <= 32 else source[:31] + "…"
