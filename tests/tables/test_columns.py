"""One table of columns: what scores and reports say is the same, and types hold."""

import inspect

import credscore
from credscore.tables import columns as module
from credscore.tables.columns import own_columns, score_rows

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
    columns = own_columns(SCORER, features=True, evidence=True)
    cells = score_rows(SCORER, TEXTS, ["He fled"] * 4, features=True, evidence=True)
    assert list(cells) == [column.name for column in columns]
    for column in columns:
        assert {type(cell) for cell in cells[column.name]} == {column.type}, column.name


def test_a_row_at_the_end_of_columns_is_a_column_more() -> None:
    last = 'Column(ERROR_COLUMN, str, lambda score: ""),'
    more = 'Column("credscore_prior", float, attrgetter("prior")),'
    source = inspect.getsource(module)
    assert source.count(last) == 1
    space: dict[str, object] = {"__name__": module.__name__}
    exec(source.replace(last, last + more), space)
    cells = space["score_rows"](SCORER, ["It sank.", None])  # type: ignore[operator]
    assert list(cells)[-2:] == ["credscore_error", "credscore_prior"]
    assert cells["credscore_prior"] == [0.5, None]
    assert cells["credscore_error"] == ["", "text must be a str, got NoneType."]


def test_features_are_those_of_the_reports() -> None:
    cells = score_rows(SCORER, TEXTS, features=True)
    for number, report in enumerate(SCORER.score_many(TEXTS)):
        values = {c.feature: c.value for c in report.contributions}  # type: ignore[union-attr]
        assert {name: cells[f"credscore_f_{name}"][number] for name in values} == values
