"""Pools the articles on one claim: finds independent voices, and weighs them by a trained model."""

from credscore.pooling.articles import Article, as_articles, read_articles
from credscore.pooling.claim_report import ClaimReport, html_of
from credscore.pooling.claims import ClaimColumns, claim_table, score_claim_file, score_claims
from credscore.pooling.pool import FEATURES, Pool, Selection
from credscore.pooling.pooled import loaded, pool_articles, score_claim
from credscore.pooling.pooling_model import POOLING_FILE, PoolingModel, PoolingWeight
