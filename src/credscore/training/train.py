"""Trains a model folder with its card from labelled texts; the same texts give the same bytes."""

import os
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined

from credscore.errors import InputValueError, ModelFileError
from credscore.features import FEATURES
from credscore.model import CARD_FILE, Model, default_folder
from credscore.training.data import corpora, trained_on
from credscore.training.data.labelled_files import Columns, check_groups, read_labelled
from credscore.training.fitting.folds import by_corpus, tfidf_scores, unseen
from credscore.training.fitting.linear import scores_of, with_below, with_limits
from credscore.training.fitting.pooling import CORPUS, fit_pooling, unseen_claims
from credscore.training.fitting.recipe import fit, scores_by_recipe
from credscore.training.fitting.towards import START, STRENGTHS, best_strength, fit_towards
from credscore.training.judging.evaluate import judge, judge_corpora, wrong_way
from credscore.training.judging.metrics import EXTREMES, FIGURES

SHIPPED = {"model_id": "credscore-default-0.1", "created": "2026-11-24"}


def train_default(out: Path) -> Model:
    """Train on the corpora of CREDSCORE_SHARED; write the model and its card to `out`."""
    articles = corpora.read_all(corpora.ALL)
    frame = articles[articles["corpus"].isin(list(corpora.TRAINING))].reset_index(drop=True)
    scores = unseen(frame, scores_by_recipe, by_corpus(frame))
    model = fit(frame).changed(**SHIPPED)
    weight = corpora.calibration_weights(frame)
    model = with_below(model, frame["label"], scores, weight)
    model = with_limits(model, frame["label"], scores, weight)
    judged = judge_corpora(frame, {"model": scores})
    pooling = fit_pooling(unseen_claims(frame, corpora.read(CORPUS)))
    pooling.model_copy(update=SHIPPED).save(out)
    _write(model, "shipped.md", judged, out, extremes=EXTREMES)
    return model


class OwnModel(NamedTuple):
    """A model of a user's labels; how it and the shipped model do on rows held out from it."""

    model: Model
    judged: dict[str, dict[str, Any]]
    strength: float | None
    wrong_way: tuple[str, ...] = ()


def train_csv(
    paths: list[Path], out: Path, columns: Columns, start: str = "shipped",
    encoding: str | None = None,
) -> OwnModel:  # fmt: skip
    """Train on labelled files of users; write model, card and fingerprints of the texts to `out`.

    Each row is scored by a fit without its group, with a strength chosen for that fit. The rows are
    judged by file, and together as "all" if there are several files.

    Raises InputTableError if the files can't be used, InputValueError if start is neither "shipped"
    nor "scratch".
    """
    table = read_labelled(paths, columns, encoding)
    check_groups(table)
    if start not in START:
        raise InputValueError(f"start must be one of {', '.join(START)}, got {start!r}.")
    frame = corpora.with_features(table, n_jobs=1)
    shipped = Model.load(default_folder())
    base = shipped if start == "shipped" else None
    scores = {
        "own": unseen(frame, lambda train, test: scores_of(_fitted(train, base, 0)[0], test)),
        "shipped": scores_of(shipped, frame),
        "tfidf": unseen(frame, tfidf_scores),
    }
    model, strength = _fitted(frame, base)
    model = model.changed(model_id=_id_of(paths, start), created=_today())
    model = with_below(model, frame["label"], scores["own"], corpora.row_weights(frame))
    model = with_earlier_date(model, out)
    judged = judge_corpora(frame, scores)
    if len(judged) > 1:
        judged["all"] = judge(frame["label"], frame["group"], scores).figures
    _write(model, "own.md", judged, out, strength=strength, strengths=STRENGTHS)
    trained_on.write(out, model, table["text"])
    return OwnModel(model, judged, strength, tuple(wrong_way(frame, scores["shipped"])))


def _fitted(
    frame: pd.DataFrame, base: Model | None, refits: int = 60
) -> tuple[Model, float | None]:
    if base is None:
        return fit(frame, interval=refits > 0), None
    strength, groups = best_strength(frame, base), frame["group"].to_numpy()
    values, weight = corpora.values_of(frame), corpora.row_weights(frame)
    return fit_towards(base, values, frame["label"], strength, weight, groups, refits), strength


def _id_of(paths: Sequence[Path], start: str) -> str:
    """The id of a model of these files, in letters, digits and hyphens."""
    stems = re.sub(r"[\W_]", "-", "-".join(path.stem for path in paths))
    return f"own-{stems}-from-{start}"[:100]


def _today() -> str:
    """The day of SOURCE_DATE_EPOCH in UTC (reproducible-builds.org), or today if it is not set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()


def with_earlier_date(model: Model, out: Path) -> Model:
    """The model, with the date of the model in `out` if nothing else differs."""
    try:
        before = Model.load(out)
    except ModelFileError:
        return model
    dated = model.model_copy(update={"created": before.created})
    return before if dated.digest() == before.digest() else model


def _write(
    model: Model, template: str, judged: Mapping[str, Mapping[str, Any]], out: Path, **more: Any
) -> None:
    """Write a model, and its card in the form of model hubs (card_parts/)."""
    cards = Environment(
        loader=PackageLoader("credscore.training", "card_parts"), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    cards.filters["cell"] = lambda value: " ".join(str(value).replace("|", "\\|").split())
    weighted = {weight.feature for weight in model.weights if weight.weight}
    card = cards.get_template(template).render(
        model=model, judged=judged, priors=(0.1, 0.3, 0.5, 0.7, 0.9),
        figures={name: title for name, title in FIGURES.items() if name != "intercept"},
        features={feature.name: feature for feature in FEATURES},
        unused=[feature.name for feature in FEATURES if feature.name not in weighted], **more,
    )  # fmt: skip
    model.save(out)
    (out / CARD_FILE).write_text(card, encoding="utf-8")
