"""Claims in frames and files: one row a claim, nothing lost, whatever the order of rows."""

from pathlib import Path

import pandas as pd
import pytest

import credscore
from credscore import Article, score_claim, score_claims
from credscore.pooling import ClaimColumns, loaded, score_claim_file
from credscore.tables import InputOptions
from tests.pooling.stories import FERRY, MAYOR, OTHER

NAMES = {"title": "headline", "source": "outlet", "date": "day"}


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    claims = ["The ferry sank"] * len(FERRY) + ["The mayor resigns"] * len(MAYOR) + [None, " "]
    articles = [*FERRY, *MAYOR, OTHER, OTHER]
    rows = [(claim, one.text, one.title, one.source, one.date)
            for claim, one in zip(claims, articles, strict=True)]  # fmt: skip
    return pd.DataFrame(rows, columns=["claim", "text", *NAMES.values()])


def test_one_row_for_each_claim(frame: pd.DataFrame) -> None:
    table = score_claims(frame, **NAMES)
    assert table["claim"].tolist() == ["The ferry sank", "The mayor resigns", ""]
    assert table["articles"].tolist() == [3, 1, 2]
    assert table["articles"].sum() == len(frame)
    first = score_claim(FERRY)
    assert table.loc[0, ["score", "low", "high"]].tolist() == [first.score, *first.interval]
    assert table.loc[0, "first_denial"] == "2026-03-01"
    assert table.loc[2, "verdict"].startswith("No score: these articles name no claim")
    assert table.loc[2, ["score", "low", "high"]].isna().all()
    assert not table.loc[2, "reliable"]


def test_rows_in_any_order_give_the_same_table(frame: pd.DataFrame) -> None:
    table = score_claims(frame, **NAMES).to_csv()
    for seed in range(3):
        assert score_claims(frame.sample(frac=1, random_state=seed), **NAMES).to_csv() == table


def test_polars_and_several_processes_give_the_same(frame: pd.DataFrame) -> None:
    polars = pytest.importorskip("polars")
    table = score_claims(frame, **NAMES).to_csv()
    assert score_claims(polars.DataFrame(frame), **NAMES).to_csv() == table
    assert score_claims(frame, **NAMES, n_jobs=2).to_csv() == table


def test_without_claims_articles_are_grouped(frame: pd.DataFrame) -> None:
    table = score_claims(frame.drop(columns="claim"), claim=None, **NAMES)
    assert table["articles"].sum() == len(frame)
    assert table["claim"].tolist()[0] == FERRY[0].title
    assert table["articles"].tolist()[0] >= 3
    assert "Mayor to resign" in table["claim"].tolist()


@pytest.mark.parametrize("column", ["claim", "outlet"])
def test_a_missing_column_is_told(frame: pd.DataFrame, column: str) -> None:
    with pytest.raises(credscore.InputTableError, match=column):
        score_claims(frame.drop(columns=column), **NAMES)


def test_no_rows_give_no_claims() -> None:
    assert score_claims(pd.DataFrame({"claim": [], "text": []})).empty


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_a_file_gives_what_a_frame_gives(tmp_path: Path, frame: pd.DataFrame, ending: str) -> None:
    path = tmp_path / f"articles.{ending}"
    if ending == "csv":
        frame.to_csv(path, index=False)
    elif ending == "jsonl":
        frame.to_json(path, orient="records", lines=True)
    else:
        frame.to_parquet(path)
    columns = ClaimColumns("claim", "text", *NAMES.values())
    options = InputOptions("text", "headline")
    reports = score_claim_file(path, columns, *loaded(None), options)
    assert [report.claim for report in reports] == ["The ferry sank", "The mayor resigns", None]
    assert reports[0] == score_claim(FERRY, claim="The ferry sank")


def test_one_claim_however_its_letters_are_kept(frame: pd.DataFrame) -> None:
    names = ["Caf\u00e9  shut", " Cafe\u0301 shut", "Caf\u00e9\u00a0shut\n"]
    table = score_claims(frame.iloc[:3].assign(claim=names))
    assert table["claim"].tolist() == ["Caf\u00e9 shut"]


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA])
def test_a_missing_outlet_is_no_outlet(frame: pd.DataFrame, missing: object) -> None:
    """Also where a frame's row was made an article by hand."""
    apart = [Article(one.text, missing, missing, missing) for one in (*MAYOR, OTHER)]
    report = score_claim(apart)
    assert report.reports == 2
    assert {(one.source, one.date, one.error) for one in report.members} == {(None, None, None)}


def test_wrong_options_are_told(frame: pd.DataFrame) -> None:
    with pytest.raises(TypeError, match="njobs"):
        score_claims(frame, njobs=2)
    with pytest.raises(credscore.InputValueError, match="n_jobs must be 1 or more"):
        score_claims(frame, n_jobs=0)
    with pytest.raises(credscore.InputError, match="n_jobs must be an int"):
        score_claims(frame, n_jobs="two")


def test_the_column_of_claims_has_a_name_of_its_own(frame: pd.DataFrame) -> None:
    with pytest.raises(credscore.InputTableError, match=r"called 'score'.* Rename it"):
        score_claims(frame.rename(columns={"claim": "score"}), claim="score")


def test_a_claim_is_one_whatever_the_type_of_its_name(frame: pd.DataFrame) -> None:
    rows = frame.head(3).assign(claim=[b"The ferry sank", "The ferry sank", "The ferry  sank"])
    assert score_claims(rows)["claim"].tolist() == ["The ferry sank"]
    rows["claim"] = pd.Series([1.0, 1, "1"], dtype=object).to_numpy()
    assert score_claims(rows)["claim"].tolist() == ["1"]
