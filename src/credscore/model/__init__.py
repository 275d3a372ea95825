"""From a feature vector to log-odds: the model file, its linear terms, the prior."""

from credscore.model.false_share import Below
from credscore.model.linear import EVEN, HIGH, LOG_ODDS, LOW, SCORE, Linear, Scale, expit
from credscore.model.model_file import (
    CARD_FILE,
    FORMAT_VERSION,
    MAX_WEIGHT,
    MODEL_FILE,
    Model,
    Weight,
    default_folder,
    read_file,
)
from credscore.model.prior import PriorEstimate, estimate_prior, prior_log_odds

__all__ = [
    "CARD_FILE",
    "EVEN",
    "FORMAT_VERSION",
    "HIGH",
    "LOG_ODDS",
    "LOW",
    "MAX_WEIGHT",
    "MODEL_FILE",
    "SCORE",
    "Below",
    "Linear",
    "Model",
    "PriorEstimate",
    "Scale",
    "Weight",
    "default_folder",
    "estimate_prior",
    "expit",
    "prior_log_odds",
    "read_file",
]
