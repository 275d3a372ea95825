"""What else reads articles, each as a function of a list of texts; who is missing, and why."""

import io
import itertools
import re
from collections.abc import Callable
from importlib.util import find_spec

Reader = Callable[[list[str]], object]

WORDS = re.compile(r"\w+")
DENY_LIST = ["allegedly", "reportedly", "may", "might", "could", "apparently", "perhaps", "sources",
             "insiders", "officials", "denied", "unverified", "unconfirmed", "claims"]  # fmt: skip
FAST = frozenset({"pandas read_csv + to_csv", "TF-IDF + LR"})
SLOW = 60
"""All but the fast ones read this many texts."""


def peers(texts: list[str]) -> tuple[dict[str, Reader], dict[str, str]]:
    """The readers that are installed, and the reason why the others are left out."""
    readers: dict[str, Reader] = {"pandas read_csv + to_csv": _csv, "TF-IDF + LR": _tfidf(texts)}
    missing: dict[str, str] = {}
    for name, (package, make, reason) in _OPTIONAL.items():
        if find_spec(package) is None:
            missing[name] = f"{package} is not installed: {reason}"
            continue
        try:
            reader = make()
            reader(texts[:1])
        except Exception as error:
            missing[name] = f"{package} fails: {str(error).strip().splitlines()[0]}"
        else:
            readers[name] = reader
    return readers, missing


def _csv(texts: list[str]) -> object:
    import pandas as pd

    written = pd.DataFrame({"text": texts}).to_csv(index=False)
    return pd.read_csv(io.StringIO(written))


def _tfidf(texts: list[str]) -> Reader:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = TfidfVectorizer()
    classifier = LogisticRegression()
    classifier.fit(vectorizer.fit_transform(texts), [number % 2 for number in range(len(texts))])
    return lambda batch: classifier.predict_proba(vectorizer.transform(batch))


def _textstat() -> Reader:
    import textstat

    indices = (textstat.automated_readability_index, textstat.coleman_liau_index, textstat.lix)
    turn = itertools.count()  # it keeps texts that it has seen: each is a new one here
    return lambda batch: [
        index(text) for text in (f"{text} {next(turn)}" for text in batch) for index in indices
    ]


def _vader() -> Reader:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    sentiment = SentimentIntensityAnalyzer()
    return lambda batch: [sentiment.polarity_scores(text) for text in batch]


def _presidio() -> Reader:
    from presidio_analyzer import PatternRecognizer

    recognizer = PatternRecognizer(supported_entity="CUE", deny_list=DENY_LIST)
    return lambda batch: [
        [result.analysis_explanation for result in recognizer.analyze(text, ["CUE"], None)]
        for text in batch
    ]


def _nela() -> Reader:
    from nela_features.nela_features import NELAFeatureExtractor

    extractor = NELAFeatureExtractor()
    return lambda batch: [extractor.extract_bias(text) for text in batch]


_EXTRA = "pip install '.[bench]'"
_OPTIONAL: dict[str, tuple[str, Callable[[], Reader], str]] = {
    "textstat, three indices": ("textstat", _textstat, _EXTRA),
    "VADER": ("vaderSentiment", _vader, _EXTRA),
    "presidio deny list, explained": ("presidio_analyzer", _presidio, _EXTRA),
    "NELA bias features": (
        "nela_features",
        _nela,
        "its last release is of 2020 and it loads data of NLTK from the network, so that it is no "
        "part of the extra",
    ),
}
