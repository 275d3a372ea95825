"""What a model says of the articles of a reading, as arrays and lists by article."""

from dataclasses import dataclass

from credscore.model import EVEN, HIGH, LOG_ODDS, LOW, SCORE, Model
from credscore.report.caveats import UNRELIABLE, caveats_of
from credscore.report.profile import stances
from credscore.report.records import Score, Stance
from credscore.signals import Findings, Floats


@dataclass(frozen=True, slots=True)
class Judgement:
    """Scores by article.

    `figures` are those of Linear.figures, shape (5, articles). `flagged` are shares of false claims
    (Report.flagged_false), None if the model has not measured them. `contributions` have the shape
    (articles, weights of the model).
    """

    model_id: str
    prior: float
    base: float
    figures: Floats
    flagged: list[float] | list[None]
    stances: list[Stance]
    caveats: list[tuple[str, ...]]
    contributions: Floats

    def scores(self) -> list[Score]:
        """The score of each article."""
        log_odds, scores, lows, highs = self.figures[[LOG_ODDS, SCORE, LOW, HIGH]].tolist()
        return [
            Score(
                score, (low, high), stance, UNRELIABLE.isdisjoint(caveats), caveats, self.prior,
                total, self.base, self.model_id, flagged,
            )
            for score, low, high, stance, caveats, total, flagged in zip(
                scores, lows, highs, self.stances, self.caveats, log_odds, self.flagged,
                strict=True,
            )
        ]  # fmt: skip


def judge(
    model: Model, findings: Findings, features: Floats, prior: float, shift: float
) -> Judgement:
    """Judge articles by their features; `shift` are the log-odds of the prior."""
    linear, base = model.linear, model.intercept + shift
    contributions, figures = linear.figures(linear.offsets(features), base, shift)
    flagged: list[float] | list[None] = [None] * len(findings)
    if model.below is not None:
        flagged = [model.below.false_share(score, prior) for score in figures[EVEN].tolist()]
    of_articles = stances(findings)
    caveats = caveats_of(findings, of_articles, linear.outside(features), len(linear.columns))
    return Judgement(
        model.model_id, float(prior), base, figures, flagged, of_articles, caveats, contributions
    )
