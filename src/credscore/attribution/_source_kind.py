# cython: wraparound=False
"""What kind of source a noun phrase is, judged by its form and never by a list of names.

Compiled if a C compiler is at hand (_source_kind.pxd).
"""

import functools
import re

from credscore.attribution._phrases import phrase_before
from credscore.attribution.letters import (
    BOUNDARIES,
    COUNTS,
    DETERMINERS,
    NAMES,
    PREPOSITIONS,
    letters_of,
)
from credscore.attribution.word_traits import (
    BARE,
    BELIEVING,
    CAPITAL,
    CROWD,
    FAMILIAR,
    GENERIC,
    HIDING,
    HYPOTHESIS,
    KIN,
    NEGATION,
    NOUN,
    OFFICIAL,
    PEOPLE,
    POLLED,
    PRESS,
    RUMOR,
    SEVERAL,
    SHOWING,
    SINGLE,
    SINGULAR,
    SOME,
    TALK,
    TO,
    VAGUE,
    past_forms,
    traits,
)
from credscore.lexicon import Lexicon, Tape
from credscore.text import Text

KIND, CUE, START, END, VERB, VERB_END = range(6)
"""The columns of a statement as a row of numbers, in the order of the fields of Statement."""


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


class Words:
    """The words of a text by which sources are judged: their letters and their traits."""

    def __init__(self, tape: Tape, text: Text, lexicon: Lexicon) -> None:
        self.tape = tape.characters
        self.letters, self.backwards = letters_of(tape.codes, text, lexicon)
        self.traits = traits(lexicon).take(tape.codes).data
        self.hidden, self.familiar = _signs(lexicon)
        self.locative = lexicon.characters("<locative>")
        self.by = lexicon.characters("by")
        self.makers = self.by + lexicon.characters("from")
        self.aside = self.locative + lexicon.characters("<beside_noun>")
        news = lexicon.characters("news")[::2]  # not "News", which can end a name
        self.generic = lexicon.characters("<generic_body>") + news
        self.posed = lexicon.characters("to") + lexicon.characters("as")
        words_of = map(lexicon.characters, ("can", "its", "for", "report~", "<do>", "<away>"))
        self.able, self.things, self.joining, self.reporting, self.asking, self.away = words_of
        names = "<posing>", "<press_role>", "<left_over>", "<particle>"
        self.posing, self.reporters, self.left_over, self.particles = map(lexicon.characters, names)
        self.including = lexicon.characters("like") + lexicon.characters("including")
        self.someone = lexicon.characters("he") + lexicon.characters("she")
        words_of = map(lexicon.characters, ("<compass>", "<plural_verb>", "<singular_verb>"))
        self.compass, self.plural, self.singular = words_of
        self.past = past_forms(lexicon)
        self.opening = lexicon.characters("but") + lexicon.characters("and")
        self.one = lexicon.characters("one") + lexicon.characters("another")

    def has(self, start: int, end: int, trait: int) -> bool:
        """Whether a word from token `start` to `end` has a trait."""
        at = start
        while at < end and not self.traits[at] & trait:
            at += 1
        return at < end

    def unsaid(self, start: int, end: int) -> bool:
        """Whether what stands between source and verb tells that nothing was said."""
        return start < end and self.has(start, end, NEGATION | HYPOTHESIS)

    def is_thing(self, verb: int, end: int) -> bool:
        """Whether a word behind a name is a noun: "Harrow claims have", "the Harrow states of"."""
        trait, after = self.traits[verb], letter_at(self.letters, end)
        if after in "hb":
            return bool(trait & (NOUN | TALK))
        joined = after == "p" and not self.traits[end] & TO
        joined = joined and letter_at(self.letters, end + 1) not in COUNTS  # "estimates around 3"
        return bool(trait & NOUN) and (joined or after in "oe")

    def is_within(self, source: Source, verb: int) -> bool:
        """Whether a named source is only part of a subject: "the town in Harrow said"."""
        letters, end = self.letters, source.end
        if letters[source.start - 1] not in PREPOSITIONS or _has(letters, end, verb, "w"):
            return False
        lone = source.kind == "person" and end == source.start + 1
        return lone or source.kind == "institution"

    def hides(self, start: int, end: int) -> bool:
        """Whether these tokens tell that a source does not want to be named."""
        return self.has(start, end, HIDING) and bool(self.hidden.search(self.tape, start, end))

    def knows(self, start: int, end: int) -> bool:
        """Whether these tokens tell that a source knows a matter from near."""
        return self.has(start, end, FAMILIAR) and bool(self.familiar.search(self.tape, start, end))

    def posing_before(self, start: int) -> int:
        """Where "a man claiming to be" begins that ends before token `start`; -1: nowhere."""
        letters, size, at = self.letters, len(self.letters), start - 1
        while at > 0 and start - at < 6 and letters[at] in "pobcaym":
            if self.tape[at] in self.posing:
                break
            at -= 1
        if self.tape[at] not in self.posing or self.tape[at + 1] not in self.posed:
            return -1
        place = size - at + (letters[at - 1] in "tw")
        place = phrase_before(self.backwards, place, size)
        return size - place if place >= 0 else -1


@functools.lru_cache(maxsize=4)
def _signs(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        lexicon.compile(
            "( <hidden> | ( remain | stay | be ) anonymous |"
            " not <wish>? ( to be | be | being ) ( named | identified ) |"
            " not <also>? <permitted> to <brief_press> |"
            " <declining> to ( be ( named | identified ) | give <word>{1,6} <own_name> ) |"
            " <own_name> ( not be ( used | published | disclosed | revealed ) |"
            " ( be | is | are | was | were | has been | have been ) being? withheld ) )"
        ),
        lexicon.compile(
            "( familiar with | close to | with ( <word> ){0,2} knowledge | briefed on )"
        ),
    )


def kind_of(words: Words, start: int, head: int, end: int, verb: int) -> str | None:
    """The kind of the source noun phrase from token `start` on, or None if it is no source.

    `head` is the token of its head, `end` the end of all that modifies it, `verb` the traits of
    the verb.
    """
    letters = words.letters
    kind, first, after = letters[head], letters[start], letter_at(letters, head + 1)
    if kind in NAMES:
        return _name(words, start, head, verb)
    if kind == "I" and words.tape[head] in words.generic and not _identifies(letters, start, head):
        return None  # "companies said", which name none
    if kind in "IS":
        people = first == "i" and after == "o" and _has(letters, head, end, "P")
        return "unnamed" if people else "institution"
    if kind == "O":
        return "unnamed" if first in COUNTS else "person"
    if kind == "C" and after == "o":
        return None  # "a source of pride"
    if kind == "C" or (kind in "RPs" and words.hides(head + 1, end)):
        return "confidential"
    if kind in "RP":
        return _people(words, start, head, end, verb)
    if kind == "Q":
        if verb & SINGULAR:
            return None  # noun and verb differ in number
        return "institution" if first in "dqt" else "unnamed"
    if kind in "HL":
        return _talk(words, start, head, verb)
    if kind == "T":
        return "document"
    begins = start == 0 or letters[start - 1] in BOUNDARIES
    plain = begins and head - start <= 1 and first not in "dqXU" and end == head + 1
    return "unnamed" if plain and not verb & SHOWING else None


def letter_at(letters: str, at: int) -> str:
    return letters[at] if at < len(letters) else "\0"


def _has(letters: str, start: int, end: int, letter: str) -> bool:
    return letters.find(letter, start, end) >= 0


def _identifies(letters: str, start: int, head: int) -> bool:
    """Whether a body is told from others of its kind: "the companies", "Harrow and other firms"."""
    if start > 1 and letters[start - 1] == "&" and letters[start - 2] in NAMES:
        return True
    at = start
    while at < head and letters[at] not in "dqtXUg":
        at += 1
    return at < head


def _people(words: Words, start: int, head: int, end: int, verb: int) -> str | None:
    """The kind of a role: one or several people of a sort."""
    letters, trait = words.letters, words.traits[head]
    kind, first = letters[head], letters[start]
    plain = end == head + 1
    if trait & PEOPLE and verb & BELIEVING:
        return None  # what people think is nobody's statement
    owned = _has(letters, start, head, "g")
    if trait & KIN and (first == "q" or owned):
        return "unnamed" if plain else None  # "his father", "the mayor's wife"
    if trait & GENERIC and words.knows(head + 1, end):
        return "confidential"
    if trait & CROWD:
        return "hearsay"
    if _disagree(letters, start, head, verb):
        return None  # noun and verb differ in number
    if trait & VAGUE and not _has(letters, start, head, "m"):
        shown = kind == "P" and (not verb or verb & SHOWING)
        return "document" if shown else None  # "official figures show", not "senior figures"
    if kind == "P" and _is_counted(words, start, head):
        return None  # "two thirds of voters"
    if (
        trait & PEOPLE
        and plain
        and (start == head or (start + 1 == head and words.traits[start] & SOME))
    ):
        return "hearsay"  # "people say", "some people say"
    begins = start == 0 or letters[start - 1] in '\n.",:'
    if kind == "R" and begins and first not in DETERMINERS and first not in COUNTS:
        if start == head and words.traits[head] & CAPITAL and not verb & SINGULAR:
            return "hearsay" if trait & GENERIC else "person"  # "Someone", a surname
        if verb & SINGULAR:
            return "unnamed"  # a headline: "Aide says"
    if kind in "RP" and first in NAMES and not owned and words.tape[head] in words.reporters:
        return "institution"  # the reporters of an agency, who speak for it
    if kind == "R" and first == "X" and begins and plain and not _has(letters, start, head, "'"):
        return "unnamed"  # a headline: "Harrow cleric says"
    if kind == "R" and start == head and start > 0 and letters[start - 1] == "V":
        return "unnamed"  # "said official"
    return "unnamed" if kind == "P" or first in "diq0t" or owned else None


def _is_counted(words: Words, start: int, head: int) -> bool:
    """Whether a phrase is a share of some people, as polls count them."""
    letters, at = words.letters, start
    if start > 1 and letters[start - 1] in PREPOSITIONS and letters[start] in COUNTS:
        return letters[start - 2] in COUNTS or letters[start - 2] == "p"  # "six (out) of ten"
    while at > 0 and start - at < 6 and letters[at - 1] not in BOUNDARIES:
        at -= 1
    return words.has(at, head + 1, POLLED)


def _disagree(letters: str, start: int, head: int, verb: int) -> bool:
    """Whether noun and verb differ in number, so that one of them is something else."""
    if letters[head] == "P":
        return bool(verb & SINGULAR) and not _has(letters, start, head, "o")
    joined = _has(letters, max(0, start - 1), head, "&")
    return letters[head] == "R" and bool(verb & BARE) and not joined


def _name(words: Words, start: int, head: int, verb: int) -> str | None:
    letters = words.letters
    if words.has(head + 1, min(head + 2, len(letters)), POLLED):
        return None  # "Thirty percent of voters"
    named = people = False
    for at in range(start, head + 1):
        named = named or letters[at] == "X"
        people = people or letters[at] in "RSO"
    one = start + 1
    while one < head and letters[one] in "Xm":
        one += 1
    single = words.traits[start] & SINGLE and (one == start + 1 or verb)
    single = single or (one == start + 1 and words.tape[start] in words.one and not verb & SINGULAR)
    single = single and one == head and not verb & NOUN
    if letters[head] == "X" and (words.traits[start] & SEVERAL or single):
        return "unnamed"  # "some Americans", "an American", "one former Harrow Democrat"
    if letters[start] == "i" and verb & SINGULAR and not words.traits[start] & SINGLE:
        return None  # "all US states"
    if letters[start] in "dqt" and _has(letters, start, head, "i"):
        return None if verb & SINGULAR else "unnamed"  # "those six Harrovians"
    if letters[start] in "dqt" or not named:
        return "person" if people and named else "institution"
    before = letters[start - 1] if start else "\0"
    bare = verb & BARE and not (before in '\n."' and verb & BELIEVING)
    return "unnamed" if start == head and bare and before not in "aeV" else "person"


def _talk(words: Words, start: int, head: int, verb: int) -> str | None:
    letters = words.letters
    kind, first = letters[head], letters[start]
    if words.has(start, head, OFFICIAL):
        return "institution"
    if kind == "L":
        named = first in "dqt" or (first == "X" and not words.traits[head] & PRESS)
        return "institution" if named else "hearsay"  # "Harrow outlets"
    if words.traits[head] & RUMOR:
        return "hearsay"
    if _has(letters, start, head, "X") or _has(letters, start, head, "U"):
        if not words.traits[head] & PRESS:
            owned = first in "di" or _has(letters, start, head, "g")
            return "document" if owned else "institution"  # "a Harrow report"
        return "institution" if first in "dq" else "hearsay"  # "Harrow media"
    modified = letter_at(letters, head + 1) in "ope" and not words.traits[head] & PRESS
    if first in "dqt" or _has(letters, start, head, "g") or modified:
        return "document"
    if verb & TALK and first not in COUNTS:
        return None  # a noun: "media reports", "news reports"
    return "hearsay"
