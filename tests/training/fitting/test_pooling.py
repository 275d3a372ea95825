"""The pooling model learns what it is shown, and is held where it has to be."""

import numpy as np
import pandas as pd
import pytest

from credscore.pooling import FEATURES
from credscore.training.fitting import pooling
from credscore.training.fitting.folds import unseen
from credscore.training.fitting.pooling import fit_pooling, pooled

DEBUNKING = FEATURES.index("debunking")


def claims(count: int = 80, seed: int = 0) -> pd.DataFrame:
    """Claims that are false where articles debunk them, and as their mean says otherwise."""
    random = np.random.default_rng(seed)
    labels = np.arange(count) % 2
    mean = random.normal(labels - 0.5, 1.0)
    voices = random.integers(1, 9, count)
    more = 1 - 1 / voices
    debunking = np.where(labels == 0, random.uniform(0, 1, count), 0.0) * more
    spread = np.where(voices > 1, random.uniform(0, 1, count), 0.0)
    features = np.stack([mean * more, np.log(voices), debunking, spread], axis=1)
    names = [f"claim {at:03}" for at in range(count)]
    return pd.DataFrame(features, names, list(FEATURES)).assign(mean=mean, label=labels)


def test_debunking_speaks_against() -> None:
    model = fit_pooling(claims())
    assert model.weights[DEBUNKING].weight < -1
    assert model.limits[0] < 0.5 < model.limits[1]


def test_pooling_beats_the_mean_where_there_is_more_to_know() -> None:
    shown = claims()
    log_odds = unseen(shown.assign(group=shown.index), pooled)
    right = (log_odds > 0) == (shown["label"] == 1)
    assert right.mean() > ((shown["mean"] > 0) == (shown["label"] == 1)).mean()


def test_the_same_claims_give_the_same_model_in_any_order() -> None:
    shown = claims()
    assert fit_pooling(shown.sample(frac=1, random_state=1).sort_index()) == fit_pooling(shown)


def test_ranges_hold_0_so_that_one_voice_is_left_alone() -> None:
    for weight in fit_pooling(claims()).weights:
        assert weight.low <= 0 <= weight.high


def test_no_claim_is_scored_by_a_fit_that_has_seen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither by its articles nor by others on the claim."""
    groups = [f"g{at // 2}" for at in range(20)]
    frame = pd.DataFrame({
        "text": [f"text {at}" for at in range(20)], "title": None, "group": groups,
        "label": [(at // 2) % 2 for at in range(20)], "publisher": "p",
    })  # fmt: skip
    seen: list[set[str]] = []
    monkeypatch.setattr(pooling, "fit", lambda rows, interval: seen.append(set(rows["group"])))

    def scored(model: None, rows: pd.DataFrame) -> pd.DataFrame:
        assert not seen[-1] & set(rows["group"])
        names = sorted(set(rows["group"]))
        return pd.DataFrame(0.0, names, ["label", "mean", *FEATURES])

    monkeypatch.setattr(pooling, "claims_of", scored)
    assert list(pooling.unseen_claims(frame, frame).index) == sorted(set(groups))
