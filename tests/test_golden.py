"""The scores of the pinned texts are the golden ones; benchmarks.stability.drift tells a move."""

import copy
import json

from benchmarks.stability import drift

GOLDEN = json.loads(drift.GOLDEN.read_text("utf-8"))


def test_no_score_has_moved() -> None:
    found = drift.moves(GOLDEN, drift.measure())
    assert not found, (
        f"{drift.tell(found, len(GOLDEN['scores']))} The first: {found[0]}. See "
        "python -m benchmarks.stability.drift; if it is meant, --accept 'reason'."
    )


def test_a_move_is_told_with_its_cause() -> None:
    moved = copy.deepcopy(GOLDEN)
    first, second = list(moved["scores"].values())[:2]
    first["log_odds"]["hedges_lead"] += 0.1
    first["score"] += 0.02
    second["stance"] = "debunks" if second["stance"] != "debunks" else "relays"
    del moved["scores"]["empty"]
    found = drift.moves(GOLDEN, moved)
    causes = [move.because for move in found]
    assert causes[0] == ("hedges_lead",)
    assert set(causes) == {("hedges_lead",), ("stance",), ("text removed",)}
    assert "3 of 10 scores moved" in drift.tell(found, 10)
    assert drift.tell([], 10) == "0 of 10 scores moved."


def test_rounding_is_no_move() -> None:
    nearly = copy.deepcopy(GOLDEN)
    for entry in nearly["scores"].values():
        entry["log_odds"]["base"] += 1e-13
    assert drift.moves(GOLDEN, nearly) == []
