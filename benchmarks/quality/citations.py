"""How well citations are found, on articles that a person has read.

    python -m benchmarks.quality.citations [ANNOTATIONS]

citations_read.json holds, for 90 articles of the corpora, where each outlet, agency, document or
post is named that the article gives as the source of something it relays: corpus, id of the
article, start, end, kind ("title" if it stands there), and no text. What is found there is compared
by overlap, mention by mention. 60 articles (`seen`) were read while the rules were written, 30
(`unseen`) only afterwards. They were drawn by chance among those of 600 to 4,000 characters, as
many of each of five corpora. Laws, credits of pictures and statements of the speaker's own are no
citations, nor is "the tabloid". Writes results/citations.json.
"""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks import RESULTS, SHARED, options
from credscore import Citation, citations

READ = Path(__file__).with_name("citations_read.json")
Span = tuple[int, int, str, bool]
"""Start and end in the text, or in the title (True), and the kind."""


def texts(corpora: set[str]) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Text and title of every article of some corpora, by corpus and id."""
    found: dict[tuple[str, str], tuple[str, str | None]] = {}
    for corpus in sorted(corpora):
        packed = SHARED / "corpora" / f"{corpus}.csv.gz"
        if packed.exists():
            frame = pd.read_csv(packed, dtype={"id": str})
        else:
            frame = pd.read_json(packed.with_suffix("").with_suffix(".jsonl.gz"), lines=True)
        for row in frame.dropna(subset=["text"]).itertuples():
            title = row.title if isinstance(row.title, str) and row.title else None
            found[corpus, str(row.id)] = row.text, title
    return found


def compare(wanted: list[Span], found: tuple[Citation, ...]) -> dict[str, int]:
    """How many are found, how many of them of the right kind, missed, and found by mistake."""
    left = list(found)
    counts = {"hits": 0, "same_kind": 0, "missed": 0, "mistakes": len(found)}
    for start, end, kind, in_title in wanted:
        same = [one for one in left if one.in_title == in_title]
        match = next((one for one in same if one.start < end and start < one.end), None)
        if match is None:
            counts["missed"] += 1
            continue
        left.remove(match)
        counts["hits"] += 1
        counts["mistakes"] -= 1
        counts["same_kind"] += match.kind == kind
    return counts


def measure(path: Path) -> dict[str, Any]:
    """Counts, precision and recall of both halves and of all."""
    rows = json.loads(path.read_text("utf-8"))
    articles = texts({row["corpus"] for row in rows})
    result: dict[str, Any] = {}
    for part in ("seen", "unseen", "all"):
        total = dict.fromkeys(("articles", "hits", "same_kind", "missed", "mistakes"), 0)
        for row in rows:
            if part in ("all", row["part"]):
                wanted = [(span[0], span[1], span[2], len(span) > 3) for span in row["cited"]]
                found = citations(*articles[row["corpus"], row["id"]])
                for name, count in {"articles": 1, **compare(wanted, found)}.items():
                    total[name] += count
        hits = total["hits"]
        total["precision"] = round(hits / max(1, hits + total["mistakes"]), 3)
        total["recall"] = round(hits / max(1, hits + total["missed"]), 3)
        result[part] = total
    return result


def main() -> None:
    """Measure and write; exit with a message if the corpora or the annotations are missing."""
    parser = options(__doc__)
    parser.add_argument("annotations", nargs="?", type=Path, default=READ)
    path = parser.parse_args().annotations
    for needed in (path, SHARED / "corpora"):
        if not needed.exists():
            parser.exit(1, f"{needed} is missing: name the annotations, or set CREDSCORE_SHARED.\n")
    result = measure(path)
    (RESULTS / "citations.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
