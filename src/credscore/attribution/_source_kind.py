# cython: wraparound=False
"""What kind of source a noun phrase is, told by its form and never by a list of names."""

import functools

from credscore.attribution.word_traits import (
    BARE,
    BELIEVING,
    CROWD,
    FAMILIAR,
    HIDING,
    KIN,
    OFFICIAL,
    PEOPLE,
    RUMOR,
    SHOWING,
    SINGULAR,
    TALK,
    VAGUE,
    traits,
)
from credscore.lexicon import Lexicon


class Source:
    """A source noun phrase: its kind and its tokens, end exclusive; whether it said its part."""

    kind: str
    start: int
    end: int
    asserted: bool


def source_of(kind: str, start: int, end: int) -> Source:
    """A source that said its part."""
    source = Source.__new__(Source)
    source.kind, source.start, source.end, source.asserted = kind, start, end, True
    return source


class Signs:
    """What tells kinds apart beyond the coarse letters: traits of words, and patterns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.traits = traits(lexicon).data
        self._hidden = lexicon.compile(
            "( <hidden> | not <wish>? ( to be | be | being ) ( named | identified ) |"
            " not <also>? <permitted> to <brief_press> | <declining> to be ( named | identified ) |"
            " <own_name> ( not be ( used | published | disclosed | revealed ) |"
            " ( be | is | are | was | were | has been | have been ) being? withheld ) )"
        )
        self._familiar = lexicon.compile(
            "( familiar with | close to | with ( <word> ){0,2} knowledge | briefed on )"
        )

    def has(self, codes: memoryview, start: int, end: int, trait: int) -> bool:
        """Whether a word from token `start` to `end` has a trait."""
        at = start
        while at < end and not self.traits[codes[at]] & trait:
            at += 1
        return at < end

    def hides(self, codes: memoryview, tape: str, start: int, end: int) -> bool:
        """Whether these tokens tell that a source does not want to be named."""
        found = self.has(codes, start, end, HIDING) and self._hidden.search(tape, start, end)
        return bool(found)

    def knows(self, codes: memoryview, tape: str, start: int, end: int) -> bool:
        """Whether these tokens tell that a source knows a matter from near."""
        found = self.has(codes, start, end, FAMILIAR) and self._familiar.search(tape, start, end)
        return bool(found)


@functools.lru_cache(maxsize=4)
def signs(lexicon: Lexicon) -> Signs:
    """The signs of a lexicon, compiled once."""
    return Signs(lexicon)


def classify(
    known: Signs, letters: str, tape: str, codes: memoryview, start: int, head: int, end: int,
    verb: int,
) -> str | None:  # fmt: skip
    """The kind of the source noun phrase from token `start` on, or None where it is no source.

    `head` is the token of its head, `end` the end of all that modifies it, `verb` the traits of
    the verb.
    """
    kind, first, after = letters[head], letters[start], _letter(letters, head + 1)
    if kind in "XU":
        return _name(letters, start, head, verb)
    if kind in "IS":
        people = first == "i" and after == "o" and _has(letters, head, end, "P")
        return "unnamed" if people else "institution"
    if kind == "O":
        return "unnamed" if first in "i0" else "institution"
    if kind == "C" and after == "o":
        return None  # "a source of pride"
    if kind == "C" or (kind in "RPs" and known.hides(codes, tape, start, end)):
        return "confidential"
    if kind in "RP":
        return _people(known, letters, tape, codes, start, head, end, verb)
    if kind == "Q":
        return "institution" if first in "dqt" else "unnamed"
    if kind in "HL":
        return _talk(known, letters, codes, start, head, verb)
    if kind == "T":
        return "document"
    begins = start == 0 or letters[start - 1] in ',.:;"\n&ct-'
    plain = begins and head - start <= 1 and first not in "qXU" and end == head + 1
    return "unnamed" if plain and not verb & SHOWING else None


def _letter(letters: str, at: int) -> str:
    return letters[at] if at < len(letters) else "\0"


def _has(letters: str, start: int, end: int, letter: str) -> bool:
    at = start
    while at < end and letters[at] != letter:
        at += 1
    return at < end


def _people(
    known: Signs, letters: str, tape: str, codes: memoryview, start: int, head: int, end: int,
    verb: int,
) -> str | None:  # fmt: skip
    """The kind of a role: one or several people of a sort."""
    kind, first, trait = letters[head], letters[start], known.traits[codes[head]]
    if first not in "i0" and trait & PEOPLE and verb & BELIEVING:
        return None  # what people think is nobody's statement
    owned = _has(letters, start, head, "g")
    if trait & KIN and (first == "q" or owned):
        return None
    if known.knows(codes, tape, start, end):
        return "confidential"
    if trait & CROWD:
        return "hearsay"
    if _disagree(letters, start, head, verb):
        return None
    if trait & VAGUE and not _has(letters, start, head, "m"):
        return None
    if kind == "R" and first == "X" and not owned:
        return "institution"  # the reporter of an agency, who speaks for it
    return "unnamed" if kind == "P" or first in "diq0t" or owned else None


def _disagree(letters: str, start: int, head: int, verb: int) -> bool:
    """Whether noun and verb differ in number, so that one of them is something else."""
    if letters[head] == "P":
        return bool(verb & SINGULAR) and not _has(letters, start, head, "o")
    joined = _has(letters, max(0, start - 1), head, "&")
    return letters[head] == "R" and bool(verb & BARE) and not joined


def _name(letters: str, start: int, head: int, verb: int) -> str:
    named = people = False
    for at in range(start, head + 1):
        named = named or letters[at] == "X"
        people = people or letters[at] in "RPSOQ"
    if letters[start] in "dqt" or not named:
        return "person" if people else "institution"
    before = letters[start - 1] if start else "\0"
    bare = verb & BARE and not (before in '\n."' and verb & BELIEVING)
    return "unnamed" if start == head and bare and before not in "aeV" else "person"


def _talk(
    known: Signs, letters: str, codes: memoryview, start: int, head: int, verb: int
) -> str | None:
    kind, first = letters[head], letters[start]
    if known.has(codes, start, head, OFFICIAL):
        return "institution"
    if kind == "L":
        return "institution" if first in "dqtX" else "hearsay"
    if known.traits[codes[head]] & RUMOR:
        return "hearsay"
    if _has(letters, start, head, "X") or _has(letters, start, head, "U"):
        return "institution"  # the report of a named outlet
    modified = _letter(letters, head + 1) in "ope"
    if first in "dqt" or _has(letters, start, head, "g") or modified:
        return "document"
    if verb & TALK and first not in "i0":
        return None  # a noun: "media reports", "news reports"
    return "hearsay"
