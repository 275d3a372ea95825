# cython: wraparound=False
"""The letters and traits of a text's words, and the noun phrases that the words form.

The functions read phrases, and the words between verb and subject, on the reversed letters
(letters.py). They start at a place and stop before `stop`. Every end is exclusive and a place in
the given string. Each loop matches the regular expression in its docstring (names in braces are
sets of letters.py); tests compare both. These loops are compiled if a C compiler is at hand.
"""

import functools
import re

from credscore.attribution.letters import (
    ADVERBS,
    AUXILIARIES,
    COUNTS,
    DETERMINERS,
    HEADS,
    JOINTS,
    MODIFIERS,
    NAMES,
    PARTS,
    PREPOSITIONS,
    letters_of,
)
from credscore.attribution.word_traits import (
    FAMILIAR,
    HIDING,
    HYPOTHESIS,
    NEGATION,
    NOUN,
    SINGULAR,
    TALK,
    TO,
    past_forms,
    traits,
)
from credscore.lexicon import Lexicon, Tape
from credscore.text import Text

KIND, CUE, START, END, VERB, VERB_END = range(6)
"""The columns of a statement in a row of numbers, in the order of the fields of Statement."""


_FEW = COUNTS + "am"
_BETWEEN = ADVERBS + AUXILIARIES
_OPENING = COUNTS + DETERMINERS


class Source:
    """A source noun phrase: its kind, its tokens (end exclusive), and whether it is asserted."""

    kind: str
    start: int
    end: int
    asserted: bool


def source_of(kind: str, start: int, end: int) -> Source:
    """A source of which the text asserts that it said so."""
    source = Source.__new__(Source)
    source.kind, source.start, source.end, source.asserted = kind, start, end, True
    return source


class Words:
    """The words of a text, with the letters and traits by which sources are judged."""

    def __init__(self, tape: Tape, text: Text, lexicon: Lexicon) -> None:
        self.tape = tape.characters
        self.letters, self.backwards = letters_of(tape.codes, text, lexicon)
        self.traits = traits(lexicon).take(tape.codes).data
        self.hashes, self.source = text.hashes.data, text.source
        self.starts, self.ends = text.starts.data, text.ends.data
        self.hidden, self.familiar = _source_patterns(lexicon)
        self.locative = lexicon.characters("<locative>")
        self.by = lexicon.characters("by")
        self.makers = self.by + lexicon.characters("from")
        self.aside = self.locative + lexicon.characters("<beside_noun>")
        news = lexicon.characters("news")[::2]  # not "News", which can end a name
        self.generic = lexicon.characters("<generic_body>") + news
        self.posed = lexicon.characters("to") + lexicon.characters("as")
        words_of = map(lexicon.characters, ("can", "its", "for", "report~", "<do>"))
        self.able, self.things, self.joining, self.reporting, self.asking = words_of
        names = "<posing>", "<press_role>", "<left_over>"
        self.posing, self.reporters, self.left_over = map(lexicon.characters, names)
        self.including = lexicon.characters("like") + lexicon.characters("including")
        words_of = map(lexicon.characters, ("<issuing>", "<told_by_one>", "<uttered>"))
        self.issuing, self.telling, self.uttered = words_of
        self.posts = lexicon.characters("posts") + lexicon.characters("tweets")
        self.someone = lexicon.characters("he") + lexicon.characters("she")
        words_of = map(lexicon.characters, ("<compass>", "<plural_verb>", "<singular_verb>"))
        self.compass, self.plural, self.singular = words_of
        self.it, self.which = map(lexicon.characters, ("it", "which"))
        self.found_or_shown = lexicon.characters("found") + lexicon.characters("shown")
        self.shows = lexicon.characters("shows") + lexicon.characters("finds")
        words_of = map(lexicon.characters, ("data", "media", "police", "staff"))
        self.times = lexicon.characters("<time_word>")
        self.many = "".join(words_of)
        self.own = self.someone + lexicon.characters("his") + lexicon.characters("her")
        self.they = lexicon.characters("they") + lexicon.characters("their")
        self.past = past_forms(lexicon)
        self.opening = lexicon.characters("but") + lexicon.characters("and")
        self.agent, self.met = map(lexicon.characters, ("<agent>", "<met>"))
        self.group = lexicon.characters("group")[::2]  # not "Group", which can end a name
        self.one_or_another = lexicon.characters("one") + lexicon.characters("another")
        self.single_words = self.one_or_another + lexicon.characters("any")

    def backwards_with_end(self) -> str:
        """The letters backwards, after the border that ends the last article."""
        return "\n" + self.backwards

    def _is(self, token: int, trait: int) -> bool:
        return bool(self.traits[token] & trait)

    def is_one_of(self, token: int, words: frozenset[int]) -> bool:
        """Whether the hash of a word is one of `words`."""
        return self.hashes[token] in words

    def is_finite(self, verb: int) -> bool:
        """Whether a verb is in the past or the third person singular: "said", "says"."""
        return self.tape[verb] in self.past or self._is(verb, SINGULAR)

    def has(self, start: int, end: int, trait: int) -> bool:
        """Whether any word from token `start` to `end` has a trait."""
        at = start
        while at < end and not self.traits[at] & trait:
            at += 1
        return at < end

    def is_unasserted(self, start: int, end: int) -> bool:
        """Whether the words between source and verb show that nothing was said."""
        return start < end and self.has(start, end, NEGATION | HYPOTHESIS)

    def is_thing(self, verb: int, end: int) -> bool:
        """Whether a word behind a name is a noun: "Harrow claims have", "the Harrow states of"."""
        trait, after = self.traits[verb], letter_at(self.letters, end)
        if after in "hbV" or letter_at(self.tape, end) in self.shows:
            return bool(trait & (NOUN | TALK))
        joined = after == "p" and not self.traits[end] & TO
        joined = joined and letter_at(self.letters, end + 1) not in COUNTS  # "estimates around 3"
        return bool(trait & NOUN) and (joined or after in "oe")

    def is_within(self, source: Source, verb: int) -> bool:
        """Whether a named source is only part of a subject: "the town in Harrow said"."""
        letters, end = self.letters, source.end
        if letters[source.start - 1] not in PREPOSITIONS or letters.find("w", end, verb) >= 0:
            return False
        lone = source.kind == "person" and end == source.start + 1
        return lone or source.kind == "institution"

    def says_anonymous(self, start: int, end: int) -> bool:
        """Whether these tokens say that a source does not want to be named."""
        return self.has(start, end, HIDING) and bool(self.hidden.search(self.tape, start, end))

    def says_informed(self, start: int, end: int) -> bool:
        """Whether these tokens say that a source knows a matter closely."""
        return self.has(start, end, FAMILIAR) and bool(self.familiar.search(self.tape, start, end))

    def impostor_start(self, start: int) -> int:
        """Where "a man claiming to be" begins, if it stands before token `start`; else -1."""
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
def _source_patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        lexicon.compile(
            "( <hidden> | on ( deep )? background | off the record |"
            " ( remain | stay | be ) anonymous |"
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


def letter_at(letters: str, at: int) -> str:
    return letters[at] if at < len(letters) else "\0"


def head_before(back: str, at: int, stop: int) -> int:
    r"""The head of the noun phrase that ends at `at`; brackets are passed over; -1: none.

    (?:\)[^()]{1,8}\()?(?:\.(?=[{NAMES}])|")?([{HEADS}])
    """
    if _letter(back, at, stop) == ")":
        first = at + 1
        at, limit = first, min(stop, first + 9)
        while at < limit and back[at] not in "()":
            at += 1
        if at >= limit or back[at] != "(":
            return -1
        at += 1
    letter, following = _letter(back, at, stop), _letter(back, at + 1, stop)
    if letter == '"' or (letter == "." and following in NAMES):  # "the Lorwick.com"
        at += 1
        letter = following
    return at if letter in HEADS else -1


def start_before(back: str, at: int, stop: int) -> int:
    r"""Where a noun phrase begins, read to the left from the letter beside its head.

    (?:[{PARTS}{JOINTS}]|[.0](?=[{NAMES}])|"(?=[di])|"[{PARTS}]{0,4}"(?=[{COUNTS}{DETERMINERS}])|&(?=[msXUP]))*
    [{COUNTS}]*[{DETERMINERS}]{0,2}
    (?:o[{COUNTS}][{COUNTS}am]{0,3})?
    """
    while at < stop:
        letter = back[at]
        if letter not in PARTS and letter not in JOINTS:
            following = _letter(back, at + 1, stop)
            end = _skip(back, at + 1, min(stop, at + 5), PARTS) if letter == '"' else at
            if _letter(back, end, stop) == '"' and _letter(back, end + 1, stop) in _OPENING:
                at = end  # "the “Red Sea” actor"
            elif letter == "0" and following in NAMES:
                at += 1  # "No. 10"
            elif not (
                (letter == "." and following in NAMES)
                or (letter == '"' and following in "di")
                or (letter == "&" and following in "msXUP")
            ):
                break
        at += 1
    at = _before_determiner(back, at, stop)
    if _letter(back, at, stop) == "o" and _letter(back, at + 1, stop) in COUNTS:  # "two of the"
        at = _skip(back, at + 2, min(stop, at + 5), _FEW)
    return at


def _letter(back: str, at: int, stop: int) -> str:
    return back[at] if at < stop else "\0"


def _skip(back: str, at: int, stop: int, letters: str) -> int:
    while at < stop and back[at] in letters:
        at += 1
    return at


def _before_determiner(back: str, at: int, stop: int) -> int:
    at = _skip(back, at, stop, COUNTS)
    return _skip(back, at, min(stop, at + 2), DETERMINERS)


def phrase_before(back: str, at: int, stop: int) -> int:
    r"""Where any noun phrase that ends at `at` begins, read to the left; -1 if there is none.

    [nq](?=p)|[{COUNTS}](?=o)|"?(?:[{PARTS}]|V(?=[{DETERMINERS}]))
    (?:[{PARTS}0{JOINTS}]|\.(?=[{NAMES}])|&(?=[{PARTS}]))*[{COUNTS}]*[{DETERMINERS}]{0,2}
    """
    letter, following = _letter(back, at, stop), _letter(back, at + 1, stop)
    if (letter in "nq" and following == "p") or (letter in COUNTS and following == "o"):
        return at + 1  # "with him", "of three"
    if letter == '"':
        at += 1
        letter, following = following, _letter(back, at + 1, stop)
    if letter not in PARTS and (letter != "V" or following not in DETERMINERS):
        return -1
    at += 1
    while at < stop:
        letter, following = back[at], _letter(back, at + 1, stop)
        if letter not in PARTS and letter not in JOINTS and letter != "0":
            name = letter == "." and following in NAMES
            if not name and (letter != "&" or following not in PARTS):
                break
        at += 1
    return _before_determiner(back, at, stop)


def link_before(back: str, at: int, stop: int) -> int:
    """Where the preposition that joins two noun phrases begins, read to the left; -1: none.

    [{PREPOSITIONS}]{1,2}+(?:[{MODIFIERS}]{1,2}+(?![{COUNTS}{DETERMINERS}]))?(?:p[{MODIFIERS}]?)?
    """
    first = _skip(back, at, min(stop, at + 2), PREPOSITIONS)
    if first == at:
        return -1
    end = _skip(back, first, min(stop, first + 2), MODIFIERS)
    if _letter(back, end, stop) in _OPENING:
        return first  # "a town in Harrow", of which "town" is the noun
    if _letter(back, end, stop) == "p":
        end = _skip(back, end + 1, min(stop, end + 2), MODIFIERS)
    return end


def gap_end(back: str, at: int, stop: int) -> int:
    """The end of the words between a verb and its subject: adverbs, auxiliaries, days.

    (?:[{ADVERBS}{AUXILIARIES}]|"(?=h)|M[pm]{0,2})*
    """
    while at < stop:
        if back[at] == "M":
            at = _skip(back, at + 1, min(stop, at + 3), "pm")
        elif back[at] in _BETWEEN or (back[at] == '"' and _letter(back, at + 1, stop) == "h"):
            at += 1  # "officials have “suggested"
        else:
            break
    return at


def clause_before(back: str, at: int, stop: int) -> int:
    r"""Where "who" or "that" with its verb begins, read to the left, up to nine letters on; or -1.

    Neither a part of the sentence's subject nor a mark between clauses may stand between.

    (?![{NAMES}]+&[^{NAMES}])(?:[^,"\n&pdqioctw][^,"\n]{0,8}?)?[VHsbhyea][wt](?=[^V])
    """
    place = _skip(back, at, stop, NAMES)
    if place > at and place + 1 < stop and back[place] == "&" and back[place + 1] not in NAMES:
        return -1  # "who left and Maria Keller said"
    if at < stop and back[at] not in ',"\n&pdqioctw':
        place, limit = at + 1, min(stop - 2, at + 10)
        while place < limit:
            if _is_relative_clause(back, place, stop):
                return place + 2
            if back[place] in ',"\n':
                break
            place += 1
    return at + 2 if _is_relative_clause(back, at, stop) else -1


def _is_relative_clause(back: str, at: int, stop: int) -> bool:
    if at + 2 >= stop or back[at + 2] == "V":
        return False
    return back[at] in "VHsbhyea" and back[at + 1] in "wt"
