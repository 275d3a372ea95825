"""How far scores move when texts are disturbed, and how time grows with length.

python benchmarks/robustness.py [--no-time]

Prints tables and writes results/robustness.json; docs/robustness.md tells what the figures mean.
Real articles come from CREDSCORE_SHARED; where it is absent, only texts written here are used.
"""

import argparse
import json
import math
import os
import platform
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd
from awkward import LARGE, SMALL
from disturb import GAMING, NEUTRAL, NOISE
from swaps import LONGER, REAL, pairs, swap_real

from credscore import Scorer

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CREDSCORE_SHARED", ROOT.parent / "shared"))
RESULTS = ROOT / "benchmarks" / "results" / "robustness.json"
CORPORA = ("emergent", "fakenewsnet_gossipcop", "buzzfeed_facebook", "checkthat21",
           "fakenewsnet_politifact")  # fmt: skip
SIZES = (120_000, 240_000, 480_000, 960_000)
SCORER = Scorer.load()
Article = tuple[str, str | None]
TITLE_CASES: dict[str, Callable[[str], str]] = {
    "lower case": str.lower, "title case": str.title, "first letter": str.capitalize,
    "capitals": str.upper,
}  # fmt: skip


def own_articles() -> list[Article]:
    """The articles of examples/ and tests/data, and a hundred that are put together."""
    paths = [*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/data/triples/*/*.txt")]
    written: list[Article] = [(path.read_text("utf-8"), None) for path in sorted(paths)]
    return written + [pair.first for pair in pairs(100, seed=2)]


def real_articles() -> list[Article]:
    """A hundred articles of each of five corpora; none where the corpora are absent."""
    found: list[Article] = []
    for name in CORPORA:
        path = SHARED / "corpora" / f"{name}.csv.gz"
        if not path.is_file():
            return []
        table = pd.read_csv(path).dropna(subset=["text"]).sample(100, random_state=1)
        titles = [title if isinstance(title, str) else None for title in table["title"]]
        found += list(zip(table["text"], titles, strict=True))
    return found


def movement(changes: Iterable[float]) -> dict[str, float]:
    """How many scores moved, by how much (median and largest, of the absolute), which way."""
    moves = list(changes)
    sizes = sorted(map(abs, moves))
    return {
        "texts": len(moves),
        "moved": sum(size > 0 for size in sizes),
        "median_change": round(statistics.median(moves), 4) if moves else 0.0,
        "median_size": round(statistics.median(sizes), 4) if moves else 0.0,
        "largest": round(sizes[-1], 4) if moves else 0.0,
    }


def score(article: Article) -> float:
    """The score of a text and its title."""
    return SCORER.score(*article).score


def swaps_written(count: int = 2000) -> dict[str, dict[str, float]]:
    """Swaps in texts written here, by the group of words swapped."""
    moves: dict[str, list[float]] = {}
    for pair in pairs(count):
        moves.setdefault(pair.changed, []).append(score(pair.second) - score(pair.first))
    return {name: movement(moves[name]) for name in sorted(moves)}


def swaps_longer(count: int = 1000) -> dict[str, dict[str, float]]:
    """Names swapped for names of more words, by the length of the text in words."""
    moves: dict[str, list[float]] = {"under 100 words": [], "100 words or more": []}
    for pair in pairs(count, 1, LONGER):
        long = len(pair.first[0].split()) >= 100
        move = score(pair.second) - score(pair.first)
        moves["100 words or more" if long else "under 100 words"].append(move)
    return {name: movement(found) for name, found in moves.items()}


def swaps_real(articles: list[Article]) -> dict[str, dict[str, float]]:
    """Swaps in real articles and their titles, by the group of words swapped."""
    moves: dict[str, list[float]] = {group: [] for group in REAL}
    for number, (text, title) in enumerate(articles):
        before = score((text, title))
        for group in REAL:
            swapped, count = swap_real(text, group, random.Random(number))
            heading, more = swap_real(title or "", group, random.Random(number))
            if count + more:
                moves[group].append(score((swapped, heading or None)) - before)
    return {name: movement(found) for name, found in moves.items()}


def disturbed(
    articles: list[Article], ways: dict[str, Callable[[str], str]]
) -> dict[str, dict[str, float]]:
    """The text disturbed in every way; the title stays."""
    before = [score(article) for article in articles]
    return {
        name: movement(
            score((change(text), title)) - old
            for (text, title), old in zip(articles, before, strict=True)
        )
        for name, change in ways.items()
    }


def title_cases(articles: list[Article]) -> dict[str, dict[str, float]]:
    """The title in other cases."""
    titled = [(text, title) for text, title in articles if title]
    return {
        name: movement(
            score((text, change(title))) - score((text, title)) for text, title in titled
        )
        for name, change in TITLE_CASES.items()
    }


def growth(sizes: tuple[int, ...] = SIZES, repeats: int = 3) -> dict[str, Any]:
    """The exponent of time over length of every pattern: the slope of its logarithms.

    Processor time, the least of several, with sizes in turn, so that a busy machine disturbs all
    alike; the first, unmeasured text fills caches and memory.
    """
    _fastest([LARGE["article"](sizes[-1])], 1)
    patterns = {}
    totals = [0.0] * len(sizes)
    (plain,) = (took / sizes[0] for took in _fastest([LARGE["article"](sizes[0])], repeats))
    for name, build in LARGE.items():
        times = _fastest([build(size) for size in sizes], repeats)
        totals = [total + took for total, took in zip(totals, times, strict=True)]
        patterns[name] = {
            "exponent": round(_slope(sizes, times), 3),
            "times_an_article": round(times[-1] / sizes[-1] / plain, 2),
        }
    exponents = sorted(pattern["exponent"] for pattern in patterns.values())
    return {
        "sizes": sizes,
        "exponent_of_all_together": round(_slope(sizes, totals), 3),
        "median_exponent": exponents[len(exponents) // 2],
        "largest_exponent": exponents[-1],
        "patterns": dict(sorted(patterns.items(), key=lambda item: -item[1]["exponent"])),
    }


def _fastest(texts: list[str], repeats: int) -> list[float]:
    best = [math.inf] * len(texts)
    for _ in range(repeats):
        for number, text in enumerate(texts):
            begin = time.process_time()
            SCORER.score(text)
            best[number] = min(best[number], time.process_time() - begin)
    return best


def _slope(sizes: Iterable[float], times: Iterable[float]) -> float:
    x, y = [math.log(size) for size in sizes], [math.log(took) for took in times]
    return statistics.linear_regression(x, y).slope


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-time", action="store_true", help="leave out how time grows")
    arguments = parser.parse_args()
    own, real = own_articles(), real_articles()
    if not real:
        print(f"{SHARED}/corpora is absent: real articles are left out")
    sample = real[::5] or own
    result: dict[str, Any] = {
        "python": platform.python_version(),
        "model_id": SCORER.model.model_id,
        "awkward_texts": len(SMALL) + len(LARGE),
        "swaps_written": swaps_written(),
        "swaps_longer": swaps_longer(),
        "swaps_real": swaps_real(real),
        "typesetting_written": disturbed(own, NEUTRAL),
        "typesetting_real": disturbed(real[::5], NEUTRAL),
        "title_case": title_cases(real or own),
        "noise": disturbed(sample, NOISE),
        "gaming": disturbed(sample, GAMING),
    }
    if not arguments.no_time:
        result["growth"] = growth()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        result["growth"]["peak_memory_mib"] = round(peak)
    elif RESULTS.is_file():
        result["growth"] = json.loads(RESULTS.read_text("utf-8")).get("growth", {})
    for name, table in result.items():
        if isinstance(table, dict):
            print(f"\n{name}")
            print(pd.DataFrame(table.get("patterns", table)).T.to_string())
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
