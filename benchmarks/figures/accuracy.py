"""The figures of accuracy.json and own_labels.json, and of the shipped model, as Markdown."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from benchmarks import results
from benchmarks.figures.markdown import number, ranged, run, table
from credscore.model import Model, default_folder

HEADLINE = "emergent without `against`"
VERDICTS = ("true", "unverified", "false")


def _calibrated(result: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {**_rows(result), "all together, corpora weighing the same": result["pooled"]}


def _rows(result: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {
        **result["corpora"],
        HEADLINE: result["emergent_without_against"],
        "mean of the first six": result["mean_six"],
        "the same without fakenewsnet_politifact": result["mean_without_politifact"],
    }


def at_a_glance() -> str:
    """For the README: AUC beside TF-IDF, in cross-validation and on sealed texts."""
    result, sealed = results("accuracy"), results("sealed")
    every, six = _rows(result), "mean of the first six"
    shown = {
        "six corpora, trained on the same corpus (mean)": (six, "in"),
        "six corpora, trained on the others (mean)": (six, "out"),
        "of these `emergent`, without its debunks": (HEADLINE, "out"),
        "`fakes`: labels that do not depend on sourcing": ("fakes", "out"),
    }
    rows = [
        [title, *(ranged(every[name][scheme][model]["auc"]) for model in ("model", "tfidf"))]
        for title, (name, scheme) in shown.items()
    ]
    aucs = [entry["auc"] for name, entry in sealed["model"].items() if name != "mean"]
    span = f"{number(min(aucs))} to {number(max(aucs))}"
    means = [number(sealed[model]["mean"]["auc"]) for model in ("model", "tfidf")]
    rows.append([f"{len(aucs)} sealed corpora, {span} (mean)", *means])
    return f"{run(result)}\n\n{table(('AUC', 'credscore', 'TF-IDF'), rows)}"


def controls() -> str:
    """The controls in a sentence."""
    result = results("accuracy")
    fakes = result["corpora"]["fakes"]["out"]["model"]["auc"]
    return (
        f"`fakes`, whose label does not depend on style, is the negative control "
        f"({ranged(fakes)}); with labels shuffled inside each corpus the mean AUC left out is "
        f"{result['shuffled_auc']:.3f}. Without features of length it is "
        f"{result['no_length_auc']:.3f}. TF-IDF on texts without names reaches "
        f"{result['tfidf_without_names_auc']:.3f} of the six left out.\n"
    )


def order() -> str:
    """The order of mean scores in emergent."""
    result = results("accuracy")
    rows = []
    for key, what in (("order", ""), ("order_without_against", ", without `against`")):
        for scheme, name in (("out", "left out"), ("folds", "in folds")):
            means = result[key][scheme]
            row = [f"{name}{what}", *(number(means[v]["mean"]) for v in VERDICTS)]
            for high, low in pairwise(VERDICTS):
                gap = means[f"{high}_minus_{low}"]
                row += [ranged({k: gap[k] for k in ("value", "low", "high")}, "+"),
                        f"{gap['p_one_sided']:.4f}"]  # fmt: skip
            rows.append(row)
    heads = ("mean score in emergent", *VERDICTS, "true above unverified", "p, one-sided",
             "unverified above false", "p, one-sided")  # fmt: skip
    return (
        f"{table(heads, rows)}\nMeans are over articles; the 95 % intervals (two-sided) draw whole "
        "claims. The order was stated beforehand: p is the share of draws without it.\n"
    )


def accuracy() -> str:
    """AUC inside and out of every corpus, beside TF-IDF with logistic regression."""
    rows = [
        [
            name,
            *(ranged(row[s][m]["auc"]) for s in ("in", "out") for m in ("model", "tfidf")),
            ranged(row["out"]["minus_tfidf"]["auc"], "+"),
        ]
        for name, row in _rows(results("accuracy")).items()
    ]
    heads = ("corpus", "in, credscore", "in, TF-IDF", "left out, credscore", "left out, TF-IDF",
             "left out, difference")  # fmt: skip
    return table(heads, rows)


def calibration() -> str:
    """All class-balanced figures of all schemes, and the parts of the Brier score."""
    result = results("accuracy")
    figures = ("auc", "brier", "log_loss", "ece", "excess_ece", "slope", "intercept")
    rows, parts = [], []
    for name, row in _calibrated(result).items():
        for scheme, entry in row.items():
            rows.append([name, scheme, *(ranged(entry["model"][figure]) for figure in figures)])
            if scheme == "out" and "brier_parts" in entry:
                parts.append([name, *(number(value) for value in entry["brier_parts"].values())])
    heads = ("corpus", "scheme", "AUC", "Brier", "log loss", "ECE", "excess ECE", "slope",
             "intercept")  # fmt: skip
    return (
        f"{run(result)}\n\n{table(heads, rows)}\nThe Brier score left out, in parts:\n\n"
        + table(("corpus", "reliability", "resolution", "uncertainty"), parts)
    )


def signals_alone() -> str:
    """Each signal's own AUC, and the ablation."""
    result = results("accuracy")
    rows = [
        [name, number(entry["alone"]), number(entry["emergent_without_against"]),
         f"{entry['lost_without']:+.3f}"]
        for name, entry in sorted(result["signals"].items(), key=lambda pair: -pair[1]["alone"])
    ]  # fmt: skip
    heads = ("signal", "alone, mean of six", f"alone, {HEADLINE}", "lost without it, mean of six")
    weak = [name for name, entry in result["signals"].items() if abs(entry["alone"] - 0.5) < 0.03]
    sentence = (
        f"Near 0.5 alone, kept as evidence with a shrunken weight: {', '.join(weak) or 'none'}."
    )
    return f"{table(heads, rows)}\n{sentence}\n"


def card_comparison() -> str:
    """For the model card: what stands beside the recipe, the headline, controls and signals."""
    result = results("accuracy")
    names = (HEADLINE, "mean of the first six", "the same without fakenewsnet_politifact")
    every = _rows(result)
    rows = [
        [
            name,
            *(ranged(every[name]["out"][model]["auc"]) for model in ("model", "tfidf")),
            ranged(every[name]["out"]["minus_tfidf"]["auc"], "+"),
            ranged(every[name]["out"]["model"]["log_loss"]),
        ]
        for name in names
    ]
    heads = ("left out", "AUC", "AUC, TF-IDF", "difference", "log loss")
    return f"{table(heads, rows)}\n{controls()}\n{order()}\n{signals_alone()}"


def own_labels() -> str:
    """What some 200 labels of one's own gain, by corpus."""
    result = results("own_labels")
    ways = ("start", "scratch", "blended")
    rows = [
        [name, f"{entry['rows']:.0f}", entry["draws"],
         *(number(entry[way][figure]) for figure in ("auc", "log_loss") for way in ways)]
        for name, entry in result["corpora"].items() if entry["draws"]
    ]  # fmt: skip
    mean = result["mean"]
    rows.append(["mean", "", "", *(number(mean[way]["auc"]) for way in ways),
                 *(number(mean[way]["log_loss"]) for way in ways)])  # fmt: skip
    heads = ("corpus", "labels", "draws", *(f"AUC, {way}" for way in ways),
             *(f"log loss, {way}" for way in ways))  # fmt: skip
    return f"{run(result)}\n\n{table(heads, rows)}"


def thresholds() -> str:
    """Of 100 flagged texts, how many are false, for the shipped model."""
    below = Model.load(default_folder()).below
    assert below is not None, "the shipped model holds no shares of false claims"
    priors = (0.1, 0.3, 0.5, 0.7, 0.9)
    rows = [
        [f"{score:.2f}", f"{100 * false:.0f}", f"{100 * true:.0f}",
         *(f"{100 * below.false_share(score, prior):.0f}" for prior in priors)]
        for score, true, false in zip(below.score, below.true, below.false, strict=True)
        if round(score * 40) % 4 == 0
    ]  # fmt: skip
    heads = ("flag at or below", "caught, of 100 false", "wrongly flagged, of 100 true",
             *(f"false of 100 flagged, prior {prior}" for prior in priors))  # fmt: skip
    return table(heads, rows)


FIGURES = {
    "accuracy": accuracy, "at_a_glance": at_a_glance, "calibration": calibration,
    "card_comparison": card_comparison, "controls": controls, "order": order,
    "own_labels": own_labels, "signals_alone": signals_alone, "thresholds": thresholds,
}  # fmt: skip
