"""Awkward texts through every entry point: a report or a clear error, offsets exact, sums exact."""

import csv
import json
import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from credscore import Failure, InputError, Report, Scorer, attributions, extract, score_frame
from credscore.batch.job import Options, run
from credscore.cli.command_line import app
from credscore.report import CAVEATS
from tests.inputs.awkward import ARTICLE, LARGE, SMALL

SCORER = Scorer.load()


def is_encodable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def check(text: str, title: str | None = None) -> Report:
    """Score, and hold the report to everything that api.md promises."""
    report = SCORER.score(text, title)
    low, high = report.interval
    assert 0 <= low <= report.score <= high <= 1
    assert math.isfinite(report.log_odds)
    total = report.base_log_odds + sum(c.log_odds for c in report.contributions)
    assert total == pytest.approx(report.log_odds, abs=1e-9)
    assert report.score == pytest.approx(1 / (1 + math.exp(-report.log_odds)), abs=1e-12)
    last = (False, -1)
    for item in report.evidence:
        source = title if item.in_title else text
        assert source is not None
        assert source[item.start : item.end] == item.quote != ""
        place = (not item.in_title, item.start)
        assert place >= last, "evidence in text order, the title's first"
        last = place
    for contribution in report.contributions:
        assert all(0 <= index < len(report.evidence) for index in contribution.evidence)
    assert set(report.caveats) <= set(CAVEATS)
    assert report.summary()
    assert extract(text, title) == report.evidence
    for found in attributions(text, title):
        source = title if found.in_title else text
        assert source is not None
        assert source[found.start : found.end] == found.source != ""
    return report


def test_the_suite_is_large() -> None:
    assert len(SMALL) >= 200


@pytest.mark.parametrize("name", SMALL)
def test_as_text_as_title_and_as_both(name: str) -> None:
    text = SMALL[name]
    check(text)
    check(ARTICLE, text)
    check(text, text)


@pytest.mark.parametrize("name", LARGE)
def test_long_texts(name: str) -> None:
    check(LARGE[name](40_000))
    check(ARTICLE, LARGE[name](4_000))


@pytest.mark.parametrize("name", ["one letter", "straight quotation marks", "may", "denied"])
def test_ten_million_characters(name: str) -> None:
    report = SCORER.score(LARGE[name](10_000_000))
    assert "truncated" in report.caveats
    assert not report.reliable


@pytest.mark.parametrize("name", [n for n, text in SMALL.items() if is_encodable(text)])
def test_json_there_and_back(name: str) -> None:
    report = SCORER.score(SMALL[name], SMALL[name])
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_json_of_a_lone_surrogate() -> None:
    SCORER.score("The firm denied \ud800the reports.").model_dump_json()


def test_many_at_once() -> None:
    results = list(SCORER.score_many(SMALL.values(), SMALL.values()))
    assert len(results) == len(SMALL)
    for text, result in zip(SMALL.values(), results, strict=True):
        assert result == SCORER.score(text, text)


def test_a_frame() -> None:
    frame = pd.DataFrame({"text": SMALL}, dtype=object)
    scored = score_frame(frame, title="text")
    assert list(scored.index) == list(SMALL)
    assert (scored["credscore_error"] == "").all()
    for name, text in SMALL.items():
        assert scored.loc[name, "credscore_score"] == SCORER.score(text, text).score


def through_a_file(tmp_path: Path, kind: str, texts: dict[str, str]) -> list[dict[str, Any]]:
    """The output rows of a batch of `texts`; every row but the marked ones has its score."""
    source, target = tmp_path / f"in.{kind}", tmp_path / f"out.{kind}"
    with source.open("w", encoding="utf-8", newline="") as stream:
        if kind == "csv":
            csv.writer(stream).writerows([["name", "text"], *texts.items()])
        else:
            stream.writelines(json.dumps({"name": n, "text": t}) + "\n" for n, t in texts.items())
    summary = run(source, target, SCORER, Options(evidence=True))
    assert summary.rows == len(texts)
    with target.open(encoding="utf-8", newline="") as stream:
        if kind == "csv":
            return list(csv.DictReader(stream))
        return [json.loads(line) for line in stream]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_file(tmp_path: Path, kind: str) -> None:
    texts = {
        n: t for n, t in SMALL.items() if kind == "jsonl" or (is_encodable(t) and "\r" not in t)
    }
    rows = through_a_file(tmp_path, kind, texts)
    assert [row["name"] for row in rows] == list(texts)
    for row in rows:
        text = texts[row["name"]]
        if row["credscore_error"]:
            assert "\0" in text or not is_encodable(text), row
        else:
            assert float(row["credscore_score"]) == SCORER.score(text).score


def test_carriage_returns_stay_in_their_cell(tmp_path: Path) -> None:
    rows = through_a_file(tmp_path, "csv", {"first": "It\rsank.", "second": "It\r\nsank."})
    assert [row["name"] for row in rows] == ["first", "second"]


@pytest.mark.parametrize("name", SMALL)
def test_the_command_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(SMALL[name].encode("utf-8", "surrogatepass"))
    result = CliRunner().invoke(app, ["score", str(path), "--json"])
    assert result.exit_code in (0, 2), result.exception
    if result.exit_code:
        assert result.output.startswith("credscore: ")
        assert result.output.count("\n") == 1
    else:
        assert (
            json.loads(result.stdout)["score"]
            == SCORER.score(SMALL[name].removeprefix("\ufeff")).score
        )


@pytest.mark.parametrize("name", list(SMALL)[::5])
def test_the_report_on_a_terminal(name: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(SMALL[name].encode("utf-8", "surrogatepass"))
    result = CliRunner().invoke(app, ["score", str(path), "--title", "May 3"])
    assert result.exit_code in (0, 2), result.exception
    assert "\x1b]" not in result.stdout, "a text can't drive the terminal"


@pytest.mark.parametrize(
    "value",
    [None, math.nan, 1, 1.5, True, b"text", bytearray(b"text"), ["text"], {}, object(), str],
)
def test_no_text_is_an_error_that_says_so(value: object) -> None:
    for call in (SCORER.score, extract, attributions):
        with pytest.raises(InputError, match=r"text must be a str, got \w+"):
            call(value)  # type: ignore[arg-type]
    if value is not None:
        with pytest.raises(InputError, match=r"title must be a str, got \w+"):
            SCORER.score("text", value)  # type: ignore[arg-type]
    (failure,) = SCORER.score_many([value])  # type: ignore[list-item]
    assert isinstance(failure, Failure)
    assert failure.index == 0
    assert "text must be a str" in failure.error


def test_a_subclass_of_str_is_a_text() -> None:
    class Headline(str):
        __slots__ = ()

    assert check(Headline(ARTICLE)) == check(ARTICLE)


ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\ud800\udfff\0\u200b\u200d\ufeff\u0301\u202e\r\n\t“”\"'’—.,!?() "),
    ),
    max_size=60,
)
PHRASES = st.sampled_from(
    ["said", "denied the reports", "two officials", "according to", "may", "allegedly", "Holm",
     "could not be verified", "a source close to", "May 3, 2014", "who", ",", ".", "“", "”", "the"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(ODD | PHRASES, max_size=25), st.none() | ODD)
def test_any_text_at_all(parts: list[str], title: str | None) -> None:
    check(" ".join(parts), title)
