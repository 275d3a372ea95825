"""Scores the articles of a reading by a model, with the contribution of each feature."""

from typing import NamedTuple

from credscore.model import EVEN, HIGH, LOG_ODDS, LOW, SCORE, Model, prior_log_odds
from credscore.report.caveats import UNRELIABLE, caveats_of
from credscore.report.profile import Denials, profiles, stances
from credscore.report.records import Profile, Stance
from credscore.report.verdict import verdict_of
from credscore.signals import Findings, Floats


class Score(NamedTuple):
    """The score of one text, without evidence and contributions; Report describes the fields."""

    score: float
    interval: tuple[float, float]
    stance: Stance
    reliable: bool
    caveats: tuple[str, ...]
    prior: float
    log_odds: float
    base_log_odds: float
    model_id: str
    profile: Profile
    flagged_false: float | None = None

    @property
    def verdict(self) -> str:
        """The verdict in a few words, the same as that of the report."""
        return verdict_of(self.stance, self.caveats, self.log_odds, self.prior, self.profile)


def judge(
    model: Model, findings: Findings, denials: Denials, features: Floats, prior: float
) -> tuple[list[Score], Floats]:
    """The score of each article, and the contributions, shape (articles, weights of the model)."""
    linear, shift, prior = model.linear, prior_log_odds(prior), float(prior)
    base = model.intercept + shift
    contributions, figures = linear.figures(linear.offsets(features), base, shift)
    flagged = [
        model.below and model.below.false_share(score, prior) for score in figures[EVEN].tolist()
    ]
    of_articles = stances(findings, denials)
    caveats = caveats_of(findings, of_articles, linear.outside(features), len(linear.weight))
    columns = figures[[SCORE, LOW, HIGH, LOG_ODDS]].tolist()
    scores = [
        Score(
            score, (low, high), stance, UNRELIABLE.isdisjoint(names), names, prior, log_odds,
            base, model.model_id, profile, share,
        )
        for score, low, high, log_odds, stance, names, profile, share in zip(
            *columns, of_articles, caveats, profiles(findings), flagged, strict=True
        )
    ]  # fmt: skip
    return scores, contributions
