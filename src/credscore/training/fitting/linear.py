"""Weights of scaled features: what every fit starts from and ends with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from credscore.features import FEATURES, NAMES
from credscore.model import Model, Scale
from credscore.signals import Floats
from credscore.training.fitting.rounding import rounded_model

_DIRECTIONS = {feature.name: feature.direction for feature in FEATURES}


@dataclass(frozen=True)
class Linear:
    """An intercept, and weights of the offsets of features."""

    names: Sequence[str]
    weight: Floats
    scale: Scale
    intercept: float = 0.0

    @classmethod
    def of_model(cls, model: Model) -> "Linear":
        """The intercept, the weights and the scale of a model."""
        weight = np.array([weight.weight for weight in model.weights])
        names = [weight.feature for weight in model.weights]
        return cls(names, weight, model.linear.offsets, model.intercept)

    @property
    def directions(self) -> npt.NDArray[np.intp]:
        """The sign that each weight may have."""
        return np.array([_DIRECTIONS[name] for name in self.names], np.intp)

    def log_odds(self, frame: pd.DataFrame) -> Floats:
        """The log-odds of every row of a frame of features. Shape (rows,)."""
        offsets = self.scale(frame[list(NAMES)].to_numpy(float))
        return np.asarray(self.intercept + offsets @ self.weight, float)

    def as_model(self, model_id: str = "fitted", created: str = "1970-01-01") -> Model:
        """A model of these numbers, rounded."""
        scale = self.scale
        rows = zip(self.names, self.weight, scale.center, scale.low, scale.high, strict=True)
        return rounded_model(model_id, created, self.intercept, rows, scale.half_words)


def scale_of(
    values: Floats, columns: npt.NDArray[np.intp], weight: Floats, half_words: float = 0.0
) -> Scale:
    """The scale of some columns of features, of shape (rows, len(NAMES)).

    Values are clipped to the range of all but one in a hundred rows; the center is their mean.
    """
    chosen = values[:, columns]
    chosen[:, np.isnan(chosen).all(axis=0)] = 0.0
    low, high = np.nanpercentile(chosen, 0.5, axis=0), np.nanpercentile(chosen, 99.5, axis=0)
    clipped = np.clip(chosen, low, high)
    mass = np.maximum((~np.isnan(clipped) * weight[:, None]).sum(0), 1e-12)
    center = np.nansum(clipped * weight[:, None], axis=0) / mass
    return Scale(columns, center, low, high, half_words)
