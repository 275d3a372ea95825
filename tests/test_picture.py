"""Pictures are drawn, hold what they show, and are refused with a reason."""

import sys
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

import credscore
from credscore import picture
from credscore.cli import command_line as cli
from credscore.features import label_of

ROOT = Path(__file__).resolve().parents[1]
RUMOUR = ROOT / "examples" / "rumour.txt"
REPORT = credscore.score(RUMOUR.read_text("utf-8"))


@pytest.fixture(autouse=True)
def _needs_the_extra() -> None:
    pytest.importorskip("matplotlib", reason="needs the extra plot")


def test_contributions_are_drawn_from_base_to_score(tmp_path: Path) -> None:
    path = tmp_path / "moves.svg"
    result = CliRunner().invoke(cli.app, ["score", str(RUMOUR), "--picture", str(path)])
    assert result.exit_code == 0
    drawn = path.read_text("utf-8")
    assert f"<!-- base {REPORT.base_log_odds:+.2f} -->" in drawn
    assert f"score {REPORT.score:.2f}: {REPORT.log_odds:+.2f}" in drawn
    for contribution in REPORT.contributions[:5]:
        assert f"{label_of(contribution.feature)} {contribution.log_odds:+.2f}" in drawn


def test_what_can_not_be_drawn_is_refused_before_any_work(tmp_path: Path) -> None:
    path = tmp_path / "moves.gif"
    result = CliRunner().invoke(cli.app, ["score", "no such text", "--picture", str(path)])
    assert "Name it .png, .svg or .pdf." in str(result.exception)
    assert not path.exists()


def test_a_text_that_nothing_moves_is_drawn(tmp_path: Path) -> None:
    picture.draw_contributions(credscore.score(""), tmp_path / "none.png")
    assert (tmp_path / "none.png").read_bytes().startswith(b"\x89PNG")


def test_a_distribution_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "scores.svg"
    picture.draw_distribution([0.1, 0.2, float("nan"), 0.6], path)
    assert "3 scores, mean 0.30" in path.read_text("utf-8")


def test_what_can_not_be_drawn_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(credscore.InputTableError, match="no score"):
        picture.draw_distribution([], tmp_path / "a.png")
    with pytest.raises(credscore.InputTableError, match=r"\.png, \.svg or \.pdf"):
        picture.draw_contributions(REPORT, tmp_path / "a.gif")
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(credscore.InputTableError, match=r"credscore\[plot\]"):
        picture.draw_contributions(REPORT, tmp_path / "a.png")


def ranked(count: int) -> pd.DataFrame:
    scores = [number / count for number in range(count)]
    return pd.DataFrame(
        {
            "outlet": [f"Outlet {number}" for number in range(count)],
            "rank": range(1, count + 1), "articles": 20,
            "score": scores, "low": [score - 0.1 for score in scores],
            "high": [score + 0.1 for score in scores],
        }
    )  # fmt: skip


def test_of_many_sources_the_first_and_the_last_are_drawn(tmp_path: Path) -> None:
    count, path = picture.MOST + 5, tmp_path / "many.svg"
    picture.draw_sources(ranked(count), "outlet", path)
    drawn = path.read_text("utf-8")
    shown = [number for number in range(count) if f"Outlet {number} (" in drawn]
    assert len(shown) == picture.MOST
    assert {0, count - 1} <= set(shown)


def test_without_a_ranked_source_nothing_is_drawn(tmp_path: Path) -> None:
    table = ranked(3).assign(rank=float("nan"))
    with pytest.raises(credscore.InputTableError, match="Lower --min-articles"):
        picture.draw_sources(table, "outlet", tmp_path / "none.svg")
    assert not (tmp_path / "none.svg").exists()
