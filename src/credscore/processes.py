"""Work on blocks in several processes, in order, with no more blocks in flight than are needed."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from credscore.errors import CredscoreError

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_JOBS = 256
"""More processes would only take memory."""
_IDLE_SECONDS = 60
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
    """work(item) for every item, in order; -1 takes a process for every core (joblib).

    `work` is sent to each process once. Where `items` fails, the results of the items before
    come first. Items are drawn only as fast as results are taken: memory stays flat.

    Raises
    ------
    LostWorkerError
        Where a process was ended from outside.

    >>> list(in_order(abs, [-1, 2, -3]))
    [1, 2, 3]
    """
    if n_jobs == 1:
        return map(work, items)
    return _in_processes(work, items, n_jobs)


def _in_processes(
    work: Callable[[Item], Result], items: Iterable[Item], n_jobs: int
) -> Iterator[Result]:
    from joblib import effective_n_jobs
    from joblib.externals.loky import ProcessPoolExecutor
    from joblib.externals.loky.process_executor import BrokenProcessPool

    workers = effective_n_jobs(n_jobs)
    pool = ProcessPoolExecutor(
        workers,
        timeout=_IDLE_SECONDS,
        initializer=_begin,
        initargs=(work, os.getpid()),
        env=_ENVIRONMENT,
    )
    pending: deque[Any] = deque()
    failure: Exception | None = None
    source = iter(items)
    try:
        while True:
            while failure is None and len(pending) < 2 * workers + 1:
                try:
                    pending.append(pool.submit(_do, next(source)))
                except StopIteration as end:
                    failure = end
                except CredscoreError as error:
                    failure = error
            if not pending:
                break
            yield pending.popleft().result()
    except BrokenProcessPool as error:
        raise LostWorkerError(f"a worker process died: {error}") from None
    finally:
        for future in pending:
            future.cancel()
        pool.shutdown(wait=True)  # killing the workers here would race with their last results
    if isinstance(failure, CredscoreError):
        raise failure


_work: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any], parent: int) -> None:
    """In a worker: keep the work, leave Ctrl-C to the parent, and end when the parent is gone."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)  # nobody is left to take a result


def _do(item: Any) -> Any:
    return _work(item)
