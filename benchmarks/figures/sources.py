"""The figures of sources.json as Markdown."""

from benchmarks import results
from benchmarks.figures.markdown import table


def sources() -> str:
    """Rank agreement of outlets' scores with their factuality."""
    result = results("sources")
    names = {
        "ranked": "ranked outlets",
        "all": "all outlets",
        "all_without_shrinkage": "all, plain means",
        "unnamed_share_alone": "ranked outlets, by a small unnamed_share",
    }
    rows = [
        [title, result[name]["outlets"], *(
            "{:.2f} ({:.2f} to {:.2f})".format(result[name][key], *result[name][f"{key}_interval"])
            for key in ("spearman", "kendall", "auc")
        )]
        for name, title in names.items()
    ]  # fmt: skip
    heads = ("", "outlets", "Spearman", "Kendall", "AUC, high against the rest")
    return (
        f"Measured {result['date']}: {result['articles']:,} articles, {result['debunks']} debunk, "
        f"{result['copies']} copies; {result['interval']}.\n\n{table(heads, rows)}"
    )


FIGURES = {"sources": sources}
