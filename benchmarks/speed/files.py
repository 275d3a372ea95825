"""Wall time, memory and resumption of `credscore batch` on large files, beside pandas.

    python -m benchmarks.speed.files [--size 1000] [--rounds 1]

`--size` is in MB: 1000 takes about 10 minutes on two idle cores, 50 one minute. The files are
articles of emergent, or the examples where the shared corpora are absent, repeated. Batch and
pandas (read_csv and to_csv in chunks of 10,000 rows) alternate in one run; the ratio is the median
of the rounds. `us_a_row` is the CPU time of a row: cut in the parent, passed to a worker and back,
read, scored and written there. Memory is the greatest resident set of any one
process, sampled. Kills: SIGKILL to all processes at random moments, then --resume, and the bytes
compared. `units` are the CPU times that docs/how-to/scale.md reckons with: other load on the
machine moves them less than wall time.
"""

import contextlib
import filecmp
import itertools
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import psutil

from benchmarks import EXAMPLES, options, write_results

PANDAS = """
import sys, pandas as pd
first = True
for chunk in pd.read_csv(sys.argv[1], chunksize=10_000):
    chunk.to_csv(sys.argv[2], mode="w" if first else "a", header=first, index=False)
    first = False
"""
CREDSCORE = "from credscore.cli import main; main()"
PEAK = {"parent": 0.0, "worker": 0.0}
KILLS = 10


def articles() -> pd.DataFrame:
    """Emergent's articles, or the examples."""
    try:
        from credscore.training.data.corpora import shared_folder

        frame = pd.read_csv(shared_folder() / "corpora" / "emergent.csv.gz")
        return frame.loc[frame["text"].notna(), ["id", "title", "text", "publisher", "date"]]
    except Exception as error:
        print(f"examples only: {error}")
        texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * 200
        return pd.DataFrame({"id": range(len(texts)), "title": "", "text": texts})


def write(path: Path, megabytes: float) -> int:
    """A CSV file of the articles, repeated up to about a size; how many rows it has."""
    frame, rows = articles(), 0
    with path.open("wb") as file:
        file.write(frame.iloc[:0].to_csv(index=False).encode())
        parts = [frame.iloc[start : start + 200] for start in range(0, len(frame), 200)]
        raw = [(len(block), block.to_csv(index=False, header=False).encode()) for block in parts]
        for count, data in itertools.cycle(raw):
            if file.tell() >= megabytes * 1e6:
                return rows
            file.write(data)
            rows += count
    raise AssertionError


def batch(source: Path, target: Path, n_jobs: int, *more: str) -> list[str]:
    """The command of a batch."""
    return [
        sys.executable, "-c", CREDSCORE, "batch", str(source), str(target),
        "--title-column", "title", "--n-jobs", str(n_jobs), *more,
    ]  # fmt: skip


def measured(command: Sequence[str]) -> tuple[float, float, dict[str, float]]:
    """Wall seconds, CPU seconds of all processes, and the greatest MB of parent and any child."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    greatest, ended = PEAK.copy(), threading.Event()

    def watch() -> None:
        parent = psutil.Process(process.pid)
        while not ended.wait(0.05):
            with contextlib.suppress(psutil.Error):
                own = parent.memory_info().rss / 1e6
                greatest["parent"] = max(greatest["parent"], own)
                for child in parent.children(recursive=True):
                    size = child.memory_info().rss / 1e6
                    greatest["worker"] = max(greatest["worker"], size)

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    ended.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 4), process.returncode
    return seconds, used.ru_utime + used.ru_stime, greatest


def shares(source: Path) -> dict[str, float]:
    """Microseconds of CPU time a row: of each part of a batch, and of scoring beside them."""
    from credscore.batch.job import Options, plan
    from credscore.scorer import Scorer
    from credscore.tables import Block, rows_of

    table, _, work = plan(source, None, Scorer.load(), Options(title_column="title"))
    blocks: list[Block] = list(table.reader.blocks())
    read = [rows_of(block) for block in blocks]
    scored = [work.scored(rows) for rows in read]
    count = sum(len(columns["credscore_score"]) for columns in scored)

    def best(task: Callable[[], object]) -> float:
        times = []
        for _ in range(5):
            start = time.process_time()
            task()
            times.append(time.process_time() - start)
        return round(1e6 * min(times) / count, 2)

    def write() -> None:
        for rows, columns in zip(read, scored, strict=True):
            work.writer.block(rows, columns)

    return {
        "cut": best(lambda: list(table.reader.blocks())),
        "read": best(lambda: [rows_of(block) for block in blocks]),
        "score": best(lambda: [work.scored(rows) for rows in read]),
        "write": best(write),
        "pass": round(1e6 * passing(blocks) / count, 2),
    }


def passing(blocks: Sequence[object]) -> float:
    """CPU seconds, of all processes, of sending blocks to two workers and as much back."""
    from copy import copy

    from loky import get_reusable_executor

    pool, repeats = get_reusable_executor(2), 100

    def spent(times: int) -> float:
        before = cpu()
        for _ in range(times):
            list(pool.map(copy, blocks))
        return cpu() - before

    started = spent(1)
    return (spent(repeats + 1) - started) / repeats


def cpu() -> float:
    """CPU seconds of this process and of those that it has waited for."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


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


def ratios(times: dict[str, list[float]]) -> dict[str, float]:
    """Medians of the rounds, as multiples of pandas in the same round."""
    return {
        name: statistics.median(a / b for a, b in zip(figures, times["pandas"], strict=True))
        for name, figures in times.items()
        if name != "pandas"
    }


def main() -> None:
    """Measure, print, write results/files.json."""
    parser = options(__doc__)
    parser.add_argument("--size", type=float, default=1000, metavar="MB")
    parser.add_argument("--rounds", type=int, default=1)
    chosen, before = parser.parse_args(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large.csv", Path(folder) / "small.csv"
        out, whole = Path(folder) / "out.csv", Path(folder) / "whole.csv"
        rows = write(large, chosen.size)
        write(small, chosen.size / 10)
        reference = [sys.executable, "-c", PANDAS, str(large), str(out)]
        commands = {
            "pandas": reference, "batch_1": batch(large, out, 1), "batch_2": batch(large, out, 2),
        }  # fmt: skip
        times: dict[str, list[float]] = {name: [] for name in commands}
        used: dict[str, list[float]] = {name: [] for name in commands}
        memory: dict[str, dict[str, float]] = {}
        for _ in range(chosen.rounds):
            for name, command in commands.items():
                seconds, cpu, memory[f"{name}_large"] = measured(command)
                times[name].append(seconds)
                used[name].append(cpu)
        for name, n_jobs in (("batch_1", 1), ("batch_2", 2)):
            memory[f"{name}_small"] = measured(batch(small, out, n_jobs))[2]
        seconds, *_ = measured(batch(small, whole, 2))
        out.unlink()
        hit = kills(small, whole, out, seconds)
        result = {
            "load": [round(before, 1), round(os.getloadavg()[0], 1)],
            "rows": rows,
            "megabytes": {"large": large.stat().st_size / 1e6, "small": small.stat().st_size / 1e6},
            "seconds": times,
            "cpu_seconds": used,
            "times_pandas": ratios(times),
            "times_pandas_cpu": ratios(used),
            "peak_megabytes": memory,
            "us_a_row": shares(small),
            "units": {
                name: {
                    "core_seconds_per_million": round(1e6 * statistics.median(figures) / rows),
                    "articles_per_core_hour": round(3600 * rows / statistics.median(figures)),
                }
                for name, figures in used.items()
            },
            "kills": {"in_progress": hit, "equal_bytes": True},
        }
    write_results("files", result, shown=True)


if __name__ == "__main__":
    main()
