"""How far scores move when texts are disturbed, and how time grows with length.

    python -m benchmarks.stability.robustness [--no-time | --only-time]

Prints tables and writes results/robustness.json; docs/assurance/robustness.md tells what they mean.
Real articles come from CREDSCORE_SHARED; where it is absent, only texts written here are used.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from benchmarks import ROOT, SHARED, options, results, write_results
from benchmarks.speed.growth import KEEP_MEMORY, exponent, least, slope
from credscore import Scorer
from credscore.report import Score
from tests.inputs.awkward import LARGE, SMALL
from tests.inputs.disturb import GAMING, NEUTRAL, NOISE
from tests.inputs.swaps import LONGER, REAL, pairs, swap_real

CORPORA = ("emergent", "fakenewsnet_gossipcop", "buzzfeed_facebook", "checkthat21",
           "fakenewsnet_politifact")  # fmt: skip
SIZES = (3_750, 15_000, 60_000, 240_000, 960_000)
LINEAR = 1.05
"""An exponent up to here is taken for linear."""
STRICT = "exponent_without_fixed_time"
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
    articles: list[Article] = []
    for name in CORPORA:
        path = SHARED / "corpora" / f"{name}.csv.gz"
        if not path.is_file():
            return []
        table = pd.read_csv(path).dropna(subset=["text"]).sample(100, random_state=1)
        titles = [title if isinstance(title, str) else None for title in table["title"]]
        articles += list(zip(table["text"], titles, strict=True))
    return articles


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


def scores(articles: Iterable[Article]) -> list[float]:
    """The scores of texts with their titles; a Failure has none and ends the run."""
    texts, titles = zip(*articles, strict=True)
    result = []
    for score in SCORER.scores(texts, titles):
        assert isinstance(score, Score)
        result.append(score.score)
    return result


def moves(before: Iterable[Article], after: Iterable[Article]) -> list[float]:
    """By how much each score moves."""
    return [new - old for old, new in zip(scores(before), scores(after), strict=True)]


def grouped(labels: Iterable[str], changes: Iterable[float]) -> dict[str, dict[str, float]]:
    """The movement of every label, in alphabetical order."""
    by_label = pd.Series([*changes]).groupby([*labels])
    return {str(label): movement(rows.tolist()) for label, rows in by_label}


def swaps_written(count: int = 2000) -> dict[str, dict[str, float]]:
    """Swaps in texts written here, by the group of words swapped."""
    changed, first, second = zip(*pairs(count), strict=True)
    return grouped(changed, moves(first, second))


def swaps_longer(count: int = 2000) -> dict[str, dict[str, float]]:
    """Names swapped for names of more words, with and without a title."""
    _, first, second = zip(*pairs(count, 1, LONGER), strict=True)
    untitled = moves(*([(text, None) for text, _ in articles] for articles in (first, second)))
    titled = [number for number, (_, title) in enumerate(first) if title]
    both = moves([first[number] for number in titled], [second[number] for number in titled])
    return {"without a title": movement(untitled), "with a title": movement(both)}


def swaps_real(articles: list[Article]) -> dict[str, dict[str, float]]:
    """Swaps in real articles and their titles, by the group of words swapped."""
    before: list[Article] = []
    after: list[Article] = []
    groups = []
    for number, (text, title) in enumerate(articles):
        for group in REAL:
            swapped, count = swap_real(text, group, random.Random(number))
            heading, more = swap_real(title or "", group, random.Random(number))
            if count + more:
                before.append((text, title))
                after.append((swapped, heading or None))
                groups.append(group)
    return grouped(groups, moves(before, after)) if groups else {}


def disturbed(
    articles: list[Article], ways: Mapping[str, Callable[[str], str]]
) -> dict[str, dict[str, float]]:
    """The text disturbed in every way; the title stays."""
    return changed(articles, {
        name: [(way(text), title) for text, title in articles] for name, way in ways.items()
    })  # fmt: skip


def title_cases(articles: list[Article]) -> dict[str, dict[str, float]]:
    """The title in other cases."""
    titled = [(text, title) for text, title in articles if title]
    return changed(titled, {
        name: [(text, case(title)) for text, title in titled] for name, case in TITLE_CASES.items()
    })  # fmt: skip


def changed(
    articles: Iterable[Article], versions: Mapping[str, Iterable[Article]]
) -> dict[str, dict[str, float]]:
    """The movement from articles to other versions of them."""
    before = scores(articles)
    return {
        name: movement(new - old for old, new in zip(before, scores(after), strict=True))
        for name, after in versions.items()
    }


def growth(names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The exponents of processor time over length of each pattern; see growth.py."""
    fixed = least(SCORER.score, ["Short."])[0]
    plain = least(SCORER.score, [LARGE["article"](SIZES[-1])])[0] / SIZES[-1]
    patterns: dict[str, dict[str, Any]] = {}
    for name in names:
        times = least(SCORER.score, [LARGE[name](size) for size in SIZES])
        patterns[name] = {
            "exponent": slope(SIZES, times),
            STRICT: exponent(SIZES, times, fixed),
            "times_an_article": round(times[-1] / SIZES[-1] / plain, 2),
            "nanoseconds": [round(1e9 * t / size) for t, size in zip(times, SIZES, strict=True)],
        }
    return dict(sorted(patterns.items(), key=lambda item: -item[1][STRICT]))


def growth_of_all() -> dict[str, Any]:
    """Every pattern; what is STRICTly above LINEAR once more in a process that keeps its memory."""
    patterns = growth(LARGE)
    above = [name for name, figures in patterns.items() if figures[STRICT] > LINEAR]
    again = subprocess.run(
        [sys.executable, "-m", "benchmarks.stability.robustness", "--patterns", *above],
        cwd=ROOT, env=os.environ | KEEP_MEMORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name, figures in json.loads(again.stdout).items():
        patterns[name]["memory_kept"] = figures[STRICT]
    return {
        "sizes": SIZES,
        "largest_exponent": max(figures["exponent"] for figures in patterns.values()),
        "strict": {
            "median": statistics.median_low(figures[STRICT] for figures in patterns.values()),
            "largest": max(figures[STRICT] for figures in patterns.values()),
            "largest_memory_kept": max(
                figures.get("memory_kept", figures[STRICT]) for figures in patterns.values()
            ),
            "above": len(above),
        },
        "patterns": patterns,
    }


def disturbances() -> dict[str, Any]:
    """Every table of how far scores move."""
    own, real = own_articles(), real_articles()
    if not real:
        print(f"{SHARED}/corpora is absent: real articles are left out")
    sample = real[::5] or own
    return {
        "swaps_written": swaps_written(),
        "swaps_longer": swaps_longer(),
        "swaps_real": swaps_real(real),
        "typesetting_written": disturbed(own, NEUTRAL),
        "typesetting_real": disturbed(real, NEUTRAL),
        "title_case": title_cases(real or own),
        "noise": disturbed(sample, NOISE),
        "gaming": disturbed(sample, GAMING),
    }


def main() -> None:
    """Measure, print and write; a part that is left out keeps its figures."""
    parser = options(__doc__)
    parser.add_argument("--no-time", action="store_true", help="leave out how time grows")
    parser.add_argument("--only-time", action="store_true", help="only how time grows")
    parser.add_argument("--patterns", nargs="*", help="print how time grows on these alone")
    arguments = parser.parse_args()
    if arguments.patterns is not None:
        print(json.dumps(growth(arguments.patterns)))
        return
    result = results("robustness") | {
        "model_id": SCORER.model.model_id,
        "awkward_texts": len(SMALL) + len(LARGE),
    }
    if not arguments.only_time:
        result |= disturbances()
    if not arguments.no_time:
        growth_figures = growth_of_all()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        result["growth"] = growth_figures | {"peak_memory_mib": round(peak)}
    for name, table in result.items():
        if isinstance(table, dict):
            print(f"\n{name}")
            print(pd.DataFrame(table.get("patterns", table)).T.to_string())
    write_results("robustness", result)


if __name__ == "__main__":
    main()
