"""Figures as cells and tables of Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def table(heads: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)


def number(value: float | None, digits: int = 3) -> str:
    """A figure, or a dash if there is none."""
    return "-" if value is None else f"{value:.{digits}f}"


def ranged(figure: Mapping[str, float | None], sign: str = "") -> str:
    """A figure with its 95 % interval: the three values of `figure`, in this order."""
    cells = ["-" if value is None else format(value, f"{sign}.3f") for value in figure.values()]
    return f"{cells[0]} [{cells[1]}, {cells[2]}]"


def run(result: Mapping[str, Any]) -> str:
    """When and on what it was measured."""
    return (
        f"Measured {result['date']}, Python {result['python']}, {result['cpus']} cores "
        f"({result['machine']})."
    )
