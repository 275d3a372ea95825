"""What a model must beat: TF-IDF with a logistic regression."""

import numpy as np
import pandas as pd

from credscore.signals import Floats
from credscore.training.data.weights import row_weights


def tfidf_scores(train: pd.DataFrame, test: pd.DataFrame) -> Floats:
    """Probabilities for `test` of TF-IDF over words with logistic regression, fitted to `train`.

    The rows weigh as they do for credscore's own model. Frames have columns text, label, corpus.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    few = min(3, 1 + len(train) // 100)
    vectors = TfidfVectorizer(min_df=few, max_features=30_000, sublinear_tf=True)
    model = LogisticRegression(C=1.0, max_iter=500)
    model.fit(
        vectors.fit_transform(train["text"]), train["label"], sample_weight=row_weights(train)
    )
    return np.asarray(model.predict_proba(vectors.transform(test["text"]))[:, 1], float)
