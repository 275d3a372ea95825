"""From fitted numbers to a model file: rounded weights, and their covariance as a factor."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from credscore.model import Model, Weight

Floats = npt.NDArray[np.float64]

COMPONENTS = 8


def finished(
    model_id: str, created: str, intercept: float, factor: Floats,
    weights: Iterable[tuple[str, float, float, float, float]],
) -> Model:  # fmt: skip
    """A model of (feature, weight, center, low, high), with six significant digits.

    So short, the numbers are the same on every machine.
    """
    return Model(
        format_version=1,
        model_id=model_id,
        created=created,
        intercept=_short(intercept),
        weights=tuple(
            Weight(
                feature=name, weight=_short(w), center=_short(c), low=_short(lo), high=_short(hi)
            )
            for name, w, c, lo, hi in weights
        ),
        uncertainty=tuple(tuple(_short(value) for value in row) for row in factor),
    )


def covariance_factor(draws: Sequence[Sequence[float]]) -> Floats:
    """F of shape (components, columns) with F'F close to the covariance of refits' rows."""
    deviations = np.array(draws) - np.mean(draws, axis=0)
    _, sizes, directions = np.linalg.svd(deviations / np.sqrt(len(draws) - 1), full_matrices=False)
    return np.asarray(sizes[:COMPONENTS, None] * directions[:COMPONENTS], float)


def _short(value: float) -> float:
    return float(f"{value:.6g}")
