"""Sources are ranked by what they publish, not by how little; copies count once."""

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

import credscore
from credscore.cli import command_line as cli
from credscore.sources.ranking import NO_SOURCE
from credscore.sources.rollup import AGREEMENT, Article, RollUp, shrink

ROOT = Path(__file__).resolve().parents[2]
SOUND = (
    "Mayor Ann Lee said on 4 March 2024 that the council of {town} had spent {n} dollars on the "
    "bridge, according to the budget report published by the Treasury. The auditor John Poe "
    "confirmed the figure of {n} dollars in a statement on Monday and named {town} as the owner."
)
RUMOUR = (
    "SHOCKING! Insiders whisper that the mayor of {town} has allegedly hidden {n} dollars, rumours "
    "say, and a video that could not be verified seems to show it. An unnamed source claims "
    "{town} might be next, perhaps tomorrow. Sources close to the family reportedly fear it!"
)
DEBUNK = (
    "The claim that {town} lost {n} dollars is a hoax. There is no truth to the rumour, which has "
    "been debunked by fact-checkers in {town}, and the story of the auditor John Poe is false."
)
TOWNS = [f"{first}{last}" for first in ("Nor", "Sut", "Wes", "Eas") for last in
         ("ham", "ton", "wick", "ford", "bury", "by", "dale", "mouth", "stead", "ley")]  # fmt: skip


def articles(source: str, text: str, count: int) -> pd.DataFrame:
    texts = []
    for number, town in enumerate(TOWNS[:count]):
        words = " ".join(f"{source}{town} {word}" for word in TOWNS[number:] + TOWNS[:number])
        more = "It may perhaps rain there. " * (number % 5)
        texts.append(f"{text.format(town=town, n=1000 + number)} {more}Also seen: {words}.")
    return pd.DataFrame({"publisher": source, "text": texts})


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    parts = [
        articles("Sound", SOUND, 30), articles("Rumour", RUMOUR, 30), articles("Three", SOUND, 3),
        pd.DataFrame({"publisher": ["Rumour", None], "text": [None, "He fled."]}),
    ]  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def test_three_good_articles_do_not_top_the_list(frame: pd.DataFrame) -> None:
    table = credscore.score_sources(frame)
    assert table["publisher"].tolist()[:2] == ["Sound", "Rumour"]
    assert table["rank"].tolist() == [1, 2, pd.NA, pd.NA]
    rows = table.set_index("publisher")
    assert rows.loc["Rumour", "failed"] == 1
    assert rows.loc[NO_SOURCE, "articles"] == 1
    assert rows.loc["Rumour", "unnamed_share"] > rows.loc["Sound", "unnamed_share"]
    assert "anonymous_sources" in rows.loc["Rumour", "stands_out"]
    assert (table["low"] <= table["score"]).all()
    assert (table["score"] <= table["high"]).all()
    assert rows.loc["Three", "articles"] == 3


def test_what_is_counted_stands_before_what_is_scored(frame: pd.DataFrame) -> None:
    table = credscore.score_sources(frame)
    assert list(table.columns) == [
        "publisher", "articles", "attributed_per_article", "named_share", "unnamed_share", "rank",
        "score", "low", "high", "mean", "stands_out", "debunks", "copies", "failed",
    ]  # fmt: skip
    rows = table.set_index("publisher")
    profile = credscore.score(frame["text"][0]).profile
    named = (profile.named_share or 0.0) + (profile.institutional_share or 0.0)
    assert rows.loc["Sound", "attributed_per_article"] == pytest.approx(profile.attributed)
    assert rows.loc["Sound", "named_share"] == pytest.approx(named)
    assert rows.loc["Rumour", "named_share"] < rows.loc["Sound", "named_share"]


def test_it_is_told_how_little_a_rank_says(tmp_path: Path, frame: pd.DataFrame) -> None:
    """In the help, on the terminal and in the docstring: the figure that was measured."""
    measured = json.loads((ROOT / "benchmarks" / "results" / "sources.json").read_text("utf-8"))
    low, high = measured["ranked"]["spearman_interval"]
    figure = f"{measured['ranked']['spearman']:.2f} (90 % interval {low:.2f} to {high:.2f})"
    frame.iloc[:5].to_csv(tmp_path / "in.csv", index=False)
    command = ["sources", str(tmp_path / "in.csv"), "-", "--source-column", "publisher"]
    piped = CliRunner().invoke(cli.app, command)
    help_page = CliRunner().invoke(cli.app, ["sources", "--help"], env={"COLUMNS": "200"}).stdout
    for told in (AGREEMENT, help_page, credscore.score_sources.__doc__ or "", piped.stderr):
        assert figure in " ".join(told.split()), "benchmarks/results/sources.json"
    assert figure not in piped.stdout


def test_few_articles_are_drawn_to_the_mean(frame: pd.DataFrame) -> None:
    rows = credscore.score_sources(frame, min_articles=1).set_index("publisher")
    centre = rows["mean"].mean()
    kept = (rows["score"] - centre).abs() / (rows["mean"] - centre).abs()
    assert kept[NO_SOURCE] < kept["Rumour"]
    width = rows["high"] - rows["low"]
    assert width[NO_SOURCE] > width["Three"] > width["Sound"]


def test_copies_count_once(frame: pd.DataFrame) -> None:
    sound = frame[frame["publisher"] == "Sound"]
    copies = sound.assign(publisher="Copyist", text=sound["text"] + " Read more on our pages.")
    rows = credscore.score_sources(pd.concat([frame, copies, sound])).set_index("publisher")
    both = rows.loc[["Sound", "Copyist"]]
    assert both["articles"].sum() == 30
    assert (both["articles"] + both["copies"]).tolist() == [60, 30]
    assert both["articles"].min() > 5  # no source is credited with all of them


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_moves_nothing(frame: pd.DataFrame, seed: int) -> None:
    """Articles, their copies in other outlets, a copy of a copy, and one text with two titles."""
    few = frame.iloc[[*range(8), *range(30, 34)]].assign(title="Council met")
    copies = few.assign(publisher="Wire", text=few["text"] + " Read more on our pages.")
    again = copies.assign(publisher="Echo", text=copies["text"] + " First seen on the wire today.")
    rows = pd.concat([few, copies, again, copies.assign(title="SHOCK!")], ignore_index=True)
    order = np.random.default_rng(seed).permutation(len(rows))
    tables = [
        credscore.score_sources(one, title="title", min_articles=1)
        for one in (rows, rows.iloc[order])
    ]
    pd.testing.assert_frame_equal(*tables, check_exact=True)


def test_debunking_is_no_fault(frame: pd.DataFrame) -> None:
    checks = articles("Checker", SOUND.replace("bridge", "new school of the town"), 15)
    debunks = articles("Checker", DEBUNK, 35)[15:]
    with_debunks = pd.concat([checks, debunks])
    table = credscore.score_sources(pd.concat([frame, with_debunks])).set_index("publisher")
    assert table.loc["Checker", "debunks"] == 20
    without = credscore.score_sources(pd.concat([frame, checks])).set_index("publisher")
    assert table.loc["Checker", "score"] == without.loc["Checker", "score"]


def test_frames_of_both_kinds_and_several_processes(frame: pd.DataFrame) -> None:
    pl = pytest.importorskip("polars")
    one = credscore.score_sources(frame)
    pd.testing.assert_frame_equal(credscore.score_sources(frame, n_jobs=2), one)
    pd.testing.assert_frame_equal(credscore.score_sources(pl.from_pandas(frame)), one)
    with pytest.raises(credscore.InputTableError, match="Columns there"):
        credscore.score_sources(frame, source="outlet")
    with pytest.raises(credscore.InputError, match="min_articles"):
        credscore.score_sources(frame, min_articles=0)
    assert len(credscore.score_sources(frame.iloc[:0])) == 0


def test_the_command_writes_table_and_picture(tmp_path: Path, frame: pd.DataFrame) -> None:
    pytest.importorskip("matplotlib")
    frame = frame.replace({"publisher": {"Sound": "=Sound()"}})
    frame.to_csv(tmp_path / "in.csv", index=False)
    place, out, picture = tmp_path / "in.csv", tmp_path / "out.csv", tmp_path / "out.png"
    arguments = ["sources", str(place), str(out), "--source-column", "publisher"]
    result = CliRunner().invoke(cli.app, [*arguments, "--picture", str(picture)])
    assert result.exit_code == 0, result.output  # an empty text of CSV is a text
    assert "=Sound()" in result.stdout
    assert AGREEMENT in result.stdout
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert [row["publisher"] for row in rows][:2] == ["'=Sound()", "Rumour"]
    assert picture.read_bytes().startswith(b"\x89PNG")
    printed = CliRunner().invoke(cli.app, ["sources", str(place), "-", *arguments[3:]])
    assert printed.stdout.strip().splitlines() == out.read_text().splitlines()
    wrong = CliRunner().invoke(cli.app, [*arguments[:3], "--source-column", "outlet"])
    assert isinstance(wrong.exception, credscore.InputTableError)


@pytest.mark.parametrize("name", ["out.xlsx", "out.parquet", "out.jsonl", "out.csv.gz", "out"])
def test_a_table_that_is_not_csv_is_refused(name: str, tmp_path: Path, frame: pd.DataFrame) -> None:
    frame.to_csv(tmp_path / "in.csv", index=False)
    arguments = ["sources", str(tmp_path / "in.csv"), str(tmp_path / name)]
    result = CliRunner().invoke(cli.app, [*arguments, "--source-column", "publisher"])
    assert (result.exit_code, "must end in .csv" in result.stderr) == (2, True)
    assert not (tmp_path / name).exists()


def test_without_a_picture_no_table_is_written(tmp_path: Path, frame: pd.DataFrame) -> None:
    pytest.importorskip("matplotlib")
    frame.to_csv(tmp_path / "in.csv", index=False)
    arguments = ["sources", str(tmp_path / "in.csv"), str(tmp_path / "out.csv")]
    options = ["--min-articles", "1000", "--picture", str(tmp_path / "out.png")]
    result = CliRunner().invoke(cli.app, [*arguments, "--source-column", "publisher", *options])
    assert "Lower --min-articles" in str(result.exception)
    assert (result.stdout, (tmp_path / "out.csv").exists()) == ("", False)


def test_shrinkage_is_the_textbooks() -> None:
    count, total = np.array([5.0, 5.0, 5.0]), np.array([5.0, 10.0, 15.0])
    found = shrink(count, total, np.array([9.0, 24.0, 49.0]))  # variance 4 / 4 within each
    assert found.within == pytest.approx(1.0)
    assert found.between == pytest.approx(1.0 - 1.0 / 5)  # of the means, less their noise
    kept = found.between / (found.between + found.within / 5)
    assert found.centre == pytest.approx(2.0)
    assert found.mean == pytest.approx([2 - kept, 2, 2 + kept])
    same = shrink(count, np.array([10.0, 10.0, 10.0]), np.array([24.0, 24.0, 24.0]))
    assert same.mean == pytest.approx([2, 2, 2])
    assert same.between == 0
    alone = shrink(np.array([1.0, 0.0]), np.array([0.4, 0.0]), np.array([0.16, 0.0]))
    assert alone.mean[0] == pytest.approx(0.4)
    assert np.isnan(shrink(np.zeros(2), np.zeros(2), np.zeros(2)).mean).all()


def test_shrinkage_comes_nearer_to_the_truth_than_means() -> None:
    rng = np.random.default_rng(3)
    truth = rng.normal(0.5, 0.1, 300)
    count = rng.integers(1, 40, 300).astype(float)
    samples = [rng.normal(mean, 0.2, int(n)) for mean, n in zip(truth, count, strict=True)]
    total = np.array([sample.sum() for sample in samples])
    found = shrink(count, total, np.array([(sample**2).sum() for sample in samples]))
    errors = [float(np.mean((guess - truth) ** 2)) for guess in (found.mean, total / count)]
    assert errors[0] < 0.8 * errors[1]
    inside = np.mean((found.low <= truth) & (truth <= found.high))
    assert 0.85 < inside < 0.95


@pytest.mark.parametrize("seed", range(5))
def test_sources_of_three_articles_do_not_top_the_list(seed: int) -> None:
    """Many sources of three articles beside some of forty, all drawn from one population."""
    rng = np.random.default_rng(seed)
    rollup, sizes = RollUp(), {}
    for number in range(300):
        source, size = f"source {number}", 3 if number < 200 else 40
        sizes[source], mean = size, rng.normal(0.5, 0.05)
        for score in rng.normal(mean, 0.2, size):
            rollup.add([Article(source, float(score), False, 5, 3, 2, {}, ())])
    table = rollup.table("source")
    ranked = table[table["rank"].notna()]
    assert ranked["source"].map(sizes).eq(40).all()
    shown = ranked["score"].round(2)
    assert list(ranked["rank"]) == [1 + int((shown > score).sum()) for score in shown]
    assert ranked["rank"].is_monotonic_increasing
    assert table["rank"].iloc[100:].isna().all()
    every = rollup.table("source", min_articles=1)
    by_mean = every.sort_values("mean", ascending=False)["source"].map(sizes)
    by_score = every["source"].map(sizes)
    assert (by_mean.iloc[:10] == 3).mean() >= 0.9
    assert (by_score.iloc[:10] == 3).mean() <= 0.2
    assert by_score.iloc[0] == 40


def test_equal_scores_share_a_rank() -> None:
    """What is the same to two decimals is no order; of those, the better named come first."""
    rollup = RollUp()
    for source, score, named in [("A", 0.4, 0), ("B", 0.4, 3), ("C", 0.9, 1), ("D", 0.1, 5)]:
        rollup.add([Article(source, score, False, 5, named, 5 - named)] * 40)
    rollup.add([Article("E", 0.4, False, 5, 5, 0)])
    table = rollup.table("source")
    assert table["source"].tolist() == ["C", "B", "A", "D", "E"]
    assert table["rank"].tolist() == [1, 2, 2, 4, pd.NA]


def test_half_a_surrogate_pair_in_a_name_stops_no_command(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.csv"
    source.write_text('{"text": "Insiders claim he fled.", "by": "\\ud800 Herald"}\n')
    result = CliRunner().invoke(
        cli.app, ["sources", str(source), str(target), "--source-column", "by"]
    )
    assert result.exit_code == 0, result.output
    assert pd.read_csv(target)["by"].tolist() == ["\ufffd Herald"]


def test_a_number_of_processes_that_is_none_is_told() -> None:
    df = pd.DataFrame({"text": ["It sank."], "publisher": "A"})
    with pytest.raises(credscore.InputError, match="n_jobs must be an int, got str"):
        credscore.score_sources(df, n_jobs="2")  # type: ignore[arg-type]
