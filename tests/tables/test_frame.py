"""Frames: index kept, input unchanged, missing values marked."""

import pandas as pd
import pytest

import credscore
from credscore.model import default_folder
from credscore.tables import COLUMNS

SCORE_COLUMNS = [column.name for column in COLUMNS]


def test_index_and_missing_values() -> None:
    df = pd.DataFrame(
        {"text": ["A source claims he fled.", None, float("nan"), pd.NA, 5, "He denied it."]},
        index=list("abcdef"),
    )
    before = df.copy()
    result = credscore.score_frame(df)
    pd.testing.assert_frame_equal(df, before)
    assert list(result.index) == list("abcdef")
    assert list(result["credscore_score"].isna()) == [False, True, True, True, True, False]
    assert list(result["credscore_error"] != "") == [False, True, True, True, True, False]
    assert result["credscore_score"]["a"] == credscore.score(df["text"]["a"]).score


@pytest.mark.parametrize("dtype", ["string", "object"])
def test_string_types_and_titles(dtype: str) -> None:
    df = pd.DataFrame({"t": ["He fled.", "He fled."], "h": ["Rumors swirl!", None]}, dtype=dtype)
    scores = credscore.score_frame(df, "t", title="h")["credscore_score"]
    assert scores[0] == credscore.score("He fled.", "Rumors swirl!").score
    assert scores[1] == credscore.score("He fled.").score


def test_empty_frame_and_missing_column() -> None:
    assert len(credscore.score_frame(pd.DataFrame({"text": []}))) == 0
    with pytest.raises(credscore.InputTableError, match="Columns there: body"):
        credscore.score_frame(pd.DataFrame({"body": []}))
    with pytest.raises(credscore.InputError, match="DataFrame"):
        credscore.score_frame([1])  # type: ignore[arg-type]


def test_no_column_of_texts_is_told() -> None:
    df = pd.DataFrame({"text": ["It sank."], "by": ["A"], "claim": ["c"]})
    for ask in (
        lambda: credscore.score_frame(df, text=None),  # type: ignore[type-var]
        lambda: credscore.score_sources(df, source=None),  # type: ignore[arg-type]
        lambda: credscore.score_claims(df, claim="claim", text=None),  # type: ignore[arg-type]
    ):
        with pytest.raises(credscore.InputError, match="must be named, got None"):
            ask()


def test_what_is_no_name_of_a_column_is_told() -> None:
    df = pd.DataFrame({"text": ["It sank."]})
    for name in (pd.NA, pd.Series(["text"]), ["text"]):
        for column in ("text", "title"):
            with pytest.raises(credscore.InputError, match="must be named, got"):
                credscore.score_frame(df, **{column: name})


def test_a_column_may_be_called_0() -> None:
    text, claim = "The mayor fled, insiders claim. Her office denied it.", "The mayor has fled"
    df = pd.DataFrame([[claim, text], [claim, text]])
    (score, _) = credscore.score_frame(df, text=1, title=0)["credscore_score"]
    assert score == credscore.score(text, claim).score != credscore.score(text).score
    table = credscore.score_claims(df, claim=0, text=1)  # type: ignore[arg-type]
    assert table[0].tolist() == [claim]


def test_an_unknown_argument_is_told_by_its_name() -> None:
    with pytest.raises(credscore.InputError, match=r"no argument 'foo'\. Columns are added by"):
        credscore.score_frame(pd.DataFrame({"text": []}), foo=1)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("name", "meant"), [("text_column", "text="), ("text_col", "text="), ("title_column", "title=")]
)
def test_a_column_named_as_on_the_command_line_is_told_by_its_argument(
    name: str, meant: str
) -> None:
    with pytest.raises(credscore.InputError, match=f"no argument '{name}'.* with {meant}\\."):
        credscore.score_frame(pd.DataFrame({"body": []}), **{name: "body"})  # type: ignore[arg-type]


def test_own_columns_come_first_and_ours_are_not_overwritten_unasked() -> None:
    df = pd.DataFrame({"text": ["He fled."], "id": [7]}, index=["a"])
    once = credscore.score_frame(df)
    assert list(once.columns) == ["text", "id", *SCORE_COLUMNS]
    assert once.loc["a", "id"] == 7
    with pytest.raises(credscore.InputTableError, match="overwrite"):
        credscore.score_frame(once)
    pd.testing.assert_frame_equal(credscore.score_frame(once, overwrite=True), once)


def test_an_index_with_repeats_and_a_column_twice() -> None:
    df = pd.DataFrame({"text": ["He fled.", "She left."]}, index=["a", "a"])
    assert list(credscore.score_frame(df).index) == ["a", "a"]
    twice = pd.DataFrame([["a", "b"]], columns=["text", "text"])
    with pytest.raises(credscore.InputTableError, match="two columns"):
        credscore.score_frame(twice)


@pytest.mark.parametrize("dtype", ["string[python]", "string[pyarrow]", "str", "category"])
def test_pandas_own_string_types(dtype: str) -> None:
    pytest.importorskip("pyarrow")
    texts = ["A source claims he fled.", None, "He denied it."]
    df = pd.DataFrame({"text": pd.Series(texts, index=[7, 7, 9], dtype=dtype)})
    result = credscore.score_frame(df)
    assert list(result.index) == [7, 7, 9]
    assert result["text"].dtype == df["text"].dtype
    assert result["credscore_score"].iloc[2] == credscore.score("He denied it.").score
    assert list(result["credscore_error"] != "") == [False, True, False]


def test_arrow_and_numeric_columns() -> None:
    pa = pytest.importorskip("pyarrow")
    arrow = pd.Series(["He fled.", None], dtype=pd.ArrowDtype(pa.string()))
    result = credscore.score_frame(pd.DataFrame({"text": arrow}))
    assert list(result["credscore_error"] != "") == [False, True]
    numbers = credscore.score_frame(pd.DataFrame({"text": [1.5, float("nan")]}))
    assert numbers["credscore_score"].isna().all()
    assert numbers["credscore_score"].dtype == "float64"
    assert (numbers["credscore_error"] != "").all()


def test_polars_in_polars_out() -> None:
    pl = pytest.importorskip("polars")
    df = pl.DataFrame({"text": ["A source claims he fled.", None], "id": [1, 2]})
    result = credscore.score_frame(df, features=True)
    assert result.columns[:2] == ["text", "id"]
    assert df.columns == ["text", "id"]
    assert result["credscore_score"].to_list() == [
        credscore.score("A source claims he fled.").score,
        None,
    ]
    assert result["credscore_reliable"].dtype == pl.Boolean
    assert result["credscore_f_hedges_lead"].dtype == pl.Float64
    with pytest.raises(credscore.InputTableError, match="overwrite"):
        credscore.score_frame(result)
    assert credscore.score_frame(result.drop("id"), overwrite=True).columns[0] == "text"
    with pytest.raises(credscore.InputError, match="LazyFrame"):
        credscore.score_frame(df.lazy())


def test_features_and_evidence_as_columns() -> None:
    df = pd.DataFrame({"text": ["He allegedly fled.", None]})
    result = credscore.score_frame(df, features=True, evidence=True)
    assert result["credscore_f_hedges_lead"].iloc[0] > 0
    assert result["credscore_f_hedges_lead"].dtype == "float64"
    assert "allegedly" in result["credscore_evidence"].iloc[0]


ODD = ["He fled.", None, float("nan"), b"He fled.", 7, ["He fled."], "", "\ud800 fled"]


def test_whatever_an_object_column_holds_has_its_row() -> None:
    df = pd.DataFrame({"text": pd.Series(ODD, dtype=object)})
    result = credscore.score_frame(df)
    assert list(result["credscore_error"] != "") == [False] + [True] * 5 + [False] * 2
    assert list(result["credscore_error"])[1:6] == [
        f"text must be a str, got {kind}.{more}"
        for kind, more in [
            ("NoneType", ""), ("NoneType", ""), ("bytes", " Decode bytes first."), ("int", ""),
            ("list", ""),
        ]
    ]  # fmt: skip
    assert list(result["credscore_reliable"].isna()) == list(result["credscore_error"] != "")


def test_types_do_not_depend_on_the_rows() -> None:
    frames = [
        pd.DataFrame({"text": pd.Series(texts, dtype=object)})
        for texts in ([], [None], ["He fled."], ["He fled.", None])
    ]
    for options in ({}, {"features": True, "evidence": True}):
        types = [credscore.score_frame(df, **options).dtypes for df in frames]
        for other in types[1:]:
            pd.testing.assert_series_equal(types[0], other)
        assert types[0]["credscore_reliable"] == "boolean"


def test_an_index_of_levels_repeats_and_names_is_kept() -> None:
    index = pd.MultiIndex.from_tuples([("a", 2), ("a", 2), ("b", 1)], names=["outlet", "day"])
    df = pd.DataFrame({"text": ["He fled.", "She left.", None], 0: [1, 2, 3]}, index=index)
    before = df.copy(deep=True)
    result = credscore.score_frame(df)
    pd.testing.assert_index_equal(result.index, index)
    pd.testing.assert_frame_equal(result[["text", 0]], before)
    result.loc[("b", 1), "text"] = "changed"
    pd.testing.assert_frame_equal(df, before)


def test_other_columns_may_stand_twice_and_have_any_name() -> None:
    df = pd.DataFrame([["He fled.", 1, 2]], columns=[0, "x", "x"])
    result = credscore.score_frame(df, 0)  # type: ignore[arg-type]
    assert list(result.columns) == [0, "x", "x", *SCORE_COLUMNS]
    assert result.iloc[0, 1:3].tolist() == [1, 2]


def test_a_model_is_a_folder_or_a_scorer() -> None:
    df = pd.DataFrame({"text": ["A source claims he fled."]})
    for model in (credscore.Scorer.load(), default_folder()):
        pd.testing.assert_frame_equal(
            credscore.score_frame(df, model=model), credscore.score_frame(df)
        )


def test_several_processes_give_the_same_frame() -> None:
    df = pd.DataFrame({"text": [f"Insiders claim {n} times he fled." for n in range(70)] + [None]})
    pd.testing.assert_frame_equal(credscore.score_frame(df, n_jobs=2), credscore.score_frame(df))


def test_a_frame_that_holds_no_text_at_all() -> None:
    scored = credscore.score_frame(pd.DataFrame({"text": [None, 5]}))
    assert scored["credscore_score"].isna().all()
    assert scored["credscore_error"].tolist() == [
        "text must be a str, got NoneType.", "text must be a str, got float."
    ]  # fmt: skip


class Name(str):
    """The name of a column, which counts how often any of them is compared."""

    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Name.compared += 1
        return str.__eq__(self, other)


def test_work_is_in_proportion_to_the_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Name, "compared", 0)
    columns = 2_000
    df = pd.DataFrame([[1] * columns], columns=[Name(f"c{n}") for n in range(columns)])
    df = df.assign(text="He fled.", credscore_score=1.0)
    assert len(credscore.score_frame(df, overwrite=True).columns) == columns + 1 + len(COLUMNS)
    assert Name.compared < 40 * columns  # a search in a list takes millions
