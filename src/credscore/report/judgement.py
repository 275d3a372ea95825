# cython: wraparound=False
"""What a model says of the articles of a reading: arrays, and records of them where asked for.

The loop is compiled where that can be (judgement.pxd).
"""

from dataclasses import dataclass

from credscore.model import EVEN, HIGH, LOG_ODDS, LOW, SCORE, Model
from credscore.report import _records as records
from credscore.report import profile
from credscore.report.profile import CAVEAT_SETS
from credscore.report.report import UNRELIABLE, Score, Stance
from credscore.signals import Findings, Floats

RELIABLE = [UNRELIABLE.isdisjoint(caveats) for caveats in CAVEAT_SETS]
"""Whether a score with these of CAVEAT_SETS is reliable."""

_LOG_ODDS, _SCORE, _LOW, _HIGH = LOG_ODDS, SCORE, LOW, HIGH


@dataclass(frozen=True, slots=True)
class Judgement:
    """Scores by article. `figures` are those of Terms.figures, `caveats` places in CAVEAT_SETS.

    `flagged` are shares of false claims (Report.flagged_false), None where not measured.
    """

    model_id: str
    prior: float
    base: float
    figures: Floats
    flagged: list[float] | list[None]
    stances: list[Stance]
    caveats: list[int]
    contributions: Floats

    def scores(self) -> list[Score]:
        """The score of each article."""
        return _scores(self, self.figures.data)


def judge(model: Model, found: Findings, features: Floats, prior: float, shift: float) -> Judgement:
    """Judge articles by their features; `shift` are the log-odds of the prior."""
    terms, base = model.terms, model.intercept + shift
    contributions, figures = terms.figures(terms.offsets(features), base, shift)
    flagged: list[float] | list[None] = [None] * len(found)
    if model.below is not None:
        flagged = model.below.false_shares(figures[EVEN], prior)
    stances = profile.stances(found)
    caveats = profile.caveats(found, stances, terms.outside(features), len(terms.columns))
    return Judgement(
        model.model_id, float(prior), base, figures, flagged, stances, caveats, contributions
    )


def _scores(judged: Judgement, figures: memoryview) -> list[Score]:
    model_id, prior, base = judged.model_id, judged.prior, judged.base
    flagged, stances, caveats, made = judged.flagged, judged.stances, judged.caveats, []
    for article in range(len(stances)):
        bits = caveats[article]
        made.append(records.record(Score, (
            figures[_SCORE, article], (figures[_LOW, article], figures[_HIGH, article]),
            stances[article], RELIABLE[bits], CAVEAT_SETS[bits], prior,
            figures[_LOG_ODDS, article], base, model_id, flagged[article],
        )))  # fmt: skip
    return made
