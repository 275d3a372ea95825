"""Several processes: results in order, errors raised, processes reused."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, islice

import pytest

from credscore.errors import InputTableError, InputValueError
from credscore.processes import LostWorkerError, in_order

OWN_ID = "__import__('os').getpid()"
KILLED_IF_APART = (
    f"__import__('time').sleep(0.1) or __import__('os').getpid() == {os.getpid()} or "
    "__import__('os').kill(__import__('os').getpid(), 9)"
)
"""Takes a while in this process, and ends every other one."""


@pytest.mark.parametrize("n_jobs", [1, 2, -1])
def test_results_are_in_the_order_of_the_items(n_jobs: int) -> None:
    items = [bytes([number]) * 200_000 for number in range(20)]
    assert list(in_order(bytes.upper, items, n_jobs)) == items


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_items_that_break_off_cost_none_before(n_jobs: int) -> None:
    def items() -> Iterator[int]:
        yield from (1, 2, 3)
        raise InputTableError("broken")

    results = in_order(abs, items(), n_jobs)
    assert list(islice(results, 3)) == [1, 2, 3]
    with pytest.raises(InputTableError, match="broken"):
        next(results)


@pytest.mark.parametrize("n_jobs", [0, -2])
def test_no_such_number_of_processes(n_jobs: int) -> None:
    with pytest.raises(InputValueError, match=f"1 or more, or -1 .* got {n_jobs}"):
        in_order(abs, [1], n_jobs)


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(in_order(int, ["1", "one"], 2))


def test_an_error_comes_behind_the_results_before() -> None:
    results = in_order(int, ["1", "2", "one"], 2)
    assert list(islice(results, 2)) == [1, 2]
    with pytest.raises(ValueError, match="invalid literal"):
        next(results)


def test_a_killed_worker_raises_its_error() -> None:
    with pytest.raises(LostWorkerError, match="died"):
        list(in_order(eval, [KILLED_IF_APART] * 100, 2))


def test_the_next_call_finds_the_processes_ready() -> None:
    slowly = f"__import__('time').sleep(0.05) or {OWN_ID}"
    first, second = (set(in_order(eval, [slowly] * 40, 2)) for _ in range(2))
    assert len(first) == 2
    assert first == second
    assert os.getpid() not in first


def test_one_item_needs_no_other_process() -> None:
    assert list(in_order(eval, [OWN_ID], 64)) == [os.getpid()]


def test_items_are_taken_as_results_are() -> None:
    items = count()
    results = in_order(abs, items, 2)
    assert list(islice(results, 3)) == [0, 1, 2]
    results.close()  # type: ignore[attr-defined]
    assert next(items) <= 3 + 2 * 2 + 1


def test_the_next_call_works_after_a_lost_worker() -> None:
    with pytest.raises(LostWorkerError):
        list(in_order(eval, [KILLED_IF_APART] * 100, 2))
    assert list(in_order(abs, [-1, 2], 2)) == [1, 2]


def test_the_process_ends_with_its_workers_idle() -> None:
    code = "from credscore.processes import in_order; print(list(in_order(abs, [-1, 2], 2)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=50
    )
    assert (done.stdout, done.stderr) == ("[1, 2]\n", "")
