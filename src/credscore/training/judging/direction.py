"""Whether scores rank rows the wrong way, as they do if labels are exchanged."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import mannwhitneyu

from credscore.signals import Floats
from credscore.training.judging.evaluate import interval, multiplicities
from credscore.training.judging.metrics import drawn_figures

LEVEL = 0.01


def is_wrong_way(labels: npt.ArrayLike, groups: npt.ArrayLike, scores: npt.ArrayLike) -> bool:
    """Whether true claims score significantly less than false ones.

    So say the test of Mann and Whitney, and the 95 % interval of the AUC over groups, as the
    articles of a claim are no independent rows.

    >>> labels, scores = [0, 1] * 20, [0.7, 0.2] * 20
    >>> is_wrong_way(labels, range(40), scores), is_wrong_way(scores, range(40), scores)
    (True, False)
    """
    y, values = np.asarray(labels, float) >= 0.5, np.asarray(scores, float)
    if y.all() or not y.any():
        return False
    if mannwhitneyu(values[y], values[~y], alternative="less").pvalue >= LEVEL:
        return False
    drawn = drawn_figures(y.astype(int), values, multiplicities(groups))
    return interval(drawn["auc"])[1] < 0.5


def wrong_way(frame: pd.DataFrame, scores: Floats) -> list[str]:
    """The corpora of a frame that scores rank the wrong way; its index is 0 to rows - 1."""
    return [
        str(name)
        for name, rows in frame.groupby("corpus", sort=False)
        if is_wrong_way(rows["label"], rows["group"], scores[rows.index])
    ]


def question(names: Iterable[str]) -> str:
    """What to ask of files that the shipped model ranks the wrong way."""
    return (
        f"{', '.join(names)}: the shipped model ranks these rows the wrong way, and not by chance. "
        "Are the labels exchanged? 1 must stand for true claims, 0 for false ones."
    )
