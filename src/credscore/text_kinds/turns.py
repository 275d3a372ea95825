"""Turns of a conversation: labels of speakers, as in "MS. VALE: No." or "Q: Why?"."""

from collections import defaultdict
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from credscore.signals import Ints
from credscore.text import Text, hashes_of
from credscore.text_kinds.words import CLASSES

LEAST_TURNS = 6
_LEAST_LABELS = 4  # with fewer colons there is no conversation
_IN_LABELS = frozenset(map(ord, ".()"))
_LONGEST = 6  # tokens of a label at most, its colon left out
_NO_SPEAKERS = frozenset(hashes_of(CLASSES["label"].split()))
_HARDLY = 8  # tokens of a turn that says hardly a word, the next label included


class Turns(NamedTuple):
    """The turns of speakers with more than one; how far they reach; those with hardly a word."""

    total: int
    speakers: int
    reach: int
    short: int


NO_TURNS = Turns(0, 0, 0, 0)


def turns_of(text: Text, colons: Ints) -> Turns:
    """The turns of one text, from its colons; labels are names of at most 6 words.

    Each begins with a capital, and none is of the class `label`: "Image: ...", "Verdict: ...".
    """
    if len(colons) < _LEAST_LABELS:
        return NO_TURNS
    starts = text.sentence_starts
    begins = starts[np.maximum(starts.searchsorted(colons, "right") - 1, 0)]
    near = (begins < colons) & (colons - begins <= _LONGEST)
    colons, begins = colons[near], begins[near]
    if len(colons) < _LEAST_LABELS:
        return NO_TURNS
    shapes, hashes = text.shape_codes.data, text.hashes.data
    capital, words = text.capital.data, text.words.data
    labelled: dict[int, list[int]] = defaultdict(list)
    for colon, begin in zip(colons.tolist(), begins.tolist(), strict=True):
        inside = range(begin, colon)
        if all(
            capital[t] and hashes[t] not in _NO_SPEAKERS if words[t] else shapes[t] in _IN_LABELS
            for t in inside
        ):
            labelled[sum(hashes[token] for token in inside)].append(colon)
    places = sorted(chain(*(marks for marks in labelled.values() if len(marks) > 1)))
    if not places:
        return NO_TURNS
    speakers = sum(len(marks) > 1 for marks in labelled.values())
    short = sum(after - colon_before < _HARDLY for colon_before, after in pairwise(places))
    return Turns(len(places), speakers, places[-1] - places[0], short)
