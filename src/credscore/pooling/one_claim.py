"""One claim: its articles in, its report out."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from credscore.errors import InputError
from credscore.model import prior_log_odds
from credscore.pooling.articles import Article
from credscore.pooling.claim_report import ClaimReport
from credscore.pooling.pooled import pool_articles
from credscore.pooling.pooling_model import PoolingModel
from credscore.pooling.reading import read_articles
from credscore.scorer import Scorer, shipped


def score_claim(
    articles: Iterable[Article | str],
    prior: float = 0.5,
    claim: str | None = None,
    model: str | Path | Scorer | None = None,
) -> ClaimReport:
    """What the articles on one claim add up to.

    Parameters
    ----------
    articles
        The articles, or their texts alone, in any order. One whose text is no string has an error
        in place of a score.
    prior
        The base rate of true claims, strictly between 0 and 1.
    claim
        What the claim is called.
    model
        The folder of a model, or a scorer; without it the shipped model scores the articles.

    Raises
    ------
    InputError
        If `articles` are not many, the claim is no text, or the prior is no number.
    InputValueError
        If the prior is not strictly between 0 and 1.

    Examples
    --------
    >>> import credscore
    >>> texts = ["Two officials said it sank.", "The ministry denied that it sank."]
    >>> report = credscore.score_claim(texts, claim="The ferry sank")
    >>> report.articles, report.reports, report.disputed
    (2, 2, 1)
    """
    prior_log_odds(prior)
    is_frame = isinstance(articles, Mapping) or hasattr(articles, "columns")
    if is_frame or isinstance(articles, str | bytes) or not isinstance(articles, Iterable):
        raise InputError(
            f"articles must be many, such as a list of texts, got one {type(articles).__name__}. "
            "Score one text with credscore.score, a data frame with credscore.score_claims."
        )
    if not isinstance(claim, str | None):
        raise InputError(f"claim must be a str or None, got {type(claim).__name__}.")
    given = [one if isinstance(one, Article) else Article(one) for one in articles]
    scorer, pooling = loaded(model)
    return pool_articles(read_articles(scorer, given), pooling, prior, claim)


def loaded(model: str | Path | Scorer | None) -> tuple[Scorer, PoolingModel]:
    """The scorer of the articles, and the model that pools them: that of the same folder."""
    if model is None:
        return shipped(), PoolingModel.load()
    if isinstance(model, Scorer):
        return model, PoolingModel.load()
    return Scorer.load(model), PoolingModel.load(Path(model))
