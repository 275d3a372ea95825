"""Computes what would change a score: the score without each signal and each piece of evidence."""

from typing import Any, NamedTuple

import numpy as np

from credscore.features import FEATURES, measure, measure_without
from credscore.model import Model
from credscore.signals import Findings

_SIGNALS = np.array([feature.signal for feature in FEATURES])


class Without(NamedTuple):
    """A score without something, at the same prior, with its 90 % interval."""

    score: float
    interval: tuple[float, float]
    log_odds: float


class WhatIf(NamedTuple):
    """What would change a score; all of it is computed again, nothing is estimated.

    `signals`: the score if no feature of a signal contributes, as in a usual text. `evidence`: in
    the report's order, the score with features measured without that piece.

    >>> import credscore
    >>> answer = credscore.score("He allegedly fled.").what_if()
    >>> len(answer.evidence), answer.evidence[0].score > 0.5
    (1, True)
    """

    signals: dict[str, Without]
    evidence: tuple[Without, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "signals": {name: answer._asdict() for name, answer in self.signals.items()},
            "evidence": [answer._asdict() for answer in self.evidence],
        }


def leave_out(model: Model, findings: Findings, shift: float) -> WhatIf:
    """What would change the score of one article; `shift` is the log-odds of the prior."""
    of_weights = _SIGNALS[model.linear.scale.columns]
    signals = list(dict.fromkeys(of_weights.tolist()))
    offsets = model.linear.offsets(measure(findings))
    without_signals = [np.where(of_weights == signal, 0.0, offsets[0]) for signal in signals]
    features, rows = measure_without(findings)
    offsets = np.concatenate([without_signals, model.linear.offsets(features)])
    _, figures = model.linear.figures(offsets, model.intercept + shift, shift)
    answers = [
        Without(score, (low, high), log_odds)
        for log_odds, score, low, high, _ in figures.T.tolist()
    ]
    of_cases = answers[len(signals) :]
    return WhatIf(dict(zip(signals, answers, strict=False)), tuple(of_cases[row] for row in rows))
