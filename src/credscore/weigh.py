# cython: wraparound=False
"""The linear part of a model on the features of some articles, one article after the other.

Plain loops over flat arrays, compiled where that can be (weigh.pxd). No sum depends on other
articles, so that a text weighs the same alone as in company, to the last bit.
"""

from math import sqrt
from typing import Any


def offset(
    features: memoryview, columns: memoryview, lows: memoryview, highs: memoryview,
    centers: memoryview, bodies: memoryview, unread: memoryview, offsets: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write clip(value) - center of each of a model's features, 0 where it is missing.

    Times 1 - unread of the article where the feature is one of the body (1; of the title 0).
    """
    for article in range(len(features)):
        for term in range(len(columns)):
            value = features[article, columns[term]]
            if value != value:
                offsets[article, term] = 0.0
            else:
                value = min(max(value, lows[term]), highs[term])
                share = 1 - unread[article] * bodies[term]
                offsets[article, term] = (value - centers[term]) * share


def deviate(
    offsets: memoryview, terms: int, constants: memoryview, factor: memoryview,
    deviations: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write the standard deviation of each log-odds: |factor [1, offsets]|, of so many terms."""
    for article in range(len(offsets)):
        total = 0.0
        for row in range(len(constants)):
            part = constants[row]
            for term in range(terms):
                part += factor[row, term] * offsets[article, term]
            total += part * part
        deviations[article] = sqrt(total)


def count_outside(
    features: memoryview, columns: memoryview, lows: memoryview, highs: memoryview,
    counts: memoryview,
) -> None:  # fmt: skip
    """Write how many features of each article lie out of range."""
    for article in range(len(features)):
        count = 0
        for term in range(len(columns)):
            value = features[article, columns[term]]
            if value < lows[term] or value > highs[term]:
                count += 1
        counts[article] = count
