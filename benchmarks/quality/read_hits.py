"""Draws findings from articles for a person to read, and counts the verdicts.

    python -m benchmarks.quality.read_hits draw FOLDER [--of today] [--size 100] [--seed 1]
    python -m benchmarks.quality.read_hits count NAME VERDICTS... [--seed 1]

`draw` writes a file for each kind of each signal: numbered findings in brackets, with the words
around them, from whole articles, of an article as few of a kind as possible. The articles are those
of 2022 to 2026 (`today`: modern_unlabelled) or drawn by chance from older corpora (`older`). The
reader writes a JSON list of {kind, number, verdict}, kind as "signal/kind", verdict "right",
"wrong" or "border" (the guideline leaves it open). `count` keeps precision by kind, right / (right
+ wrong), in results/read_hits.json under a name. No text is kept.
"""

import gzip
import json
import random
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks import RESULTS, SHARED, options, results
from credscore import Evidence, extract

ARTICLES = SHARED / "corpora" / "modern_unlabelled.jsonl.gz"
RESULT = RESULTS / "read_hits.json"
OLDER = (
    "emergent", "fakenewsnet_gossipcop", "checkthat21", "allsides_mbfc", "buzzfeed_facebook",
    "fakenewsnet_politifact",
)  # fmt: skip
COLUMNS = ["id", "title", "text"]
OF_EACH = 260
"""Articles drawn from each of the older corpora."""
LONGEST = 20_000
"""Characters of an article that are read."""
BEFORE, AFTER = 220, 180
"""Characters shown before and behind a finding."""
VERDICTS = ("right", "wrong", "border")


def today(seed: int) -> list[dict[str, Any]]:
    """The articles of 2022 to 2026 in random order."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    random.Random(seed).shuffle(rows)
    return rows


def older(seed: int) -> list[dict[str, Any]]:
    """Articles of older corpora in random order."""
    rows = []
    for name in OLDER:
        path = SHARED / "corpora" / f"{name}.csv.gz"
        frame = pd.read_csv(path, keep_default_na=False, dtype=str)
        frame = frame.sample(OF_EACH, random_state=seed)
        frame["id"] = name + "-" + frame["id"]
        frame = frame.reindex(columns=COLUMNS, fill_value="")
        rows += [dict(zip(COLUMNS, row, strict=True)) for row in frame.itertuples(index=False)]
    random.Random(seed).shuffle(rows)
    return rows


def drawn(rows: list[dict[str, Any]], size: int, seed: int) -> dict[str, list[str]]:
    """Up to `size` findings of each kind; a second one of an article only where first ones lack."""
    order = random.Random(seed)
    items: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for row in rows:
        text, title = row["text"][:LONGEST], row["title"] or ""
        by_kind: dict[str, list[Evidence]] = defaultdict(list)
        for item in extract(text, title=title or None):
            by_kind[f"{item.signal}/{item.kind}"].append(item)
        for kind, findings in by_kind.items():
            order.shuffle(findings)
            items[kind] += [
                (
                    turn,
                    order.random(),
                    f"{row['id']} {shown(item, title if item.in_title else text)}",
                )
                for turn, item in enumerate(findings)
            ]
    return {kind: [entry for *_, entry in sorted(rows)[:size]] for kind, rows in items.items()}


def shown(item: Evidence, source: str) -> str:
    """Offsets of a finding, and the finding in brackets among the words around it."""
    before, after = source[max(0, item.start - BEFORE) : item.start], source[item.end :][:AFTER]
    words = f"{before}[[{source[item.start : item.end]}]]{after}".replace("\n", " / ")
    return f"{item.start}-{item.end}{' title' if item.in_title else ''}: {words}"


def draw(folder: Path, rows: list[dict[str, Any]], size: int, seed: int) -> None:
    """Write a file of numbered findings for each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, entries in drawn(rows, size, seed).items():
        numbered = (f"{number} {entry}\n" for number, entry in enumerate(entries))
        (folder / f"{kind.replace('/', '-')}.txt").write_text("\n".join(numbered), "utf-8")


def counts(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Verdicts by kind.

    >>> counts([{"kind": "hedges/modal", "number": 0, "verdict": "right"}])
    [{'kind': 'hedges/modal', 'read': 1, 'right': 1, 'wrong': 0, 'border': 0}]
    """
    wrong = {row["verdict"] for row in rows} - {*VERDICTS}
    if wrong:
        raise ValueError(f"verdicts must be {', '.join(VERDICTS)}, got {', '.join(sorted(wrong))}")
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        by_kind[row["kind"]][row["verdict"]] += 1
    return [
        {"kind": kind, "read": verdicts.total(), **{name: verdicts[name] for name in VERDICTS}}
        for kind, verdicts in sorted(by_kind.items())
    ]


def main() -> None:
    """Draw, or count."""
    parser = options(__doc__)
    parser.add_argument("what", choices=("draw", "count"))
    parser.add_argument("names", nargs="+", help="a folder; or a name and files of verdicts")
    parser.add_argument("--of", choices=("today", "older"), default="today")
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.what == "draw":
        if not ARTICLES.exists():
            parser.exit(1, f"{ARTICLES} is missing: set CREDSCORE_SHARED.\n")
        rows = (today if asked.of == "today" else older)(asked.seed)
        draw(Path(asked.names[0]), rows, asked.size, asked.seed)
        return
    name, *files = asked.names
    rows = [row for file in files for row in json.loads(Path(file).read_text("utf-8"))]
    earlier = results("read_hits")
    earlier[name] = {"date": f"{date.today()}", "seed": asked.seed, "kinds": counts(rows)}
    RESULT.write_text(json.dumps(earlier, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
