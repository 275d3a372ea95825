"""How well credscore does on texts that nobody here has read: totals of shared/check/measure.py.

    python -m benchmarks.quality.sealed

That script opens its rows itself and prints totals only; no row is seen here. TF-IDF stands beside
the model. Writes results/sealed.json.
"""

import re
import subprocess
import sys
from typing import Any

from benchmarks import SHARED, options, write_results
from benchmarks.quality.sealed_tfidf import tfidf_totals

MEASURE = SHARED / "check" / "measure.py"
_SPANS = re.compile(r"^ *(\w+) +(\d+) ([\d.]+) ([\d.]+) ([\d.]+)(?: ([\d.]+) ([\d.]+))?$", re.M)
_SPAN_FIELDS = ("annotated", "precision", "recall", "f1", "iou50_f1", "kind_accuracy")
_SOURCES = re.compile(
    r"^(\w+) +(\d+) sources, found ([\d.]+), of these with the right kind ([\d.]+); (\d+) more",
    re.M,
)
_SOURCE_FIELDS = ("sources", "found", "kind_right", "extra")
_PRECISION = re.compile(r"precision of the whole table ([\d.]+)")
_CORPORA = re.compile(
    r"^(\w+) +(?:\d+ )?AUC ([\d.]+) log loss ([\d.]+) excess ECE ([+-][\d.]+) slope ([\d.]+)", re.M
)
_CORPUS_FIELDS = ("auc", "log_loss", "excess_ece", "slope")

Table = dict[str, dict[str, float]]


def printed(what: str) -> str:
    """What measure.py prints of signals, sources or model."""
    return subprocess.run(
        [sys.executable, str(MEASURE), what], check=True, capture_output=True, text=True
    ).stdout


def rows(pattern: re.Pattern[str], fields: tuple[str, ...], text: str) -> Table:
    """The rows of a printed table by their names, as numbers.

    >>> rows(_SPANS, _SPAN_FIELDS, "hedges  428 0.81 0.97 0.880 0.850 0.96")["hedges"]["f1"]
    0.88
    """
    return {
        name: {field: float(value) for field, value in zip(fields, values, strict=True) if value}
        for name, *values in pattern.findall(text)
    }


def main() -> None:
    """Measure and write results/sealed.json."""
    options(__doc__).parse_args()
    if not MEASURE.is_file():
        sys.exit(f"{MEASURE.name} is not there: this benchmark needs the shared corpora.")
    sources = printed("sources")
    precision = _PRECISION.search(sources)
    result: dict[str, Any] = {
        "signals": rows(_SPANS, _SPAN_FIELDS, printed("signals")),
        "sources": rows(_SOURCES, _SOURCE_FIELDS, sources),
        "sources_precision": float(precision[1]) if precision else None,
        "model": rows(_CORPORA, _CORPUS_FIELDS, printed("model")),
        **{
            name: rows(_CORPORA, _CORPUS_FIELDS, totals)
            for name, totals in tfidf_totals(MEASURE).items()
        },
    }
    write_results("sealed", result, shown=True)


if __name__ == "__main__":
    main()
