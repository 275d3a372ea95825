"""Reliability diagrams: how often a claim is true, against the score (needs the extra `plot`)."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from credscore.errors import InputTableError

Bins = Sequence[Mapping[str, float]]


def draw_reliability(corpora: Mapping[str, Bins], path: Path) -> None:
    """Write a picture with one diagram for each corpus.

    Each has bins with their mean score, share of true claims and share of the rows.

    Raises InputTableError if matplotlib is not installed, or the ending is not that of a picture.
    """
    try:
        _save(corpora, path, dpi=150)
    except ValueError as error:
        raise InputTableError(f"{path}: {error} Name it .png, .svg or .pdf.") from None


def reliability_svg(corpora: Mapping[str, Bins]) -> str:
    """The picture of `draw_reliability` as SVG, to stand in a page of HTML."""
    buffer = io.StringIO()
    _save(corpora, buffer, format="svg", metadata={"Date": None})
    text = buffer.getvalue()
    return text[text.index("<svg") :]


def _save(corpora: Mapping[str, Bins], target: Path | io.StringIO, **options: Any) -> None:
    try:
        from matplotlib import rc_context
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise InputTableError(
            "Pictures need an extra. Install it: pip install 'credscore[plot]'."
        ) from None
    columns = min(3, len(corpora))
    rows = -(-len(corpora) // columns)
    with rc_context({"svg.hashsalt": "credscore"}):
        figure = Figure(figsize=(3.6 * columns, 3.6 * rows), layout="constrained")
        FigureCanvasAgg(figure)
        for place, (name, bins) in enumerate(corpora.items(), start=1):
            axes = figure.add_subplot(rows, columns, place, aspect="equal")
            axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
            scores, shares = ([group[key] for group in bins] for key in ("score", "true"))
            sizes = [12 + 400 * group["share"] for group in bins]
            axes.plot(scores, shares, color="#1f5a92", linewidth=1, zorder=2)
            axes.scatter(scores, shares, s=sizes, color="#1f5a92", alpha=0.7, zorder=3)
            axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="score", ylabel="share of true claims")
            axes.set_title(name, fontsize=9, parse_math=False)
        figure.savefig(target, **options)
