"""Awkward texts through tables, sources, commands and estimators; docs/assurance/robustness.md."""

import csv
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from typer.testing import CliRunner, Result

import credscore
from credscore import Scorer, score_sources
from credscore.cli.command_line import app
from credscore.features import NAMES, of
from credscore.integrations.sklearn import CredibilityClassifier, CredibilityFeatures
from tests.inputs.awkward import LARGE, SMALL

SCORER = Scorer.load()
LONG = {f"{name}, long": build(2_000) for name, build in LARGE.items()}
TEXTS = SMALL | LONG
ROWS = ["articles", "debunks", "copies", "failed"]


def invoke(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def is_encodable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def test_score_many_of_everything_agrees_with_each_alone() -> None:
    results = SCORER.score_many(TEXTS.values(), reversed(list(TEXTS.values())))
    for text, title, result in zip(
        TEXTS.values(), reversed(list(TEXTS.values())), results, strict=True
    ):
        assert result == SCORER.score(text, title)


def test_scores_without_reports() -> None:
    for text, result in zip(TEXTS.values(), SCORER.scores(TEXTS.values()), strict=True):
        assert not isinstance(result, credscore.Failure)
        assert result.score == SCORER.score(text).score


def test_sources_of_a_frame() -> None:
    frame = pd.DataFrame({"publisher": list(TEXTS), "text": list(TEXTS.values())}, dtype=object)
    by_name = score_sources(frame, title="text")
    assert by_name[ROWS].to_numpy().sum() == len(TEXTS)
    assert np.isfinite(by_name["score"].astype(float)).any()
    named = frame.assign(publisher=frame["text"])  # awkward as names of outlets
    assert score_sources(named)[ROWS].to_numpy().sum() == len(TEXTS)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CSV file of all texts that CSV can hold; `publisher` is as awkward as the text."""
    path = tmp_path_factory.mktemp("table") / "in.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["name", "publisher", "text"])
        writer.writerows([name, text[:200], text] for name, text in in_csv().items())
    return path


def in_csv() -> dict[str, str]:
    return {n: t for n, t in TEXTS.items() if is_encodable(t) and "\r" not in t and "\0" not in t}


@pytest.mark.parametrize("extra", [["--features", "--evidence"], ["--title-column", "publisher"]])
def test_the_batch_command(extra: list[str], table: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert invoke("batch", str(table), str(target), *extra).exit_code == 0
    csv.field_size_limit(10_000_000)
    with target.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["name"] for row in rows] == list(in_csv())
    titled = "--title-column" in extra
    for row, text in zip(rows, in_csv().values(), strict=True):
        assert row["credscore_error"] == ""
        title = (text[:200] or None) if titled else None
        assert float(row["credscore_score"]) == SCORER.score(text, title).score


def test_the_batch_command_to_other_formats(table: Path, tmp_path: Path) -> None:
    for kind in ("jsonl", "parquet"):
        target = tmp_path / f"out.{kind}"
        assert invoke("batch", str(table), str(target)).exit_code == 0
        scored = pd.read_json(target, lines=True) if kind == "jsonl" else pd.read_parquet(target)
        assert len(scored) == len(in_csv())


def test_the_sources_command(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "sources.csv"
    for column in ("name", "publisher"):
        done = invoke("sources", str(table), str(target), "--source-column", column)
        assert done.exit_code == 0
        found = pd.read_csv(target, keep_default_na=False)
        assert found[ROWS].to_numpy().sum() == len(in_csv())
    printed = invoke("sources", str(table), "-", "--source-column", "publisher")
    assert printed.exit_code == 0
    assert "\x1b]" not in printed.stdout


@pytest.mark.parametrize("name", [*list(SMALL)[::6], *list(LONG)[::4]])
def test_the_sourcing_command(name: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXTS[name].encode("utf-8", "surrogatepass"))
    told, shown = invoke("sourcing", str(path), "--json"), invoke("sourcing", str(path))
    assert told.exit_code == shown.exit_code
    assert told.exit_code in (0, 2)
    if told.exit_code:
        assert told.output.startswith("credscore: ")
        assert told.output.count("\n") == 1
    else:
        answer: dict[str, Any] = json.loads(told.stdout)
        assert answer["attributions"] is not None
        assert "\x1b]" not in shown.stdout


def test_the_features_of_scikit_learn() -> None:
    frame = pd.DataFrame({"text": TEXTS.values(), "title": TEXTS.values()}, dtype=object)
    found = CredibilityFeatures(title="title", missing=math.nan).fit_transform(frame)
    expected = [of(text, text or None) for text in TEXTS.values()]
    np.testing.assert_array_equal(found, expected)
    assert found.shape == (len(TEXTS), len(NAMES))


def test_the_classifier_of_scikit_learn() -> None:
    texts = list(TEXTS.values())[::4]
    labels = [number % 2 for number in range(len(texts))]
    fitted = clone(CredibilityClassifier()).fit(texts, labels)
    found = fitted.predict_proba(texts)
    assert np.isfinite(found).all()
    np.testing.assert_allclose(found.sum(axis=1), 1)


@pytest.mark.parametrize("value", [None, math.nan, 1, b"text", ["text"], {}])
def test_what_is_no_text_is_refused_or_marked(value: object) -> None:
    frame = pd.DataFrame({"publisher": ["a", "b"], "text": ["It sank.", value]}, dtype=object)
    scored = credscore.score_frame(frame)
    assert [bool(error) for error in scored["credscore_error"]] == [False, True]
    assert score_sources(frame)["failed"].sum() == 1
    with pytest.raises((credscore.InputError, credscore.InputTableError, ValueError)):
        CredibilityFeatures().fit_transform(["It sank.", value])
