"""The one retraining: corpora in, models/default out, the same bytes every time.

python -m credscore.training
"""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from credscore.errors import CredscoreError
from credscore.model import CARD_FILE, MODEL_FILE, Model
from credscore.training.card import own_card, shipped_card
from credscore.training.data import corpora
from credscore.training.data.labelled_files import check_groups, read_labelled
from credscore.training.fitting.recipe import fit, unseen_scores
from credscore.training.fitting.rounding import with_below
from credscore.training.judging.evaluate import judge
from credscore.training.own_labels import Own, name_of, train_own

MODEL_ID = "credscore-default-0.1"
CREATED = "2026-11-24"


def train_default(out: Path) -> Model:
    """Train on the corpora of CREDSCORE_SHARED and write the model and its card to `out`."""
    everything = corpora.read_all(corpora.ALL)
    rows = everything["corpus"].isin(list(corpora.TRAINING))
    frame = everything[rows].reset_index(drop=True)
    scores = unseen_scores(frame)
    model = fit(frame, MODEL_ID, CREATED)
    model = with_below(model, frame["label"], scores, corpora.even(frame))
    judged = {
        str(name): judge(part["label"], part["group"], {"model": scores[part.index]})
        for name, part in frame.groupby("corpus", sort=False)
    }
    _write(model, shipped_card(model, judged), out)
    return model


def train_csv(
    paths: list[Path], out: Path, text: str, label: str, group: str | None, title: str | None,
    start: str = "shipped",
) -> Own:  # fmt: skip
    """Train on users' labelled CSV files and write the model and its card to `out`.

    Raises
    ------
    InputTableError
        Where the files can't be used: a column is missing, a label unknown or the only one,
        a text empty, groups too few, or copies of a text in different groups.
    InputValueError
        Where start is neither "shipped" nor "scratch".
    """
    table = read_labelled(paths, text, label, group, title)
    check_groups(table)
    frame = corpora.with_features(table, n_jobs=1)
    own = train_own(frame, start, name_of(paths, start), _today())
    model = as_before(own.model, out)
    _write(model, own_card(model, own.judged, start, own.strength, _rows(frame)), out)
    return Own(model, own.judged, own.strength)


def _write(model: Model, card: str, out: Path) -> None:
    model.save(out)
    (out / CARD_FILE).write_text(card, encoding="utf-8")


def _today() -> str:
    """Today, or the day of SOURCE_DATE_EPOCH (reproducible-builds.org), in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()


def as_before(model: Model, out: Path) -> Model:
    """The model with the date of the one in `out` where they differ in nothing else."""
    if not (out / MODEL_FILE).is_file():
        return model
    try:
        before = Model.load(out)
    except CredscoreError:
        return model
    dated = model.model_copy(update={"created": before.created})
    return before if dated.digest() == before.digest() else model


def _rows(frame: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Rows and groups of each file."""
    return {
        str(name): (len(part), part["group"].nunique())
        for name, part in frame.groupby("corpus", sort=False)
    }
