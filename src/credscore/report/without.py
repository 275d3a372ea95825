"""A score as it would be without something: what would change it."""

from typing import Any, NamedTuple


class Without(NamedTuple):
    """A score as it would be without something, at the same prior, with its 90 % interval."""

    score: float
    interval: tuple[float, float]
    log_odds: float


class WhatIf(NamedTuple):
    """What would change a score; all of it computed anew, nothing estimated.

    `signals`: for each signal of the model, the score with all features of the signal at their
    centers, so that they contribute exactly 0: as if the text were as usual there.
    `evidence`: for each piece of evidence, in the report's order, the score of the same text with
    the features measured without that piece.
    """

    signals: dict[str, Without]
    evidence: tuple[Without, ...]

    def as_json(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "signals": {name: one._asdict() for name, one in self.signals.items()},
            "evidence": [one._asdict() for one in self.evidence],
        }
