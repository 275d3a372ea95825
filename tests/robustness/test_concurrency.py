"""One Scorer for threads, processes and coroutines: the same reports as one after the other."""

import asyncio
import json
import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from credscore import Report, Scorer
from tests.inputs.swaps import pairs

TEXTS = [pair.first for pair in pairs(64, seed=5)]
SCORER = Scorer.load()
EXPECTED = [SCORER.score(text, title) for text, title in TEXTS]


def score(item: tuple[str, str | None]) -> Report:
    return SCORER.score(*item)


def test_sixteen_threads_share_one_scorer() -> None:
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(score, TEXTS * 8)) == EXPECTED * 8


def test_threads_that_begin_together() -> None:
    """Nothing has been read when sixteen threads begin: caches are filled by all at once."""
    script = """
import threading
import credscore
barrier, found = threading.Barrier(16), []

def work():
    barrier.wait()
    found.append(credscore.score("Two officials denied the reports. He allegedly fled."))

threads = [threading.Thread(target=work) for _ in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert len(found) == 16 and all(report == found[0] for report in found)
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_coroutines() -> None:
    async def work() -> list[Report]:
        return await asyncio.gather(*(asyncio.to_thread(score, item) for item in TEXTS))

    assert asyncio.run(work()) == EXPECTED


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_forked_workers_inherit_the_scorer() -> None:
    with ProcessPoolExecutor(2, multiprocessing.get_context("fork")) as pool:
        assert list(pool.map(score, TEXTS)) == EXPECTED


def test_spawned_workers(tmp_path: Path) -> None:
    """A script as users write it: the scorer is sent to workers that start from nothing."""
    script = tmp_path / "work.py"
    script.write_text(
        "import json, sys\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "from credscore import Scorer\n"
        "if __name__ == '__main__':\n"
        "    texts, titles = json.load(sys.stdin)\n"
        "    with ProcessPoolExecutor(2, get_context('spawn')) as pool:\n"
        "        reports = pool.map(Scorer.load().score, texts, titles, chunksize=16)\n"
        "        print(json.dumps([report.log_odds for report in reports]))\n",
        encoding="utf-8",
    )

    columns = [[text for text, _ in TEXTS], [title for _, title in TEXTS]]
    result = subprocess.run(
        [sys.executable, str(script)],
        input=json.dumps(columns), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(result.stdout) == [report.log_odds for report in EXPECTED]


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_score_many(n_jobs: int) -> None:
    texts, titles = [text for text, _ in TEXTS], [title for _, title in TEXTS]
    assert list(SCORER.score_many(texts, titles, n_jobs=n_jobs)) == EXPECTED
