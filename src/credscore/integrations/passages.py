"""Annotates passages that a search returned with their scores, and leaves out doubtful ones.

The integrations of LangChain and LlamaIndex share it; both libraries build on pydantic.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field

from credscore.report import Report
from credscore.scorer import Scorer, shipped


class PassageFilter(BaseModel):
    """Scores passages, and returns all of them or those with a high enough score."""

    least_score: Annotated[float, Field(ge=0, le=1)] | None = None
    """Passages with a lower score are left out; None keeps all and only annotates them."""
    keep_unreliable: bool = True
    """Whether passages without a reliable score stay: those of fewer than 50 words, for one."""
    keep_debunks: bool = True
    """Whether passages that call their claim false stay: the score rates it, not the writer."""
    prior: Annotated[float, Field(gt=0, lt=1)] = 0.5
    """The base rate of true claims."""
    model: Path | None = None
    """The folder of a model; None: the shipped one."""
    title_key: str = "title"
    """The key of the metadata that holds a headline."""

    @cached_property
    def _scorer(self) -> Scorer:
        return shipped() if self.model is None else Scorer.load(self.model)

    def annotated(self, text: str, metadata: Mapping[str, Any]) -> dict[str, Any] | None:
        """The metadata of a passage with its score; None if the passage is left out.

        The new keys are credscore_score, _low, _high (90 % interval), _stance, _reliable, _verdict
        and _reasons (sentences, the weightiest first).
        """
        title = metadata.get(self.title_key)
        report = self._scorer.score(text, title if isinstance(title, str) else None, self.prior)
        if not self._keeps(report):
            return None
        low, high = report.interval
        return {
            **metadata,
            "credscore_score": report.score,
            "credscore_low": low,
            "credscore_high": high,
            "credscore_stance": report.stance,
            "credscore_reliable": report.reliable,
            "credscore_verdict": report.verdict,
            "credscore_reasons": [reason.text for reason in report.reasons],
        }

    def _keeps(self, report: Report) -> bool:
        if self.least_score is None:
            return True
        if not report.reliable:
            return self.keep_unreliable
        called_false = self.keep_debunks and report.stance == "debunks"
        return called_false or report.score >= self.least_score
