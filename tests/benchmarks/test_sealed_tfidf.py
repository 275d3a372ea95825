"""TF-IDF in the place of the scorer that shared/check/measure.py calls."""

from pathlib import Path

import pandas as pd

from benchmarks.quality.accuracy import nameless
from benchmarks.quality.sealed_tfidf import TfidfScorer, printed_with

TRAIN = pd.DataFrame(
    {"text": ["the audit was published", "shocking secret, they say"] * 20,
     "label": [1, 0] * 20, "corpus": "own"}
)  # fmt: skip
MEASURE = """
def model(options):
    import credscore

    scorer = credscore.Scorer.load(options.model)
    for report in scorer.score_many(["the audit", "a shocking secret"], titles=[None, None]):
        print(report.score > 0.5)
"""


def test_the_script_scores_its_rows_with_tfidf(tmp_path: Path) -> None:
    script = tmp_path / "measure.py"
    script.write_text(MEASURE, "utf-8")
    assert printed_with(TfidfScorer(TRAIN, lambda rows: rows), script) == "True\nFalse\n"


def test_names_can_be_taken_out_of_the_texts() -> None:
    scorer = TfidfScorer(TRAIN, nameless)
    with_name, without = scorer.score_many(["the audit of Nora Vale", "the audit of"], [None, None])
    assert with_name.score == without.score
