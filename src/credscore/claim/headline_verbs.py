"""Tells whether a headline has a verb. "The mystery of the old mill" states nothing."""

import functools
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.text import SHAPE_LETTERS, Bools, Ints, Text, hashes_of, read_table

_ED = ord(SHAPE_LETTERS[2])
"""The shape of other words in -ed: "exonerated"."""
_NOUNS_FOLLOW = (
    "a about after and at before by during for from her his how in inside into its my of on or our "
    "over that the their this through to under why with without your"
)
"""Behind these words a form in -ing is a noun or stands before one: "of begging", "the missing"."""
_QUOTES = np.array(sorted(map(ord, "'\"‘“")))
Keys = npt.NDArray[np.integer[Any]]


def have_verb(text: Text, starts: Ints, ends: Ints) -> Bools:
    """Whether each headline has a verb, or a form in -ing behind another word.

    >>> from credscore.text import Text
    >>> text = Text(["", ""], ["The mystery of the missing mill", "Navy moving ships"])
    >>> have_verb(text, text.title_starts, text.body_starts).tolist()
    [False, True]
    """
    sizes = np.maximum(ends - starts, 0).ravel()
    spans = np.arange(len(sizes)).repeat(sizes)
    tokens = np.arange(len(spans)) + (starts.ravel() - sizes.cumsum() + sizes).repeat(sizes)
    verbs, participles, before_nouns = _tables()
    hashes, before = text.hashes[tokens], tokens - 1
    going = _among(participles, hashes) & ~_among(before_nouns, text.hashes[before])
    going &= text.words[before] | _among(_QUOTES, text.shape_codes[before])
    are_verbs = _among(verbs, hashes) | (text.shape_codes[tokens] == _ED) | going
    counts = np.bincount(spans[are_verbs], minlength=len(sizes))
    states: Bools = (counts > 0).reshape(starts.shape)
    return states


def _among(others: Keys, keys: Keys) -> Bools:
    """Whether each key is one of the others, which are sorted."""
    among: Bools = others.take(others.searchsorted(keys), mode="clip") == keys
    return among


def _inflected(verb: str) -> Iterator[str]:
    """The forms of a regular verb."""
    short = verb.removesuffix("e")
    stem = f"{verb[:-1]}i" if verb[-1] == "y" and verb[-2] not in "aeou" else verb
    hisses = verb.endswith(("s", "x", "z", "ch", "sh")) or stem != verb
    longer = short if verb[-1] == "e" else stem
    yield from (verb, f"{stem}es" if hisses else f"{stem}s", f"{longer}ed", f"{verb}{verb[-1]}ed")


def _present_participles(verb: str) -> Iterator[str]:
    """The forms in -ing of a regular verb."""
    yield from (f"{verb.removesuffix('e')}ing", f"{verb}ing", f"{verb}{verb[-1]}ing")


@functools.cache
def _tables() -> tuple[Keys, ...]:
    """The hashes of verbs, of forms in -ing and of words before nouns."""
    lists = read_table("claim/headline_verbs.toml")
    regular = lists["regular"].split()
    verbs = {form for verb in regular for form in _inflected(verb)} | {*lists["forms"].split()}
    going = {form for verb in regular for form in _present_participles(verb)}
    words = verbs, going, _NOUNS_FOLLOW.split()
    return tuple(np.sort(np.array(hashes_of(group), np.uint64)) for group in words)
