"""The one retraining: corpora in, models/default out, the same bytes every time.

python -m credscore.training.train
"""

import sys
from pathlib import Path

import pandas as pd

from credscore.model import CARD_FILE, Model
from credscore.training import corpora
from credscore.training.card import write_card
from credscore.training.evaluate import metrics
from credscore.training.fit import fit, out_of_corpus, sigmoid
from credscore.training.table import read_labelled

MODEL_ID = "credscore-default-0.1"
CREATED = "2026-11-24"


def train_default(out: Path) -> Model:
    """Train on the corpora of CREDSCORE_SHARED and write the model and its card to `out`."""
    names = [*corpora.TRAINING, *corpora.HELD_OUT]
    everything = corpora.read_all(names)
    rows = everything["corpus"].isin(list(corpora.TRAINING))
    frame = everything[rows].reset_index(drop=True)
    model = fit(frame, MODEL_ID, CREATED)
    model.save(out)
    (out / CARD_FILE).write_text(write_card(model, _left_out(frame)), encoding="utf-8")
    return model


def train_csv(
    paths: list[Path], out: Path, text: str, label: str, group: str | None, title: str | None
) -> dict[str, dict[str, float]]:
    """Train on users' labelled CSV files; returns the metrics on held-out files or groups.

    Raises
    ------
    InputTableError
        Where the files can't be used.
    """
    frame = corpora.with_features(read_labelled(paths, text, label, group, title), n_jobs=1)
    model = fit(frame, f"trained-on-{'-'.join(path.stem for path in paths)}"[:100], CREATED)
    model.save(out)
    result = _left_out(frame)
    (out / CARD_FILE).write_text(write_card(model, result), encoding="utf-8")
    return result


def _left_out(frame: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Metrics per corpus of fits that had not seen it (of groups, where there is one corpus)."""
    from scipy.special import expit

    log_odds = out_of_corpus(frame)
    result = {}
    for corpus in frame["corpus"].unique():
        here = (frame["corpus"] == corpus).to_numpy()
        others = ~here if not here.all() else here
        slope, intercept = sigmoid(
            log_odds[others], frame["label"][others], corpora.weights(frame[others])
        )
        scores = expit(intercept + slope * log_odds[here])
        result[str(corpus)] = metrics(frame["label"][here], scores)
    return result


if __name__ == "__main__":
    train_default(Path(sys.argv[1] if len(sys.argv) > 1 else "models/default"))
