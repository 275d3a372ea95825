"""The one retraining: corpora in, models/default out, the same bytes every time.

python -m credscore.training
"""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from credscore.errors import ModelFileError
from credscore.model import CARD_FILE, Model
from credscore.training.card import own_card, shipped_card
from credscore.training.data import corpora, trained_on
from credscore.training.data.labelled_files import Columns, check_groups, read_labelled
from credscore.training.fitting.linear import with_below, with_limits
from credscore.training.fitting.pooling import CORPUS, fit_pooling, unseen_claims
from credscore.training.fitting.recipe import fit, unseen_scores
from credscore.training.judging.evaluate import judge_corpora
from credscore.training.own_labels import OwnModel, model_id_of, train_own

MODEL_ID = "credscore-default-0.1"
CREATED = "2026-11-24"


def train_default(out: Path) -> Model:
    """Train on the corpora of CREDSCORE_SHARED and write the model and its card to `out`."""
    articles = corpora.read_all(corpora.ALL)
    frame = articles[articles["corpus"].isin(list(corpora.TRAINING))].reset_index(drop=True)
    scores = unseen_scores(frame)
    model = fit(frame, MODEL_ID, CREATED)
    weight = corpora.calibration_weights(frame)
    model = with_below(model, frame["label"], scores, weight)
    model = with_limits(model, frame["label"], scores, weight)
    judged = judge_corpora(frame, {"model": scores})
    pooling = fit_pooling(unseen_claims(frame, corpora.read(CORPUS)), MODEL_ID, CREATED)
    pooling.save(out)
    _write(model, shipped_card(model, judged), out)
    return model


def train_csv(paths: list[Path], out: Path, columns: Columns, start: str = "shipped") -> OwnModel:
    """Train on users' labelled CSV files; write model, card and fingerprints of the texts to `out`.

    Raises InputTableError if the files can't be used, InputValueError if start is neither "shipped"
    nor "scratch".
    """
    table = read_labelled(paths, columns)
    check_groups(table)
    frame = corpora.with_features(table, n_jobs=1)
    own = train_own(frame, start, model_id_of(paths, start), _today())
    model = with_earlier_date(own.model, out)
    _write(model, own_card(model, own.judged, own.strength), out)
    trained_on.write(out, model, table["text"])
    return own._replace(model=model)


def _write(model: Model, card: str, out: Path) -> None:
    model.save(out)
    (out / CARD_FILE).write_text(card, encoding="utf-8")


def _today() -> str:
    """The day of SOURCE_DATE_EPOCH in UTC (reproducible-builds.org); if it is not set, today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()


def with_earlier_date(model: Model, out: Path) -> Model:
    """The model, with the date of the one in `out` if they differ in nothing else."""
    try:
        before = Model.load(out)
    except ModelFileError:
        return model
    dated = model.model_copy(update={"created": before.created})
    return before if dated.digest() == before.digest() else model
