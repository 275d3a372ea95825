"""Dask on a real cluster of two processes: the same scores, even when one of them is killed."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import credscore

dd = pytest.importorskip("dask.dataframe", reason="needs the extra dask")
distributed = pytest.importorskip("distributed", reason="needs dask[distributed]")

from credscore.integrations.dask import score_frame  # noqa: E402

TEXTS = [
    "Insiders claim that the mayor of {n} allegedly fled. The town denied the reports.",
    'Ann Lee, the auditor, said on 4 March that {n} dollars are missing. "I saw the books."',
    "It may rain in {n}, perhaps.",
]


def frame(rows: int) -> pd.DataFrame:
    texts = [TEXTS[number % 3].format(n=number) * (5 + number % 9) for number in range(rows)]
    titles = [f"Rumours in {number}?" if number % 2 else None for number in range(rows)]
    df = pd.DataFrame({"id": range(rows), "text": texts, "head": titles})
    df.loc[3::17, "text"] = None
    return df


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
            dashboard_address=":0",
        ) as made,
        distributed.Client(made) as connected,
    ):  # fmt: skip
        yield connected


def test_the_same_to_the_last_bit_with_a_worker_killed(client: Any) -> None:
    df = frame(9_600)
    whole = credscore.score_frame(df, title="head")
    victim = next(iter(client.run(os.getpid).values()))
    lazy = score_frame(dd.from_pandas(df, npartitions=96), title="head").persist()
    parts = distributed.futures_of(lazy)
    assert len(parts) == 96
    while not any(part.done() for part in parts):
        time.sleep(0.002)
    os.kill(victim, signal.SIGKILL)
    assert not all(part.done() for part in parts), "it was over before the kill"
    result = lazy.compute()
    assert victim not in client.run(os.getpid).values()
    pd.testing.assert_index_equal(result.index, whole.index)
    assert list(result.columns) == list(whole.columns)
    for name in whole.columns:
        assert exact(result[name]) == exact(whole[name]), name


def exact(column: pd.Series) -> list[Any]:
    """The values, floating-point numbers to the last bit, missing ones as None."""
    values = column.to_numpy(dtype=object, na_value=None)
    return [value.hex() if isinstance(value, float) else value for value in values]


@pytest.mark.parametrize("options", [{}, {"features": True, "evidence": True}])
def test_the_types_are_those_that_were_promised(client: Any, options: dict[str, bool]) -> None:
    df = frame(6)
    df.index = pd.Index(list("aabbcd"), name="key")
    df.loc["d", "text"] = None  # a partition of nothing that can be scored
    lazy = score_frame(dd.from_pandas(df, npartitions=3), **options)
    result = lazy.compute()
    pd.testing.assert_series_equal(lazy.dtypes, result.dtypes)
    for part in lazy.to_delayed():
        pd.testing.assert_series_equal(lazy.dtypes, part.compute().dtypes)
    assert list(result.index) == list("aabbcd")
    assert result.index.name == "key"


def test_mistakes_are_told_before_the_work(tmp_path: Path) -> None:
    df = dd.from_pandas(frame(4), npartitions=2)
    with pytest.raises(credscore.InputTableError, match="Columns there: id, text, head"):
        score_frame(df, "body")
    with pytest.raises(credscore.InputTableError, match="overwrite"):
        score_frame(score_frame(df))
    with pytest.raises(credscore.InputValueError, match="prior"):
        score_frame(df, prior=2.0)
    with pytest.raises(credscore.ModelFileError):
        score_frame(df, model=tmp_path)
    twice = score_frame(score_frame(df), overwrite=True)
    assert list(twice.columns) == list(score_frame(df).columns)
