"""The tables of docs/reference/signals.md: examples of the lexicons, and measured figures."""

from functools import partial
from itertools import islice
from typing import Any

import pandas as pd

from benchmarks import results
from benchmarks.figures.markdown import run, table
from credscore.lexicon import shipped

KINDS = {
    "anonymous_sources": ("confidential", "unnamed", "hearsay"),
    "official_denials": ("denial", "non_confirmation", "debunk"),
    "unverifiable_media": ("media", "report"),
    "hedges": ("modal", "adverb", "verb", "adjective", "noun"),
}
EXAMPLES = 5
SEALED_HEADS = ("", "annotated", "precision", "recall", "F1", "F1 at half overlap", "kind right")
Rows = list[list[Any]]


def examples_rows(signal: str) -> Rows:
    """Hits of the lexicon's rules by kind, evidence in bold; of blocking rules as "none"."""
    file = shipped().files[signal]
    kinds = dict.fromkeys(rule.kind for rule in file.rules if rule.kind)
    rows: Rows = []
    for kind in (*kinds, ""):
        hits = [hit for rule in file.rules if rule.kind == kind for hit in rule.hits[:1]]
        for hit in islice(hits, EXAMPLES):
            shown = hit.replace("[", "**").replace("]", "**").replace("|", "\\|")
            rows.append([kind or "none, blocked", shown])
    return rows


def measured_rows(result: dict[str, Any]) -> Rows:
    """Precision, recall, F1 with its interval, by signal and kind."""
    rows: Rows = []
    for signal, kinds in KINDS.items():
        for key in (signal, *(f"{signal}/{kind}" for kind in kinds)):
            row = result["gold_dev"][key]
            low, high = row["overlap_f1_interval"]
            figures = [
                f"{row[field]:.2f}"
                for field in ("overlap_precision", "overlap_recall", "overlap_f1")
            ]
            figures += [
                f"{low:.2f} to {high:.2f}", f"{row['iou50_f1']:.2f}", f"{row['sentence_f1']:.2f}",
            ]  # fmt: skip
            right = f"{row['kind_accuracy']:.2f}" if key == signal else ""
            name = f"**{signal}**" if key == signal else key.partition("/")[2]
            rows.append([name, row["annotated"], *figures, right])
    return rows


def signals_by_kind() -> str:
    """Every signal and kind, as measured on the annotated sentences."""
    result = results("signals")
    heads = (
        "", "annotated", "precision", "recall", "F1", "95 % interval", "F1 at half overlap",
        "sentence F1", "kind right",
    )  # fmt: skip
    return f"{run(result)}\n\n" + table(heads, measured_rows(result))


def sealed_signals() -> str:
    """Every signal and kind on sentences that nobody of the project has read."""
    result = results("sealed")
    names = [name for signal, kinds in KINDS.items() for name in (signal, *kinds)]
    return f"{run(result)}\n\n" + table(SEALED_HEADS, (sealed_row(result, name) for name in names))


def sealed_row(result: dict[str, Any], name: str) -> list[Any]:
    """The figures of a signal or kind; those of a kind have no half overlap."""
    row = result["signals"][name]
    fields = ("precision", "recall", "f1", "iou50_f1", "kind_accuracy")
    figures = [f"{row[field]:.2f}" if field in row else "" for field in fields]
    return [f"**{name}**" if name in KINDS else name, int(row["annotated"]), *figures]


def signals_at_a_glance() -> str:
    """For the README: the signals on sealed sentences, and counted in whole articles."""
    sealed, counted = results("sealed")["signals"], last_read()
    rows = []
    for signal, kinds in KINDS.items():
        row = sealed[signal]
        read = [counted[f"{signal}/{kind}"] for kind in kinds if f"{signal}/{kind}" in counted]
        span = f"{min(read):.2f} to {max(read):.2f}"
        name = signal.replace("_", " ").capitalize()
        rows.append([name, *(f"{row[field]:.2f}" for field in ("precision", "recall", "f1")), span])
    heads = ("sealed sentences", "precision", "recall", "F1", "precision in articles, by kind")
    return table(heads, rows)


def last_read() -> dict[str, float]:
    """By signal and kind: precision in all readings but the first."""
    _, *readings = results("read_hits").values()
    rows = [row for reading in readings for row in reading["kinds"]]
    counts = pd.DataFrame(rows).groupby("kind")[["right", "wrong"]].sum()
    return dict(counts["right"] / counts.sum(axis=1))


def sealed_sources() -> str:
    """The table of attributions on whole articles that nobody of the project has read."""
    result = results("sealed")
    heads = ("kind", "sources", "found", "kind right", "rows that attribute nothing")
    rows = [
        [kind, int(row["sources"]), f"{row['found']:.2f}", f"{row['kind_right']:.2f}",
         int(row["extra"])]
        for kind, row in result["sources"].items()
    ]  # fmt: skip
    return (
        table(heads, rows)
        + f"\nOf all rows {result['sources_precision']:.2f} attribute something.\n"
    )


def sealed_model() -> str:
    """The shipped model and TF-IDF on corpora that no training, and nobody, has seen."""
    result = results("sealed")
    heads = ("corpus", "AUC", "log loss", "excess ECE", "slope", "AUC of TF-IDF", "without names")
    rows = [
        [name, f"{row['auc']:.3f}", f"{row['log_loss']:.3f}", f"{row['excess_ece']:+.3f}",
         f"{row['slope']:.2f}",
         *(f"{result[other][name]['auc']:.3f}" for other in ("tfidf", "tfidf_without_names"))]
        for name, row in result["model"].items()
    ]  # fmt: skip
    return f"{run(result)}\n\n" + table(heads, rows)


def word_lists() -> str:
    """Published word lists beside the extractors, on the same sentences."""
    result = results("signals")

    def row(title: str, name: str, signal: str, own: dict[str, Any]) -> list[str]:
        cells = [f"{own[figure]:.2f}" for figure in ("overlap_f1", "sentence_f1")]
        if signal == "hedges":
            corpora = ("conll2010_bioscope", "conll2010_wiki")
            cells += [f"{result[corpus][name]['f1']:.2f}" for corpus in corpora]
            cells.append(f"{result['pei_jurgens_certainty'][name]:.2f}")
        return [title, signal, *cells, *[""] * (5 - len(cells))]

    rows = []
    for signal in KINDS:
        lists = {
            k: entry for k, entry in result["word_lists"].items() if k.startswith(f"{signal}: ")
        }
        for key, entry in lists.items():
            name = key.partition(": ")[2]
            rows.append(row(name, name, signal, entry))
        if lists:
            rows.append(row("**credscore**", "credscore", signal, result["gold_dev"][signal]))
    heads = ("list", "signal", "span F1", "sentence F1", "BioScope F1", "Wikipedia F1",
             "Spearman's rho with certainty")  # fmt: skip
    return table(heads, rows)


def polnear() -> str:
    """Sources of PolNeAR by what they are found as."""
    measured = results("signals")
    rows = [
        [f"{name.replace('_', ' ')}, {half}", row["asked"],
         *(f"{row[kind]:.2f}" for kind in ("named", "unnamed", "other"))]
        for half in ("dev", "train")
        for name, row in measured[f"polnear_{half}"].items() if name.startswith("clearly")
    ]  # fmt: skip
    result = measured["polnear_dev"]
    heads = ("", "sources", "found as named", "found as unnamed", "found as other")
    return (
        table(heads, rows)
        + f"\nOf all {result['sources']} sources {result['found']:.2f} are found; "
        f"{result['confused']:.3f} of the clear ones are taken for the other kind.\n"
    )


def read_hits() -> str:
    """Precision counted by reading findings in whole articles, and how many were read."""
    result = results("read_hits")
    readings = [
        {row["kind"]: f"{row['right'] / (row['right'] + row['wrong']):.2f} ({row['read']})"
         for row in reading["kinds"] if row["right"] + row["wrong"]}
        for reading in result.values()
    ]  # fmt: skip
    kinds = sorted({kind for reading in readings for kind in reading})
    rows = [[kind, *(reading.get(kind, "") for reading in readings)] for kind in kinds]
    return table(("kind", *result), rows)


def examples(signal: str) -> str:
    """The examples of a signal's lexicon."""
    return table(("kind", "example"), examples_rows(signal))


FIGURES = {
    "polnear": polnear, "read_hits": read_hits,
    "sealed_signals": sealed_signals, "sealed_sources": sealed_sources,
    "sealed_model": sealed_model, "signals_at_a_glance": signals_at_a_glance,
    "signals_by_kind": signals_by_kind, "word_lists": word_lists,
    **{
        f"examples_{signal}": partial(examples, signal)
        for signal in (*KINDS, "specifics", "sensationalism", "second_hand")
    },
}  # fmt: skip
