"""scikit-learn: the features as a transformer, the score as a classifier.

>>> from sklearn.linear_model import LogisticRegression
>>> from sklearn.pipeline import make_pipeline
>>> texts = ["Mayor Holm said on May 3 that 12 were hired.", "Insiders claim he allegedly fled!"]
>>> pipeline = make_pipeline(CredibilityFeatures(), LogisticRegression()).fit(texts, [1, 0])
>>> pipeline.predict(texts).tolist()
[1, 0]
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.utils.multiclass import check_classification_targets, unique_labels
from sklearn.utils.validation import check_consistent_length, check_is_fitted

from credscore.errors import InputError, InputTableError, InputValueError
from credscore.features import NAMES, of
from credscore.model import Model, default_folder, prior_log_odds
from credscore.report import Report
from credscore.scorer import Scorer
from credscore.signals import is_many
from credscore.tables import check_frame, check_names, values
from credscore.training.data.corpora import feature_rows
from credscore.training.data.labelled_files import label_of
from credscore.training.fitting.towards import START, fit_towards

Floats = npt.NDArray[np.float64]

_OF_TITLE = np.isnan(of(""))


def _columns(texts: Any, text: str, title: str | None) -> list[list[Any]]:
    """The texts, and the titles if any, of strings, a frame, or an array of one or two columns.

    A frame with one column gives that column, whatever its name.
    """
    if hasattr(type(texts), "columns"):
        names = check_frame(texts)
        wanted = names[0] if len(names) == 1 else text
        columns = [wanted] if title is None else [wanted, title]
        check_names(names, *columns, hint=" Set text= or title=.")
        return [list(values(texts, column)) for column in columns]
    if not is_many(texts):
        raise InputError(f"texts must be a sequence of str, got one {type(texts).__name__}.")
    if not isinstance(texts, np.ndarray) or texts.ndim == 1:
        return [list(texts)]
    if texts.ndim != 2 or texts.shape[1] not in (1, 2):
        raise InputTableError(
            f"an array of shape {texts.shape}: give one column (texts) or two (texts, titles)."
        )
    return texts.T.tolist()  # type: ignore[no-any-return]


class _OfTexts(BaseEstimator):  # type: ignore[misc]
    """Reads the input of both estimators: texts, or a frame with columns of texts and titles."""

    text: str
    title: str | None

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags

    def _texts_and_titles(self, X: Any) -> tuple[list[str], list[str | None]]:  # noqa: N803
        bodies, *more = _columns(X, self.text, self.title)
        for row, body in enumerate(bodies):
            if not isinstance(body, str):
                raise InputError(
                    f"row {row}: text must be a str, got {type(body).__name__}. "
                    "Drop or fill that row."
                )
        titles = more[0] if more else [None] * len(bodies)
        return bodies, [title if isinstance(title, str) and title else None for title in titles]

    def _fit_texts(self, X: Any) -> tuple[list[str], list[str | None]]:  # noqa: N803
        rows = self._texts_and_titles(X)
        self.n_features_in_ = np.shape(X)[1] if np.ndim(X) > 1 else 1
        if hasattr(X, "columns"):
            self.feature_names_in_ = np.asarray(X.columns, dtype=object)
        return rows


class CredibilityFeatures(TransformerMixin, _OfTexts):  # type: ignore[misc]
    """A transformer from texts to one column for each feature; it learns nothing from the texts.

    `text` and `title` are columns of a frame. Without a title column, features of titles are left
    out. A row without a title gets `missing` there; nan suits estimators that accept it. `n_jobs`
    is the number of processes; -1 takes one for each core, None one in all.

    >>> frame = CredibilityFeatures().set_output(transform="pandas").fit_transform(["He fled!"])
    >>> frame["sensationalism_exclamation_rate"].round(3).tolist()
    [0.443]
    """

    def __init__(
        self, text: str = "text", title: str | None = None, missing: float = 0.0,
        n_jobs: int | None = None,
    ) -> None:  # fmt: skip
        self.text, self.title, self.missing, self.n_jobs = text, title, missing, n_jobs

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        return tags

    def fit(self, X: Any, y: Any = None) -> Self:  # noqa: N803
        """Check the input; nothing is learned."""
        self._fit_texts(X)
        two_columns = not hasattr(X, "columns") and self.n_features_in_ == 2
        self.with_title_ = self.title is not None or two_columns
        return self

    def fit_transform(self, X: Any, y: Any = None) -> Floats:  # noqa: N803
        """Fit and transform in one pass, which a generator allows only once."""
        X = list(X) if isinstance(X, Iterator) else X  # noqa: N806
        return self.fit(X, y).transform(X)

    def transform(self, X: Any) -> Floats:  # noqa: N803
        """The features, shape (rows, columns), in the order of get_feature_names_out.

        Raises InputError or InputTableError if a text is no string, or a column is absent.
        """
        check_is_fitted(self, "with_title_")
        values = feature_rows(*self._texts_and_titles(X), self.n_jobs or 1)
        columns = values if self.with_title_ else values[:, ~_OF_TITLE]
        return np.where(np.isnan(columns), self.missing, columns)

    def get_feature_names_out(self, input_features: Any = None) -> npt.NDArray[np.object_]:
        """The names of the columns: those of credscore.features."""
        check_is_fitted(self, "with_title_")
        names = np.array(NAMES, dtype=object)
        return names if self.with_title_ else names[~_OF_TITLE]


class CredibilityClassifier(ClassifierMixin, _OfTexts):  # type: ignore[misc]
    """The credibility score as a classifier that is fitted to your labels.

    Weights are pulled towards those of the shipped model (start="shipped") or of another `model`
    folder, or towards 0 (start="scratch"). `strength` is the penalty on the weights of standardised
    features. With inf and start="shipped" the model is unchanged, and fit only learns the classes.
    Classes are balanced in the fit: probabilities hold at the base rate `prior`, strictly between 0
    and 1.

    `true_label` is the class of true claims. It may be omitted if the classes are 0 and 1, False
    and True, "no" and "yes" or similar. The other parameters are those of CredibilityFeatures.

    >>> texts = ["Mayor Holm said on May 3 that 12 died.", "Insiders claim he allegedly fled!"]
    >>> CredibilityClassifier(strength=30.0).fit(texts, [1, 0]).predict(texts).tolist()
    [1, 0]
    """

    def __init__(
        self, start: str = "shipped", model: str | Path | None = None, strength: float = 30.0,
        prior: float = 0.5, true_label: Any = None, text: str = "text", title: str | None = None,
        n_jobs: int | None = None,
    ) -> None:  # fmt: skip
        self.start, self.model, self.strength, self.prior = start, model, strength, prior
        self.true_label, self.text, self.title, self.n_jobs = true_label, text, title, n_jobs

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        return tags

    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:  # noqa: N803
        """Fit the weights.

        Raises InputError or InputTableError as CredibilityFeatures does, and InputValueError if a
        parameter is impossible, or the labels are not two classes.
        """
        if self.start not in START:
            raise InputValueError(f"start must be one of {', '.join(START)}, got {self.start!r}.")
        prior_log_odds(self.prior)
        rows = self._fit_texts(X)
        check_consistent_length(rows[0], y)
        check_classification_targets(y)
        self.classes_ = unique_labels(y)
        labels = (np.asarray(y) == self._true()).astype(int)
        base = Model.load(self.model or default_folder()) if self.start == "shipped" else None
        if base is not None and np.isinf(self.strength):
            self.model_ = base
        else:
            values = feature_rows(*rows, self.n_jobs or 1)
            self.model_ = fit_towards(base, values, labels, self.strength, sample_weight)
        return self

    def predict_proba(self, X: Any) -> Floats:  # noqa: N803
        """Probabilities, shape (rows, 2), in the order of classes_."""
        true = np.array([report.score for report in self.reports(X)])
        shares = [1 - true, true] if self.classes_[1] == self._true() else [true, 1 - true]
        return np.column_stack(shares)

    def decision_function(self, X: Any) -> Floats:  # noqa: N803
        """The log-odds of classes_[1], shape (rows,)."""
        log_odds = np.array([report.log_odds for report in self.reports(X)])
        return log_odds if self.classes_[1] == self._true() else -log_odds

    def predict(self, X: Any) -> npt.NDArray[Any]:  # noqa: N803
        """The likelier class of every row."""
        is_likelier = self.decision_function(X) > 0
        return np.asarray(self.classes_[is_likelier.astype(int)])

    def reports(self, X: Any) -> list[Report]:  # noqa: N803
        """The full report of every row, with evidence, contributions and interval."""
        check_is_fitted(self, "model_")
        rows = self._texts_and_titles(X)
        reports = Scorer(self.model_).score_many(*rows, self.prior, self.n_jobs or 1)
        return list(reports)  # type: ignore[arg-type]

    def _true(self) -> Any:
        classes = self.classes_.tolist()
        if len(classes) != 2:
            raise InputValueError(
                f"y must hold two classes, got {len(classes)}: {classes[:5]}. "
                "Classifier can't train when only one class is present, nor with more than two."
            )
        true, meanings = self.true_label, {label_of(label): label for label in classes}
        if true is None and meanings.keys() == {0, 1}:
            true = meanings[1]
        if true not in classes:
            raise InputValueError(
                f"true_label must say which of {classes} is true claims, got {self.true_label!r}."
            )
        return true
