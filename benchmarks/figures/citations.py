"""The figures of citations.json as Markdown."""

from benchmarks import results
from benchmarks.figures.markdown import number, run, table

_PARTS = {"unseen": "not seen while the rules were written", "all": "all"}


def citations() -> str:
    """How many citations are found, and how many of those found are none."""
    result = results("citations")
    rows = [
        [title, result[part]["articles"], *(
            number(result[part][unit][figure], 2)
            for unit in ("mentions", "names") for figure in ("precision", "recall")
        )]
        for part, title in _PARTS.items()
    ]  # fmt: skip
    once = "names once an article, precision"
    heads = ("", "articles", "mentions, precision", "recall", once, "recall")
    return f"{run(result)}\n\n{table(heads, rows)}"


FIGURES = {"citations": citations}
