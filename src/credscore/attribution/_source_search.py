"""Finds the source noun phrase of a verb, by its form.

The tape is read in letters (letters.py). From a verb of speech the subject is read to the left, on
the reversed letters; a source behind its verb ("said two officials", "confirmed by two officials")
and that of "according to" is read to the right. Compiled if a C compiler is at hand
(_source_search.pxd).
"""

import re

from credscore.attribution._phrases import (
    clause_before,
    gap_end,
    head_before,
    link_before,
    phrase_before,
    start_before,
)
from credscore.attribution._source_kind import Source, Words, kind_of, source_of
from credscore.attribution.letters import DETERMINERS, HEADS, NAMES, PREPOSITIONS
from credscore.attribution.phrases import ASIDE, CLAUSE, INFINITIVE, PHRASE
from credscore.attribution.word_traits import (
    ACTIVE,
    BARE,
    BELIEVING,
    BY,
    CONDITIONAL,
    GENERIC,
    HYPOTHESIS,
    INVERTING,
    NEGATION,
    NOUN,
    OBJECT,
    ONGOING,
    SEVERAL,
    SINGLE,
    SOME,
    SPEAKER,
    TO,
)
from credscore.evidence import ANONYMOUS, Statement

WINDOW = 44
"""Tokens to the left and right of a verb in which its source is looked for."""

_BESIDE = 1 << 30
"""A trait of a verb that stands directly behind its subject."""
_WINDOW = WINDOW
_NOUN = re.compile(rf"(?:[{DETERMINERS}i][ame]{{1,2}}|[{PREPOSITIONS}][am]{{0,2}})$")
"""What stands before a word that is a noun here, though it may be a verb."""
_INVERTED = re.compile(r"X(?:\.?X)*+(?=[.,\"\n]|$)")
_FIRST = ',.:;"\n-ctV'
"""What stands before a subject."""
_BY_NAME = re.compile(r"[aemM0]{0,3}p[dq]?(X[X.]*)")
"""What gives the maker of a report: "by the Harrow Star"."""
DEFINITE = "definite"
"""The cue of a role that is told of before: "the man said"."""
_NAMED = re.compile(r"X\.?X[X.]*")
"""A full name."""
_TITLED = re.compile(r"(X[X.]*)[ORS]")
"""Backwards, a name behind a title."""
UNASSERTED = "not_asserted"
"""The cue of what a source is not said to have said: "might say", "plan to argue"."""


class Sources(Words):
    """Finds the sources in one text; `subject` and `object` look left and right of a verb."""

    def statements(
        self, rows: memoryview, begins: memoryview, stops: memoryview, kinds: list[str],
        names: list[str],
    ) -> list[Statement]:  # fmt: skip
        """The statements of the verbs that have a source.

        `rows` are the cues of the verbs: first token, end, rule. `begins` and `stops` are the
        bounds of their sentences, `kinds` and `names` those of all rules.
        """
        statements, last = [], -1
        for row in range(len(rows)):
            start, end, rule = rows[row, 0], rows[row, 1], rows[row, 2]
            begin, stop = begins[row], min(stops[row], end + _WINDOW)
            source = self.of(start, end, kinds[rule], begin, stop, last < begin)
            if source is not None:
                cue = names[rule] if source.asserted else UNASSERTED
                if source.kind == "unnamed" and self._is_definite(source) and source.asserted:
                    cue = DEFINITE
                for other in self._conjuncts(source, begin, stop):
                    values = (other.kind, cue, other.start, other.end, start, end)
                    statements.append(tuple.__new__(Statement, values))
                last = start
        return statements

    def _is_definite(self, source: Source) -> bool:
        """Whether a role is one told of before: "the man", not "the defence official"."""
        letters, start = self.letters, source.start
        return source.end == start + 2 and letters[start] == "d" and letters[start + 1] in "RP"

    def _conjuncts(self, source: Source, begin: int, stop: int) -> list[Source]:
        """The sources that "and" joins: "officials", "two aides" for "officials and two aides"."""
        letters = self.letters
        if source.kind not in ANONYMOUS or source.kind == "hearsay":
            return [source]
        at = source.start
        while at < source.end and letters[at] != "&":
            if letters[at] in "wpgog":
                return [source]
            at += 1
        conjuncts = []
        if at < source.end - 1 and at > source.start and letters[at - 1] in "PC":
            left = self._classified(source.start, at - 1, at, 0)
            right = self.object(at + 1, min(stop, source.end))
            if left is not None and right is not None:
                left.asserted = right.asserted = source.asserted
                conjuncts = [left, right]
        elif at == source.end and source.start - 1 > begin and letters[source.start - 1] == "&":
            size = len(letters)
            left = self._phrase(size - source.start + 1, size - begin)
            if (
                left is not None
                and left.kind in ANONYMOUS
                and letters[left.end - 1] in "PC"
                and (left.start <= begin or letters[left.start - 1] in _FIRST)
            ):
                conjuncts = [left, source]
        return conjuncts or [source]

    def _is(self, token: int, trait: int) -> bool:
        return bool(self.traits[token] & trait)

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
        if letter == "n" and self._is(size - at - 1, SPEAKER):
            return None  # the text or the one it quotes
        if letter == "n" and not self._is(size - at - 1, OBJECT):
            return source_of("pronoun", size - at - 1, size - at)
        beside = self.traits[verb] | _BESIDE if at == first else 0
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

    def _of_relative(self, at: int, stop: int) -> Source | None:
        """The source of "critics who said" and "critics, who said"."""
        size = len(self.letters)
        at += self.backwards[at] == ","
        source = self._phrase(at, stop) if at < stop else None
        if source is None or self.has(source.start, size - at, GENERIC):
            return None  # "people who say so"
        return self._named_before(source, size - stop)

    def _of_infinitive(self, at: int, stop: int) -> Source | None:
        """The source of "critics continued to say", which is not told to have said it."""
        gap = INFINITIVE.match(self.backwards, at, stop)
        source = self._phrase(gap.end(), stop) if gap else None
        if source is not None:
            source.asserted = False
        return source

    def _beyond_asides(self, at: int, stop: int) -> Source | None:
        """The source of "NAME, a historian, said" and "officials, who left, said"."""
        back, size = self.backwards, len(self.letters)
        nearest, first = None, at + 1
        for _ in range(3):
            aside = ASIDE.match(back, at, stop)
            if aside is None:
                break
            end = aside.end()
            if back.count("X", at + 1, end) == end - at - 1:
                if end == at + 2 and end + 1 < stop and back[end + 1] == "X":
                    at = end  # "Maria Keller, D-Harrow, said"
                    return self._phrase(at + 1, stop)
                return source_of("person", size - end, size - at - 1)
            named = _NAMED.match(self.letters, size - end, size - at - 1)
            if named is not None:  # "a nurse, Maria Keller of Harrow, said"
                return source_of("person", named.start(), named.end())
            titled = _TITLED.match(back, at + 1, end)
            if titled is not None:  # "its minister Maria Keller, said"
                return source_of("person", size - titled.end(1), size - at - 1)
            at = end
            source = self._phrase(at + 1, stop)
            if source is not None and source.kind == "person":
                return source
            if source is not None and self.hides(source.end, size - first):
                source = source_of("confidential", source.start, size - first)
            nearest = nearest or source
        return nearest

    def _phrase(self, at: int, stop: int, verb: int = 0, until: int = 0) -> Source | None:
        """The noun phrase that ends at reversed place `at`, with those that modify it."""
        back, size = self.backwards, len(self.letters)
        if at >= stop:
            return None  # the sentence begins here
        near = head_before(back, at, stop)
        if near < 0 and back[at] == "e" and at + 1 < stop and back[at + 1] == "C":
            near = head_before(back, at + 1, stop)  # "the sources contacted say"
        near_verb = verb or back[at - 1] in "hbwt"  # not in "some newly reported cases"
        if back[at] == "i" and near_verb and self._is(size - at - 1, SOME):
            several = self._is(size - at - 1, SEVERAL)  # "some" and "many" stand for nobody
            return source_of("hearsay" if several else "unnamed", size - at - 1, size - at)
        place = start_before(back, near + 1, stop) if near >= 0 else phrase_before(back, at, stop)
        if place < 0:
            return None  # no noun phrase ends here
        near_end, far, far_end = place, -1, -1
        for _ in range(3):
            link = link_before(back, place, stop)
            if link < 0:
                break
            far = head_before(back, link, stop)
            place = (
                start_before(back, far + 1, stop) if far >= 0 else phrase_before(back, link, stop)
            )
            if place < 0:
                break
            far_end = place
        end = until or size - at
        if until and self.letters.find("&", size - at, until) >= 0:
            end = size - at
        if near < 0 and far < 0:
            return self._of_participle(size - near_end, size - at, verb)
        return self._before(far, far_end, end, verb) or self._before(near, near_end, end, verb)

    def _of_participle(self, start: int, end: int, verb: int) -> Source | None:
        """The source of "experts studying the ice warn"."""
        letters = self.letters
        for head in range(start, end - 1):
            if letters[head] in "PC" and letters[head + 1] == "e":
                return self._classified(start, head, end, verb)
        return None  # no head of a source before the verb

    def _before(self, head: int, start: int, end: int, verb: int) -> Source | None:
        """The source whose head and start are reversed places; no source if head is -1."""
        if head < 0:
            return None  # no head of a source before the verb
        head = len(self.letters) - head - 1
        return self._classified(self._trimmed(len(self.letters) - start, head), head, end, verb)

    def _some_say(self, verb: int) -> bool:
        """Whether token `verb` is a verb behind "some": not in "some claims"."""
        if not self._is(verb - 1, SOME):
            return False
        bare, noun = self._is(verb, BARE), self._is(verb, NOUN)
        if bare != noun:
            return bare
        if not noun and not self._is(verb, ONGOING) and self.letters[verb - 2] in _FIRST:
            return True  # "some argued on Sunday", not "in some confirmed cases"
        return verb + 1 < len(self.letters) and self.letters[verb + 1] in 'tnd,"'

    def _trimmed(self, start: int, head: int) -> int:
        """The start of a phrase without words that belong to a verb or to nothing."""
        letters = self.letters
        if letters[head] in NAMES:
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
        phrase = PHRASE.match(self.letters, at, stop)
        if phrase is None:
            return None  # no head of a source behind the verb
        if self.letters[phrase.start(1)] in "HT":
            maker = _BY_NAME.match(self.letters, phrase.start(1) + 1, stop)
            if maker is not None:
                return source_of("institution", maker.start(1), maker.end(1))
        return self._classified(at, phrase.start(1), phrase.end(), verb)

    def _classified(self, start: int, head: int, end: int, verb: int) -> Source | None:
        kind = kind_of(self, start, head, end, verb)
        if kind is None:
            return None
        return source_of(kind, start, end if kind in ANONYMOUS else head + 1)

    def credit(self, start: int, end: int) -> str | None:
        """The kind of the source in a headline's credit from token `start` to `end`."""
        return kind_of(self, start, end - 1, end, 0)

    def owner(self, genitive: int, begin: int) -> Source | None:
        """The source that ends before a genitive: "the ministry's claims"."""
        if genitive <= begin or self.letters[genitive - 1] not in HEADS:
            return None  # no head of a source before the genitive
        return self._phrase(len(self.letters) - genitive, len(self.letters) - begin, _BESIDE)

    def of(self, at: int, end: int, kind: str, begin: int, stop: int, alone: bool) -> Source | None:
        """The source of a verb from token `at` to `end`, whose cue is of a kind.

        Its sentence goes from `begin` to `stop`; alone: it has no other source.
        """
        letters, size = self.letters, len(self.letters)
        if kind == "according":
            return self.object(end, stop)
        if kind == "genitive":
            return self.owner(at - 1, begin)
        before = letters[at - 1]
        verb, after = self.traits[at] | _BESIDE, self.traits[end] if end < size else 0
        if before in "dqiog" and not self._some_say(at):
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
        if source is not None and verb & BARE and self._is(source.start, SINGLE):
            if letters.find("&", source.start, at) < 0:
                return None  # a noun: "a Harrow report"
        if source is not None and letters[source.start] in "iq":
            source = self._named_before(source, begin)
        if source is not None:
            return self._judged(source, at, end, stop, kind in ("verb", ""))
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

    def _named_before(self, source: Source, begin: int) -> Source:
        """The name that a source stands behind: "Maria Keller, a nurse"."""
        letters, at = self.letters, source.start - 1
        if at <= begin or letters[at] != "," or letters[at - 1] != "X":
            return source
        end = at
        while at > begin and letters[at - 1] in "X.":
            at -= 1
        if at > begin and letters[at - 1] not in '",V\n':
            return source
        return source_of("person", at, end)

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
