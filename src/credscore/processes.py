"""Does work on items in several processes: results come in order, few items at a time."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from numbers import Integral
from typing import TYPE_CHECKING, Any, TypeVar

from credscore.errors import CredscoreError, InputError, InputValueError

if TYPE_CHECKING:
    from concurrent.futures import Future  # loads slowly

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_JOBS = 256  # more processes would only take memory

IDLE_SECONDS = 60
"""Seconds after which a process without work ends; until then the next call finds it ready."""

_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_MMAP_THRESHOLD_": "33554432",  # glibc: reuses freed memory
    "MALLOC_TRIM_THRESHOLD_": "67108864",
}


class LostWorkerError(CredscoreError):
    """A worker process was ended from outside, most often because memory ran out."""


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], n_jobs: int = 1
) -> Iterator[Result]:
    """work(item) for every item, in order, by `n_jobs` processes; -1 takes one for each core.

    One item needs no other process. Items are taken only as fast as results are: memory stays flat.
    If `items` raises an error, the results of the items before come first. Within a process of
    joblib there is one process. Raises InputError at once if `n_jobs` is no int, InputValueError
    if it is neither 1 or more nor -1, and LostWorkerError if another process is ended from outside.
    """
    if not isinstance(n_jobs, Integral):  # numpy's integers too
        raise InputError(f"n_jobs must be an int, got {type(n_jobs).__name__}.")
    if n_jobs == 1:
        return map(work, items)
    if n_jobs < 1 and n_jobs != -1:
        allowed = "1 or more, or -1 for one process a core"
        raise InputValueError(f"n_jobs must be {allowed}, got {n_jobs}.")
    from joblib import effective_n_jobs

    whole, count = iter(items), min(int(effective_n_jobs(n_jobs)), MOST_JOBS)
    return map(work, whole) if count == 1 else _in_processes(work, whole, count)


def _in_processes(
    work: Callable[[Item], Result], items: Iterator[Item], count: int
) -> Iterator[Result]:
    from loky import BrokenProcessPool

    faults, pending = list[CredscoreError](), deque["Future[Result]"]()
    whole = _until_error(items, faults)
    first = [*islice(whole, 2)]
    if len(first) < 2:
        yield from map(work, first)
        first = []
    try:
        for item in chain(first, whole):
            pending.append(_submitted(work, item, count))
            if len(pending) > 2 * count:
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


def _submitted(work: Callable[[Item], Result], item: Item, count: int) -> Any:
    """Submit work; a process that starts for it inherits that Ctrl-C does not reach it."""
    from multiprocessing import resource_tracker

    from loky import get_reusable_executor

    pool = get_reusable_executor(
        count, timeout=IDLE_SECONDS, initializer=_begin, initargs=(os.getpid(),), env=_ENVIRONMENT
    )
    if os.name == "nt":
        return pool.submit(work, item)
    resource_tracker.ensure_running()  # its start would end the block
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, item)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _until_error(items: Iterable[Item], faults: list[CredscoreError]) -> Iterator[Item]:
    """The items up to an error that they raise, which is added to `faults`."""
    try:
        yield from items
    except CredscoreError as error:
        faults.append(error)


def _begin(parent: int) -> None:
    """Prepare a worker: ignore Ctrl-C, and end when the parent has ended."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)  # nobody takes the result

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=watch, daemon=True).start()
