"""How well each extractor finds the annotated spans of spans/gold_dev.jsonl.

Every gold sentence is read between its neighbours, as in an article; findings that begin in it
count. Found and annotated spans are paired one to one. Precision, recall and F1 are given for
pairs that overlap and for pairs whose intersection is at least half of their union in tokens.

    python benchmarks/signals.py [--errors SIGNAL]
"""

import argparse
import json
import os
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from credscore.extractors import find_all
from credscore.reading import Reading

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CREDSCORE_SHARED", ROOT.parent / "shared"))
RESULT = ROOT / "benchmarks" / "results" / "signals.json"
SIGNALS = ("anonymous_sources", "official_denials", "unverifiable_media", "hedges")


class Span(NamedTuple):
    """Characters start to end of the gold sentence, and the kind."""

    start: int
    end: int
    kind: str


class Counts:
    """Pairs, found and annotated spans, summed over sentences."""

    def __init__(self) -> None:
        self.overlapping = self.half = self.right_kind = self.found = self.annotated = 0

    def row(self) -> dict[str, float | int | None]:
        """Precision, recall, F1 (0..1); kind accuracy over overlapping pairs."""
        row: dict[str, float | int | None] = {"found": self.found, "annotated": self.annotated}
        for name, hits in (("overlap", self.overlapping), ("iou50", self.half)):
            row[f"{name}_precision"] = hits / self.found if self.found else None
            row[f"{name}_recall"] = hits / self.annotated if self.annotated else None
            total = self.found + self.annotated
            row[f"{name}_f1"] = 2 * hits / total if total else None
        pairs = self.overlapping
        row["kind_accuracy"] = self.right_kind / pairs if pairs else None
        return row


def found_spans(row: dict[str, Any]) -> dict[str, list[Span]]:
    """What the extractors find in the middle sentence of a gold row, by signal."""
    before = f"{row['before']}\n" if row["before"] else ""
    reading = Reading(f"{before}{row['text']}\n{row['after'] or ''}")
    shift, length = len(before) + int(reading.text.body_offsets[0]), len(row["text"])
    spans: dict[str, list[Span]] = {}
    for signal, findings in find_all(reading).items():
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


def token_iou(one: Span, other: Span, tokens: list[tuple[int, int]]) -> float:
    """Tokens in both over tokens in either, 0..1."""
    first = {t for t in tokens if t[0] < one.end and one.start < t[1]}
    second = {t for t in tokens if t[0] < other.end and other.start < t[1]}
    return len(first & second) / max(1, len(first | second))


def pair(
    found: list[Span], gold: list[Span], tokens: list[tuple[int, int]]
) -> list[tuple[int, int, float]]:
    """The one-to-one assignment with most overlapping pairs, and of these the best overlap."""
    if not found or not gold:
        return []
    iou = np.array([[token_iou(one, other, tokens) for other in gold] for one in found])
    rows, columns = linear_sum_assignment(-(iou + 2 * (iou > 0)))
    return [
        (int(r), int(c), float(iou[r, c])) for r, c in zip(rows, columns, strict=True) if iou[r, c]
    ]


def measure(rows: list[dict[str, Any]], errors: str | None) -> dict[str, Counts]:
    """Counts by signal, and by "signal/kind" (a pair counts there if both have the kind)."""
    table: dict[str, Counts] = defaultdict(Counts)
    for row in rows:
        tokens = [m.span() for m in re.finditer(r"\w+|[^\w\s]", row["text"])]
        spans = found_spans(row)
        for signal in SIGNALS:
            found = spans.get(signal, [])
            gold = [
                Span(a["start"], a["end"], a["kind"])
                for a in row["annotations"]
                if a["signal"] == signal
            ]
            pairs = pair(found, gold, tokens)
            for span in found:
                table[signal].found += 1
                table[f"{signal}/{span.kind}"].found += 1
            for span in gold:
                table[signal].annotated += 1
                table[f"{signal}/{span.kind}"].annotated += 1
            for f, g, iou in pairs:
                same = found[f].kind == gold[g].kind
                keys = [signal, f"{signal}/{gold[g].kind}"] if same else [signal]
                for key in keys:
                    table[key].overlapping += 1
                    table[key].half += iou >= 0.5
                    table[key].right_kind += same
            if signal == errors:
                _print_errors(row, found, gold, pairs)
    return table


def _print_errors(
    row: dict[str, Any], found: list[Span], gold: list[Span], pairs: list[tuple[int, int, float]]
) -> None:
    text = row["text"]
    paired_found, paired_gold = {f for f, _, _ in pairs}, {g for _, g, _ in pairs}
    lines = [f"  + {s.kind}: {text[s.start : s.end]}" for i, s in enumerate(found)
             if i not in paired_found]  # fmt: skip
    lines += [f"  - {s.kind}: {text[s.start : s.end]}" for i, s in enumerate(gold)
              if i not in paired_gold]  # fmt: skip
    lines += [f"  ~ {found[f].kind} for {gold[g].kind}: {text[gold[g].start : gold[g].end]}"
              for f, g, _ in pairs if found[f].kind != gold[g].kind]  # fmt: skip
    if lines:
        print(row["id"], text[:300], *lines, sep="\n")


def main() -> None:
    """Measure, print the table, write results/signals.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", choices=SIGNALS, help="print the sentences with errors too")
    arguments = parser.parse_args()
    path = SHARED / "spans" / "gold_dev.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    table = {key: counts.row() for key, counts in sorted(measure(rows, arguments.errors).items())}
    columns = ("found", "annotated", "overlap_precision", "overlap_recall", "overlap_f1",
               "iou50_f1", "kind_accuracy")  # fmt: skip
    print(f"{'':36}" + "".join(f"{c.replace('overlap_', ''):>14}" for c in columns))
    for key, row in table.items():
        cells = (row[column] for column in columns)
        print(f"{key:36}" + "".join(
            f"{'-' if c is None else c if isinstance(c, int) else f'{c:.3f}':>14}" for c in cells
        ))  # fmt: skip
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
