"""From findings to the named vector that a model weighs."""

from credscore.features.definitions import FEATURES, NAMES, measure, of
from credscore.features.pieces import Pieces, Sums

__all__ = ["FEATURES", "NAMES", "Pieces", "Sums", "measure", "of"]
