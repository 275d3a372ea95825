"""One table of columns: what scores and reports say is the same, and types hold."""

from operator import attrgetter

import pandas
import polars
import pytest

import credscore
from credscore.tables import columns
from credscore.tables.columns import Column, own_columns, score_rows
from credscore.tables.parquet import own_field

SCORER = credscore.Scorer.load()
TEXTS = [
    "Insiders claim that the mayor allegedly fled. He denied it.",
    "Ann Lee, the auditor, said on 4 March that 12 ships are missing.",
    "",
    "It's a hoax: the photo does not show the harbour. " * 40,
]


def test_cells_of_scores_are_those_of_reports() -> None:
    alone = score_rows(SCORER, [*TEXTS, None], prior=0.3)  # type: ignore[list-item]
    beside = score_rows(SCORER, [*TEXTS, None], prior=0.3, evidence=True)  # type: ignore[list-item]
    assert len(beside.pop("credscore_evidence")) == len(TEXTS) + 1
    assert alone == beside
    assert alone["credscore_score"][-1] is None
    assert alone["credscore_error"][-1] == "text must be a str, got NoneType."


def test_verdicts_are_those_of_the_reports() -> None:
    texts = [*TEXTS, *(8 * text for text in TEXTS[:2])]
    told = score_rows(SCORER, texts, prior=0.3)["credscore_verdict"]
    assert told == [SCORER.score(text, prior=0.3).verdict for text in texts]
    assert len(set(told)) > 2


def test_cells_have_the_type_of_their_column() -> None:
    own = own_columns(SCORER, features=True, evidence=True)
    cells = score_rows(SCORER, TEXTS, ["He fled"] * 4, features=True, evidence=True)
    assert list(cells) == [column.name for column in own]
    for column in own:
        assert {type(cell) for cell in cells[column.name]} == {column.type}, column.name


def test_a_row_more_is_a_column_more_in_every_table(monkeypatch: pytest.MonkeyPatch) -> None:
    more = Column("credscore_denials", int, attrgetter("profile.denials"))
    monkeypatch.setattr(columns, "COLUMNS", (*columns.COLUMNS, more))
    cells = score_rows(SCORER, [TEXTS[0], None])  # type: ignore[list-item]
    assert cells["credscore_denials"] == [1, None]
    assert cells["credscore_error"] == ["", "text must be a str, got NoneType."]
    for library, kind in ((pandas, "Int64"), (polars, "Int64")):
        frame = credscore.score_frame(library.DataFrame({"text": [TEXTS[0], None]}), "text")
        assert str(frame["credscore_denials"].dtype) == kind
        assert frame["credscore_denials"].sum() == 1
    assert str(own_field(more).type) == "int64"


def test_features_are_those_of_the_reports() -> None:
    cells = score_rows(SCORER, TEXTS, features=True)
    for number, report in enumerate(SCORER.score_many(TEXTS)):
        values = {c.feature: c.value for c in report.contributions}  # type: ignore[union-attr]
        assert {name: cells[f"credscore_f_{name}"][number] for name in values} == values
