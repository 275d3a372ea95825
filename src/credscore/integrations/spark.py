"""Scores Spark tables of any size in the Python workers of a cluster.

    from credscore.integrations import spark

    spark.score_frame(session.read.parquet("lake/"), title="title").write.parquet("scored/")

Rows are sent as Arrow record batches (mapInArrow), not as pandas frames (mapInPandas). So columns
of the table keep their types and values, such as missing integers and long decimals.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Unpack

from credscore import tables
from credscore.errors import needs
from credscore.scorer import Scorer

with needs("spark"):
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql import types as sql


def score_frame(
    df: DataFrame, text: str = "text", title: str | None = None, prior: float | None = None,
    model: str | Path | None = None, *, overwrite: bool = False,
    **more: Unpack[tables.MoreColumns],
) -> DataFrame:  # fmt: skip
    """The lazy table with the credscore columns: credscore.score_frame for Spark.

    Nothing is scored before the result is written or collected. The scores are those of
    credscore.score_frame to the last bit, whatever the partitions. The model is read and validated
    here. Workers need no model file; they unpack the model once for each partition.

    Raises InputTableError at once if a column is missing or stands twice, or if the table has a
    credscore column already and `overwrite` is not set.
    """
    scorer = Scorer.load(model)
    own = tables.own_columns(scorer, **more)
    tables.check_names(df.columns, text, title)
    names = tables.kept_names(df.columns, own, overwrite=overwrite)
    scorer.scores([], prior=prior)  # refuses an impossible prior
    types = {
        float: sql.DoubleType(), int: sql.LongType(), bool: sql.BooleanType(),
        str: sql.StringType(),
    }  # fmt: skip
    added = [sql.StructField(column.name, types[column.type]) for column in own]
    schema = sql.StructType([*(df.schema[name] for name in names), *added])
    fields = [tables.own_field(column) for column in own]

    def scored(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            titles = batch.column(title).to_pylist() if title else None
            texts = batch.column(text).to_pylist()
            columns = tables.score_rows(scorer, texts, titles, prior, **more)
            arrays = [batch.column(name) for name in names]
            arrays += [pa.array(columns[field.name], field.type) for field in fields]
            yield pa.RecordBatch.from_arrays(arrays, names=[*names, *columns])

    return df.mapInArrow(scored, schema)
