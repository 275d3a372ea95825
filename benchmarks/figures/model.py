"""The figures of features.json and transfer.json as Markdown: how the model was chosen."""

from benchmarks import results
from benchmarks.figures.markdown import number, run, table


def features() -> str:
    """Each feature's effect in every corpus, and what the fit made of it."""
    result = results("features")
    names = list(next(iter(result["features"].values()))["effects"])
    rows = [
        [
            name,
            *(f"{row['effects'][corpus]:+.2f}" for corpus in names),
            f"{row['agree']} of 6",
            f"{row['weight_per_deviation']:+.2f}",
        ]
        for name, row in result["features"].items()
    ]
    heads = ("feature", *names, "agree", "weight")
    return f"{run(result)}\n\n{table(heads, rows)}"


def feature_choice() -> str:
    """What the choice of features and settings is worth where the corpus has no part in it."""
    result = results("features")
    rows = [[count, number(auc)] for count, auc in result["chosen_by_rule"].items()]
    by_rule = table(("features, chosen by rule", "AUC left out, mean of six"), rows)
    rows = [
        [entry["prior_weight"], entry["penalty"], number(entry["auc"])]
        for entry in result["settings"]
    ]
    settings = table(("weight before the data", "penalty", "AUC left out, mean of six"), rows)
    best = result["settings_chosen_without"]["auc"]
    return (
        f"{by_rule}\n\n{settings}\n\nWith the setting chosen for each corpus by the others alone "
        f"the mean is {best:.3f}."
    )


def ways() -> str:
    """Other ways to train, beside the shipped one, and what the other corpora would choose."""
    result = results("transfer")
    shipped = result["ways"]["as shipped"]
    rows = []
    for name, entry in result["ways"].items():
        low, high = entry["minus_shipped"]
        gap = "" if entry is shipped else (
            f"{entry['out'] - shipped['out']:+.4f} [{low:+.4f}, {high:+.4f}]"
        )  # fmt: skip
        rows.append([name, number(entry["out"], 4), gap, number(entry["folds"], 4)])
    heads = ("trained", "AUC left out, mean of six", "difference", "AUC in folds, mean of five")
    chosen = "; ".join(f"{name} {entry['auc']:.4f}" for name, entry in result["nested"].items())
    return (
        f"{run(result)}\n\n{table(heads, rows)}\nChosen for each corpus by the other five "
        f"alone, the mean is: {chosen}.\n"
    )


def slopes() -> str:
    """The slope by number of words under several values of half_words."""
    result = results("transfer")
    bands = list(zip(result["words"], result["words"][1:], strict=False))
    heads = ("", *(f"{low} to {high}" if high < 10**9 else f"{low} or more" for low, high in bands))
    rows = [[name, *(number(entry, 2) for entry in row)] for name, row in result["slopes"].items()]
    return table(heads, rows)


def texts() -> str:
    """AUC of left-out texts as they may come elsewhere."""
    result = results("transfer")
    rows = [
        [name, number(entry["model"]), number(entry["tfidf"])]
        for name, entry in result["texts"].items()
    ]
    return f"{run(result)}\n\n" + table(("left-out texts", "AUC, credscore", "AUC, TF-IDF"), rows)


def steadiness() -> str:
    """How far a score moves with the place of its title, and with one piece of evidence."""
    result = results("steadiness")
    rows = [
        [corpus, gap, number(entry["within"], 2), number(entry["largest"], 2)]
        for corpus, gaps in result["title_as_first_line"].items()
        for gap, entry in gaps.items()
    ]
    heads = ("title as first line", "before the text", "moved by at most 0.02", "largest move")
    entry = result["one_piece_less"]
    return (
        f"{run(result)}\n\n{table(heads, rows)}\n\nOne piece of evidence less moves the score of "
        f"an article of 250 to 350 words by at most {entry['median']:.2f} in the median article "
        f"(99th percentile {entry['percentile_99']:.2f}, largest {entry['largest']:.2f}; "
        f"{entry['articles']} articles)."
    )


FIGURES = {
    "features": features, "feature_choice": feature_choice, "ways": ways, "slopes": slopes,
    "texts": texts, "steadiness": steadiness,
}  # fmt: skip
