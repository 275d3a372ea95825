"""What a model says of the articles of a reading: their scores, and what each feature adds."""

from credscore.model import EVEN, HIGH, LOG_ODDS, LOW, SCORE, Model, prior_log_odds
from credscore.report.caveats import UNRELIABLE, caveats_of
from credscore.report.profile import stances
from credscore.report.records import Score
from credscore.signals import Findings, Floats


def judge(
    model: Model, findings: Findings, features: Floats, prior: float
) -> tuple[list[Score], Floats]:
    """The score of each article, and contributions of shape (articles, weights of the model).

    `features` have the shape (articles, FEATURES).
    """
    linear, shift, prior = model.linear, prior_log_odds(prior), float(prior)
    base = model.intercept + shift
    contributions, figures = linear.figures(linear.offsets(features), base, shift)
    flagged: list[float] | list[None] = [None] * len(findings)
    if model.below is not None:
        flagged = [model.below.false_share(score, prior) for score in figures[EVEN].tolist()]
    of_articles = stances(findings)
    caveats = caveats_of(findings, of_articles, linear.outside(features), len(linear.columns))
    columns = figures[[SCORE, LOW, HIGH, LOG_ODDS]].tolist()
    scores = [
        Score(
            score, (low, high), stance, UNRELIABLE.isdisjoint(names), names, prior, log_odds,
            base, model.model_id, share,
        )
        for score, low, high, log_odds, stance, names, share in zip(
            *columns, of_articles, caveats, flagged, strict=True
        )
    ]  # fmt: skip
    return scores, contributions
