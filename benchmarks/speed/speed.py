"""How fast credscore is, beside others, in one run; how time and memory grow.

    python -m benchmarks.speed.speed          (needs `pip install -e '.[bench,plot]'`)

Texts are emergent's articles where the shared corpora are present, else the project's examples.
Ratios are to re.findall(r"\\w+") on the same texts in the same round, its words kept for all texts,
medians of several rounds; how fast it is where they are dropped is a row of its own. A report
counts when its evidence and contributions have been read. Writes results/speed.json and
docs/images/speed.svg.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks import EXAMPLES, ROOT, options, write_results
from benchmarks.speed.files import batch, measured
from benchmarks.speed.growth import exponent, least, slope
from benchmarks.speed.peers import FAST, SLOW, WORDS, peers
from credscore import Failure, Scorer, extract, score_frame
from credscore.text import is_compiled

DROPPED = "re.findall, words dropped"
ROUNDS = 5
SIZES = [3_750 * 4**power for power in range(5)]
HOSTILE = {"ordinary": "", "may": "may ", "denied": "denied ", "allegedly": "allegedly ",
           "quotes": '"', "letter": "a", "line breaks": "\n", "full stops": ". ", "commas": ", ",
           "exclamation marks": "! ", "sources said": "sources said "}  # fmt: skip


def texts() -> list[str]:
    """All articles, or the examples repeated."""
    try:
        from credscore.training.data.corpora import read

        return read("emergent")["text"].tolist()
    except Exception as error:
        print(f"examples only: {error}")
        return [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * 200


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratios(articles: list[str], scorer: Scorer) -> tuple[dict[str, float], dict[str, str], float]:
    """Each reader's speed as a multiple of the reference; who is missing; the reference's MB/s."""
    frame = pd.DataFrame({"text": articles})

    def read_reports(batch: list[str]) -> None:
        for report in scorer.score_many(batch):
            assert not isinstance(report, Failure)
            assert report.evidence is not None
            assert report.contributions is not None

    def read_words(batch: list[str]) -> list[list[str]]:
        return [WORDS.findall(text) for text in batch]

    others, missing = peers(articles)
    gc.freeze()  # else every reader pays for walking through the objects of all others
    readers: dict[str, Callable[[list[str]], object]] = {
        "score_many": read_reports,
        "score_frame": lambda batch: score_frame(frame[: len(batch)]),
        "score": lambda batch: [scorer.score(text) for text in batch],
        "extract": lambda batch: [extract(text) for text in batch],
        DROPPED: lambda batch: [len(WORDS.findall(text)) for text in batch],
        **others,
    }
    few = dict.fromkeys(others.keys() - FAST, articles[:SLOW])
    taken: dict[str, list[float]] = {name: [] for name in readers}
    rate = []
    for round_number in range(ROUNDS + 1):
        for name, reader in readers.items():
            batch = few.get(name, articles)
            ref = seconds(partial(read_words, batch))
            took = seconds(partial(reader, batch))
            if round_number:
                taken[name].append(ref / took)
                rate.append(sum(len(text.encode()) for text in batch) / 1e6 / ref)
    return {n: statistics.median(r) for n, r in taken.items()}, missing, statistics.median(rate)


def latencies(articles: list[str], scorer: Scorer) -> dict[str, float]:
    """Milliseconds of one article alone, each the best of three."""
    result = sorted(
        min(seconds(partial(scorer.score, text)) for _ in range(3)) for text in articles[:200]
    )
    return {"median": 1000 * statistics.median(result), "p99": 1000 * result[-len(result) // 100]}


def process(*command: str) -> float:
    """Median wall time of eleven runs of a command, after one that may write bytecode."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True, env=env)

    run()
    return statistics.median(seconds(run) for _ in range(11))


def growth(scorer: Scorer) -> tuple[dict[str, list[float]], dict[str, float]]:
    """Processor seconds of a text of each of SIZES characters, and the exponents (growth.py)."""
    ordinary = " ".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    fixed = least(scorer.score, ["Short."])[0]
    result = {}
    for name, unit in HOSTILE.items():
        whole = unit or ordinary
        pieces = [(whole * (size // len(whole) + 1))[:size] for size in SIZES]
        result[name] = least(scorer.score, pieces)
    return result, {name: exponent(SIZES, times, fixed) for name, times in result.items()}


def files(articles: list[str], rate: float) -> dict[str, Any]:
    """Batches of two sizes and numbers of processes: ratio to the reference, greatest memory."""
    rows: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "in.csv", Path(name) / "out.csv"
        size = sum(len(text.encode()) for text in articles) / 1e6
        for copies in (2, 8):
            frame = pd.DataFrame({"title": "", "text": articles * copies})
            frame.to_csv(source, index=False)
            for jobs in (1, 2):
                took, _, memory = measured(batch(source, target, jobs))
                rows[f"{copies * size:.0f} MB, {jobs} process{'es' * (jobs > 1)}"] = {
                    "times_ref": copies * size / took / rate,
                    "greatest_mb": round(max(memory.values())),
                }
                target.unlink()
    return rows


def plot(result: dict[str, Any]) -> None:
    """The ratios, and time over length, as docs/images/speed.svg."""
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    rcParams["svg.hashsalt"] = "credscore"
    figure = Figure((10, 4.5), layout="constrained")
    left, right = figure.subplots(1, 2)
    speeds = sorted(result["times_ref"].items(), key=lambda item: item[1])
    bars = left.barh([name for name, _ in speeds], [speed for _, speed in speeds])
    left.bar_label(bars, fmt="%.3g", padding=3)
    left.set(xscale="log", xlabel=r"speed, as a multiple of re.findall(r'\w+')")
    left.margins(x=0.25)
    for name, times in result["growth_seconds"].items():
        right.plot(SIZES, times, marker=".", label=f"{name} {result['growth_exponent'][name]:.2f}")
    right.set(xscale="log", yscale="log", xlabel="characters", ylabel="seconds")
    right.legend(title="text, exponent", fontsize="small")
    figure.savefig(ROOT / "docs" / "images" / "speed.svg", metadata={"Date": None})


def main() -> None:
    """Measure, print, write."""
    options(__doc__).parse_args()
    articles, scorer = texts(), Scorer.load()
    times_ref, missing, rate = ratios(articles, scorer)
    print(json.dumps(times_ref, indent=1), flush=True)
    times, exponents = growth(scorer)
    command = str(Path(sys.executable).parent / "credscore")
    bare = process(sys.executable, "-c", "pass")
    result = {
        "compiled": is_compiled(),
        "texts": len(articles),
        "megabytes": round(sum(len(text.encode()) for text in articles) / 1e6, 2),
        "times_ref": times_ref,
        "missing": missing,
        "megabytes_per_second": {"ref": rate} | {n: rate * r for n, r in times_ref.items()},
        "latency_ms": latencies(articles, scorer),
        "import_seconds": process(sys.executable, "-c", "import credscore") - bare,
        "cli_help_seconds": process(command, "--help"),
        "cli_score_seconds": process(command, "score", str(EXAMPLES / "rumour.txt")),
        "batch": files(articles, rate),
        "growth_characters": SIZES,
        "growth_seconds": times,
        "growth_exponent": {name: slope(SIZES, took) for name, took in times.items()},
        "growth_exponent_without_fixed_time": exponents,
    }
    write_results("speed", result, shown=True)
    plot(result)


if __name__ == "__main__":
    main()
