"""How well each extractor finds what was annotated, beside published word lists.

    python -m benchmarks.quality.signals [--errors SIGNAL | --errors named | --errors unnamed]

Every sentence of spans/gold_dev.jsonl is read between its neighbours, as in an article; findings
that begin in it count (spans.py). PolNeAR, the sentences of CoNLL 2010 and the findings of Pei and
Jurgens are read one by one. Writes results/signals.json.
"""

import gzip
import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from scipy.stats import spearmanr

from benchmarks import SHARED, options, write_results
from benchmarks.quality import polnear
from benchmarks.quality.spans import Row, Span, Tally
from benchmarks.quality.word_lists import ANONYMITY, HEDGES, matcher, phrases
from credscore.signals import Reading, find_all

SIGNALS = ("anonymous_sources", "official_denials", "unverifiable_media", "hedges")
LISTS = {"anonymous_sources": ANONYMITY, "hedges": HEDGES}


def lines(name: str) -> list[dict[str, Any]]:
    """The rows of a file of spans, packed or not."""
    path = SHARED / "spans" / name
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(map(json.loads, content.splitlines()))


def spans_of(row: dict[str, Any]) -> dict[str, list[Span]]:
    """What the extractors find in the middle sentence of a gold row, by signal."""
    before = f"{row['before']}\n" if row["before"] else ""
    reading = Reading(f"{before}{row['text']}\n{row['after'] or ''}")
    shift, length = len(before) + int(reading.text.body_offsets[0]), len(row["text"])
    spans: dict[str, list[Span]] = {}
    for signal, rows in find_all(reading).items():
        findings = reading.findings(rows)
        places = [
            (int(reading.text.starts[f.start]) - shift, int(reading.text.ends[f.end - 1]) - shift)
            for f in findings
        ]
        spans[signal] = [
            Span(start, min(end, length), finding.kind)
            for finding, (start, end) in zip(findings, places, strict=True)
            if 0 <= start < length
        ]
    return spans


def gold_spans(row: dict[str, Any], signal: str) -> list[Span]:
    """The annotated spans of a signal."""
    marked = (a for a in row["annotations"] if a["signal"] == signal)
    return [Span(a["start"], a["end"], a["kind"]) for a in marked]


def gold(errors: str | None) -> dict[str, dict[str, Row]]:
    """The extractors' rows by signal and kind, and those of the word lists by signal and list."""
    sentences = lines("gold_dev.jsonl")
    ours = Tally(len(sentences))
    for number, row in enumerate(sentences):
        spans = spans_of(row)
        for signal in SIGNALS:
            predicted, marked = spans.get(signal, []), gold_spans(row, signal)
            pairs = ours.add(number, signal, row["text"], predicted, marked)
            if signal == errors:
                _print_errors(row, predicted, marked, pairs)
    published = Tally(len(sentences))
    for signal, lists in LISTS.items():
        for name, files in lists.items():
            pattern = matcher(phrases(SHARED / "lexicons", files))
            for number, row in enumerate(sentences):
                predicted = [Span(*m.span(), "") for m in pattern.finditer(row["text"])]
                marked = [span._replace(kind="") for span in gold_spans(row, signal)]
                published.add(number, f"{signal}: {name}", row["text"], predicted, marked)
    return {"gold_dev": ours.table(), "word_lists": published.table()}


def _print_errors(
    row: dict[str, Any],
    predicted: list[Span],
    marked: list[Span],
    pairs: list[tuple[int, int, float]],
) -> None:
    text = row["text"]
    paired_found, paired_gold = {f for f, _, _ in pairs}, {g for _, g, _ in pairs}
    missing = [f"  + {s.kind}: {text[s.start : s.end]}" for i, s in enumerate(predicted)
               if i not in paired_found]  # fmt: skip
    missing += [f"  - {s.kind}: {text[s.start : s.end]}" for i, s in enumerate(marked)
                if i not in paired_gold]  # fmt: skip
    missing += [
        f"  ~ {predicted[f].kind} for {marked[g].kind} ({iou:.2f}): "
        f"{text[slice(*predicted[f][:2])]}"
        f" | {text[slice(*marked[g][:2])]}"
        for f, g, iou in pairs if predicted[f].kind != marked[g].kind or iou < 0.5
    ]  # fmt: skip
    if missing:
        print(row["id"], text[:400], *missing, sep="\n")


def hedges_of(text: str) -> int:
    """How many hedges the extractor finds."""
    return len(find_all(Reading(text))["hedges"])


def matches_of(pattern: re.Pattern[str], text: str) -> int:
    """How many words and phrases of a published list a text has."""
    return len(pattern.findall(text))


def sentences_f1(rows: list[dict[str, Any]], count: Callable[[str], int]) -> dict[str, float]:
    """Precision, recall and F1 of "the sentence is uncertain" where `count` finds any hedge."""
    uncertain = [row["label"] == "uncertain" for row in rows]
    hedged = [count(row["text"]) > 0 for row in rows]
    both = sum(map(all, zip(uncertain, hedged, strict=True)))
    precision, recall = both / max(1, sum(hedged)), both / max(1, sum(uncertain))
    f1 = 2 * both / max(1, sum(hedged) + sum(uncertain))
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def uncertainty() -> dict[str, Any]:
    """Hedges against uncertain sentences and rated certainty, with the published lists beside."""
    counters: dict[str, Callable[[str], int]] = {"credscore": hedges_of}
    for name, files in HEDGES.items():
        pattern = matcher(phrases(SHARED / "lexicons", files))
        counters[name] = partial(matches_of, pattern)
    result: dict[str, Any] = {}
    for corpus in ("conll2010_bioscope", "conll2010_wiki"):
        rows = [row for row in lines(f"{corpus}.jsonl.gz") if row["split"].startswith("train")]
        result[corpus] = {name: sentences_f1(rows, count) for name, count in counters.items()}
    findings = [row for row in lines("pei_jurgens_certainty.jsonl.gz") if row["score"] is not None]
    scores = [row["score"] for row in findings]
    result["pei_jurgens_certainty"] = {
        name: round(float(spearmanr([count(row["text"]) for row in findings], scores)[0]), 4)
        for name, count in counters.items()
    }
    return result


def show(title: str, rows: dict[str, Row]) -> None:
    """Print one table."""
    columns = ("found", "annotated", "overlap_precision", "overlap_recall", "overlap_f1",
               "iou50_f1", "sentence_f1", "kind_accuracy")  # fmt: skip
    print(f"{title:58}" + "".join(f"{c.replace('overlap_', ''):>14}" for c in columns))
    for key, row in rows.items():
        cells = (row[column] for column in columns)
        print(f"{key:58}" + "".join(
            f"{'-' if c is None else c if isinstance(c, int) else f'{c:.3f}':>14}" for c in cells
        ))  # fmt: skip


def main() -> None:
    """Measure, print the tables, write results/signals.json."""
    parser = options(__doc__)
    parser.add_argument(
        "--errors", choices=(*SIGNALS, "named", "unnamed"), help="print the errors too"
    )
    errors = parser.parse_args().errors
    result = {
        **gold(errors),
        "polnear_dev": polnear.measure(SHARED, errors),
        "polnear_train": polnear.measure(SHARED, split="train"),
        **uncertainty(),
    }
    show("gold_dev", result["gold_dev"])
    show("published word lists, unchanged", result["word_lists"])
    for name in (
        "polnear_dev",
        "polnear_train",
        "conll2010_bioscope",
        "conll2010_wiki",
        "pei_jurgens_certainty",
    ):
        print(name, json.dumps(result[name], indent=1))
    write_results("signals", result)


if __name__ == "__main__":
    main()
