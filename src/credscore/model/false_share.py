"""Of texts flagged because they score so little, how many are false?"""

from bisect import bisect_right
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

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

        `score` is at a prior of 0.5; the share is at `prior`. Between the measured scores the
        shares of true and of false claims are interpolated. Scores above them are taken as their
        end; below them the odds of the share go on as those of the score do, so that the share
        keeps in step with a score that few texts have.

        >>> below = Below(score=(0.2, 0.6), true=(0.1, 0.5), false=(0.3, 1.0))
        >>> round(below.false_share(0.2, 0.5), 2), round(below.false_share(0.4, 0.5), 2)
        (0.75, 0.68)
        """
        scores, last = self.score, len(self.score) - 1
        at = max(bisect_right(scores, score) - 1, 0)
        low, true, false = scores[at], self.true[at], self.false[at]
        if score < low:
            true *= score * (1 - low) / (low * (1 - score))
        elif score > low and at < last:
            beyond, width = score - low, scores[at + 1] - low
            true += (self.true[at + 1] - true) / width * beyond
            false += (self.false[at + 1] - false) / width * beyond
        whole = (1 - prior) * false + prior * true
        return (1 - prior) * false / whole if whole else 0.0
