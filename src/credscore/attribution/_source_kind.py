# cython: wraparound=False
"""Decides the kind of a word or noun phrase by its form, never by a list of names.

The words beside a name show its kind, too: an apposition, "it would", a plural verb. Compiled if a
C compiler is at hand (_source_kind.pxd).
"""

import re

from credscore.attribution._words import Words, letter_at
from credscore.attribution.letters import (
    BOUNDARIES,
    COUNTS,
    DETERMINERS,
    FIRST,
    NAMES,
    PREPOSITIONS,
)
from credscore.attribution.word_traits import (
    BARE,
    BELIEVING,
    BESIDE,
    CAPITAL,
    CROWD,
    GENERIC,
    KIN,
    NEGATION,
    NOUN,
    OFFICIAL,
    ONGOING,
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
)
from credscore.text import ING

_NOUN = re.compile(rf"(?:[{DETERMINERS}ie][ame]{{1,2}}|[{PREPOSITIONS}][am]{{0,2}})$")
"""The letters before a word that may be a verb, but is a noun here."""
_LONGEST = 9  # the most tokens of an apposition
_OF = "iod", "ioq", "IoX", "IoU"
"""Letters inside an apposition: "one of the firms", "an Institute of Harrow student"."""
_NAMED_NOUN = re.compile(r"i[ame]{1,2}[XU]{1,2}$")
_TWO_WORDS = re.compile("(?!Fitz|Mac|Van|Von)[A-Z][a-z]{2,}[A-Z]")
"""A name of two words without a space, as bodies have: "HarrowWire", not "LeBron"."""


def is_noun(words: Words, at: int, end: int, begin: int) -> bool:
    """Whether a possible verb of speech is a noun here, by the words around it."""
    letters, verb = words.letters, words.traits[at] | BESIDE
    before, further, after = letters[at - 1], letters[max(0, at - 2)], letter_at(letters, end)
    of = further == "o" and before == "i"  # "a mother of three said"
    of = of or (further == "p" and before == "q" and not verb & NOUN)  # "close to her said"
    of = of or (further == "n" and after != "p" and words.tape[at] in words.uttered)  # "he's told"
    if before in "dqiog" and not of and not _is_verb_of_some(words, at):
        return True  # a noun: "the claim", "its report"
    if (before == "0" and further in "diq" and verb & NOUN) or (before == "s" and verb & SINGULAR):
        return True  # "a 2010 report", "weapons charges"
    named = before == "R" or (before in "XU" and not verb & ONGOING)
    if named and words.is_thing(at, end):
        return True  # "Harrow claims have", "Harrow reports are", "the Harrow states of"
    plain = verb & NOUN and not verb & SINGULAR
    if named and plain and _NAMED_NOUN.search(letters, at - 5, at):
        return True  # "a staunch Harrow advocate"
    single_name = before in "ITLS"
    if before in NAMES:  # "the HRW signal", "US report: ...", "... - US report"
        beside = _before_name(words, at - 1)
        if verb & ONGOING and words.traits[beside] & SINGLE:
            return True  # "a Harrow warning"
        single_name = letters[beside] in DETERMINERS or after in ":\n\0"
    if plain and single_name and _is_single_body(words, at - 1):
        is_verb = words.source[words.ends[at] - 1] == "s"
        if not is_verb and after not in 'tndqiX"' and not (after == "p" and words.traits[end] & TO):
            return True  # "a service charge", "her campaign promise"
    if before in "IL" and (verb & TALK or plain) and letter_at(letters, end) in "hbV":
        return True  # "Press reports said", "a police report was"
    if not verb & NOUN or before not in "ameop" or words.traits[at - 1] & TO:
        return False
    if before == "e" and (words.traits[at - 1] & ONGOING or words.tape[at - 1] in ING):
        return True  # "taking charge"
    return _NOUN.search(letters, max(begin, at - 3), at) is not None  # "for the new report"


def _before_name(words: Words, at: int) -> int:
    """The token before the name that ends at a token, as in "the HRW signal"."""
    while words.letters[at] in NAMES:
        at -= 1
    return at


def _is_single_body(words: Words, at: int) -> bool:
    """Whether a word means one body or paper, which "says" or "said"; "the police" does not."""
    several = words.source[words.ends[at] - 1] == "s" or words.tape[at] in words.many
    return not several and not (words.traits[at] & CAPITAL and words.letters[at] not in NAMES)


def _is_verb_of_some(words: Words, verb: int) -> bool:
    """Whether token `verb` is a verb behind "some"; in "some claims" it is none."""
    if not words.traits[verb - 1] & SOME or words.traits[verb] & SINGULAR:
        return False
    bare, noun = bool(words.traits[verb] & BARE), bool(words.traits[verb] & NOUN)
    if bare != noun:
        return bare
    if not noun and not words.traits[verb] & ONGOING and words.letters[verb - 2] in FIRST:
        return True  # "some argued on Sunday", not "in some confirmed cases"
    return verb + 1 < len(words.letters) and words.letters[verb + 1] in 'tnd,"'


def kind_of(words: Words, start: int, head: int, end: int, verb: int) -> str | None:
    """The kind of the source noun phrase from token `start` on, or None if it is no source.

    `head` is the token of its head, `end` the end of the words that modify it, `verb` the traits
    of the verb.
    """
    letters = words.letters
    kind, first, after = letters[head], letters[start], letter_at(letters, head + 1)
    if kind in NAMES:
        return _name_kind(words, start, head, verb)
    if kind == "I" and words.tape[head] in words.generic and not _is_certain(letters, start, head):
        return None  # "companies said", which name none
    if kind in "IS":
        return "unnamed" if _are_people(words, start, head, end) else "institution"
    if kind == "O":
        return "unnamed" if first in COUNTS else "person"
    if kind == "C" and after == "o":
        return None  # "a source of pride"
    if kind == "C" or (kind in "RPs" and words.says_anonymous(head + 1, end)):
        return "confidential"
    if kind in "RP":
        return _people_kind(words, start, head, end, verb)
    if kind == "Q":
        return "institution" if first in "dqt" else "unnamed"
    if kind in "HL":
        return _talk_kind(words, start, head, verb)
    if kind == "T":
        talk = words.tape[head] in words.posts and first not in "dqXU"
        return "hearsay" if talk else "document"
    begins = letters[start - 1] in BOUNDARIES
    plain = begins and head - start <= 1 and first not in "dqXU" and end == head + 1
    return "unnamed" if plain and not verb & SHOWING else None


def _are_people(words: Words, start: int, head: int, end: int) -> bool:
    """Whether a body or speaker means some people: "two of the firm's staff", "a rights group"."""
    letters, first, said = words.letters, words.letters[start], words.tape[head]
    if first == "i" and letter_at(letters, head + 1) == "o" and _has(letters, head, end, "P"):
        return True
    if letters[head] == "S":
        if head > start + 1 and letters[head - 2 : head] == "P&":
            return True  # "friends and family"
        own = letter_at(letters, head + 1) == "o" or _has(letters, start, head, "X")
        own = own or letter_at(words.tape, head + 1) in words.joining  # "a lawyer for the firm"
        return first == "i" and said in words.agent and not own
    singular = words.traits[start] & SINGLE or words.tape[start] in words.one_or_another
    return bool(singular) and head > start + 1 and said in words.group  # not "a group of voters"


def _has(letters: str, start: int, end: int, letter: str) -> bool:
    return letters.find(letter, start, end) >= 0


def _is_certain(letters: str, start: int, head: int) -> bool:
    """Whether a certain body is meant: "the companies", "Harrow and other firms"."""
    if letters[start - 1] == "&" and letters[start - 2] in NAMES:
        return True
    at = start
    while at < head and letters[at] not in "dqtXUg":
        at += 1
    return at < head


def _people_kind(words: Words, start: int, head: int, end: int, verb: int) -> str | None:
    """The kind of a source that is a role: one or several people."""
    letters, trait = words.letters, words.traits[head]
    kind, first = letters[head], letters[start]
    plain = end == head + 1
    if trait & PEOPLE and verb & BELIEVING:
        return None  # what people think is nobody's statement
    owned = _has(letters, start, head, "g")
    if words.tape[head] in words.agent and plain and (first == "q" or owned):
        return "institution"  # "her agents", who speak for her
    if trait & KIN and (first == "q" or owned):
        return "unnamed" if plain else None  # "his father", "the mayor's wife"
    if trait & GENERIC and words.says_informed(head + 1, end):
        return "confidential"
    if trait & CROWD:
        return "hearsay"
    if _differ_in_number(words, start, head, verb):
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
    begins = letters[start - 1] in '\n.",:'
    if kind == "R" and begins and first not in DETERMINERS and first not in COUNTS:
        if start == head and words.traits[head] & CAPITAL and not verb & SINGULAR:
            return "person"  # a surname
        if verb & SINGULAR:
            return "unnamed"  # a headline: "Aide says"
    if first in NAMES and not owned and words.tape[head] in words.reporters:
        return "institution"  # the reporters of an agency, who speak for it
    if kind == "R" and first == "X" and begins and plain and not _has(letters, start, head, "'"):
        return "unnamed"  # a headline: "Harrow cleric says"
    if kind == "R" and start == head and letters[start - 1] == "V":
        return "unnamed"  # "said official"
    return "unnamed" if kind == "P" or first in "diq0t" or owned else None


def _is_counted(words: Words, start: int, head: int) -> bool:
    """Whether a phrase is a share of people, as in polls."""
    letters, at = words.letters, start
    if start > 1 and letters[start - 1] in PREPOSITIONS and letters[start] in COUNTS:
        return letters[start - 2] in COUNTS or letters[start - 2] == "p"  # "six (out) of ten"
    while start - at < 6 and letters[at - 1] not in BOUNDARIES:
        at -= 1
    return words.has(at, head + 1, POLLED)


def _differ_in_number(words: Words, start: int, head: int, verb: int) -> bool:
    """Whether noun and verb differ in number, so that one of them is something else."""
    letters = words.letters
    if letters[head] == "P":
        return bool(verb & SINGULAR)
    if letters[start] == "i" and verb & SINGULAR and not words.traits[start] & SINGLE:
        return words.tape[start] not in words.single_words  # "all member states"
    return bool(verb & BARE) and not _has(letters, start - 1, head, "&")


def _name_kind(words: Words, start: int, head: int, verb: int) -> str | None:
    letters = words.letters
    if words.has(head + 1, min(head + 2, len(letters)), POLLED):
        return None  # "Thirty percent of voters"
    named, name_end = _has(letters, start, head + 1, "X"), start + 1
    people = _has(letters, start, head, "R") or _has(letters, start, head, "S")
    people = people or _has(letters, start, head, "O")
    while name_end < head and letters[name_end] in "Xm":
        name_end += 1
    beside = letter_at(letters, head + 1) in "asTHI"  # not in "a Harrow Times survey"
    single = words.traits[start] & SINGLE and (name_end == start + 1 or verb or not beside)
    single = single or (name_end == start + 1 and words.tape[start] in words.one_or_another)
    single = single and name_end == head and not verb & NOUN
    if letters[head] == "X" and (words.traits[start] & SEVERAL or single):
        return "unnamed"  # "some Americans", "an American", "one former Harrow Democrat"
    if letters[start] == "i" and verb & SINGULAR and not words.traits[start] & SINGLE:
        return None  # "all US states"
    if letters[start] in "dqt" and not people and _has(letters, start, head, "i"):
        return None if verb & SINGULAR else "unnamed"  # "those six Harrovians"
    if letters[start] in "dqt" or not named:
        return "person" if people and named else "institution"
    before = letters[start - 1]
    bare = verb & BARE and not (before in '\n."' and verb & BELIEVING)
    listed = before == "," and letters[start - 2] in NAMES  # "Harrow, Keller announce"
    if start == head and bare and before not in "aeV" and not listed:
        return "unnamed"
    alone = letters[head - 1] not in NAMES and words.tape[head - 1] != "@"
    is_body = alone and _TWO_WORDS.match(words.source, words.starts[head]) is not None
    return "institution" if is_body else "person"


def _talk_kind(words: Words, start: int, head: int, verb: int) -> str | None:
    letters = words.letters
    kind, first = letters[head], letters[start]
    press = words.has(start, head + 1, PRESS)
    if words.has(start, head, OFFICIAL):
        return "institution" if press or kind == "L" else "document"  # "police reports"
    if kind == "L":
        named = first == "X" and not press  # "Star magazine", not "Harrow outlets"
        return "institution" if first in "dqt" or named else "hearsay"
    if words.traits[head] & RUMOR:
        return "hearsay"
    if _has(letters, start, head, "X") or _has(letters, start, head, "U"):
        if not press:
            owned = first in "di" or _has(letters, start, head, "g")
            return "document" if owned else "institution"  # "a Harrow report"
        return "institution" if first in "dq" else "hearsay"  # "Harrow media"
    if words.traits[head] & PRESS and first in "dqt":
        return "institution"  # "the media"
    modified = letter_at(letters, head + 1) in "ope" and not press
    if first in "dqt" or _has(letters, start, head, "g") or modified:
        return "document"
    if verb & TALK and first not in COUNTS:
        return None  # a noun: "media reports", "news reports"
    return "hearsay"


def apposed_kind(words: Words, at: int, titles: frozenset[int]) -> str:
    """The kind of source that an apposition from token `at` describes; "" if it shows none."""
    letters, start = words.letters, at
    if letter_at(letters, at) == "0" and letter_at(letters, at + 1) == ",":
        return "person" if words.ends[at] - words.starts[at] == 2 else ""  # her age
    stop = at + _LONGEST
    while at < stop and (
        letter_at(letters, at) in "diqmaesXUgILORSPT0'-" or letters[at - 1 : at + 2] in _OF
    ):
        at += 1
    if at in (start, stop) or letter_at(letters, at) not in ",.opw\n-\0":
        return ""  # "In Harrow, the ministry said"
    head = letters[at - 1]
    if head in "ORSP" or words.hashes[at - 1] in titles:
        return "person"
    return "institution" if head in "IL" else ""


def has_thing_subject(words: Words, at: int) -> bool:
    """Whether the words behind a verb show that a thing said it: "its ships", "it would"."""
    letters = words.letters
    while letter_at(letters, at) in "tyM" or letters[at : at + 2] == "pM":
        at += 1  # "on Monday that"
    if letter_at(words.tape, at) not in words.it:
        return letter_at(words.tape, at) in words.things
    first, at = at + 1, at + 1
    while letter_at(letters, at) == "h" and not words.traits[at] & NEGATION:
        at += 1
    if letter_at(letters, at) == "b":  # "it was building", not "it will be cold", "appalling that"
        ongoing = words.traits[at + 1] & ONGOING or letter_at(words.tape, at + 1) in ING
        return bool(ongoing) and letter_at(letters, at + 2) in "dqiasX0"
    return at > first


def has_plural_subject(words: Words, verb: int) -> bool:
    """Whether a verb has a plural subject: "Harrovians are", "Harrovians still believe"."""
    verb += letter_at(words.letters, verb) == "y"
    bare = letter_at(words.letters, verb) in "hbV" and bool(words.traits[verb] & BARE)
    return bare or letter_at(words.tape, verb) in words.plural
