"""What is read of the totals that shared/check/measure.py prints."""

from benchmarks.quality.sealed import (
    _CORPORA,
    _CORPUS_FIELDS,
    _SOURCE_FIELDS,
    _SOURCES,
    _SPAN_FIELDS,
    _SPANS,
    rows,
)


def test_rows_of_signals_and_of_kinds() -> None:
    text = (
        "                 gold  P    R\n"
        "hedges            428 0.81 0.97 0.880 0.850 0.96\n"
        "  modal            83 0.62 0.99 0.759"
    )
    table = rows(_SPANS, _SPAN_FIELDS, text)
    assert table["hedges"]["kind_accuracy"] == 0.96
    assert table["modal"] == {"annotated": 83, "precision": 0.62, "recall": 0.99, "f1": 0.759}


def test_rows_of_sources() -> None:
    text = (
        "person          75 sources, found 0.83, of these with the right kind 0.87; "
        "8 more of this kind that attribute nothing"
    )
    assert rows(_SOURCES, _SOURCE_FIELDS, text) == {
        "person": {"sources": 75, "found": 0.83, "kind_right": 0.87, "extra": 8}
    }


def test_rows_of_corpora_and_their_mean() -> None:
    text = (
        "outlets    150 AUC 0.852 log loss 0.498 excess ECE +0.021 slope 1.35\n"
        "mean           AUC 0.723 log loss 0.636 excess ECE -0.017 slope 0.96"
    )
    table = rows(_CORPORA, _CORPUS_FIELDS, text)
    assert table["outlets"]["auc"] == 0.852
    assert table["mean"]["excess_ece"] == -0.017
