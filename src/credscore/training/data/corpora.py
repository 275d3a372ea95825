"""Reads the labelled corpora as frames of features without near-duplicates, and weighs rows."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from credscore.blocks import Block, in_blocks
from credscore.errors import InputTableError
from credscore.features import NAMES, measure
from credscore.signals import Bools, Floats, find
from credscore.training.data.labelled_files import titles

TRAINING = {
    "emergent": "claim_id",
    "fakenewsnet_gossipcop": "publisher",
    "buzzfeed_facebook": "publisher",
    "checkthat21": "id",
    "fakenewsnet_politifact": "publisher",
    "snopes312": "claim_id",
    "perez_amt": "claim_id",
}
"""Corpora of the shipped model, and the column that its folds are grouped by."""
HELD_OUT = {"veritas41": "claim_id", "fakes": "id"}
"""Corpora that are judged only: veritas41 is CC BY-NC-SA 4.0, fakes a negative control."""
SIX = (
    "emergent", "fakenewsnet_gossipcop", "buzzfeed_facebook", "checkthat21",
    "fakenewsnet_politifact", "veritas41",
)  # fmt: skip
"""The corpora that figures are given of; docs/explanation/model.md. The others only teach."""
ONLY_TEACH = tuple(name for name in TRAINING if name not in SIX)
ALL = tuple(dict.fromkeys([*SIX, *TRAINING, *HELD_OUT]))
"""In the order in which copies are looked for: the first one stays."""
SHINGLE = 8
_MAX_SHARED = 0.3
_WORD = re.compile(r"\w+")


def shared_folder() -> Path:
    """The folder of corpora: CREDSCORE_SHARED, or ../shared beside the checkout."""
    default = Path(__file__).resolve().parents[5] / "shared"
    folder = Path(os.environ.get("CREDSCORE_SHARED", default))
    if not (folder / "corpora").is_dir():
        raise InputTableError(
            "The training corpora are absent. Set CREDSCORE_SHARED to the folder of corpora/."
        )
    return folder


def read(name: str) -> pd.DataFrame:
    """The labelled rows of a corpus, with columns text, title, label (0/1), group, corpus.

    The rows of a corpus without a group column above are grouped by publisher.
    """
    group = (TRAINING | HELD_OUT).get(name, "publisher")
    path = shared_folder() / "corpora" / f"{name}.csv.gz"
    frame = pd.read_csv(path, keep_default_na=False, dtype=str)
    frame = frame.reindex(columns=frame.columns.union(["title", group]), fill_value="")
    frame = frame[frame["label"].isin(["0", "1", "0.0", "1.0"]) & (frame["text"].str.len() > 0)]
    names = frame[group].where(frame[group] != "", frame["id"])
    return pd.DataFrame(
        {
            "text": frame["text"],
            "title": frame["title"].where(frame["title"] != "", None),
            "label": frame["label"].astype(float).astype(int),
            "group": name + ":" + names,
            "corpus": name,
            "stance": frame.get("stance", ""),
            "publisher": frame.get("publisher", ""),
        }
    ).reset_index(drop=True)


def read_all(names: Iterable[str], n_jobs: int = 2) -> pd.DataFrame:
    """Several corpora without near-duplicates, with one column for each feature."""
    frame = pd.concat([read(name) for name in names], ignore_index=True)
    frame = frame[~shares_shingles(frame["text"])].reset_index(drop=True)
    return with_features(frame, n_jobs)


def with_features(frame: pd.DataFrame, n_jobs: int = 2) -> pd.DataFrame:
    """The frame (columns text, title) with a column for each feature added."""
    rows = feature_rows(frame["text"], titles(frame), n_jobs)
    return frame.join(pd.DataFrame(rows, frame.index, list(NAMES)))


def feature_rows(texts: Iterable[str], titles: Iterable[str | None], n_jobs: int) -> Floats:
    """The features of every text, shape (texts, len(NAMES)); nan if one is missing."""
    return np.vstack([np.empty((0, len(NAMES))), *in_blocks(_features, texts, titles, n_jobs)])


def _features(block: Block) -> Floats:
    return measure(find(block.texts, block.titles))


def values_of(frame: pd.DataFrame) -> Floats:
    return frame[list(NAMES)].to_numpy(float)


def shares_shingles(texts: Iterable[str]) -> Bools:
    """Whether each text shares over 30 % of its 8-word shingles with texts kept before it.

    All other code uses `citation.originals`; here it would change the shipped model.
    """
    seen: set[int] = set()
    copies = []
    for text in texts:
        words = _WORD.findall(text.lower())
        last = max(1, len(words) - SHINGLE + 1)
        shingles = {hash(tuple(words[at : at + SHINGLE])) for at in range(last)}
        copy = len(shingles & seen) > _MAX_SHARED * len(shingles)
        if not copy:
            seen |= shingles
        copies.append(copy)
    return np.array(copies, bool)


def row_weights(frame: pd.DataFrame) -> Floats:
    """Weights with a mean of 1 by which all corpora, and both classes of each, weigh the same.

    >>> frame = pd.DataFrame({"corpus": ["a"] * 3 + ["b"] * 2, "label": [1, 0, 0, 1, 0]})
    >>> row_weights(frame).tolist()
    [1.25, 0.625, 0.625, 1.25, 1.25]
    """
    rows = frame.groupby(["corpus", "label"])["label"].transform("size")
    labels = frame.groupby("corpus")["label"].transform("nunique")
    result = 1 / (rows * labels).to_numpy(float)
    return np.asarray(result * len(frame) / result.sum(), float)


def calibration_weights(frame: pd.DataFrame) -> Floats:
    """Weights for fitting the sigmoid: `row_weights`, but 0 for ONLY_TEACH, which is noisy."""
    counted = ~frame["corpus"].isin(ONLY_TEACH).to_numpy()
    result = row_weights(frame) * (counted if counted.any() else 1.0)
    return np.asarray(result * len(frame) / result.sum(), float)
