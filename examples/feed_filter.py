"""Sorts the items of a feed by how credibly they are sourced: what a desk should check first.

    python examples/feed_filter.py examples/feed.xml
    python examples/feed_filter.py feed.xml --at-least 0.4 --prior 0.6

Needs `pip install 'credscore[feeds]'` (feedparser: RSS and Atom). Each item comes out once, as one
line of JSON: kept, to be checked first, or not judged, with the reason. Nothing is fetched: save a
feed with the tool of your choice.
"""

import argparse
import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser

from credscore import Report, Scorer


def text_of(entry: Any) -> str:
    """The text of an item: its content where the feed has it whole, else its description."""
    parts = [part.value for part in entry.get("content", [])] or [entry.get("summary", "")]
    paragraphs = re.sub(r"</p>|<br\s*/?>", "\n", " ".join(parts), flags=re.IGNORECASE)
    return html.unescape(re.sub(r"<[^>]+>", " ", paragraphs)).strip()


def judged(report: Report, at_least: float) -> tuple[str, str]:
    """What to do with an item, and why."""
    if not report.reliable and "unusual" not in report.caveats:
        return "not judged", ", ".join(report.caveats)
    if report.stance == "debunks":
        return "keep", "it says itself that the claim is false"
    if report.interval[1] < at_least or "unusual" in report.caveats:
        return "check first", reasons(report)
    if report.score < at_least:
        return "check", reasons(report)
    return "keep", "sourced as credibly as asked for"


def reasons(report: Report) -> str:
    """The words that speak most against it."""
    against = [c for c in report.contributions if c.log_odds < 0 and c.evidence][:3]
    quotes = [report.evidence[c.evidence[0]].quote for c in against]
    return "; ".join(f"“{quote}”" for quote in dict.fromkeys(quotes))


def filtered(feed: bytes, at_least: float, prior: float) -> Iterator[dict[str, Any]]:
    """One line for every item, in the feed's order."""
    parsed = feedparser.parse(feed)
    if parsed.bozo and not parsed.entries:
        raise SystemExit(f"no feed: {parsed.bozo_exception}")
    entries = parsed.entries
    titles = [entry.get("title") for entry in entries]
    texts = [text_of(entry) for entry in entries]
    for entry, result in zip(entries, Scorer.load().score_many(texts, titles, prior), strict=True):
        assert isinstance(result, Report)  # all texts are strings
        what, why = judged(result, at_least)
        yield {
            "what": what, "why": why, "score": round(result.score, 3),
            "interval": [round(end, 3) for end in result.interval],
            "title": entry.get("title"), "link": entry.get("link"),
        }  # fmt: skip


def main() -> None:
    """Read a feed, write a line for every item, those to check first at the top."""
    parser = argparse.ArgumentParser(description="Items of a feed by how credibly sourced")
    parser.add_argument("feed", type=Path)
    parser.add_argument("--at-least", type=float, default=0.5)
    parser.add_argument("--prior", type=float, default=0.5)
    asked = parser.parse_args()
    order = ["check first", "check", "not judged", "keep"]
    lines = list(filtered(asked.feed.read_bytes(), asked.at_least, asked.prior))
    for line in sorted(lines, key=lambda one: (order.index(one["what"]), one["score"])):
        print(json.dumps(line, ensure_ascii=False))
    kept = sum(line["what"] == "keep" for line in lines)
    print(f"{kept} of {len(lines)} kept", file=sys.stderr)


if __name__ == "__main__":
    main()
