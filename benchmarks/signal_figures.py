"""The tables of docs/signals.md: examples from the lexicons, measures from results/*.json."""

from itertools import islice
from typing import Any

from credscore.lexicon import lexicon

KINDS = {
    "anonymous_sources": ("confidential", "unnamed", "hearsay"),
    "official_denials": ("denial", "non_confirmation", "debunk"),
    "unverifiable_media": ("media", "report"),
    "hedges": ("modal", "adverb", "verb", "adjective", "noun"),
}
EXAMPLES = 5
Rows = list[list[Any]]


def examples(signal: str) -> Rows:
    """Hits of the lexicon's rules by kind, evidence in bold; of blocking rules as "none"."""
    file = lexicon.shipped().files[signal]
    kinds = dict.fromkeys(rule.kind for rule in file.rules if rule.kind)
    rows: Rows = []
    for kind in (*kinds, ""):
        hits = [hit for rule in file.rules if rule.kind == kind for hit in rule.hits[:1]]
        for hit in islice(hits, EXAMPLES):
            shown = hit.replace("[", "**").replace("]", "**").replace("|", "\\|")
            rows.append([kind or "none, blocked", shown])
    return rows


def measured(found: dict[str, Any]) -> Rows:
    """Precision, recall, F1 with its interval, by signal and kind."""
    rows: Rows = []
    for signal, kinds in KINDS.items():
        for key in (signal, *(f"{signal}/{kind}" for kind in kinds)):
            row = found["gold_dev"][key]
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


def word_lists(found: dict[str, Any]) -> Rows:
    """F1 of published word lists beside the extractors', on the same sentences."""
    rows: Rows = []
    for key, row in found["word_lists"].items():
        signal, _, name = key.partition(": ")
        own = found["gold_dev"][signal]
        corpora = [
            f"{found[corpus][name]['f1']:.2f}" if signal == "hedges" else ""
            for corpus in ("conll2010_bioscope", "conll2010_wiki")
        ]
        rank = f"{found['pei_jurgens_certainty'][name]:.2f}" if signal == "hedges" else ""
        rows.append([name, signal, f"{row['overlap_f1']:.2f}", f"{row['sentence_f1']:.2f}",
                     *corpora, rank])  # fmt: skip
        if key == [k for k in found["word_lists"] if k.startswith(signal)][-1]:
            hedged = signal == "hedges"
            rows.append([
                "**credscore**", signal, f"{own['overlap_f1']:.2f}", f"{own['sentence_f1']:.2f}",
                *(f"{found[corpus]['credscore']['f1']:.2f}" if hedged else ""
                  for corpus in ("conll2010_bioscope", "conll2010_wiki")),
                f"{found['pei_jurgens_certainty']['credscore']:.2f}" if hedged else "",
            ])  # fmt: skip
    return rows


def polnear(found: dict[str, Any]) -> Rows:
    """What becomes of sources that are clearly named or clearly unnamed."""
    return [
        [f"{name.replace('_', ' ')}, {part}", row["asked"],
         *(f"{row[kind]:.2f}" for kind in ("named", "unnamed", "other"))]
        for part in ("dev", "train")
        for name, row in found[f"polnear_{part}"].items() if name.startswith("clearly")
    ]  # fmt: skip


def read(found: dict[str, Any]) -> Rows:
    """The precision that a reader counted, by signal and kind."""
    heads = ("kind", "reader", "read", "right")
    return [
        [*(row[head] for head in heads), f"{row['right'] / row['read']:.2f}", row["seed"]]
        for row in found["readings"]
    ]
