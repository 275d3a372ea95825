"""The matcher of credscore against an Aho-Corasick automaton over the same words.

pip install '.[bench]' && python benchmarks/matching.py
"""

import json
import re
import statistics
import time
from pathlib import Path

import ahocorasick_rs
from speed import texts

from credscore import lexicon
from credscore.cues import write_tape
from credscore.text import Text

RESULT = Path(__file__).parent / "results" / "matching.json"


def main() -> None:
    """Time, as multiples of re.findall on the same texts, the look-up of every word."""
    articles, known = texts(), lexicon.shipped()
    automaton = ahocorasick_rs.AhoCorasick(
        list(known.vocabulary.words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    words = re.compile(r"\w+")
    tasks = {
        "ref": words.findall,
        "tape (words, offsets, sentences, quotations, all words looked up)": lambda t: write_tape(
            Text([t], [None]), known
        ),
        "aho-corasick (words alone, no boundaries, no sentences)": lambda t: (
            automaton.find_matches_as_indexes(t.lower())
        ),
    }
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(5):
        for name, work in tasks.items():
            start = time.perf_counter()
            for text in articles:
                work(text)
            times[name].append(time.perf_counter() - start)
    ratios = {
        name: statistics.median(r / t for r, t in zip(times["ref"], taken, strict=True))
        for name, taken in times.items()
    }
    RESULT.write_text(
        json.dumps({"words": len(known.vocabulary.words), "times_ref": ratios}, indent=1) + "\n"
    )
    print(json.dumps(ratios, indent=1))


if __name__ == "__main__":
    main()
