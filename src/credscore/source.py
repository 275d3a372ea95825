"""What kind of source a noun phrase is, told by its form and never by a list of names."""

import functools

from credscore.lexicon import Lexicon

HEADS = "XURPCHLTIOSQs"
"""Coarse letters (coarse.py) that can be the head of a source noun phrase."""

_NAMES = frozenset("XU")
_PEOPLE = frozenset("RPSOQ")


class Signs:
    """What tells kinds apart beyond the coarse letters: characters of the tape, and patterns."""

    def __init__(self, lexicon: Lexicon) -> None:
        def characters(*labels: str) -> frozenset[str]:
            return frozenset("".join(lexicon.characters(f"<{label}>") for label in labels))

        ongoing = [word for word in lexicon.vocabulary.words if word.endswith("ing")]
        self.ongoing = frozenset("".join(map(lexicon.characters, ongoing)))
        self.hidden = lexicon.compile(
            "( <hidden> | not <wish>? ( to be | be | being ) ( named | identified ) |"
            " not <also>? <permitted> to <brief_press> )"
        )
        self.familiar = lexicon.compile(
            "( familiar with | close to | with ( <word> ){0,2} knowledge | briefed on )"
        )
        self.official = characters("state_voice")
        self.rumor = characters("rumor_word")
        self.showing = characters("showing")
        self.bare = characters("bare_form")
        self.inverting = characters("say") - characters("never_inverted") - self.ongoing
        self.negation = characters("negation")
        self.by = lexicon.characters("by")[0]
        self.single = frozenset(lexicon.characters("a") + lexicon.characters("an"))
        self.kin = characters("kin")
        self.people = frozenset(lexicon.characters("people"))
        self.believing = characters("believe")
        self.talk = characters("noun_of_talk")
        self.nouns = characters("verb_or_noun")
        self.to = frozenset(lexicon.characters("to"))
        self.vague = characters("vague")
        self.singular = characters("singular_form")
        self.hypothesis = characters("hypothesis")
        self.some = characters("some_people", "one_more")
        self.several = characters("some_people")
        self.objects = characters("object_pronoun")
        self.active = self.ongoing | characters("feeling")
        self.crowd = characters("crowd")
        self.conditional = characters("conditional")


@functools.lru_cache(maxsize=4)
def signs(lexicon: Lexicon) -> Signs:
    """The signs of a lexicon, compiled once."""
    return Signs(lexicon)


def classify(
    known: Signs, letters: str, tape: str, start: int, head: int, end: int, verb: str
) -> str | None:
    """The kind of the source noun phrase from token `start` on, or None where it is no source.

    `head` is the token of its head, `end` the end of all that modifies it, `verb` the tape
    character of the verb.
    """
    kind = letters[head]
    first = letters[start]
    if kind in "XU":
        return _name(known, letters, start, head, verb)
    if kind == "I" or kind == "S":
        people = first == "i" and letters[head + 1 : head + 2] == "o" and "P" in letters[head:end]
        return "unnamed" if people else "institution"
    if kind == "O":
        return "unnamed" if first in "i0" else "institution"
    whole = tape[start:end]
    if kind == "C" and letters[head + 1 : head + 2] == "o":
        return None  # "a source of pride"
    if kind == "C" or (kind in "RPs" and known.hidden.search(whole)):
        return "confidential"
    if kind in "RP":
        if first not in "i0" and tape[head] in known.people and verb in known.believing:
            return None  # what people think is nobody's statement
        if tape[head] in known.kin and (first == "q" or "g" in letters[start:head]):
            return None
        if known.familiar.search(whole):
            return "confidential"
        if tape[head] in known.crowd:
            return "hearsay"
        if _disagree(known, letters, start, head, verb):
            return None
        if tape[head] in known.vague and "m" not in letters[start:head]:
            return None
        if kind == "R" and first == "X" and "g" not in letters[start:head]:
            return "institution"  # the reporter of an agency, who speaks for it
        return "unnamed" if kind == "P" or first in "diq0t" or "g" in letters[start:head] else None
    if kind == "Q":
        return "institution" if first in "dqt" else "unnamed"
    if kind == "H" or kind == "L":
        return _talk(known, letters, tape, start, head, end, verb)
    if kind == "T":
        return "document"
    begins = start == 0 or letters[start - 1] in ',.:;"\n&ct-'
    plain = begins and head - start <= 1 and first not in "qXU" and end == head + 1
    return "unnamed" if plain and verb not in known.showing else None


def _disagree(known: Signs, letters: str, start: int, head: int, verb: str) -> bool:
    """Whether noun and verb differ in number, so that one of them is something else."""
    if letters[head] == "P":
        return verb in known.singular and "o" not in letters[start:head]
    joined = "&" in letters[max(0, start - 1) : head]
    return letters[head] == "R" and verb in known.bare and not joined


def _name(known: Signs, letters: str, start: int, head: int, verb: str) -> str:
    phrase = letters[start : head + 1]
    if phrase[0] in "dqt" or _NAMES.isdisjoint(phrase.replace("U", "")) or phrase == "U":
        return "institution" if _PEOPLE.isdisjoint(phrase) else "person"
    before = letters[start - 1 : start]
    bare = verb in known.bare and not (before in '\n."' and verb in known.believing)
    group = phrase == "X" and bare and before not in tuple("aeV")
    return "unnamed" if group else "person"


def _talk(
    known: Signs, letters: str, tape: str, start: int, head: int, end: int, verb: str
) -> str | None:
    phrase = letters[start : head + 1]
    if not known.official.isdisjoint(tape[start:head]):
        return "institution"
    if letters[head] == "L":
        return "institution" if phrase[0] in "dqtX" else "hearsay"
    if tape[head] in known.rumor:
        return "hearsay"
    if not _NAMES.isdisjoint(phrase[:-1]):
        return "institution"  # the report of a named outlet
    if phrase[0] in "dqt" or "g" in phrase or letters[head + 1 : head + 2] in ("o", "p", "e"):
        return "document"
    if verb in known.talk and phrase[0] not in "i0":
        return None  # a noun: "media reports", "news reports"
    return "hearsay"
