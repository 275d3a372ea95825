"""Row weights: every corpus, and each class in it, counts the same."""

import numpy as np
import pandas as pd

from credscore.signals import Floats
from credscore.training.data.corpora import ONLY_TEACH


def row_weights(frame: pd.DataFrame) -> Floats:
    """Weights under which all corpora, and the classes of each, have the same sum.

    A new text may be of any kind, so no corpus decides by its size. `frame` has columns corpus and
    label; the result has shape (rows,) and a mean of 1.

    >>> frame = pd.DataFrame({"corpus": ["a"] * 3 + ["b"] * 2, "label": [1, 0, 0, 1, 0]})
    >>> row_weights(frame).tolist()
    [1.25, 0.625, 0.625, 1.25, 1.25]
    """
    rows = frame.groupby(["corpus", "label"])["label"].transform("size")
    labels = frame.groupby("corpus")["label"].transform("nunique")
    result = 1 / (rows * labels).to_numpy(float)
    return np.asarray(result * len(frame) / result.sum(), float)


def calibration_weights(frame: pd.DataFrame) -> Floats:
    """The weights for a sigmoid: `row_weights`, but 0 for ONLY_TEACH beside other corpora.

    Labels that are near-noise would flatten a sigmoid.
    """
    counted = ~frame["corpus"].isin(ONLY_TEACH).to_numpy()
    result = row_weights(frame) * (counted if counted.any() else 1.0)
    return np.asarray(result * len(frame) / result.sum(), float)
