# cython: wraparound=False
"""The linear part of a model on the features of some articles, one article after the other.

Plain loops over flat arrays, compiled where that can be (weigh.pxd). No sum depends on other
articles, so that a text weighs the same alone as in company, to the last bit.
"""

import math
from typing import Any

LOG_ODDS, SCORE, LOW, HIGH, EVEN = range(5)
"""The rows of judge's figures."""

_LOG_ODDS, _SCORE, _LOW, _HIGH, _EVEN = LOG_ODDS, SCORE, LOW, HIGH, EVEN
_Z90 = 1.6448536269514722  # 95th percentile of the standard normal distribution
PARTS = 64
"""More doubles without common bits than there are between the least and the largest."""


def offset(
    features: memoryview, columns: memoryview, lows: memoryview, highs: memoryview,
    centers: memoryview, bodies: memoryview, lengths: memoryview, half_words: float,
    offsets: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write clip(value) - center of each of a model's features, 0 where it is missing.

    Times words / (words + half_words) where the feature is one of the body (1; of the title 0);
    `lengths` are 1 + the words of each article.
    """
    for article in range(len(features)):
        unread = half_words / (lengths[article] - 1 + half_words) if half_words else 0.0
        for term in range(len(columns)):
            value = features[article, columns[term]]
            if value != value:
                offsets[article, term] = 0.0
            else:
                value = min(max(value, lows[term]), highs[term])
                share = 1 - unread * bodies[term]
                offsets[article, term] = (value - centers[term]) * share


def deviation(
    offsets: memoryview, article: int, terms: int, constants: memoryview, factor: memoryview
) -> float:
    """The standard deviation of the log-odds: |factor [1, offsets]|, of so many terms."""
    total = 0.0
    for row in range(len(constants)):
        part = constants[row]
        for term in range(terms):
            part += factor[row, term] * offsets[article, term]
        total += part * part
    return math.sqrt(total)


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


def expit(log_odds: float) -> float:
    """The probability of a log-odds, without overflow.

    >>> expit(0.0), expit(-1000.0)
    (0.5, 0.0)
    """
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1 + odds)


def judge(
    offsets: memoryview, weights: memoryview, constants: memoryview, factor: memoryview,
    base: float, shift: float, parts: "memoryview[Any]", contributions: "memoryview[Any]",
    figures: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write the contributions of each article's terms, and its figures, shape (5, articles).

    The log-odds are `base` and the contributions; the score and both ends of its 90 % interval are
    their probabilities, and the last figure is the score without the `shift` of a prior.
    """
    terms = len(weights)
    for article in range(len(offsets)):
        for term in range(terms):
            contributions[article, term] = offsets[article, term] * weights[term] + 0.0  # no -0.0
        middle = base + add(contributions, article, terms, parts)
        reach = _Z90 * deviation(offsets, article, terms, constants, factor)
        figures[_LOG_ODDS, article] = middle
        figures[_SCORE, article] = expit(middle)
        figures[_LOW, article] = expit(middle - reach)
        figures[_HIGH, article] = expit(middle + reach)
        figures[_EVEN, article] = expit(middle - shift)


def add(rows: "memoryview[Any]", row: int, columns: int, parts: "memoryview[Any]") -> float:
    """The sum of a row of so many columns, rounded once: as math.fsum's, by its algorithm.

    `parts` is room for PARTS doubles, which share no bits and make up the exact sum.
    """
    count = 0
    for column in range(columns):
        value, kept = rows[row, column], 0
        for place in range(count):
            part = parts[place]
            if abs(value) < abs(part):
                value, part = part, value
            high = value + part
            low = part - (high - value)
            if low != 0:
                parts[kept] = low
                kept += 1
            value = high
        count = kept
        if value != 0:
            parts[count] = value
            count += 1
    high = low = 0.0
    while count and low == 0:
        count -= 1
        value, part = high, parts[count]
        high = value + part
        low = part - (high - value)
    if count and (low < 0) == (parts[count - 1] < 0) and low != 0:  # halfway: what is left decides
        value = high + 2 * low
        if value - high == 2 * low:
            high = value
    return float(high)


def share_false(
    scores: "memoryview[Any]", measured: memoryview, true: memoryview, false: memoryview,
    prior: float,
) -> None:  # fmt: skip
    """Put in the place of each score the share of false claims among texts that score at most so.

    `true` and `false` are the shares of all claims that score at most `measured`. Between these
    they are interpolated; below them the odds go on as those of the score do.
    """
    last = len(measured) - 1
    for article in range(len(scores)):
        at, place = scores[article], 0
        while place < last and measured[place + 1] <= at:
            place += 1
        low, of_true, of_false = measured[place], true[place], false[place]
        if at < low:
            of_true *= at * (1 - low) / (low * (1 - at))
        elif at > low and place < last:
            beyond, width = at - low, measured[place + 1] - low
            of_true = (true[place + 1] - of_true) / width * beyond + of_true
            of_false = (false[place + 1] - of_false) / width * beyond + of_false
        whole = (1 - prior) * of_false + prior * of_true
        scores[article] = (1 - prior) * of_false / whole if whole else 0.0
