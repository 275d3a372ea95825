"""Turns features into log-odds: the model file, its linear terms, the prior."""

from credscore.model.hashed_json import digest, load_hashed, read_file, write_hashed
from credscore.model.linear import EVEN, HIGH, LOG_ODDS, LOW, SCORE, Z90, Linear, Scale, expit
from credscore.model.model_file import (
    CARD_FILE,
    FORMAT_VERSION,
    MAX_WEIGHT,
    Below,
    Model,
    Weight,
    default_folder,
)
from credscore.model.prior import PriorEstimate, estimate_prior, prior_log_odds
