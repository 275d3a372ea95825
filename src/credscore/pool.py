"""Work on blocks in several processes, in order, with no more blocks in flight than are needed."""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from queue import SimpleQueue
from typing import Any, TypeVar

from credscore.errors import CredscoreError

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_JOBS = 256
"""More processes would only take memory."""
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
    return _in_processes(work, items, n_jobs if n_jobs > 0 else _cores(n_jobs))


def _cores(n_jobs: int) -> int:
    from joblib import effective_n_jobs

    return int(effective_n_jobs(n_jobs))


def _in_processes(
    work: Callable[[Item], Result], items: Iterable[Item], n_jobs: int
) -> Iterator[Result]:
    pending: deque[Future[Result]] = deque()
    failure: Exception | None = None
    source = iter(items)
    idle: SimpleQueue[_Worker] = SimpleQueue()

    def answer(item: Item) -> Result:
        worker = idle.get()
        try:
            result: Result = worker.answer(item)
            return result
        finally:
            idle.put(worker)

    with ExitStack() as workers, ThreadPoolExecutor(n_jobs) as threads:
        for worker in [workers.enter_context(_Worker()) for _ in range(n_jobs)]:
            worker.send(work)
            idle.put(worker)
        try:
            while True:
                while failure is None and len(pending) < 2 * n_jobs + 1:
                    try:
                        pending.append(threads.submit(answer, next(source)))
                    except (StopIteration, CredscoreError) as error:
                        failure = error
                if not pending:
                    break
                yield pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()
    if isinstance(failure, CredscoreError):
        raise failure


class _Worker:
    """A process of worker.py, which ends when its standard input does, that is with this one."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "credscore.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | _ENVIRONMENT | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert self._process.stdin
        assert self._process.stdout
        self._items, self._results = self._process.stdin, self._process.stdout

    def send(self, item: Any) -> None:
        """Hand over the work, or an item of it."""
        try:
            pickle.dump(item, self._items, pickle.HIGHEST_PROTOCOL)
            self._items.flush()
        except BrokenPipeError:
            raise self._lost() from None

    def answer(self, item: Any) -> Any:
        """What the work makes of an item; its exception is raised."""
        self.send(item)
        try:
            result = pickle.load(self._results)
        except (EOFError, pickle.UnpicklingError):
            raise self._lost() from None
        if isinstance(result, Exception):
            raise result
        return result

    def _lost(self) -> LostWorkerError:
        return LostWorkerError(f"a worker process died (exit code {self._process.wait()}).")

    def __enter__(self) -> "_Worker":
        return self

    def __exit__(self, *raised: object) -> None:
        with suppress(BrokenPipeError):
            self._items.close()
        self._results.close()
        self._process.wait()
