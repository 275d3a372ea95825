"""Of texts flagged because they score so little, how many are false?"""

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field, model_validator

from credscore.model import _weigh as weigh

Floats = npt.NDArray[np.float64]
Share = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1)]


class Below(BaseModel):
    """Shares of true and of false claims whose texts score at most `score`, as measured."""

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
        """The share of false claims among texts that score at most so much.

        `score` is at a prior of 0.5; the share is at `prior`. Scores above the measured range are
        taken as its end; below it the odds of the share go on as those of the score do, so that
        the share keeps in step with a score that few texts have.
        """
        return self.false_shares([score], prior)[0]

    def false_shares(self, scores: Sequence[float] | Floats, prior: float) -> list[float]:
        """The false_share of each score."""
        shares: Floats = np.array(scores, float)
        measured, true, false = self._columns
        weigh.share_false(shares.data, measured.data, true.data, false.data, prior)
        found: list[float] = shares.tolist()
        return found

    @cached_property
    def _columns(self) -> tuple[Floats, ...]:
        return tuple(np.array(column) for column in (self.score, self.true, self.false))
