"""How well citations are found, on articles that a person has read.

    python -m benchmarks.quality.citations [ANNOTATIONS]

citations_read.json holds, for articles of the corpora, where each outlet, agency, document or post
is named that the article gives as the source of something it relays: corpus, id of the article,
start, end, kind ("title" if it stands there), and no text. `optional` are places in doubt: they
count neither way. What is found is compared by overlap: mentions one by one, and names once an
article. 270 articles (`seen`) were read or counted while the rules were written; 60 (`unseen`) were
marked by somebody who had not seen the rules or what they find, and counted once, at the end. They
were drawn by chance among those of 600 to 4,000 characters, as many of each of five corpora. Laws,
credits of pictures and statements of the speaker's own are no citations, nor is "the tabloid".
Writes results/citations.json.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from benchmarks import SHARED, options, write_results
from credscore import Citation, citations
from credscore.citation import key_of

READ = Path(__file__).with_name("citations_read.json")


class Span(NamedTuple):
    """Where a person found a citation: offsets in the text or the title, kind, key of the name."""

    start: int
    end: int
    kind: str
    in_title: bool
    key: str


def texts(corpora: set[str]) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Text and title of every article of some corpora, by corpus and id."""
    citations_found: dict[tuple[str, str], tuple[str, str | None]] = {}
    for corpus in sorted(corpora):
        packed = SHARED / "corpora" / f"{corpus}.csv.gz"
        if packed.exists():
            frame = pd.read_csv(packed, dtype={"id": str})
        else:
            frame = pd.read_json(packed.with_suffix("").with_suffix(".jsonl.gz"), lines=True)
        for row in frame.dropna(subset=["text"]).itertuples():
            title = row.title if isinstance(row.title, str) and row.title else None
            citations_found[corpus, str(row.id)] = str(row.text), title
    return citations_found


def compare(wanted: list[Span], citations_found: tuple[Citation, ...]) -> Counter[str]:
    """Mentions found, of the right kind, missed, and found by mistake; names alike."""
    left = list(citations_found)
    counts = Counter(mistakes=len(citations_found))
    named: dict[str, bool] = {}  # by key of what is cited, whether a mention of it was found
    for span in wanted:
        match = next((citation for citation in left if overlaps(span, citation)), None)
        key = match.key if match else span.key
        named[key] = named.get(key, False) or match is not None
        if match is None:
            counts["missed"] += 1
            continue
        left.remove(match)
        counts["hits"] += 1
        counts["mistakes"] -= 1
        counts["same_kind"] += match.kind == span.kind
    counts["names_hit"] = sum(named.values())
    counts["names_missed"] = len(named) - counts["names_hit"]
    counts["names_mistaken"] = len({citation.key for citation in left} - {*named})
    return counts


def overlaps(span: Span, citation: Citation) -> bool:
    """Whether both hold a character of the same text."""
    return (
        citation.in_title == span.in_title
        and citation.start < span.end
        and span.start < citation.end
    )


def spans(places: list[Any], text: str, title: str | None) -> list[Span]:
    """What a person marked in an article."""
    marked = []
    for start, end, kind, *in_title in places:
        source = (title or "") if in_title else text
        marked.append(Span(start, end, kind, bool(in_title), key_of(source[start:end])))
    return marked


def measure(path: Path) -> dict[str, Any]:
    """Counts, precision and recall of each part and of all."""
    rows = json.loads(path.read_text("utf-8"))
    articles = texts({row["corpus"] for row in rows})
    result: dict[str, Any] = {}
    for part in ("seen", "unseen", "all"):
        total = Counter[str]()
        for row in rows:
            if part in ("all", row["part"]):
                text, title = articles[row["corpus"], row["id"]]
                wanted = spans(row["cited"], text, title)
                doubtful = spans(row.get("optional", []), text, title)
                citations_found = (
                    citation
                    for citation in citations(text, title)
                    if any(overlaps(span, citation) for span in wanted)
                    or not any(overlaps(span, citation) for span in doubtful)
                )
                total += compare(wanted, tuple(citations_found))
                total["articles"] += 1
        result[part] = {
            "articles": total["articles"],
            "mentions": rates(total["hits"], total["mistakes"], total["missed"]),
            "same_kind": total["same_kind"],
            "names": rates(total["names_hit"], total["names_mistaken"], total["names_missed"]),
        }
    return result


def rates(hits: int, mistakes: int, missed: int) -> dict[str, float]:
    """Counts with precision and recall."""
    return {
        "hits": hits,
        "mistakes": mistakes,
        "missed": missed,
        "precision": round(hits / max(1, hits + mistakes), 3),
        "recall": round(hits / max(1, hits + missed), 3),
    }


def main() -> None:
    """Measure and write; exit with a message if the corpora or the annotations are missing."""
    parser = options(__doc__)
    parser.add_argument("annotations", nargs="?", type=Path, default=READ)
    path = parser.parse_args().annotations
    for needed in (path, SHARED / "corpora"):
        if not needed.exists():
            parser.exit(1, f"{needed} is missing: name the annotations, or set CREDSCORE_SHARED.\n")
    result = measure(path)
    write_results("citations", result, shown=True)


if __name__ == "__main__":
    main()
