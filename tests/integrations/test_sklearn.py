"""The estimators where scikit-learn's users put them: pipelines, searches, clones, files."""

import pickle
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pandas as pd
import pytest
import sklearn
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, GroupKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks

import credscore
from credscore.features import FEATURES, NAMES, of
from credscore.integrations.sklearn import CredibilityClassifier, CredibilityFeatures

SOUND = "Mayor Holm said on Monday, May {n}, that {n} people were hired, the report shows."
WEAK = "Insiders claim that {n} people allegedly fled! Rumors suggest a secret plot."
TEXTS = [t.format(n=n) for n in range(1, 13) for t in (SOUND, WEAK)]
LABELS = [1, 0] * 12
FRAME = pd.DataFrame({"body": TEXTS, "head": ["Reportedly gone"] * 24, "size": range(24)})
ESTIMATORS = [CredibilityFeatures(), CredibilityClassifier()]

CHECKS = [
    "check_estimator_cloneable",
    "check_estimator_repr",
    "check_valid_tag_types",
    "check_no_attributes_set_in_init",
    "check_do_not_raise_errors_in_init_or_set_params",
    "check_mixin_order",
    "check_parameters_default_constructible",
    "check_get_params_invariance",
    "check_set_params",
]
"""Those of scikit-learn that do not feed numbers; its other checks are below, with texts."""


@pytest.mark.parametrize("estimator", ESTIMATORS, ids=lambda e: type(e).__name__)
@pytest.mark.parametrize("check", CHECKS)
def test_scikit_learns_own_checks(estimator: Any, check: str) -> None:
    if not hasattr(estimator_checks, check):
        pytest.skip(f"this scikit-learn has no {check}")
    getattr(estimator_checks, check)(type(estimator).__name__, estimator)


@pytest.mark.parametrize("estimator", ESTIMATORS, ids=lambda e: type(e).__name__)
def test_the_checks_that_need_texts(estimator: Any, tmp_path: Path) -> None:
    made = clone(estimator)
    parameters = made.get_params()
    assert made.fit(TEXTS, LABELS) is made
    assert made.get_params() == parameters
    assert made.n_features_in_ == 1
    method = "transform" if hasattr(made, "transform") else "predict_proba"
    whole = getattr(made, method)(TEXTS)
    state = {key: repr(value) for key, value in vars(made).items()}
    getattr(made, method)(TEXTS[:2])
    assert {key: repr(value) for key, value in vars(made).items()} == state
    again = getattr(clone(estimator).fit(TEXTS, LABELS), method)(TEXTS)
    np.testing.assert_array_equal(whole, again)
    one_by_one = np.vstack([getattr(made, method)([text]) for text in TEXTS])
    np.testing.assert_array_equal(whole, one_by_one)
    order = np.random.default_rng(0).permutation(len(TEXTS))
    shuffled = getattr(made, method)([TEXTS[i] for i in order])
    np.testing.assert_array_equal(whole[order], shuffled)
    joblib.dump(made, tmp_path / "made.joblib")
    for copy in (pickle.loads(pickle.dumps(made)), joblib.load(tmp_path / "made.joblib")):
        np.testing.assert_array_equal(getattr(copy, method)(TEXTS), whole)


@pytest.mark.parametrize("estimator", ESTIMATORS, ids=lambda e: type(e).__name__)
@pytest.mark.parametrize(
    "texts",
    [
        TEXTS, tuple(TEXTS), np.array(TEXTS), np.array(TEXTS, object), np.array(TEXTS)[:, None],
        pd.Series(TEXTS, dtype="string"), FRAME[["body"]], pd.DataFrame({"text": TEXTS, "n": 1}),
    ],
    ids=["list", "tuple", "array", "objects", "column", "series", "one-column frame", "frame"],
)  # fmt: skip
def test_every_shape_of_texts_means_the_same(estimator: Any, texts: Any) -> None:
    method = "transform" if hasattr(estimator, "transform") else "predict"
    expected = getattr(clone(estimator).fit(TEXTS, LABELS), method)(TEXTS)
    np.testing.assert_array_equal(
        getattr(clone(estimator).fit(texts, LABELS), method)(texts), expected
    )


def test_features_are_those_of_the_package() -> None:
    made = CredibilityFeatures("body", "head").set_output(transform="pandas").fit(FRAME)
    table = made.transform(FRAME)
    assert list(table.columns) == list(NAMES) == list(made.get_feature_names_out())
    assert table.index.equals(FRAME.index)
    np.testing.assert_array_equal(table.iloc[1], of(FRAME["body"][1], FRAME["head"][1]))


def test_without_titles_there_are_no_columns_of_titles() -> None:
    names = set(CredibilityFeatures().fit(TEXTS).get_feature_names_out())
    assert {f.name for f in FEATURES if f.where == "title"}.isdisjoint(names)
    assert names < set(NAMES)


def test_a_missing_title_is_what_was_asked_for() -> None:
    frame = pd.DataFrame({"text": TEXTS[:2], "title": ["Gone.", None]})
    column = list(NAMES).index("present_title")
    assert CredibilityFeatures(title="title").fit_transform(frame)[1, column] == 0.0
    made = CredibilityFeatures(title="title", missing=np.nan).fit_transform(frame)
    assert np.isnan(made[1, column])
    assert not np.isnan(made[0]).any()


def test_pipeline_columns_search_and_folds() -> None:
    columns = ColumnTransformer(
        [
            ("credibility", CredibilityFeatures("body", "head"), ["body", "head"]),
            ("words", TfidfVectorizer(), "body"),
            ("single", CredibilityFeatures(), "body"),
        ],
        remainder="passthrough",
    )
    pipeline = make_pipeline(columns, LogisticRegression(max_iter=1000))
    groups = np.arange(24) // 4
    folds = GroupKFold(3)
    assert cross_val_score(pipeline, FRAME, LABELS, cv=folds, groups=groups).mean() > 0.9
    assert "credibility__hedges_rate" in pipeline.fit(FRAME, LABELS)[0].get_feature_names_out()
    search = GridSearchCV(
        CredibilityClassifier(), {"strength": [1.0, 100.0], "start": ["shipped", "scratch"]},
        cv=folds, scoring="neg_log_loss", n_jobs=2,
    ).fit(TEXTS, LABELS, groups=groups)  # fmt: skip
    assert search.best_score_ > np.log(0.5)
    assert search.best_estimator_.score(TEXTS, LABELS) > 0.9


def test_the_classifier_is_the_scorer() -> None:
    made = CredibilityClassifier(strength=np.inf, prior=0.2, title="head", text="body")
    made.fit(FRAME, LABELS)
    expected = [credscore.score(b, h, 0.2).score for b, h in zip(TEXTS, FRAME["head"], strict=True)]
    assert made.predict_proba(FRAME)[:, 1].tolist() == expected
    assert made.reports(FRAME)[1].evidence
    log_odds = made.decision_function(FRAME)
    np.testing.assert_allclose(1 / (1 + np.exp(-log_odds)), expected)


def test_strength_goes_from_the_shipped_model_to_the_labels() -> None:
    shipped = np.array([credscore.score(text).score for text in TEXTS])
    upside_down = [1 - label for label in LABELS]
    weak = CredibilityClassifier(strength=1).fit(TEXTS, upside_down).predict_proba(TEXTS)[:, 1]
    firm = CredibilityClassifier(strength=1e7).fit(TEXTS, LABELS).predict_proba(TEXTS)[:, 1]
    assert np.corrcoef(firm, shipped)[0, 1] > 0.99
    assert np.log(weak[1] / weak[0]) > np.log(shipped[1] / shipped[0])


def test_a_generator_is_read_once() -> None:
    features = CredibilityFeatures().fit_transform(text for text in TEXTS)
    np.testing.assert_array_equal(features, CredibilityFeatures().fit_transform(TEXTS))
    pipeline = make_pipeline(CredibilityFeatures(), LogisticRegression())
    assert pipeline.fit((text for text in TEXTS), LABELS).predict(iter(TEXTS)).tolist() == LABELS
    classifier = CredibilityClassifier().fit((text for text in TEXTS), LABELS)
    assert classifier.predict(iter(TEXTS)).tolist() == LABELS


@pytest.mark.skipif(
    tuple(map(int, sklearn.__version__.split(".")[:2])) < (1, 9),
    reason="scikit-learn before 1.9 does not read frames of polars 2",
)
def test_frames_of_polars() -> None:
    polars = pytest.importorskip("polars", reason="needs polars")
    frame = polars.from_pandas(FRAME)
    for columns in (["body"], ["body", "head"]):
        options = {"text": "body", "title": "head" if "head" in columns else None}
        here, there = frame.select(columns), FRAME[columns]
        made = CredibilityFeatures(**options)
        np.testing.assert_array_equal(made.fit_transform(here), made.fit_transform(there))
        assert made.feature_names_in_.tolist() == columns
    np.testing.assert_array_equal(
        CredibilityFeatures().fit_transform(frame["body"]),
        CredibilityFeatures().fit_transform(TEXTS),
    )
    for asked in ("body", ["body"]):
        table = ColumnTransformer([("c", CredibilityFeatures(), asked)], remainder="drop")
        np.testing.assert_array_equal(
            table.fit_transform(frame), CredibilityFeatures().fit_transform(TEXTS)
        )
    out = CredibilityFeatures().set_output(transform="polars").fit_transform(frame["body"])
    assert isinstance(out, polars.DataFrame)
    with pytest.raises(credscore.InputTableError, match="Columns there: body, head, size"):
        CredibilityFeatures().fit(frame)
    with pytest.raises(credscore.InputError, match="row 1: text must be a str, got NoneType"):
        CredibilityFeatures().fit(polars.DataFrame({"text": ["a", None]}))
    with pytest.raises(credscore.InputError, match="Collect a lazy frame"):
        CredibilityFeatures().fit(frame.lazy())


def test_numpy_scalars_are_texts_and_numbers() -> None:
    texts = list(np.array(TEXTS))  # each a numpy.str_
    assert isinstance(texts[0], np.str_)
    options = {"strength": np.float32(30), "prior": np.float64(0.3), "n_jobs": np.int64(1)}
    made = CredibilityClassifier(**options).fit(texts, np.array(LABELS))
    plain = CredibilityClassifier(prior=0.3).fit(TEXTS, LABELS)
    np.testing.assert_array_equal(made.predict_proba(texts), plain.predict_proba(TEXTS))
    report = credscore.score(texts[0], np.str_("Head"), np.float32(0.5))
    assert report == credscore.score(TEXTS[0], "Head", 0.5)
    assert type(report.prior) is float


@pytest.mark.parametrize(("labels", "true"), [(["real", "fake"] * 12, "real"), ([2, 7] * 12, 2)])
def test_classes_of_any_name(labels: list[Any], true: Any) -> None:
    made = CredibilityClassifier(true_label=true).fit(TEXTS, labels)
    assert made.predict(TEXTS[:2]).tolist() == labels[:2]
    assert made.predict_proba(TEXTS[:1])[0, list(made.classes_).index(true)] > 0.5
    with pytest.raises(ValueError, match="true_label must say"):
        CredibilityClassifier().fit(TEXTS, labels)


@pytest.mark.parametrize(
    "false_true",
    [(False, True), (np.False_, np.True_), ("no", "yes"), (0.0, 1.0), ("FALSE", "TRUE")],
)
def test_spellings_of_booleans_need_no_true_label(false_true: tuple[Any, Any]) -> None:
    labels = [false_true[label] for label in LABELS]
    made = CredibilityClassifier().fit(TEXTS, labels)
    assert made.predict_proba(TEXTS).tolist() == (
        CredibilityClassifier().fit(TEXTS, LABELS).predict_proba(TEXTS).tolist()
    )


def test_rows_twice_are_rows_of_double_weight() -> None:
    twice = CredibilityClassifier().fit(TEXTS + TEXTS[:6], LABELS + LABELS[:6])
    weighted = CredibilityClassifier().fit(TEXTS, LABELS, [2.0] * 6 + [1.0] * 18)
    np.testing.assert_allclose(twice.predict_proba(TEXTS), weighted.predict_proba(TEXTS), atol=1e-4)


@pytest.mark.parametrize(
    ("texts", "labels", "options", "message"),
    [
        ("one text", LABELS, {}, "one str"),
        (["a", None], [0, 1], {}, "row 1: text must be a str, got NoneType"),
        (np.zeros((2, 3)), [0, 1], {}, "one column"),
        (FRAME, LABELS, {}, "Columns there: body, head, size"),
        (TEXTS, [1] * 24, {}, "two classes"),
        (TEXTS, LABELS, {"start": "here"}, "start must be one of"),
        (TEXTS, LABELS, {"prior": 1.5}, "prior"),
        (TEXTS, LABELS, {"strength": 0.0}, "strength"),
        (TEXTS, LABELS[:3], {}, "inconsistent"),
    ],
)
def test_errors_say_what_to_do(texts: Any, labels: Any, options: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=message):
        CredibilityClassifier(**options).fit(texts, labels)


@pytest.mark.parametrize("ask", ["predict", "predict_proba", "decision_function", "reports"])
def test_before_fit_nothing_is_predicted(ask: str) -> None:
    with pytest.raises(NotFittedError):
        getattr(CredibilityClassifier(), ask)(TEXTS)
