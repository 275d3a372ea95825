"""The figures of features.json and transfer.json as Markdown: how the model was chosen."""

from benchmarks import results
from benchmarks.figures.markdown import number, run, table


def features() -> str:
    """Each feature's effect in every corpus, and what the fit made of it."""
    found = results("features")
    names = list(next(iter(found["features"].values()))["effects"])
    rows = [
        [
            name,
            *(f"{row['effects'][corpus]:+.2f}" for corpus in names),
            f"{row['agree']} of 6",
            f"{row['weight_per_deviation']:+.2f}",
        ]
        for name, row in found["features"].items()
    ]
    heads = ("feature", *names, "agree", "weight")
    return f"{run(found)}\n\n{table(heads, rows)}"


def feature_choice() -> str:
    """What the choice of features and settings is worth where the corpus has no part in it."""
    found = results("features")
    rows = [[count, number(auc)] for count, auc in found["chosen_by_rule"].items()]
    by_rule = table(("features, chosen by rule", "AUC left out, mean of six"), rows)
    rows = [[one["prior_weight"], one["penalty"], number(one["auc"])] for one in found["settings"]]
    settings = table(("weight before the data", "penalty", "AUC left out, mean of six"), rows)
    best = found["settings_chosen_without"]["auc"]
    return (
        f"{by_rule}\n\n{settings}\n\nWith the setting chosen for each corpus by the others alone "
        f"the mean is {best:.3f}."
    )


def ways() -> str:
    """Other ways to train, beside the shipped one, and what the other corpora would choose."""
    found = results("transfer")
    shipped = found["ways"]["as shipped"]
    rows = []
    for name, one in found["ways"].items():
        low, high = one["minus_shipped"]
        gap = "" if one is shipped else (
            f"{one['out'] - shipped['out']:+.4f} [{low:+.4f}, {high:+.4f}]"
        )  # fmt: skip
        rows.append([name, number(one["out"], 4), gap, number(one["folds"], 4)])
    heads = ("trained", "AUC left out, mean of six", "difference", "AUC in folds, mean of five")
    chosen = "; ".join(f"{name} {one['auc']:.4f}" for name, one in found["nested"].items())
    return (
        f"{run(found)}\n\n{table(heads, rows)}\nChosen for each corpus by the other five "
        f"alone, the mean is: {chosen}.\n"
    )


def slopes() -> str:
    """The slope by number of words under several values of half_words."""
    found = results("transfer")
    bands = list(zip(found["words"], found["words"][1:], strict=False))
    heads = ("", *(f"{low} to {high}" if high < 10**9 else f"{low} or more" for low, high in bands))
    rows = [[name, *(number(one, 2) for one in row)] for name, row in found["slopes"].items()]
    return table(heads, rows)


def texts() -> str:
    """AUC of left-out texts as they may come elsewhere."""
    found = results("transfer")
    rows = [
        [name, number(one["model"]), number(one["tfidf"])] for name, one in found["texts"].items()
    ]
    return f"{run(found)}\n\n" + table(("left-out texts", "AUC, credscore", "AUC, TF-IDF"), rows)


def steadiness() -> str:
    """How far a score moves with the place of its title, and with one piece of evidence."""
    found = results("steadiness")
    rows = [
        [corpus, gap, number(one["within"], 2), number(one["largest"], 2)]
        for corpus, gaps in found["title_as_first_line"].items()
        for gap, one in gaps.items()
    ]
    heads = ("title as first line", "before the text", "moved by at most 0.02", "largest move")
    one = found["one_piece_less"]
    return (
        f"{run(found)}\n\n{table(heads, rows)}\n\nOne piece of evidence less moves the score of an "
        f"article of 250 to 350 words by at most {one['median']:.2f} in the median article (99th "
        f"percentile {one['percentile_99']:.2f}, largest {one['largest']:.2f}; {one['articles']} "
        "articles)."
    )


FIGURES = {
    "features": features, "feature_choice": feature_choice, "ways": ways, "slopes": slopes,
    "texts": texts, "steadiness": steadiness,
}  # fmt: skip
