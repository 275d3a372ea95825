"""Training on a user's file: the same model again, honest refusals, folds that never leak."""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import credscore
from credscore.cli import command_line as cli
from credscore.model.model_file import MAX_WEIGHT, Model, default_folder
from credscore.training.data.labelled_files import Columns
from credscore.training.train import train_csv, with_earlier_date

SOUND = [
    "Mayor {a} said on Monday, May {n}, that {n} people were hired, the {b} report shows.",
    "On June {n} the {b} court ruled for {a}, according to the {n}-page judgment.",
    "{a} told the council on Friday that the {b} bridge cost {n} million, its budget shows.",
]
WEAK = [
    "Insiders claim that {n} people of {a} allegedly fled {b}! Rumors suggest a secret plot.",
    "It is said that {b} may have lost {n} boats, purportedly; a source near {a} hinted so.",
    "Shocking! {a} reportedly hid {n} bags in {b}, unnamed sources whisper...",
]
NAMES = ["Holm", "Berg", "Lund", "Dahl", "Moen", "Vik", "Haug", "Lie", "Strand", "Eide"]
PLACES = ["Arna", "Bodin", "Corva", "Dorset", "Elva"]


def rows(count: int = 60) -> list[tuple[str, int, str]]:
    found = []
    for n in range(count):
        forms = SOUND if n % 2 else WEAK
        text = " ".join(
            form.format(n=n + 2 + at, a=NAMES[(n + at) % 10], b=PLACES[(n // 10 + n * 3 + at) % 5])
            for at, form in enumerate(np.roll(forms, n // 2).tolist())
        )
        found.append((text, n % 2, f"g{n // 3}"))
    return found


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    pd.DataFrame(rows(), columns=["text", "y", "claim"]).to_csv(path, index=False)
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["credscore", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return int(stopped.value.code or 0)


@pytest.mark.parametrize("start", ["shipped", "scratch"])
def test_training_gives_the_same_file_again(
    table: Path, tmp_path: Path, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = (Columns("text", "y", "claim"), start)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    own = train_csv([table], tmp_path / "a", *columns)
    train_csv([table], tmp_path / "b", *columns)
    one, two = ((tmp_path / name / "model.json").read_bytes() for name in "ab")
    assert one == two
    assert own.model.created == "1970-01-02"
    judged = own.judged["mine.csv"]
    assert judged["own"]["auc"]["value"] > 0.9
    assert judged["groups"] == 20
    assert own.model.below is not None
    scorer = credscore.Scorer.load(tmp_path / "a")
    sound, weak = (scorer.score(text) for text in (rows()[1][0], rows()[0][0]))
    assert sound.score > weak.score
    assert weak.flagged_false is not None
    assert weak.interval[0] < weak.score < weak.interval[1]
    shipped = Model.load(default_folder())
    if start == "shipped":
        assert [w.feature for w in own.model.weights] == [w.feature for w in shipped.weights]
    assert (own.strength is None) == (start == "scratch")
    card = (tmp_path / "a" / "MODEL_CARD.md").read_text("utf-8")
    assert card.startswith("---\nlanguage: en\n")
    for heading in ("Intended use", "Out-of-scope use", "Training data", "Evaluation",
                    "Fairness tests", "Thresholds", "Limits", "How to cite"):  # fmt: skip
        assert f"## {heading}" in card


def test_the_date_alone_does_not_change_a_model(tmp_path: Path) -> None:
    shipped = Model.load(default_folder())
    shipped.save(tmp_path)
    later = shipped.model_copy(update={"created": "2030-01-01"})
    assert with_earlier_date(later, tmp_path).created == shipped.created
    other = later.model_copy(update={"intercept": 0.5})
    assert with_earlier_date(other, tmp_path).created == "2030-01-01"
    assert with_earlier_date(later, tmp_path / "nowhere") is later


def test_every_entry_point_takes_the_folder(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "own"
    columns = ("--label-column", "y", "--group-column", "claim")
    assert run(monkeypatch, "train", str(table), "--out", str(out), *columns) == 0
    printed = capsys.readouterr().out
    assert "own" in printed
    assert "shipped" in printed
    assert "strength" in printed
    article = tmp_path / "article.txt"
    article.write_text(rows()[0][0], encoding="utf-8")
    model = ("--model", str(out))
    assert run(monkeypatch, "score", str(article), "--json", *model) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["model_id"].startswith("own-mine")
    assert run(monkeypatch, "batch", str(table), str(tmp_path / "scored.csv"), *model) == 0
    scored = pd.read_csv(tmp_path / "scored.csv")
    assert scored["credscore_score"][0] == pytest.approx(report["score"], abs=1e-4)
    assert run(monkeypatch, "model", str(out)) == 0
    capsys.readouterr()
    assert run(monkeypatch, "evaluate", str(table), "--json", *model, *columns) == 0
    assert json.loads(capsys.readouterr().out)["corpora"]["mine.csv"]["model"]["auc"]["value"] > 0.9
    frame = credscore.score_frame(pd.read_csv(table), model=str(out))
    assert frame["credscore_score"][0] == pytest.approx(report["score"], abs=1e-9)


LONG = "Mayor Holm said on Monday that the bridge over the river would be closed for a year."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text,label,group\nx,1,a\n", "only the label 1"),
        ("text,label,group\nx,1,a\ny,0,b\n", "has 1 group: at least 5"),
        ("text,label,group\nx,1,a\nx,maybe,b\n", r"'maybe' in row 2 \(1 such row\)"),
        ("text,label,group\nx,1,a\nx,,b\n", "'' in row 2"),
        ("body,label,group\nx,1,a\n", "Columns there: body, label, group"),
        ("text,label\nx,1\n", "no column 'group'"),
        ("text,label,group\n", "no rows"),
        ("text,label,group\nx,1,a\n ,0,b\n", "'text' is empty in 1 row, first in row 2"),
        ("text,label,group\nx,1,a\ny,0,\n", "'group' is empty"),
        (
            "text,label,group\n"
            + "".join(f"word{n} {'x' * n} stands here,{n % 2},g{n}\n" for n in range(12))
            + f'"{LONG}",1,one\n"{LONG.upper()}",0,other\n',
            r"row 14 \(group 'other'\).*row 13 \(group 'one'\)",
        ),
    ],
)
def test_unusable_tables_end_with_2(
    tmp_path: Path,
    content: str,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content)
    with pytest.raises(credscore.InputTableError, match=message):
        train_csv([path], tmp_path / "out", Columns(group="group"))
    assert not (tmp_path / "out").exists()
    out = str(tmp_path / "out")
    assert run(monkeypatch, "train", str(path), "--out", out, "--group-column", "group") == 2
    assert capsys.readouterr().err.startswith("credscore: ")


def test_a_start_that_is_none(
    table: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    columns = ("--label-column", "y", "--group-column", "claim")
    assert run(monkeypatch, "train", str(table), "--out", out, "--start", "here", *columns) == 2
    assert "start must be one of" in capsys.readouterr().err
    assert run(monkeypatch, "train", str(table), *columns) == 2
    assert "--out" in capsys.readouterr().err
    assert run(monkeypatch, "train", "--out", out, *columns) == 2
    assert "name a CSV file" in capsys.readouterr().err
    assert run(monkeypatch, "train", str(tmp_path / "none.csv"), "--out", out) == 2
    told = capsys.readouterr().err
    assert told.endswith("none.csv: can't be read: No such file or directory.\n")


@pytest.mark.parametrize("start", ["shipped", "scratch"])
def test_a_small_corpus_that_parts_trains_a_sane_model(tmp_path: Path, start: str) -> None:
    path = tmp_path / "easy.csv"
    texts = [
        f"Mayor Holm said on Monday, May {n + 1}, that {n + 2} people were hired."
        if n % 2
        else f"Insiders allegedly claim that {n + 2} rumours of Lund fly!"
        for n in range(24)
    ]
    frame = pd.DataFrame({"text": texts, "label": [n % 2 for n in range(24)]})
    frame.to_csv(path, index=False)
    own = train_csv([path], tmp_path / "own", Columns(), start)
    assert max(abs(weight.weight) for weight in own.model.weights) < MAX_WEIGHT / 2
    scored = credscore.score_frame(frame, model=str(tmp_path / "own"))["credscore_score"]
    assert scored[frame["label"] == 1].min() > scored[frame["label"] == 0].max()
