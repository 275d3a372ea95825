"""Several processes: results in order, failures told, no process left over."""

import os
from collections.abc import Iterator
from itertools import islice, repeat

import pytest

from credscore.errors import InputTableError
from credscore.processes import LostWorkerError, in_order

OWN_ID = "__import__('os').getpid()"


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


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(in_order(int, ["1", "one"], 2))


def test_a_worker_that_is_killed_is_told() -> None:
    with pytest.raises(LostWorkerError, match="died"):
        list(in_order(eval, [f"__import__('os').kill({OWN_ID}, 9)", "1"] * 3, 2))


def test_workers_end_with_the_results() -> None:
    results = in_order(eval, repeat(OWN_ID), 2)
    processes = set(islice(results, 20))
    results.close()  # type: ignore[attr-defined]
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
