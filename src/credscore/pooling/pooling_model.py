"""Reads and writes the pooling model as JSON: validated, hashed, never unpickled.

The file `pooling.json` of a model folder holds weights of pool.FEATURES:

    log_odds = mean log-odds of the voices + sum of weight * clip(value, low, high)

`limits` bound the pooled score of two or more voices, at a prior of 0.5. `uncertainty` is a factor
F of the covariance of the weights, so that sd(log_odds) = |F value|.
"""

import math
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from credscore.model import default_folder, load_hashed, write_hashed
from credscore.pooling.pool import FEATURES
from credscore.signals import Floats

POOLING_FILE: Final = "pooling.json"
Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1000, le=1000)]
Inner = Annotated[float, Field(allow_inf_nan=False, gt=0, lt=1)]


class PoolingWeight(BaseModel):
    """The weight of one feature, and the range of values seen in training."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    feature: str
    weight: Finite
    low: Finite
    high: Finite


class PoolingModel(BaseModel):
    """A validated pooling model; `sha256` covers all other keys of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    format_version: Literal[1] = 1
    model_id: Annotated[str, Field(pattern=r"^\w", max_length=100)]
    created: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    weights: tuple[PoolingWeight, ...]
    limits: tuple[Inner, Inner]
    uncertainty: tuple[tuple[Finite, ...], ...] = ()
    sha256: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> "PoolingModel":
        if tuple(weight.feature for weight in self.weights) != FEATURES:
            raise ValueError(f"weights must be those of {', '.join(FEATURES)}, in this order")
        if any(weight.low > weight.high for weight in self.weights):
            raise ValueError("a weight's low is above its high")
        if not self.limits[0] < self.limits[1]:
            raise ValueError(f"limits must rise, got {self.limits}")
        if any(len(row) != len(FEATURES) for row in self.uncertainty):
            raise ValueError(f"rows of uncertainty need {len(FEATURES)} numbers")
        return self

    @cached_property
    def _arrays(self) -> tuple[Floats, Floats, Floats, Floats]:
        weight, low, high = np.array([(w.weight, w.low, w.high) for w in self.weights]).T
        return weight, low, high, np.array(self.uncertainty).reshape(-1, len(FEATURES))

    def contributions(self, features: Floats) -> Floats:
        """The log-odds that each feature adds; features and result have shape (pools, FEATURES)."""
        weight, low, high, _ = self._arrays
        return np.asarray(np.clip(features, low, high) * weight, float)

    def deviation(self, features: Floats) -> float:
        """The standard deviation of one pool's log-odds that comes from the weights."""
        _, low, high, factor = self._arrays
        parts = (factor * np.clip(features, low, high)).sum(axis=1)
        return math.sqrt(math.fsum((parts * parts).tolist()))

    def within(self, log_odds: float, voices: int) -> float:
        """The log-odds within the limits, which apply to two or more voices."""
        if voices < 2:
            return log_odds
        low, high = (math.log(limit / (1 - limit)) for limit in self.limits)
        return min(max(log_odds, low), high)

    def save(self, folder: Path) -> Path:
        """Write `folder`/pooling.json with its hash. The same model gives the same bytes."""
        return write_hashed(folder / POOLING_FILE, self.model_dump(mode="json"))

    @classmethod
    def load(cls, folder: Path | None = None) -> "PoolingModel":
        """The checked pooling model of a folder, or the shipped one.

        A folder that a user trained has none; the shipped one then pools its scores. Raises
        ModelFileError if the file is damaged, altered, incomplete, of another format, or holds a
        number that is not finite.
        """
        if folder is None or not (folder / POOLING_FILE).exists():
            folder = default_folder()
        return load_hashed(folder / POOLING_FILE, cls, lambda content: content)
