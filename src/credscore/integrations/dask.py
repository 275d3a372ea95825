"""Scores Dask frames: larger than memory, on one or many machines, one partition at a time.

>>> import pandas as pd, dask.dataframe as dd
>>> df = dd.from_pandas(pd.DataFrame({"text": ["He fled.", "He denied it."]}), npartitions=2)
>>> score_frame(df)["credscore_stance"].compute().tolist()
['relays', 'disputed']
"""

from functools import partial
from pathlib import Path
from typing import Unpack

from credscore.errors import needs
from credscore.scorer import Scorer
from credscore.tables import MoreColumns
from credscore.tables import score_frame as score_partition

with needs("dask"):
    import dask.dataframe as dd
    from dask.dataframe.utils import make_meta


def score_frame(
    df: dd.DataFrame, text: str = "text", title: str | None = None, prior: float | None = None,
    model: str | Path | None = None, *, overwrite: bool = False,
    **more: Unpack[MoreColumns],
) -> dd.DataFrame:  # fmt: skip
    """The lazy frame with the credscore columns: credscore.score_frame for Dask.

    Nothing is scored before the result is computed or written. Index and divisions are kept. The
    scores are those of credscore.score_frame to the last bit, whatever the partitions. The model is
    read and validated here and sent to the workers, which need no model file.

    Raises InputTableError at once if a column is missing or stands twice, or if the frame has a
    credscore column already and `overwrite` is not set.
    """
    score = partial(
        score_partition, text=text, title=title, prior=prior, model=Scorer.load(model),
        overwrite=overwrite, **more,
    )  # fmt: skip
    return df.map_partitions(score, meta=score(make_meta(df)))
