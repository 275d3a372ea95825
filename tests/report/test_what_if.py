"""The score without a signal, and without a piece of evidence, is what scoring anew gives."""

from pathlib import Path

import numpy as np
import pytest

from credscore.features import measure
from credscore.model import LOG_ODDS, SCORE, prior_log_odds
from credscore.scorer import Scorer
from credscore.signals import find_all
from credscore.signals.findings import Findings
from credscore.signals.reading import Reading

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted(ROOT.glob("examples/*.txt")) + sorted(ROOT.glob("tests/data/triples/*/*.txt"))
SCORER = Scorer.load()
TITLE = 'Insiders "claim" he fled on Monday, ministry denies it!'


SIDE = (
    "The bridge at Orr will close, officials said. Engineers found cracks in the bridge. "
    "It is old. Lorries may wait. Shops close. Buses run. It rained. "
    "Reports say a diver saw the cracks. "
    "In March the mayor denied rumours that she planned to leave politics. "
    "The bridge is safe. The firm denied it. "
    "The mayor denied that the bridge would close."
)


def test_side_denials_count_for_nothing() -> None:
    found, report = SCORER.what_if(SIDE), SCORER.score(SIDE)
    reading = Reading(SIDE)
    rows = Findings(reading, find_all(reading)).rows
    assert [item.of_claim for item in report.evidence].count(False) == 1
    for place, without in enumerate(found.evidence):
        rest = Findings(reading, {"": np.delete(rows, place, axis=0)})
        offsets = SCORER.model.linear.offsets(measure(rest))
        _, figures = SCORER.model.linear.figures(offsets, SCORER.model.intercept, 0.0)
        assert without.log_odds == figures[LOG_ODDS, 0]
        if not report.evidence[place].of_claim:
            assert without.log_odds == pytest.approx(report.log_odds, abs=1e-12)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("title", [None, TITLE], ids=["untitled", "titled"])
def test_without_a_piece_of_evidence_all_is_measured_anew(path: Path, title: str | None) -> None:
    """One after the other, and to the last bit: findings that are taken to count alike do."""
    text = path.read_text("utf-8")
    found = SCORER.what_if(text, title, 0.3)
    reading = Reading(text, title)
    rows = Findings(reading, find_all(reading)).rows
    assert len(found.evidence) == len(rows) > 0
    shift, terms = prior_log_odds(0.3), SCORER.model.linear
    for place, without in enumerate(found.evidence):
        rest = Findings(reading, {"": np.delete(rows, place, axis=0)})
        offsets = terms.offsets(measure(rest))
        _, figures = terms.figures(offsets, SCORER.model.intercept + shift, shift)
        assert without.log_odds == figures[LOG_ODDS, 0], rows[place]
        assert without.score == figures[SCORE, 0]


@pytest.mark.parametrize("path", TEXTS[:3], ids=lambda path: path.stem)
def test_without_a_signal_its_contributions_are_gone(path: Path) -> None:
    """Without limits, within which contributions are made smaller."""
    scorer = Scorer(SCORER.model.changed(limits=None))
    report = scorer.score(path.read_text("utf-8"), TITLE, 0.2)
    found = report.what_if()
    assert found is not None
    assert set(found.signals) == {c.signal for c in report.contributions}
    for name, without in found.signals.items():
        moved = sum(c.log_odds for c in report.contributions if c.signal == name)
        assert abs(without.log_odds - (report.log_odds - moved)) < 1e-9
        assert without.interval[0] <= without.score <= without.interval[1]


def test_a_text_without_evidence_has_no_pieces() -> None:
    assert SCORER.what_if("").evidence == ()


def test_removing_a_confidential_source_helps_a_short_text() -> None:
    text = "The bridge was closed on Monday, a source said. " + "The mayor, Ana Lund, agreed. " * 12
    report = SCORER.score(text)
    found = SCORER.what_if(text)
    place = next(i for i, e in enumerate(report.evidence) if e.kind == "confidential")
    assert found.evidence[place].score > report.score
    assert np.isfinite(found.evidence[place].log_odds)
