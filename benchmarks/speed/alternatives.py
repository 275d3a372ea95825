"""How fast alternatives read the same texts, in one run; what each of them gives.

    python -m benchmarks.speed.alternatives      (needs `pip install -e '.[bench]'`)

Medians of several rounds on texts written here, each as a ratio to re.findall(r"\\w+") in the same
round. Writes results/alternatives.json.
"""

import re
import statistics
import time
from collections.abc import Callable

from benchmarks import options, write_results
from credscore import Scorer, extract
from credscore.lexicon import shipped
from tests.inputs.swaps import pairs

ROUNDS = 5


def texts() -> list[str]:
    """Some two hundred articles of about 2 KB, put together from sentences written here."""
    parts = [pair.first[0] for pair in pairs(800, seed=9)]
    return ["\n\n".join(parts[start : start + 4]) for start in range(0, len(parts), 4)]


def methods(sample: list[str]) -> dict[str, tuple[Callable[[str], object], str]]:
    """Every method as a function of one text, and what it gives."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    word = re.compile(r"\w+")
    vectorizer = TfidfVectorizer(ngram_range=(1, 2))
    features = vectorizer.fit_transform(sample)
    classifier = LogisticRegression().fit(features, [n % 2 for n in range(len(sample))])
    hedges = [word for words in shipped().files["hedges"].classes.values() for word in words]
    stems = sorted({re.escape(word.strip("~%")) for word in hedges}, key=len, reverse=True)
    alternation = re.compile(rf"\b(?:{'|'.join(stems)})\w*", re.IGNORECASE)
    sentiment = SentimentIntensityAnalyzer()
    scorer = Scorer.load()
    return {
        "ref: re.findall(r'\\w+')": (word.findall, "words"),
        "credscore.score": (scorer.score, "calibrated score, exact explanation, evidence, profile"),
        "credscore.extract": (extract, "evidence with offsets"),
        "TF-IDF and logistic regression": (
            lambda text: classifier.predict_proba(vectorizer.transform([text])),
            "a score from the words themselves, topics and outlets among them",
        ),
        "regular expression of hedges": (
            lambda text: list(alternation.finditer(text)), "cues without context, one signal"),
        "vaderSentiment": (sentiment.polarity_scores, "sentiment"),
    }  # fmt: skip


def main() -> None:
    """Measure, print and write."""
    options(__doc__).parse_args()
    sample = texts()
    megabytes = sum(len(text.encode()) for text in sample) / 1e6
    readers = methods(sample)
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for round_number in range(ROUNDS + 1):
        for name, (read, _) in readers.items():
            begin = time.perf_counter()
            for text in sample:
                read(text)
            if round_number:
                seconds[name].append(time.perf_counter() - begin)
    ref = seconds[next(iter(readers))]
    figures = {
        name: {
            "times_ref": statistics.median(r / t for r, t in zip(ref, took, strict=True)),
            "megabytes_per_second": megabytes / statistics.median(took),
            "gives": readers[name][1],
        }
        for name, took in seconds.items()
    }
    for name, row in figures.items():
        print(f"{name:35} {row['times_ref']:.4f} x ref  {row['megabytes_per_second']:.3f} MB/s")
    result = {"texts": len(sample), "megabytes": round(megabytes, 3), "methods": figures}
    write_results("alternatives", result)


if __name__ == "__main__":
    main()
