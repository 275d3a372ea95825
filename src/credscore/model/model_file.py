"""Reads and writes a logistic model as JSON: validated, hashed, never unpickled.

    log_odds = intercept + sum of weight * offset
    offset = (clip(value, low, high) - center) * words / (words + half_words)

docs/reference/model-file.md describes every key, and how the format changes.
"""

import math
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from credscore.errors import InputError
from credscore.features import NAMES
from credscore.model.hashed_json import digest, load_hashed, write_hashed
from credscore.model.linear import Linear, Scale

FORMAT_VERSION: Final = 4
MODEL_FILE = "model.json"
CARD_FILE = "MODEL_CARD.md"
MAX_WEIGHT = 1000.0
_SINCE = {"below": 2, "half_words": 3, "limits": 4, "style_cap": 4}
"""The format that a key came with: in a file of an earlier one it keeps its default."""

Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1e9, le=1e9)]
Inner = Annotated[float, Field(allow_inf_nan=False, gt=0, lt=1)]
Share = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1)]


class Weight(BaseModel):
    """One feature's weight, its typical value, and the range of values seen in training."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    feature: str
    weight: Annotated[float, Field(allow_inf_nan=False, ge=-MAX_WEIGHT, le=MAX_WEIGHT)]
    center: Finite
    low: Finite
    high: Finite


class Below(BaseModel):
    """The measured shares of true and of false claims whose texts score at most `score`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    score: tuple[Share, ...] = Field(min_length=1, max_length=1000)
    true: tuple[Share, ...]
    false: tuple[Share, ...]

    @model_validator(mode="after")
    def _rising(self) -> "Below":
        columns = (self.score, self.true, self.false)
        if len({len(column) for column in columns}) > 1:
            raise ValueError("score, true and false need the same length")
        if any(tuple(sorted(column)) != column for column in columns):
            raise ValueError("score, true and false must not fall")
        if not self.true[0] + self.false[0] > 0:
            raise ValueError("no text scores so little: the first shares are both 0")
        return self

    def false_share(self, score: float, prior: float) -> float:
        """The share of false claims among texts with at most this score, at base rate `prior`.

        `score` is at a prior of 0.5. Between measured scores the share is interpolated. Above them
        it is that of the highest. Below them its odds change as the odds of the score do.

        >>> below = Below(score=(0.2, 0.6), true=(0.1, 0.5), false=(0.3, 1.0))
        >>> round(below.false_share(0.2, 0.5), 2), round(below.false_share(0.4, 0.5), 2)
        (0.75, 0.68)
        """
        true, false = (float(np.interp(score, self.score, of)) for of in (self.true, self.false))
        if score < (low := self.score[0]):
            true *= score * (1 - low) / (low * (1 - score))
        whole = (1 - prior) * false + prior * true
        return (1 - prior) * false / whole if whole else 0.0


class Model(BaseModel):
    """A validated model; `sha256` covers all other keys of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    format_version: Literal[4]
    model_id: Annotated[str, Field(pattern=r"^\w", max_length=100)]
    created: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    intercept: Annotated[float, Field(allow_inf_nan=False, ge=-MAX_WEIGHT, le=MAX_WEIGHT)]
    weights: tuple[Weight, ...] = Field(min_length=1)
    half_words: Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e6)] = 0.0
    style_cap: Annotated[float, Field(allow_inf_nan=False, ge=0, le=MAX_WEIGHT)] | None = None
    limits: tuple[Inner, Inner] | None = None
    uncertainty: tuple[tuple[Finite, ...], ...] = ()
    below: Below | None = None
    sha256: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> "Model":
        if not self.model_id.isprintable():
            raise ValueError("model_id holds characters that can't be printed")
        names = [weight.feature for weight in self.weights]
        if unknown := sorted(set(names) - set(NAMES)):
            raise ValueError(f"unknown features {unknown}; retrain, or upgrade credscore")
        if len(set(names)) < len(names):
            raise ValueError("a feature is listed twice")
        for weight in self.weights:
            if weight.low > weight.high:
                raise ValueError(f"{weight.feature}: low {weight.low} is above high {weight.high}")
        if self.limits and not self.limits[0] < self.limits[1]:
            raise ValueError(f"limits must rise, got {self.limits}")
        if any(len(row) != len(names) + 1 for row in self.uncertainty):
            raise ValueError(f"rows of uncertainty need {len(names) + 1} numbers")
        return self

    @cached_property
    def linear(self) -> Linear:
        rows = [(row.weight, row.center, row.low, row.high) for row in self.weights]
        weight, center, low, high = np.array(rows).T.copy()
        columns = np.array([NAMES.index(row.feature) for row in self.weights])
        factor = np.array(self.uncertainty, float).reshape(-1, 1 + len(columns))
        scale = Scale(columns, center, low, high, self.half_words)
        low, high = -math.inf, math.inf
        if self.limits:
            low, high = (math.log(share / (1 - share)) for share in self.limits)
        return Linear(weight, scale, self.intercept, self.style_cap, (low, high), factor)

    def changed(self, **changes: Any) -> "Model":
        """A copy with other values of some fields, checked again."""
        fields = {name: getattr(self, name) for name in Model.model_fields}
        return Model(**(fields | {"sha256": ""} | changes))

    def without_style(self) -> "Model":
        """A copy with a style cap of 0, in which the style of writing has no effect."""
        return self.changed(style_cap=0.0)

    def digest(self) -> str:
        """The hash that the file of this model has."""
        return digest(self.model_dump(mode="json"))

    def save(self, folder: Path) -> Path:
        """Write `folder`/model.json with its hash. The same model gives the same bytes."""
        return write_hashed(folder / MODEL_FILE, self.model_dump(mode="json"))

    @classmethod
    def load(cls, folder: str | Path) -> "Model":
        """The checked model of a folder; raises ModelFileError if the file is refused."""
        if not isinstance(folder, str | Path):
            raise InputError(f"a folder must be a str or a Path, got {type(folder).__name__}.")
        return load_hashed(Path(folder) / MODEL_FILE, cls, _upgraded)


def _upgraded(content: Any) -> Any:
    """The content in the present format; only content of an earlier format changes."""
    earlier = content.get("format_version") if isinstance(content, dict) else None
    if type(earlier) is not int or not 1 <= earlier < FORMAT_VERSION:
        return content
    if any(since > earlier and key in content for key, since in _SINCE.items()):
        return content
    return content | {"format_version": FORMAT_VERSION}


def default_folder() -> Path:
    """The folder of the shipped model: inside the package, or models/default of a checkout."""
    here = Path(__file__).resolve().parents[1]
    packed = here / "models" / "default"
    return packed if packed.is_dir() else here.parents[1] / "models" / "default"
