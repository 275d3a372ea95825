"""The figures of grouping.json and grouping_speed.json as Markdown."""

from typing import Any

from benchmarks import results
from benchmarks.figures.markdown import number, table


def grouping() -> str:
    """How well the articles on one claim are found."""
    result = results("grouping")
    corpora, others = result["all_corpora"], result["other_corpora"]
    rows = [
        _row("Emergent, the half that settings were chosen on", result["chosen_on"]["alone"]),
        _row("Emergent, the other half", result["held_back"]["alone"]),
        _row("Emergent, all", result["emergent"]),
        _row("Emergent among the articles of all corpora", corpora["emergent"]),
        _row("the same, connected parts alone", corpora["by_parts"]["emergent"]),
        _row("VeritasCorpus", others["veritas41"]),
        _row("Pérez-Rosas, pairs of a true and a false version", others["perez_amt"]),
    ]
    small, near = result["held_back"]["small_collections"], result["near_claims"]
    heads = (
        "",
        "articles",
        "claims",
        "groups",
        "adjusted Rand",
        "V-measure",
        "precision",
        "recall",
    )
    return (
        f"{table(heads, rows)}\nPrecision and recall are those of pairs of articles. In small "
        f"collections, of 1, 2, 5 and 20 claims of the other half: precision "
        f"{number(small['precision'])}, recall {number(small['recall'])}. "
        f"{near['pairs_of_articles']:,} pairs of articles on two "
        f"claims are in one group; {near['of_them_of_claims_alike']:,} of them are on claims that "
        f"are worded alike ({near['of_them_alike']} of {near['pairs_of_claims']} pairs of claims). "
        f"The {corpora['articles']:,} articles of all corpora make {corpora['groups']:,} groups, "
        f"the largest of {corpora['largest'][0]}; the largest connected part has "
        f"{corpora['by_parts']['largest'][0]:,}."
    )


def _row(name: str, row: dict[str, Any]) -> list[str]:
    counts = [f"{row[key]:,}" for key in ("articles", "claims", "groups")]
    pairs = row["pairs"]
    shares = (row["ari"], row["v_measure"], pairs["precision"], pairs["recall"])
    return [name, *counts, *map(number, shares)]


def grouping_speed() -> str:
    """Time and memory by the number of articles."""
    result = results("grouping_speed")
    rows = [
        [
            *(f"{row[key]:,}" for key in ("articles", "stories", "largest_story", "groups")),
            number(row["ari"]),
            f"{row['seconds']:,.0f} s",
            f"{row['cpu_seconds']:,.0f} s",
            f"{row['peak_megabytes']:,} MB",
        ]
        for row in result["collections"]
    ]
    heads = (
        "articles", "stories", "largest story", "groups", "adjusted Rand", "time", "CPU", "memory",
    )  # fmt: skip
    return (
        f"{table(heads, rows)}\nMeasured on {result['date']}, {result['cpus']} cores, load "
        f"{result['load'][0]} to {result['load'][1]}; memory is that of the whole "
        f"process, with the texts."
    )


FIGURES = {"grouping": grouping, "grouping_speed": grouping_speed}
