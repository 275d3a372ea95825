"""Computes the features of articles from counts of evidence and form."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from credscore.features.definitions import FEATURES, FLAG, RATE, Pieces
from credscore.features.form_counts import COUNTS, SENTENCES, Sentences, count
from credscore.signals import Bools, Findings, Floats, Ints, find

_USUAL = np.array([feature.usual for feature in FEATURES])
_WEIGHT = np.array([feature.weight for feature in FEATURES])
_RATES, _FLAGS = (np.array([feature.unit == unit for feature in FEATURES]) for unit in (RATE, FLAG))
_LOGS = np.array([feature.unit.startswith("log") for feature in FEATURES])
_OF_TITLE = np.array([feature.where == "title" for feature in FEATURES])
_LENGTH = COUNTS.index("body length")
_SENTENCES = [COUNTS.index(name) for name in SENTENCES]


class Sums:
    """Adds columns of counts: each sum is that of one list of columns.

    >>> Sums([[0, 2], []])(np.array([[1, 10, 100]])).tolist()
    [[101, 0]]
    """

    def __init__(self, columns: Iterable[Sequence[int]]) -> None:
        groups = [[0, *(1 + column for column in group)] for group in columns]
        self._columns = np.array([*chain.from_iterable(groups)], np.intp)
        self._starts = np.cumsum([0, *map(len, groups)])[:-1]

    def __call__(self, *counts: Ints) -> Ints:
        """The sums, shape (articles, sums); each of `counts` has shape (articles, any)."""
        zeros = np.zeros((len(counts[0]), 1), np.intp)  # an empty list of columns sums this one
        beside = np.concatenate([zeros, *counts], axis=1)
        return np.add.reduceat(beside.take(self._columns, axis=1), self._starts, axis=1)


def _columns(item: Pieces | str) -> list[int]:
    """The columns that an item adds: those of form counts, then those of evidence."""
    if isinstance(item, str):
        return [COUNTS.index(item)]
    return [len(COUNTS) + slot for slot in item.slots()]


_COUNTED = [*(feature.counts for feature in FEATURES), *(feature.of for feature in FEATURES)]
_SUMS = Sums([*chain.from_iterable(map(_columns, items))] for items in _COUNTED)


def measure(findings: Findings) -> Floats:
    """All features, shape (articles, features), in the order of FEATURES; nan if one is missing.

    >>> measure(find(["Nobody spoke.", "It may rain."], [None, None])).shape == (2, len(FEATURES))
    True
    """
    return _features(count(findings), findings.counts, _are_titled(findings))


def measure_without(findings: Findings) -> tuple[Floats, list[int]]:
    """The features of one article as they would be without each finding.

    Without a finding its kind has one less in its zone, and its sentence may no longer count.
    Findings with the same effect share a row. Returns the different rows, and for each finding the
    index of its row.

    >>> rows, of_findings = measure_without(find(["It may rain. It may snow."], [None]))
    >>> of_findings
    [0, 0]
    """
    changes = np.column_stack([findings.slots, Sentences(findings).losses()])
    cases, rows = np.unique(changes, axis=0, return_inverse=True)
    forms = np.repeat(count(findings), len(cases), axis=0)
    forms[:, _SENTENCES] -= cases[:, 1:]
    evidence = np.repeat(findings.counts, len(cases), axis=0)
    evidence[np.arange(len(cases)), cases[:, 0]] -= 1
    titled = np.repeat(_are_titled(findings), len(cases))
    return _features(forms, evidence, titled), rows.ravel().tolist()


def of(text: str, title: str | None = None) -> list[float]:
    """The features of one text, in the order of NAMES; nan if one is missing.

    >>> from credscore.features import NAMES
    >>> dict(zip(NAMES, of("Nobody spoke.")))["official_denials_rate"]
    0.0
    """
    return list(measure(find([text], [title]))[0].tolist())


def _are_titled(findings: Findings) -> Bools:
    return findings.layout.body_starts - findings.layout.title_starts > 1


def _features(forms: Ints, evidence: Ints, titled: Bools) -> Floats:
    """The features from counts of form and counts of evidence by kind and zone."""
    sums = _SUMS(forms, evidence)
    # A root, because the tenth cue adds little. + 5, so that short texts get no extreme values.
    shared = np.maximum(sums[:, len(FEATURES) :] + _WEIGHT, 1)
    per = forms[:, [_LENGTH]] / 20 + 5
    values: Floats = (sums[:, : len(FEATURES)] + _USUAL) / np.where(_RATES, per, shared)
    np.sqrt(values, out=values, where=_RATES)
    np.minimum(values, 1, out=values, where=_FLAGS)
    np.log1p(values, out=values, where=_LOGS)
    values[_OF_TITLE & ~titled[:, np.newaxis]] = np.nan
    return values
