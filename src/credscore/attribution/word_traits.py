"""The traits of a word, one bit each; they add to its letter (letters.py)."""

import functools

import numpy as np
import numpy.typing as npt

from credscore.lexicon import Lexicon
from credscore.patterns import expand
from credscore.text import hashes_of

# fmt: off
(
    OFFICIAL, RUMOR, SHOWING, BARE, ONGOING, INVERTING, NEGATION, BY, SINGLE, KIN, PEOPLE,
    BELIEVING, TALK, NOUN, TO, VAGUE, SINGULAR, HYPOTHESIS, SOME, SEVERAL, OBJECT, ACTIVE, CROWD,
    CONDITIONAL, HIDING, FAMILIAR, POLLED, GENERIC, PRESS, ASPECT,
) = (1 << bit for bit in range(30))
# fmt: on

_NAMES: dict[int, tuple[str, ...]] = {
    OFFICIAL: ("<state_voice>",),
    RUMOR: ("<rumor_word>",),
    SHOWING: ("<showing>",),
    BARE: ("<bare_form>",),
    INVERTING: ("<say>", "reads"),
    NEGATION: ("<negation>",),
    BY: ("by",),
    SINGLE: ("a", "an"),
    KIN: ("<kin>",),
    PEOPLE: ("people",),
    BELIEVING: ("<believe>",),
    TALK: ("<noun_of_talk>",),
    NOUN: ("<verb_or_noun>",),
    TO: ("to",),
    VAGUE: ("<vague>",),
    SINGULAR: ("<singular_form>",),
    HYPOTHESIS: ("<hypothesis>",),
    SOME: ("<some_people>", "<one_more>"),
    SEVERAL: ("<some_people>",),
    OBJECT: ("<object_pronoun>",),
    ACTIVE: ("<feeling>",),
    CROWD: ("<crowd>",),
    CONDITIONAL: ("<conditional>",),
    ASPECT: ("<aspect>",),
    # every expression of _source_kind.py holds one of these words
    HIDING: ("<hidden>", "<nameless>", "not", "<declining>", "<own_name>", "background", "off"),
    FAMILIAR: ("familiar", "close", "with", "briefed"),
    POLLED: ("<polled>", "%"),
    GENERIC: ("<generic>",),
    PRESS: ("media", "press", "outlets", "newspapers", "tabloids", "websites"),
}
_LABELS = {
    bit: name.lower() for name, bit in list(globals().items()) if name.isupper() and name[0] != "_"
}
BESIDE = 1 << 30
"""A trait of a verb that stands directly behind its subject."""
CAPITAL = 1 << 31
"""The trait of a lexicon word that is written with a capital."""


def trait_names(character: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The traits of a character of the tape, by name: "official", "single", ..."""
    bits = int(traits(lexicon)[ord(character)])
    return tuple(name for bit, name in _LABELS.items() if bits & bit)


@functools.lru_cache(maxsize=4)
def traits(lexicon: Lexicon) -> npt.NDArray[np.uint32]:
    """The traits of every character of the tape, shape (65536,)."""
    table = np.zeros(1 << 16, np.uint32)
    for trait, names in _NAMES.items():
        for name in names:
            table[lexicon.codes(name)] |= trait
    vocabulary = lexicon.vocabulary
    table[vocabulary.codes_of_ending("ing")] |= ONGOING | ACTIVE
    table[vocabulary.size - 2 * len(vocabulary.words) + 1 : vocabulary.size : 2] |= CAPITAL
    table[lexicon.codes("<never_inverted>")] &= ~np.uint32(INVERTING)
    table[table & ONGOING > 0] &= ~np.uint32(INVERTING)
    table.flags.writeable = False
    return table


@functools.lru_cache(maxsize=4)
def past_forms(lexicon: Lexicon) -> str:
    """The characters of verbs in the past: "claimed", "said"."""
    said = "".join(map(lexicon.characters, ("said", "told", "wrote")))
    return said + "".join(map(chr, lexicon.vocabulary.codes_of_ending("ed")))


_DEPUTY, _IN_OFFICE = ("co", "vice", "deputy", "ex"), ("general", "elect", "designate")
"""Parts joined to an office by a hyphen: "co-leader", "secretary-general"."""


@functools.lru_cache(maxsize=4)
def name_hashes(lexicon: Lexicon) -> tuple[frozenset[int], ...]:
    """Sets of hashes of words that show the kind of a name.

    The sets are titles, roles, last words of bodies, letters behind names, "the", given names,
    laws, papers, pronouns, words that begin the name of a place, and months that are given names.
    """
    classes: dict[str, tuple[str, ...]] = {}
    for file in lexicon.files.values():
        classes |= file.classes | file.capitalised | file.either
    names = frozenset(lexicon.files["grammar"].names["given"])
    months = lexicon.files["grammar"].beside_number["month"]

    def words(*labels: str) -> frozenset[int]:
        forms = {expand(word)[0] for label in labels for word in classes[label]}
        return frozenset(hashes_of(forms - names))

    offices = {expand(word)[0] for label in ("office", "role") for word in classes[label]}
    compounds = {f"{before}-{office}" for before in _DEPUTY for office in offices}
    compounds |= {f"{office}-{behind}" for behind in _IN_OFFICE for office in offices}
    titles = words("honorific", "office", "speaker")
    bodies = words("body", "body_end", "body_name", "institution")
    return (
        titles,
        titles | words("role") - bodies | frozenset(hashes_of(compounds)),
        bodies,
        words("post_nominal"),
        frozenset(hashes_of(["the"])),
        frozenset(hashes_of(names)),
        words("law_name"),
        words("paper"),
        frozenset(hashes_of(["everyone", "he", "i", "it", "nobody", "she", "they", "we", "you"])),
        frozenset(hashes_of(["east", "new", "north", "south", "west"])),
        frozenset(hashes_of(sorted(names.intersection(months)))),
    )
