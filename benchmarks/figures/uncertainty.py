"""The figures of uncertainty.json as Markdown: the interval, `reliable` and the caveats."""

from collections.abc import Mapping
from typing import Any

from benchmarks import results
from benchmarks.figures.markdown import number, ranged, run, table


def uncertainty() -> str:
    """How often the interval holds, how wide it is, what reliable and the caveats are worth."""
    result = results("uncertainty")
    rows = [
        [name, *(number(row[w]["inside"], 2) for w in ("added", "all", "unseen")),
         number(row["added"]["median_width"], 2)]
        for name, row in result["coverage"].items()
    ]  # fmt: skip
    mean = result["mean_coverage"]
    rows.append(["mean", *(number(mean[w], 2) for w in ("added", "all", "unseen")),
                 number(result["median_width"]["without_a_corpus"], 2)])  # fmt: skip
    heads = ("corpus left out, then added", "inside, its texts", "inside, all training texts",
             "inside, texts neither saw", "median width")  # fmt: skip
    widths = result["median_width"]
    areas = result["doubts"]["area_under_risk"]
    return (
        f"{run(result)}\n\n{table(heads, rows)}\nWith all corpora the median width is "
        f"{widths['shipped']:.2f}; one interval in ten is wider than "
        f"{widths['shipped_widest_tenth']:.2f}.\n\n{_splits(result)}\nArea under the risk-coverage "
        f"curve (Brier score, class-balanced; {result['doubts']['mean_risk']:.3f} where rows are "
        f"kept at random): by distance from one half {areas['distance']:.3f}, by narrowness of the "
        f"interval {areas['narrowness']:.3f}, by `reliable` {areas['reliable']:.3f}.\n\n"
        f"{_curves(result)}"
    )


def _curves(result: Mapping[str, Any]) -> str:
    """The risk-coverage curves."""
    curves = result["doubts"]["risk_coverage"]
    shares = [f"{share:.0%}" for share, _ in curves["distance"]]
    rows = [[name, *(number(risk) for _, risk in curve)] for name, curve in curves.items()]
    return table(("Brier score of the share kept, by", *shares), rows)


def _splits(result: Mapping[str, Any]) -> str:
    rows = []
    for name, split in result["doubts"]["splits"].items():
        cells = [
            str(split[side].get(figure, "-")) if figure == "rows"
            else number(split[side].get(figure))
            for side in ("with", "without")
            for figure in ("rows", "accuracy", "auc", "brier")
        ]  # fmt: skip
        rows.append([name, *cells])
    heads = (
        "",
        "rows with",
        "accuracy",
        "AUC",
        "Brier",
        "rows without",
        "accuracy",
        "AUC",
        "Brier",
    )
    return table(heads, rows)


def caveat_thresholds() -> str:
    """Figures by number of words and by share of features out of range."""
    result = results("uncertainty")
    parts = []
    for key, title in (("by_words", "words"), ("by_share_outside", "share of features outside"),
                       ("by_width", "width of the interval")):  # fmt: skip
        rows = [
            [f"{entry['from']:g} to {entry['below']:g}", entry["rows"], number(entry.get("auc")),
             number(entry.get("brier"))]
            for entry in result[key]
        ]  # fmt: skip
        parts.append(table((title, "rows", "AUC", "Brier"), rows))
    parts.append(_justified(result))
    return "\n".join(parts)


def _justified(result: Mapping[str, Any]) -> str:
    """What the caveats that make a text unreliable rest on, in words."""
    sentences = []
    for name in ("reliable", "too_short", "no_attribution", "not_english", "unusual"):
        entry = result["doubts"]["splits"][name]
        if "auc" not in entry["with"]:
            sentences.append(f"`{name}`: {entry['with']['rows']} rows, too few to tell.")
            continue
        sentences.append(
            f"`{name}`: AUC {entry['with']['auc']:.2f} and accuracy "
            f"{entry['with']['accuracy']:.2f} with it ({entry['with']['rows']} rows), "
            f"{entry['without']['auc']:.2f} and "
            f"{entry['without']['accuracy']:.2f} without; difference of accuracy "
            f"{ranged(result['accuracy_gap'][name], '+')}."
        )
    return "\n".join(f"- {line}" for line in sentences) + "\n"


FIGURES = {
    "card_uncertainty": uncertainty, "caveat_thresholds": caveat_thresholds,
    "uncertainty": uncertainty,
}  # fmt: skip
