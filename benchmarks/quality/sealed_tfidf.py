"""TF-IDF with logistic regression on the sealed corpora: totals of shared/check/measure.py.

That script scores its rows with credscore's `Scorer`. Here it is given another reader in that
place, trained on the corpora of the shipped model. It prints totals only; no row is seen here.
"""

import io
import runpy
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pandas as pd

from benchmarks.quality.accuracy import nameless
from credscore.training.data import corpora
from credscore.training.fitting.folds import tfidf_scores

Change = Callable[[pd.DataFrame], pd.DataFrame]


class TfidfScorer:
    """Scores texts as `Scorer` does, by TF-IDF fitted to a frame; `change` is made to all texts."""

    def __init__(self, train: pd.DataFrame, change: Change) -> None:
        self._train, self._change = change(train), change

    def load(self, folder: str | None) -> "TfidfScorer":
        """Itself: there is no folder of a model."""
        return self

    def score_many(
        self, texts: Sequence[str], titles: Sequence[str | None]
    ) -> Iterator[SimpleNamespace]:
        """Objects with a `score`, one for each text; titles are not read."""
        test = self._change(pd.DataFrame({"text": texts}))
        return (SimpleNamespace(score=score) for score in tfidf_scores(self._train, test))


def tfidf_totals(measure: Path) -> dict[str, str]:
    """What measure.py prints of TF-IDF on texts as they are, and on texts without names."""
    frame = pd.concat([corpora.read(name) for name in corpora.TRAINING], ignore_index=True)
    frame = frame[~corpora.shares_shingles(frame["text"])].reset_index(drop=True)
    changes: dict[str, Change] = {"tfidf": lambda rows: rows, "tfidf_without_names": nameless}
    return {
        name: printed_with(TfidfScorer(frame, change), measure) for name, change in changes.items()
    }


def printed_with(scorer: TfidfScorer, measure: Path) -> str:
    """What the part `model` of measure.py prints where `scorer` is credscore's `Scorer`."""
    printed = io.StringIO()
    with patch("credscore.Scorer", scorer), redirect_stdout(printed):
        runpy.run_path(str(measure))["model"](Namespace(model=None))
    return printed.getvalue()
