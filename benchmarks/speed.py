"""MB/s of scoring as a multiple of re.findall(r"\\w+") on the same texts in the same process.

    python benchmarks/speed.py

Texts are emergent's articles where the shared corpora are present, else the project's examples.
A report counts when its evidence and contributions have been read. Medians of alternating rounds.
"""

import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from credscore import Scorer, extract

RESULT = Path(__file__).parent / "results" / "speed.json"
EXAMPLES = Path(__file__).parents[1] / "examples"
ROUNDS = 7
HOSTILE = {"ordinary": "", "may": "may ", "denied": "denied ", "quotes": '"', "letter": "a"}


def texts() -> list[str]:
    """600 articles, or the examples repeated."""
    try:
        from credscore.training.corpora import read

        return read("emergent")["text"].tolist()[:600]
    except Exception as error:
        print(f"examples only: {error}")
        return [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * 200


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(command: list[str]) -> float:
    """Median wall time of five runs of a command."""
    return statistics.median(
        seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(5)
    )


def exponent(scorer: Scorer, unit: str) -> float:
    """Growth of time over text length, 16x to 256x of 1,000 characters (1: linear)."""

    def median(size: int) -> float:
        text = (unit * size)[:size]
        return statistics.median(seconds(lambda: scorer.score(text)) for _ in range(5))

    import math

    return math.log(median(256_000) / median(16_000)) / math.log(16)


def main() -> None:
    """Measure, print, write results/speed.json."""
    articles = texts()
    size = sum(len(text.encode()) for text in articles) / 1e6
    words, scorer = re.compile(r"\w+"), Scorer.load()

    def read_reports() -> None:
        for report in scorer.score_many(articles):
            assert report.evidence is not None
            assert report.contributions is not None

    tasks: dict[str, Callable[[], object]] = {
        "ref": lambda: [words.findall(text) for text in articles],
        "extract": lambda: [extract(text) for text in articles],
        "score_many": read_reports,
    }
    read_reports()
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, work in tasks.items():
            times[name].append(seconds(work))
    ratios = {
        name: statistics.median(r / t for r, t in zip(times["ref"], times[name], strict=True))
        for name in tasks
    }
    latencies = sorted(seconds(lambda text=text: scorer.score(text)) for text in articles)
    ordinary = " ".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    command = str(Path(sys.executable).parent / "credscore")
    result = {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cpus": os.cpu_count(),
        "texts": len(articles),
        "megabytes": round(size, 2),
        "times_ref": ratios,
        "megabytes_per_second": {name: size / statistics.median(t) for name, t in times.items()},
        "latency_ms": {
            "median": 1000 * statistics.median(latencies),
            "p99": 1000 * latencies[int(0.99 * len(latencies))],
        },
        "import_seconds": process([sys.executable, "-c", "import credscore"])
        - process([sys.executable, "-c", "pass"]),
        "cli_score_seconds": process([command, "score", str(EXAMPLES / "rumour.txt")]),
        "growth_exponent": {
            name: exponent(scorer, unit or ordinary) for name, unit in HOSTILE.items()
        },
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
