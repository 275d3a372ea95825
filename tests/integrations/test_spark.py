"""Spark on a local cluster of two worker processes: the same scores, types and values kept."""

import datetime
import decimal
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import credscore
from credscore.tables import COLUMNS

pytest.importorskip("pyspark", reason="needs the extra spark")
pytest.importorskip("pyarrow", reason="needs the extra spark")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("needs Java", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")

SCORE_COLUMNS = [column.name for column in COLUMNS]
TEXTS = [
    "Insiders claim that the mayor of {n} allegedly fled. The town denied the reports.",
    'Ann Lee, the auditor, said on 4 March that {n} dollars are missing. "I saw the books."',
    "It may rain in {n}, perhaps.",
    None,
]
ROWS = [
    {
        "id": number,
        "text": (TEXTS[number % 4] or "").format(n=number) or None,
        "head": f"Rumours in {number}?" if number % 3 else None,
        "large": 2**60 + number if number % 2 else None,
        "price": decimal.Decimal(number) / 100,
        "day": datetime.date(2024, 3, 1 + number % 28),
        "tags": ["a", None] if number % 2 else None,
    }
    for number in range(400)
]
SCHEMA = (
    "id long, text string, head string, large long, price decimal(20, 2), day date, "
    "tags array<string>"
)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    made = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", False)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "512m")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    yield made
    made.stop()


def test_the_same_to_the_last_bit(session: Any) -> None:
    from credscore.integrations.spark import score_frame

    table = session.createDataFrame([tuple(row.values()) for row in ROWS], SCHEMA)
    scored = score_frame(table.repartition(4), title="head", features=True, evidence=True)
    assert scored.schema[:7] == table.schema
    found = {row["id"]: row.asDict() for row in scored.collect()}
    assert len(found) == len(ROWS)
    texts, titles = ([row[name] for row in ROWS] for name in ("text", "head"))
    reports = list(credscore.Scorer.load().score_many(texts, titles))
    for row, report in zip(ROWS, reports, strict=True):
        answer = found[row["id"]]
        assert {name: answer[name] for name in row} == row
        if isinstance(report, credscore.Failure):
            assert answer["credscore_error"] == report.error
            assert answer["credscore_score"] is None
            continue
        assert answer["credscore_error"] == ""
        assert answer["credscore_score"].hex() == report.score.hex()
        assert (answer["credscore_low"], answer["credscore_high"]) == report.interval
        assert answer["credscore_reliable"] is report.reliable
        for item in report.contributions:
            assert answer[f"credscore_f_{item.feature}"] == item.value
        assert all(item.quote in answer["credscore_evidence"] for item in report.evidence
                   if item.quote.isascii() and '"' not in item.quote)  # fmt: skip


def test_it_runs_in_two_processes(session: Any) -> None:
    from pyspark import SparkContext

    assert isinstance(session.sparkContext, SparkContext)
    hosts = session.sparkContext.parallelize(range(8), 8).map(lambda _: os.getppid()).collect()
    assert len(set(hosts)) == 2


def test_mistakes_are_told_before_the_work(session: Any, tmp_path: Path) -> None:
    from credscore.integrations.spark import score_frame

    table = session.createDataFrame([(1, "He fled.")], "id long, text string")
    with pytest.raises(credscore.InputTableError, match="Columns there: id, text"):
        score_frame(table, "body")
    with pytest.raises(credscore.InputTableError, match="overwrite"):
        score_frame(score_frame(table))
    with pytest.raises(credscore.InputValueError, match="prior"):
        score_frame(table, prior=2.0)
    with pytest.raises(credscore.ModelFileError):
        score_frame(table, model=tmp_path)
    again = score_frame(score_frame(table), overwrite=True)
    assert again.columns == ["id", "text", *SCORE_COLUMNS]
    assert again.first()["credscore_stance"] == "relays"
