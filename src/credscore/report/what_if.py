"""The features as they would be without one signal, or without one piece of evidence.

Both answer with rows of `Terms.offsets`, which a model turns into log-odds as it does any text's.
"""

import numpy as np

from credscore.features import FEATURES, measure
from credscore.model import Model
from credscore.signals import KIND, START, ZONE, Findings, Floats

_SIGNALS = {feature.name: feature.signal for feature in FEATURES}


def without_signals(found: Findings, model: Model) -> tuple[list[str], Floats]:
    """The model's signals, and for each the offsets of the first article with its features at 0."""
    of_weights = np.array([_SIGNALS[weight.feature] for weight in model.weights])
    signals = list(dict.fromkeys(of_weights.tolist()))
    offsets = model.terms.offsets(measure(found))[0]
    return signals, np.array([np.where(of_weights == one, 0.0, offsets) for one in signals])


def without_evidence(found: Findings, model: Model) -> Floats:
    """For each finding of one article, the offsets measured anew without it.

    Findings of the same kind, zone and sentence count alike in every feature, so that one of them
    is left out for all.
    """
    sentences = found.reading.text.sentence_starts.searchsorted(found.places[:, START], "right")
    keys = np.column_stack([found.places[:, [KIND, ZONE]], sentences])
    _, first, groups = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    rows = found.rows
    measured = [
        measure(Findings(found.reading, {"": rows[:place] + rows[place + 1 :]}))
        for place in first.tolist()
    ]
    features = np.concatenate(measured) if measured else measure(found)[:0]
    offsets: Floats = model.terms.offsets(features)[groups.reshape(-1)]
    return offsets
