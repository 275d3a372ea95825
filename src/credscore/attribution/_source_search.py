"""Finds the source noun phrase of a verb, by its form.

The tape is read in letters (letters.py). From a verb of speech the subject is read to the left, on
the reversed letters; a source behind its verb ("said two officials", "confirmed by two officials")
and that of "according to" is read to the right. Compiled if a C compiler is at hand
(_source_search.pxd).
"""

import re

from credscore.attribution._phrases import clause_before, gap_end
from credscore.attribution._source_kind import Source, letter_at, source_of
from credscore.attribution._source_phrases import SourcePhrases
from credscore.attribution.letters import DETERMINERS, FIRST, PREPOSITIONS
from credscore.attribution.phrases import CLAUSE
from credscore.attribution.word_traits import (
    ACTIVE,
    BARE,
    BELIEVING,
    BESIDE,
    BY,
    CAPITAL,
    CONDITIONAL,
    HYPOTHESIS,
    INVERTING,
    NEGATION,
    NOUN,
    OBJECT,
    ONGOING,
    SINGLE,
    SOME,
    TO,
)
from credscore.evidence import ANONYMOUS, SOURCE_KINDS
from credscore.patterns import RuleTable
from credscore.text import Text

WINDOW = 44
"""Tokens to the left and right of a verb in which its source is looked for."""

LOCATIVE = 0.1
"""The share of the mentions of a name behind "in" from which it names a place."""

_WINDOW, _LOCATIVE, _SHORT = WINDOW, LOCATIVE, 4
_KIND, _CUE, _START, _END, _VERB, _VERB_END = range(6)
_KINDS = {kind: number for number, kind in enumerate(SOURCE_KINDS)}
_INSTITUTION = _KINDS["institution"]
_FACTOR, _BITS, _ASKED = 0x9E3779B97F4A7C15, 0xFFFFFFFFFFFFFFFF, 0x3FFF
_NOUN = re.compile(rf"(?:[{DETERMINERS}i][ame]{{1,2}}|[{PREPOSITIONS}][am]{{0,2}})$")
"""What stands before a word that is a noun here, though it may be a verb."""
_INVERTED = re.compile(r"X(?:\.?X)*+(?=[.,\"\n]|$)|[dq][amsXI]{0,3}[ORS],X")
DEFINITE = "definite"
"""The cue of a role that is told of before: "the man said"."""
UNASSERTED = "not_asserted"
"""The cue of what a source is not said to have said: "might say", "plan to argue"."""


class Sources(SourcePhrases):
    """Finds the sources in one text; `subject` and `object` look left and right of a verb."""

    def statements(self, rows: memoryview, text: Text, table: RuleTable, found: memoryview) -> int:
        """Write the statements of the verbs that have a source, and return their number.

        `rows` are the verbs' cues as rows of findings, `found` has two rows with the fields of
        Statement for each. A role with "the" is a person, unless the article had
        such a one that is not named.
        """
        bounds, body_ends = text.sentence_bounds.data, text.body_ends.data
        kinds, numbers = table.kinds, table.name_numbers
        definite, again = numbers[DEFINITE], numbers["definite_again"]
        unasserted = numbers[UNASSERTED]
        persons, last, sentence, article, count = list[int](), -1, 0, 0, 0
        unnamed = dict[int, int]()  # by the code of a word, the last article that has one
        for row in range(len(rows)):
            start, end, kind = rows[row, 0], rows[row, 1], rows[row, 2]
            while bounds[sentence + 1] <= start:
                sentence += 1
            while body_ends[article] <= start:
                article += 1
            begin, stop = bounds[sentence], min(bounds[sentence + 1], end + _WINDOW)
            source = self.of(start, end, kinds[kind], begin, stop, last < begin)
            if source is not None:
                cue = rows[row, 3] if source.asserted else unasserted
                if source.kind == "unnamed" and self._is_definite(source) and source.asserted:
                    cue = definite
                last = start
                named = source.kind not in ANONYMOUS
                for other in self._conjuncts(source, begin, stop):
                    is_again = other.kind == "person" if named else cue == definite
                    if is_again and self._is_bare(other):
                        other.kind = "person"
                        if unnamed.get(self._word(other.end - 1), -1) == article:
                            other.kind, cue = "unnamed", again
                    elif not named:
                        for at in range(other.start, other.end):
                            if self.letters[at] in "RPO":
                                unnamed[self._word(at)] = article
                    if other.kind == "person":
                        persons.append(count)
                    found[count, _KIND], found[count, _CUE] = _KINDS[other.kind], cue
                    found[count, _START], found[count, _END] = other.start, other.end
                    found[count, _VERB], found[count, _VERB_END] = start, end
                    count += 1
        if persons:
            self._tell_bodies(found, persons, text)
        return count

    def _tell_bodies(self, found: memoryview, persons: list[int], text: Text) -> None:
        """Call persons institutions if their names are those of bodies.

        A name often enough behind "in" or "across" is that of a place, and so of a government;
        "the firm Harrow", "Harrow's ministry" and "Harrow, a bank" tell of bodies, "President
        Keller" of a person. A short word in capitals ends the name of a body: "Harrow HC".
        """
        letters, hashes, body_ends = self.letters, text.hashes.data, text.body_ends.data
        numbers, of_persons, article = dict[int, int](), [], 0
        asked = bytearray(_ASKED + 1)  # most other names need not be looked up
        for person in persons:
            last = found[person, _END] - 1
            while body_ends[article] <= last:
                article += 1
            asked[hashes[last] & _ASKED] = 1
            name = hashes[last] + article * _FACTOR & _BITS
            of_persons.append(numbers.setdefault(name, len(numbers)))
        bodies = self._bodies(asked, numbers, hashes, body_ends)
        for person, number in zip(persons, of_persons, strict=True):
            last = found[person, _END] - 1
            is_body = letters[last] == "X" != letter_at(letters, last + 1) and bodies[number]
            if letters[last] == "U":
                is_body = text.ends[last] - text.starts[last] <= _SHORT
            if is_body:
                found[person, _KIND] = _INSTITUTION

    def _bodies(
        self, asked: bytearray, numbers: dict[int, int], hashes: memoryview, body_ends: memoryview
    ) -> list[int]:
        """By number of a name whether it is that of a body; by last word and article the number."""
        letters, start, article = self.letters + "\n", 0, 0
        mentions, places, bodies, titled = ([0] * len(numbers) for _ in range(4))
        for end, after in enumerate(letters):
            if after == "X":
                continue
            first, start = start, end + 1
            if first == end or not asked[hashes[end - 1] & _ASKED]:
                continue
            while body_ends[article] < end:
                article += 1
            number = numbers.get(hashes[end - 1] + article * _FACTOR & _BITS, -1)
            if number < 0:
                continue
            before, near = letters[first - 1], letter_at(letters, end + 1)
            far = letter_at(letters, end + 2)
            mentions[number] += 1
            places[number] += self.tape[first - 1] in self.locative
            if before in "ORSQ":
                titled[number] = 1
            elif after == "g":
                bodies[number] |= near in "ILO" or far in "ILO"
            elif before in "IL" or (after == "," and near in "idq" and far in "IL"):
                bodies[number] = 1
        for number in range(len(numbers)):
            bodies[number] |= places[number] >= _LOCATIVE * mentions[number] > 0
            bodies[number] &= not titled[number]
        return bodies

    def _word(self, token: int) -> int:
        """The code of a word, whether it has a capital or not."""
        return ord(self.tape[token]) - self._is(token, CAPITAL)

    def _is_bare(self, source: Source) -> bool:
        letters, start = self.letters, source.start
        return source.end == start + 2 and letters[start] == "d" and letters[start + 1] in "RPO"

    def subject(self, verb: int, begin: int) -> Source | None:
        """The source whose verb is token `verb`; None if there is none after `begin`."""
        size, back = len(self.letters), self.backwards
        stop, first = size - begin, size - verb
        at = gap_end(back, first, stop)
        if at >= stop:
            return None  # nothing stands before the verb
        letter = back[at]
        if letter == "p" and self._is(size - at - 1, TO):
            return self._of_infinitive(first, stop)
        if back.find("b", first, at) >= 0 and not self._is(verb, ACTIVE):
            return None  # a passive
        if letter == "g" and back[at + 1 : at + 2] == "n" and self._is(verb, ONGOING):
            return source_of("pronoun", size - at - 2, size - at - 1)  # "he's saying"
        if letter == "n" and not self._is(size - at - 1, OBJECT):
            return source_of("pronoun", size - at - 1, size - at)
        beside = self.traits[verb] | BESIDE if at == first else 0
        if letter == "w" and at + 1 < stop:
            return None if self.traits[verb] & BELIEVING else self._of_relative(at + 1, stop)
        if letter in ",-":
            return None if beside & ONGOING else self._beyond_asides(at, stop)
        relative = clause_before(back, at, stop)
        if relative >= 0:
            source = self._phrase(relative, stop, beside, size - at)
            if source is not None:
                return source
        return self._phrase(at, stop, beside)

    def _some_say(self, verb: int) -> bool:
        """Whether token `verb` is a verb behind "some": not in "some claims"."""
        if not self._is(verb - 1, SOME):
            return False
        bare, noun = self._is(verb, BARE), self._is(verb, NOUN)
        if bare != noun:
            return bare
        if not noun and not self._is(verb, ONGOING) and self.letters[verb - 2] in FIRST:
            return True  # "some argued on Sunday", not "in some confirmed cases"
        return verb + 1 < len(self.letters) and self.letters[verb + 1] in 'tnd,"'

    def of(self, at: int, end: int, kind: str, begin: int, stop: int, alone: bool) -> Source | None:
        """The source of a verb from token `at` to `end`, whose cue is of a kind.

        Its sentence goes from `begin` to `stop`; alone: it has no other source.
        """
        letters, size = self.letters, len(self.letters)
        spoken = not kind or kind == "verb"
        if not spoken and kind in ("according", "genitive"):
            return self.object(end, stop) if kind == "according" else self.owner(at - 1, begin)
        before, further = letters[at - 1], letters[max(0, at - 2)]
        verb, after = self.traits[at] | BESIDE, self.traits[end] if end < size else 0
        of = further == "o" and before == "i"  # "a mother of three said"
        of = of or (further == "p" and before == "q" and not verb & NOUN)  # "close to her said"
        if before in "dqiog" and not of and not self._some_say(at):
            return None  # a noun: "the claim", "its report"
        noun = verb & NOUN and before in "ameop" and not self._is(at - 1, TO)
        if noun and _NOUN.search(letters, max(begin, at - 3), at):
            return None  # "for the new report", "in comments"
        if verb & INVERTING and before in ',"':
            inverted = before == '"' or _INVERTED.match(letters, end, stop)
            source = self.object(end, stop) if inverted else None
            if source is not None:
                return source
        if after & BY and not verb & ONGOING:
            return self.object(end + 1, stop)
        source = self.subject(at, max(begin, at - _WINDOW))
        if source is not None:
            bare = verb & BARE and self._is(source.start, SINGLE)
            if bare and letters.find("&", source.start, at) < 0:
                return None  # a noun: "a Harrow report"
            if letters[source.start] in "iq":
                source = self._named_before(source, begin)
            return self._judged(source, at, end, stop, spoken)
        by = end
        while by < min(stop, end + 4) and not self._is(by, BY):
            by += 1
        if by < min(stop, end + 4) and not CLAUSE.search(letters, end, by):
            return None if verb & ONGOING else self.object(by + 1, stop)
        first = at == begin and end < size and letters[end] in "XUid"
        if (first or before in ",\"'") and verb & INVERTING:
            return self.object(end, stop)
        if alone and (before == "&" or (before == "," and verb & ONGOING)):
            return self._of_sentence(begin, at)
        return None  # no subject, no "by", and no source behind the verb

    def _judged(self, source: Source, verb: int, end: int, stop: int, spoken: bool) -> Source:
        """The subject of a verb, with what verb and sentence tell of it."""
        if source.kind not in ANONYMOUS:
            return source
        unsaid = self.has(source.end, verb, NEGATION | HYPOTHESIS)
        if self._is(verb, ONGOING) and source.kind != "confidential":
            # "people saying so left", but "with people saying so", "people are saying so"
            beside = self.letters.find("b", source.end, verb) < 0
            unsaid = unsaid or (beside and self.letters[source.start - 1] != "p")
        nobody = self._is(source.start, NEGATION)
        if unsaid or nobody or self._is(source.start - 1, CONDITIONAL):
            source.asserted = False
        if source.kind == "unnamed" and spoken and self.hides(end, stop):
            source.kind = "confidential"
        return source

    def _of_sentence(self, begin: int, verb: int) -> Source | None:
        """The source of "The minister left the talks, saying"."""
        stop = min(verb, begin + _WINDOW)
        while begin < stop and self.letters[begin] in '\0\n"':
            begin += 1
        source = self.object(begin, stop)
        return source if source and self.letters[source.end] in "Vbhyea" else None
