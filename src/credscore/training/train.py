"""The one retraining: corpora in, models/default out, the same bytes every time.

python -m credscore.training.train
"""

import sys
from datetime import date
from pathlib import Path

import pandas as pd

from credscore.model import CARD_FILE, Model
from credscore.training import corpora
from credscore.training.card import SHIPPED_DATA, USERS_DATA, write_card
from credscore.training.evaluate import metrics
from credscore.training.fit import fit, unseen_scores
from credscore.training.table import check_groups, read_labelled

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
    (out / CARD_FILE).write_text(
        write_card(model, _left_out(frame), SHIPPED_DATA), encoding="utf-8"
    )
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
    table = read_labelled(paths, text, label, group, title)
    check_groups(table)
    frame = corpora.with_features(table, n_jobs=1)
    model = fit(
        frame, f"trained-on-{'-'.join(path.stem for path in paths)}"[:100], date.today().isoformat()
    )
    model.save(out)
    result = _left_out(frame)
    (out / CARD_FILE).write_text(write_card(model, result, USERS_DATA), encoding="utf-8")
    return result


def _left_out(frame: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Metrics per corpus of scores by fits that had not seen it (of folds, of one corpus)."""
    scores = unseen_scores(frame)
    return {
        str(corpus): metrics(rows["label"], scores[rows.index])
        for corpus, rows in frame.groupby("corpus", sort=False)
    }


if __name__ == "__main__":
    train_default(Path(sys.argv[1] if len(sys.argv) > 1 else "models/default"))
