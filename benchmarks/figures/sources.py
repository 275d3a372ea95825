"""The figures of sources.json as Markdown."""

from benchmarks import results
from benchmarks.figures.markdown import table


def sources() -> str:
    """Rank agreement of outlets' scores with their factuality."""
    found = results("sources")
    names = {
        "ranked": "ranked outlets",
        "all": "all outlets",
        "all_without_shrinkage": "all, plain means",
        "unnamed_share_alone": "ranked outlets, by a small unnamed_share",
    }
    rows = [
        [title, found[name]["outlets"], *(
            "{:.2f} ({:.2f} to {:.2f})".format(found[name][key], *found[name][f"{key}_interval"])
            for key in ("spearman", "kendall", "auc")
        )]
        for name, title in names.items()
    ]  # fmt: skip
    heads = ("", "outlets", "Spearman", "Kendall", "AUC, high against the rest")
    return (
        f"Measured {found['date']}: {found['articles']:,} articles, {found['debunks']} debunk, "
        f"{found['copies']} copies; {found['interval']}.\n\n{table(heads, rows)}"
    )


FIGURES = {"sources": sources}
