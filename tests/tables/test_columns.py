"""One table of columns: what the scores of a block say, a report says, and types hold."""

import credscore
from credscore.scorer import judge_rows
from credscore.tables.columns import COLUMNS, own_columns, score_rows

SCORER = credscore.Scorer.load()
TEXTS = [
    "Insiders claim that the mayor allegedly fled. He denied it.",
    "Ann Lee, the auditor, said on 4 March that 12 ships are missing.",
    "",
    "It's a hoax: the photo does not show the harbour. " * 40,
]


def test_cells_of_blocks_are_those_of_reports() -> None:
    ((judged, failures),) = judge_rows(SCORER, TEXTS, None, 0.3, 1)
    assert judged
    assert not failures
    reports = list(SCORER.score_many(TEXTS, prior=0.3))
    for column in COLUMNS:
        assert column.of_block
        assert column.of_report
        of_reports = [column.of_report(report) for report in reports]
        assert [*column.of_block(judged)] == of_reports, column.name


def test_cells_have_the_type_of_their_column() -> None:
    columns = own_columns(SCORER, features=True, evidence=True)
    cells = score_rows(SCORER, TEXTS, ["He fled"] * 4, features=True, evidence=True)
    assert list(cells) == [column.name for column in columns]
    for column in columns:
        assert {type(cell) for cell in cells[column.name]} == {column.type}, column.name


def test_features_are_those_of_the_reports() -> None:
    cells = score_rows(SCORER, TEXTS, features=True)
    for number, report in enumerate(SCORER.score_many(TEXTS)):
        values = {c.feature: c.value for c in report.contributions}  # type: ignore[union-attr]
        assert {name: cells[f"credscore_f_{name}"][number] for name in values} == values
