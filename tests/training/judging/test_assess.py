"""credscore evaluate: figures, page and picture; files of one name stay two corpora."""

import json
import sys
from pathlib import Path

import pandas as pd
import pytest

from credscore import InputTableError
from credscore.cli import command_line as cli
from credscore.training.data.labelled_files import Columns, corpus_names
from credscore.training.judging.assess import assess

SOUND = "Mayor Holm said on Monday, May {n}, that {n} people were hired by the town of {t}."
WEAK = "Insiders in {t} claim that {n} people allegedly fled! Rumors suggest a secret plot."
CLAIMS = Columns(group="claim")
TOWNS = ["Arna", "Bodin", "Corva", "Dorset", "Elva", "Fjord", "Gran", "Hol", "Ilse", "Jar"]


def write(path: Path, start: int, heads: bool = False) -> Path:
    path.parent.mkdir(exist_ok=True)
    rows = [
        (form.format(n=start + n, t=TOWNS[n % 10]), y, f"g{n % 7}")
        for n in range(14)
        for form, y in ((SOUND, 1), (WEAK, 0))
    ]
    pd.DataFrame(rows, columns=["text", "label", "claim"]).to_csv(path, index=False)
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["credscore", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return int(stopped.value.code or 0)


def test_files_of_one_name_are_two_corpora(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a" / "x.csv", 1), write(tmp_path / "b" / "x.csv", 200)]
    result = assess(paths, None, CLAIMS)
    assert list(result["corpora"]) == ["a/x.csv", "b/x.csv"]
    assert [one["rows"] for one in result["corpora"].values()] == [28, 28]
    assert [one["groups"] for one in result["corpora"].values()] == [7, 7]
    assert result["mean"]["model"]["auc"]["value"] > 0.9
    assert result["signals"]["hedges"]["alone"] > 0.5
    with pytest.raises(InputTableError, match="twice"):
        corpus_names([paths[0], tmp_path / "a" / ".." / "a" / "x.csv"])


def test_copies_between_files_count_once(tmp_path: Path) -> None:
    one, other = write(tmp_path / "a.csv", 1), write(tmp_path / "b.csv", 200)
    extra = pd.concat([pd.read_csv(other), pd.read_csv(one).head(3)])
    extra.to_csv(other, index=False)
    result = assess([one, other], None, CLAIMS)
    assert result["copies_left_out"] == 3
    assert result["corpora"]["b.csv"]["rows"] == 28
    pd.read_csv(one).to_csv(other, index=False)
    with pytest.raises(InputTableError, match="Evaluate it alone"):
        assess([one, other], None, CLAIMS)


def test_the_page_and_the_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("matplotlib")
    path = write(tmp_path / "<b>.csv", 1)
    page, picture = tmp_path / "page.html", tmp_path / "plot.png"
    arguments = ("--html", str(page), "--plot", str(picture), "--group-column", "claim")
    assert run(monkeypatch, "evaluate", str(path), *arguments) == 0
    printed = capsys.readouterr().out
    assert "28 rows, 7 groups, 50% true" in printed
    assert "tfidf" in printed
    assert picture.read_bytes().startswith(b"\x89PNG")
    text = page.read_text("utf-8")
    assert "&lt;b&gt;.csv" in text
    assert "<b>" not in text
    assert "<svg" in text
    assert "<script" not in text
    assert "http-equiv" not in text
    again = tmp_path / "again.html"
    assert run(monkeypatch, "evaluate", str(path), "--html", str(again), *arguments[4:]) == 0
    assert again.read_text("utf-8") == text


def test_rows_without_a_title_are_scored(tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", 1)
    frame = pd.read_csv(path)
    frame["head"] = ["Insiders claim", "", *["Mayor speaks"] * 26]
    frame.to_csv(path, index=False)
    result = assess([path], None, Columns(group="claim", title="head"))
    assert result["corpora"]["x.csv"]["rows"] == 28


def test_json_is_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "x.csv", 1)
    assert run(monkeypatch, "evaluate", str(path), "--json") == 0

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    result = json.loads(capsys.readouterr().out, parse_constant=refuse)
    assert result["corpora"]["x.csv"]["constant"]["auc"]["value"] == 0.5
    assert result["doubts"]["splits"]["too_short"]["with"]["rows"] == 28


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.csv",), "can't be read"),
        (("{x}", "--plot", "picture.xyz"), "Name it .png"),
        (("{x}", "--html", "no/such/folder/x.html"), "no such folder"),
        (("{x}", "--group-column", "story"), "no column 'story'"),
    ],
)
def test_mistakes_end_with_2(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    message: str,
) -> None:
    path = write(tmp_path / "x.csv", 1)
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "evaluate", *(part.format(x=path) for part in arguments)) == 2
    assert message in capsys.readouterr().err


def exchanged(path: Path) -> Path:
    frame = pd.read_csv(path)
    frame["label"] = 1 - frame["label"]
    frame.to_csv(path, index=False)
    return path


def test_exchanged_labels_are_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    right, wrong = write(tmp_path / "right.csv", 1), exchanged(write(tmp_path / "wrong.csv", 200))
    arguments = ("--group-column", "claim")
    assert run(monkeypatch, "evaluate", str(right), str(wrong), *arguments) == 0
    told = capsys.readouterr().err
    assert "credscore: wrong.csv: the shipped model ranks these rows the wrong way" in told
    assert "Are the labels exchanged?" in told
    assert run(monkeypatch, "evaluate", str(right), *arguments) == 0
    assert not capsys.readouterr().err
    out = tmp_path / "mine"
    assert run(monkeypatch, "train", str(wrong), "--out", str(out), *arguments) == 0
    assert "wrong.csv: the shipped model ranks" in capsys.readouterr().err
    # The model learnt them so; the shipped one is asked all the same.
    assert run(monkeypatch, "evaluate", str(wrong), "--model", str(out), *arguments) == 0
    told = capsys.readouterr().err
    assert "wrong.csv: the shipped model ranks" in told
    assert "28 of 28 rows are texts that this model was trained on" in told


def test_rows_of_the_training_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, out = write(tmp_path / "x.csv", 1), tmp_path / "mine"
    assert run(monkeypatch, "train", str(path), "--out", str(out), "--group-column", "claim") == 0
    assert assess([path], out, CLAIMS)["trained_on"] == 28
    assert assess([path], None, CLAIMS)["trained_on"] == 0
    other = write(tmp_path / "y.csv", 200)
    assert assess([other], out, CLAIMS)["trained_on"] == 0
    (out / "trained_on.json").unlink()
    assert assess([path], out, CLAIMS)["trained_on"] == 0
