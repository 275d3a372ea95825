"""Whether a headline states something: has a verb. "The mystery of the old mill" only names it."""

from collections.abc import Iterator

import numpy as np

from credscore.text import SHAPE_LETTERS, Bools, Ints, Text, WordTable, read_table

_ED = ord(SHAPE_LETTERS[2])
"""The shape of other words in -ed: "exonerated"."""
_VERB, _PARTICIPLE, _BEFORE_NOUN = 1, 2, 3
_LISTS = read_table("claim/headline_verbs.toml")
_NOUNS_FOLLOW = (
    "a about after and at before by during for from her his how in inside into its my of on or our "
    "over that the their this through to under why with without your"
)
"""Words behind which a form in -ing is a noun or goes before one: "of begging", "the missing"."""
_QUOTES = np.zeros(1 << 16, np.bool_)
_QUOTES[[ord(mark) for mark in "'\"‘“"]] = True


def state_something(text: Text, starts: Ints, ends: Ints) -> Bools:
    """Whether each of some headlines has a verb, or a form in -ing behind another word.

    >>> from credscore.text import Text
    >>> text = Text(["", ""], ["The mystery of the missing mill", "Navy moving ships"])
    >>> state_something(text, text.title_starts, text.body_starts).tolist()
    [False, True]
    """
    classes = _WORDS.of(text.hashes)
    behind = text.words[:-1] | _QUOTES[text.shape_codes[:-1]]
    going = (classes[1:] == _PARTICIPLE) & behind & (classes[:-1] != _BEFORE_NOUN)
    verbs = (classes == _VERB) | (text.shape_codes == _ED) | np.concatenate([[False], going])
    counts = np.concatenate([[0], verbs.cumsum()])
    states: Bools = counts[ends] > counts[starts]
    return states


def _inflected(verb: str) -> Iterator[tuple[str, int]]:
    """The forms of a regular verb, and whether they are in -ing."""
    short = verb.removesuffix("e")
    stem = f"{verb[:-1]}i" if verb[-1] == "y" and verb[-2] not in "aeou" else verb
    longer = short if verb[-1] == "e" else stem
    double = verb + verb[-1]
    hisses = verb.endswith(("s", "x", "z", "ch", "sh")) or stem != verb
    yield from ((form, _VERB) for form in (verb, stem + "es" * hisses + "s" * (not hisses)))
    yield from ((form, _VERB) for form in (f"{longer}ed", f"{double}ed"))
    yield from ((form, _PARTICIPLE) for form in (f"{short}ing", f"{verb}ing", f"{double}ing"))


def _words() -> dict[str, int]:
    words = {form: kind for verb in _LISTS["regular"].split() for form, kind in _inflected(verb)}
    words |= dict.fromkeys(_LISTS["forms"].split(), _VERB)
    return words | dict.fromkeys(_NOUNS_FOLLOW.split(), _BEFORE_NOUN)


_WORDS = WordTable(_words())
