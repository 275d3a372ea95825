"""Work on items in several processes: results in order, few items in flight."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from credscore.errors import CredscoreError, InputValueError

if TYPE_CHECKING:
    from concurrent.futures import Future  # loads slowly

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

    This process is one of them: it works alone until the others have started, which takes longer
    than many a task. Items are taken only as fast as results are: memory stays flat. If `items`
    raises an error, the results of the items before come first. Within a process of joblib there is
    one process. Raises InputValueError at once if `n_jobs` is neither 1 or more nor -1, and
    LostWorkerError if another process is ended from outside.
    """
    return _in_order(work, items, _others(n_jobs))


def _in_order(
    work: Callable[[Item], Result], items: Iterable[Item], others: int
) -> Iterator[Result]:
    if not others:
        yield from map(work, items)
        return
    from loky import BrokenProcessPool

    pending: deque[Future[Result]] = deque()
    faults, started = list[CredscoreError](), None
    try:
        for number, item in enumerate(_up_to_a_fault(items, faults)):
            if number == 1:  # one item needs no other process
                pool = _pool(others)
                started = pool.submit(callable, work)  # what the work needs is imported there, too
            queued = sum(not future.done() for future in pending)
            there = started is not None and started.done() and queued < 2 * others
            pending.append(pool.submit(work, item) if there else _done(work, item))
            while pending and (pending[0].done() or len(pending) > 2 * others + 2):
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    except BrokenProcessPool as error:
        raise LostWorkerError(f"a worker process died: {error}") from None
    finally:
        for future in pending:
            future.cancel()
    if faults:
        raise faults[0]


def start(n_jobs: int, module: str) -> None:
    """Start the other processes of a coming `in_order`, to import a module meanwhile.

    Imports take longer than the work on a small file. More processes than cores wait for the work.
    """
    others = _others(n_jobs)
    for _ in range(others if others < (os.cpu_count() or 1) else 0):
        _pool(others).submit(import_module, module)


def _others(n_jobs: int) -> int:
    """How many processes work beside this one."""
    if n_jobs == 1:
        return 0
    if n_jobs < 1 and n_jobs != -1:
        allowed = "1 or more, or -1 for one process a core"
        raise InputValueError(f"n_jobs must be {allowed}, got {n_jobs}.")
    from joblib import effective_n_jobs

    return min(int(effective_n_jobs(n_jobs)), MOST_JOBS) - 1


def _pool(others: int) -> Any:
    from loky import get_reusable_executor

    return get_reusable_executor(
        others, timeout=IDLE_SECONDS, initializer=_begin, initargs=(os.getpid(),), env=_ENVIRONMENT
    )


def _up_to_a_fault(items: Iterable[Item], faults: list[CredscoreError]) -> Iterator[Item]:
    """The items; an error that they raise ends them, and is kept."""
    try:
        yield from items
    except CredscoreError as error:
        faults.append(error)


def _done(work: Callable[[Item], Result], item: Item) -> "Future[Result]":
    """What becomes of an item in this process, as it would come from another."""
    from concurrent.futures import Future

    future = Future[Result]()
    try:
        future.set_result(work(item))
    except Exception as error:
        future.set_exception(error)
    return future


def _begin(parent: int) -> None:
    """In a worker: leave Ctrl-C to the parent, and end when the parent is gone."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)  # nobody is left to take a result

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=watch, daemon=True).start()
