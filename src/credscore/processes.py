"""Work on items in several processes: results in order, few items in flight."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from credscore.errors import CredscoreError

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_JOBS = 256  # processes: more of them would only take memory

IDLE_SECONDS = 60
"""Seconds after which a process without work ends; until then the next call finds it ready."""

_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_MMAP_THRESHOLD_": "33554432",  # glibc: blocks come and go, the pages stay
    "MALLOC_TRIM_THRESHOLD_": "67108864",
}


class LostWorkerError(CredscoreError):
    """A worker process was ended from outside, most often for want of memory."""


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], n_jobs: int = 1
) -> Iterator[Result]:
    """work(item) for every item, in order, by `n_jobs` processes; -1 takes one for every core.

    Items are taken only as fast as results are: memory stays flat. If `items` raises an error, the
    results of the items before come first. Within a process of joblib there is one process. Raises
    LostWorkerError if a process is ended from outside.
    """
    if n_jobs != 1:
        from joblib import effective_n_jobs

        n_jobs = effective_n_jobs(n_jobs)
    if n_jobs == 1:
        yield from map(work, items)
        return
    from loky import BrokenProcessPool, get_reusable_executor

    pool = get_reusable_executor(
        n_jobs, timeout=IDLE_SECONDS, initializer=_begin, initargs=(os.getpid(),), env=_ENVIRONMENT
    )
    left, pending = iter(items), deque[Any]()
    broken: CredscoreError | None = None
    try:
        while True:
            try:
                for item in islice(left, 2 * n_jobs + 1 - len(pending)):
                    pending.append(pool.submit(work, item))
            except CredscoreError as error:  # of the items; the results before come first
                broken = error
            if not pending:
                break
            yield pending.popleft().result()
    except BrokenProcessPool as error:
        raise LostWorkerError(f"a worker process died: {error}") from None
    finally:
        for future in pending:
            future.cancel()
    if broken:
        raise broken


def _begin(parent: int) -> None:
    """In a worker: leave Ctrl-C to the parent, and end when the parent is gone."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)  # nobody is left to take a result

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=watch, daemon=True).start()
