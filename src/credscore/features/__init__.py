"""Turns findings into the vector of named features that a model weighs."""

from credscore.features.definitions import FEATURES, FLAG, NAMES, STYLE, Pieces, label_of
from credscore.features.vector import Sums, measure, measure_without, of
