"""Finds the source noun phrase of a verb, by its form.

The tape is read in coarse letters (coarse.py). From a verb of speech the subject is read to the
left, on the reversed letters; a source behind its verb ("said two officials", "confirmed by two
officials") and that of "according to" is read to the right. A source is told named from unnamed
by the form of its noun phrase, never by a list of names (source.py).
"""

import re

from credscore.attribution._noun_phrases import (
    begins_clause,
    head_after,
    head_before,
    is_head,
    link_before,
    modified_end,
    phrase_before,
    start_before,
)
from credscore.attribution._source_kind import Source, classify, signs, source_of
from credscore.attribution._verb_gaps import aside_end, clause_before, gap_end, infinitive_end
from credscore.attribution.letters import coarse_of
from credscore.attribution.word_traits import (
    ACTIVE,
    BARE,
    BY,
    CONDITIONAL,
    HYPOTHESIS,
    INVERTING,
    NEGATION,
    NOUN,
    OBJECT,
    ONGOING,
    SEVERAL,
    SINGLE,
    SOME,
    TO,
    traits,
)
from credscore.evidence import ANONYMOUS
from credscore.lexicon import Lexicon, Tape

WINDOW = 44
"""Tokens to the left and right of a verb in which its source is looked for."""

_BESIDE = 1 << 30
"""A trait of a verb that stands directly behind its subject."""
_WINDOW = WINDOW
_NOUN = re.compile(r"(?:[dqi][ame]{1,2}|[op][am]{0,2})$")
"""What stands before a word that is a noun here, though it may be a verb."""
_INVERTED = re.compile(r"X(?:\.?X)*+(?=[.,\"\n]|$)")


class Sources:
    """Finds the sources in one text; `subject` and `object` look left and right of a verb."""

    def __init__(self, tape: Tape, lexicon: Lexicon) -> None:
        self.tape, self._codes = tape.characters, tape.codes.data
        self.letters, self._reversed = coarse_of(tape.codes, lexicon)
        self._size = len(self.tape)
        self._signs = signs(lexicon)
        self._traits = traits(lexicon).data

    def _is(self, token: int, trait: int) -> bool:
        return bool(self._traits[self._codes[token]] & trait)

    def _verb(self, token: int) -> int:
        """The traits of a verb that stands directly behind its subject."""
        return self._traits[self._codes[token]] | _BESIDE

    def subject(self, verb: int, begin: int) -> Source | None:
        """The source whose verb is token `verb`; None where there is none after `begin`."""
        size, back = self._size, self._reversed
        stop, first = size - begin, size - verb
        at = gap_end(back, first, stop)
        if at >= stop:
            return None
        letter = back[at]
        if letter == "p" and self._is(size - at - 1, TO):
            return self._of_infinitive(first, stop)
        if letter == "n" and not self._is(size - at - 1, OBJECT):
            return source_of("pronoun", size - at - 1, size - at)
        if back.find("b", first, at) >= 0 and not self._is(verb, ACTIVE):
            return None  # a passive
        beside = self._verb(verb) if at == first else 0
        if letter in ",-":
            return None if beside & ONGOING else self._beyond_asides(at, stop)
        relative = clause_before(back, at, stop)
        if relative >= 0:
            found = self._phrase(relative, stop, beside, size - at)
            if found:
                return found
        return self._phrase(at, stop, beside)

    def _of_infinitive(self, at: int, stop: int) -> Source | None:
        """The source of "critics continued to say", which is not told to have said it."""
        gap = infinitive_end(self._reversed, at, stop)
        found = self._phrase(gap, stop) if gap >= 0 else None
        if found is not None:
            found.asserted = False
        return found

    def _beyond_asides(self, at: int, stop: int) -> Source | None:
        """The source of "NAME, a historian, said" and "officials, who left, said"."""
        back, size = self._reversed, self._size
        nearest, first = None, at + 1
        for _ in range(3):
            end = aside_end(back, at, stop)
            if end < 0:
                break
            if back.count("X", at + 1, end) == end - at - 1:
                return source_of("person", size - end, size - at - 1)
            at = end
            found = self._phrase(at + 1, stop)
            if found is not None and found.kind == "person":
                return found
            if found is not None and self._signs.hides(
                self._codes, self.tape, found.end, size - first
            ):
                found = source_of("confidential", found.start, size - first)
            nearest = nearest or found
        return nearest

    def _phrase(self, at: int, stop: int, verb: int = 0, until: int = 0) -> Source | None:
        """The noun phrase that ends at reversed place `at`, with those that modify it."""
        back, size = self._reversed, self._size
        if at >= stop:
            return None
        near = head_before(back, at, stop)
        if near < 0 and back[at] == "e" and at + 1 < stop and back[at + 1] == "C":
            near = head_before(back, at + 1, stop)  # "the sources contacted say"
        near_verb = verb or back[at - 1] in "hbwt"  # not in "some newly reported cases"
        if back[at] == "i" and near_verb and self._is(size - at - 1, SOME):
            return source_of(self._some(size - at - 1), size - at - 1, size - at)
        place = start_before(back, near, stop) if near >= 0 else phrase_before(back, at, stop)
        if place < 0:
            return None
        near_end, far, far_end = place, -1, -1
        for _ in range(3):
            link = link_before(back, place, stop)
            if link < 0:
                break
            far = head_before(back, link, stop)
            place = start_before(back, far, stop) if far >= 0 else phrase_before(back, link, stop)
            if place < 0:
                break
            far_end = place
        end = until or size - at
        return self._before(far, far_end, end, verb) or self._before(near, near_end, end, verb)

    def _before(self, head: int, start: int, end: int, verb: int) -> Source | None:
        """The source whose head and start are reversed places; no source where head is -1."""
        if head < 0:
            return None
        head = self._size - head - 1
        return self._classified(self._trimmed(self._size - start, head), head, end, verb)

    def _some_say(self, verb: int) -> bool:
        """Whether token `verb` is a verb behind "some": not in "some claims"."""
        if not self._is(verb - 1, SOME):
            return False
        bare, noun = self._is(verb, BARE), self._is(verb, NOUN)
        if bare != noun:
            return bare
        return verb + 1 < self._size and self.letters[verb + 1] in 'tnd,"'

    def _some(self, at: int) -> str:
        """The kind of "some" and "many", who stand for nobody, and of "another"."""
        return "hearsay" if self._is(at, SEVERAL) else "unnamed"

    def _trimmed(self, start: int, head: int) -> int:
        """The start of a phrase without words that belong to a verb or to nothing."""
        letters = self.letters
        if letters[head] in "XU":
            while start < head and letters[start] in "aes-0'":
                start += 1
        elif letters[head] == "P" and self._is(start, SINGLE):
            if letters.find("o", start, head) >= 0:
                return start
            start += 1
            while start < head and letters[start] in "ae":
                start += 1
        elif letters[head] in "PC" and letters.find("e", start + 1, head) >= 0:
            verb = letters.rindex("e", start, head)
            start = verb + 1 if letters[verb - 1] in "asXUPI" else start
        elif start > 0 and letters[start] == "e" and letters[start - 1] in "bhyn":
            start += 1
        return start

    def object(self, at: int, stop: int, verb: int = 0) -> Source | None:
        """The source that begins at token `at`."""
        head = head_after(self.letters, at, stop)
        if head < 0:
            return None
        return self._classified(at, head, modified_end(self.letters, head + 1, stop), verb)

    def _classified(self, start: int, head: int, end: int, verb: int) -> Source | None:
        kind = classify(self._signs, self.letters, self.tape, self._codes, start, head, end, verb)
        if kind is None:
            return None
        return source_of(kind, start, end if kind in ANONYMOUS else head + 1)

    def owner(self, genitive: int, begin: int) -> Source | None:
        """The source that ends before a genitive: "the ministry's claims"."""
        if genitive <= begin or not is_head(self.letters[genitive - 1]):
            return None
        return self._phrase(self._size - genitive, self._size - begin, _BESIDE)

    def of(self, at: int, end: int, kind: str, begin: int, stop: int, alone: bool) -> Source | None:
        """The source of a verb from token `at` to `end`, whose cue is of a kind.

        Its sentence goes from `begin` to `stop`; alone: it has no other source.
        """
        letters, size = self.letters, self._size
        if kind == "according":
            return self.object(end, stop)
        if kind == "genitive":
            return self.owner(at - 1, begin)
        before = letters[at - 1]
        verb, after = self._verb(at), self._traits[self._codes[end]] if end < size else 0
        if before in "dqiog" and not self._some_say(at):
            return None  # a noun: "the claim", "its report"
        noun = verb & NOUN and before in "ameop" and not self._is(at - 1, TO)
        if noun and _NOUN.search(letters, max(begin, at - 3), at):
            return None  # "for the new report", "in comments"
        if verb & INVERTING and before in ',"':
            inverted = before == '"' or _INVERTED.match(letters, end, stop)
            found = self.object(end, stop) if inverted else None
            if found is not None:
                return found
        if after & BY and not verb & ONGOING:
            return self.object(end + 1, stop)
        found = self.subject(at, max(begin, at - _WINDOW))
        if found is not None:
            return self._judged(found, at, end, stop, kind in ("verb", ""))
        by = end
        while by < min(stop, end + 4) and not self._is(by, BY):
            by += 1
        if by < min(stop, end + 4) and not begins_clause(letters, end, by):
            return None if verb & ONGOING else self.object(by + 1, stop)
        first = at == begin and end < size and letters[end] in "XUid"
        if (first or before in ",\"'") and verb & INVERTING:
            return self.object(end, stop)
        if alone and (before == "&" or (before == "," and verb & ONGOING)):
            return self._of_sentence(begin, at)
        return None

    def _judged(self, found: Source, verb: int, end: int, stop: int, spoken: bool) -> Source:
        """The subject of a verb, with what verb and sentence tell of it."""
        known, codes = self._signs, self._codes
        if found.kind not in ANONYMOUS:
            return found
        unsaid = known.has(codes, found.end, verb, NEGATION | HYPOTHESIS)
        nobody = self._is(found.start, NEGATION)
        if unsaid or nobody or self._is(found.start - 1, CONDITIONAL):
            found.asserted = False
        if found.kind == "unnamed" and spoken and known.hides(codes, self.tape, end, stop):
            found.kind = "confidential"
        return found

    def _of_sentence(self, begin: int, verb: int) -> Source | None:
        """The source of "The minister left the talks, saying"."""
        while begin < verb and self.letters[begin] in '\0\n"':
            begin += 1
        found = self.object(begin, verb)
        return found if found and self.letters[found.end] in "Vbhyea" else None
