"""Wall time, memory and resumption of `credscore batch` on large files, beside pandas.

    python benchmarks/files.py [--megabytes 1000] [--rounds 3]

The files are articles of emergent, or the examples where the shared corpora are absent, repeated.
Batch and pandas (read_csv and to_csv in chunks of 10,000 rows) alternate in one run; the ratio is
the median of the rounds. Memory is the greatest resident set of any one process, sampled (extra
`bench`). Kills: SIGKILL to all processes at random moments, then --resume, and the bytes compared.
"""

import argparse
import contextlib
import filecmp
import json
import os
import platform
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd
import psutil

RESULT = Path(__file__).parent / "results" / "files.json"
EXAMPLES = Path(__file__).parents[1] / "examples"
PANDAS = """
import sys, pandas as pd
first = True
for chunk in pd.read_csv(sys.argv[1], chunksize=10_000):
    chunk.to_csv(sys.argv[2], mode="w" if first else "a", header=first, index=False)
    first = False
"""
CREDSCORE = "from credscore.cli import main; main()"
KILLS = 10


def articles() -> pd.DataFrame:
    """Emergent's articles, or the examples."""
    try:
        from credscore.training.corpora import shared_folder

        frame = pd.read_csv(shared_folder() / "corpora" / "emergent.csv.gz")
        return frame.loc[frame["text"].notna(), ["id", "title", "text", "publisher", "date"]]
    except Exception as error:
        print(f"examples only: {error}")
        texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * 200
        return pd.DataFrame({"id": range(len(texts)), "title": "", "text": texts})


def write(path: Path, megabytes: float) -> None:
    """A CSV file of the articles, repeated up to a size."""
    head, body = articles().to_csv(index=False).split("\n", 1)
    raw = body.encode()
    with path.open("wb") as file:
        file.write(f"{head}\n".encode())
        while file.tell() < megabytes * 1e6:
            file.write(raw)


def batch(source: Path, target: Path, n_jobs: int, *more: str) -> list[str]:
    """The command of a batch."""
    return [
        sys.executable, "-c", CREDSCORE, "batch", str(source), str(target),
        "--title-column", "title", "--n-jobs", str(n_jobs), *more,
    ]  # fmt: skip


def measured(command: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Wall seconds, and the greatest MB of the parent and of any child."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    greatest = {"parent": 0.0, "worker": 0.0}

    def watch() -> None:
        parent = psutil.Process(process.pid)
        while process.poll() is None:
            with contextlib.suppress(psutil.Error):
                own = parent.memory_info().rss / 1e6
                greatest["parent"] = max(greatest["parent"], own)
                for child in parent.children(recursive=True):
                    size = child.memory_info().rss / 1e6
                    greatest["worker"] = max(greatest["worker"], size)
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - start
    watcher.join()
    assert code in (0, 4), code
    return seconds, greatest


def kills(source: Path, whole: Path, target: Path, seconds: float) -> int:
    """SIGKILL at KILLS random moments of a run; how many hit a run in progress."""
    choose, hit = random.Random(7), 0
    for attempt in range(KILLS):
        process = subprocess.Popen(
            batch(source, target, 2, *["--resume"] * bool(attempt)), start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(0.5 + choose.random() * seconds / KILLS * 1.5)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            hit += 1
        process.wait()
        if target.exists():
            break
    if not target.exists():
        subprocess.run(batch(source, target, 2, "--resume"), check=False, capture_output=True)
    assert filecmp.cmp(whole, target, shallow=False), "the resumed output differs"
    return hit


def main() -> None:
    """Measure, print, write results/files.json."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=float, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large.csv", Path(folder) / "small.csv"
        out, whole = Path(folder) / "out.csv", Path(folder) / "whole.csv"
        write(large, options.megabytes)
        write(small, options.megabytes / 10)
        reference = [sys.executable, "-c", PANDAS, str(large), str(out)]
        commands = {
            "pandas": reference, "batch_1": batch(large, out, 1), "batch_2": batch(large, out, 2),
        }  # fmt: skip
        times: dict[str, list[float]] = {name: [] for name in commands}
        memory: dict[str, dict[str, float]] = {}
        for _ in range(options.rounds):
            for name, command in commands.items():
                seconds, memory[f"{name}_large"] = measured(command)
                times[name].append(seconds)
        for name, n_jobs in (("batch_1", 1), ("batch_2", 2)):
            _, memory[f"{name}_small"] = measured(batch(small, out, n_jobs))
        seconds, _ = measured(batch(small, whole, 2))
        out.unlink()
        hit = kills(small, whole, out, seconds)
        result = {
            "date": date.today().isoformat(),
            "python": platform.python_version(),
            "cpus": os.cpu_count(),
            "megabytes": {"large": large.stat().st_size / 1e6, "small": small.stat().st_size / 1e6},
            "seconds": times,
            "times_pandas": {
                name: statistics.median(
                    own / other for own, other in zip(times[name], times["pandas"], strict=True)
                )
                for name in ("batch_1", "batch_2")
            },
            "peak_megabytes": memory,
            "kills": {"in_progress": hit, "equal_bytes": True},
        }
    RESULT.write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
