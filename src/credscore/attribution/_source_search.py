"""Finds the source noun phrase of a verb, by its form.

The tape is read in letters (letters.py). The subject of a verb is searched to the left, on the
reversed letters. A source behind a verb ("said two officials", "confirmed by two officials") or
"according to" is searched to the right. Compiled if a C compiler is at hand (_source_search.pxd).
"""

import re

from credscore.attribution._source_kind import is_noun
from credscore.attribution._source_names import NUMBERS, SourceNames
from credscore.attribution._source_phrases import WINDOW
from credscore.attribution._words import (
    CUE,
    END,
    KIND,
    START,
    VERB,
    VERB_END,
    Source,
    clause_before,
    gap_end,
    letter_at,
    source_of,
)
from credscore.attribution.letters import HEADS, PREPOSITIONS
from credscore.attribution.phrases import BARE_ROLE, CLAUSE, END_OF_ASIDE, INVERTED, OFFICER, PAPER
from credscore.attribution.word_traits import (
    ACTIVE,
    BARE,
    BELIEVING,
    BESIDE,
    BY,
    CAPITAL,
    CONDITIONAL,
    FAMILIAR,
    HIDING,
    HYPOTHESIS,
    INVERTING,
    KIN,
    NEGATION,
    NOUN,
    OBJECT,
    ONGOING,
    PRESS,
    SINGLE,
    TO,
)
from credscore.evidence import ANONYMOUS
from credscore.patterns import RuleTable
from credscore.text import Text

_WINDOW, _NUMBERS, _ACTS = WINDOW, NUMBERS, re.compile("[XU]e")
DEFINITE = "definite"  # the cue of a role that was mentioned before: "the man said"


class Sources(SourceNames):
    """Finds the sources in one text; `subject` and `object` look left and right of a verb."""

    def statements(self, rows: memoryview, text: Text, table: RuleTable, result: memoryview) -> int:
        """Write the statements of the verbs that have a source, and return their number.

        `rows` are the verbs' cues, `result` has two rows of a Statement's fields for each.
        """
        bounds, body_ends = text.sentence_bounds.data, text.body_ends.data
        title_starts, kinds, numbers = text.title_starts.data, table.kinds, table.name_numbers
        definite, again = numbers[DEFINITE], numbers["definite_again"]
        named_rows, last, sentence, article, count, credited = list[int](), -1, 0, 0, 0, 0
        unnamed = dict[int, int]()  # by the code of a role, the last article where it is unnamed
        for row in range(len(rows)):
            start, end, kind = rows[row, 0], rows[row, 1], rows[row, 2]
            while bounds[sentence + 1] <= start:
                sentence += 1
            while body_ends[article] <= start:
                article += 1
            begin = max(bounds[sentence], title_starts[article])
            stop = min(bounds[sentence + 1], end + _WINDOW, body_ends[article])
            source, way = self.of(start, end, kinds[kind], begin, stop, last < begin), kinds[kind]
            if source is not None and last >= begin and self._is_own_belief(source, start, last):
                continue
            if source is not None and (start >= credited or way == "according"):
                credited = source.end if way == "according" else credited
                cue = rows[row, 3] if source.asserted else self.unasserted
                if source.kind == "unnamed" and self._is_definite(source) and source.asserted:
                    cue = definite
                last = start if source.asserted else last
                named = source.kind not in ANONYMOUS
                for other in self._conjuncts(source, begin, stop):
                    bare, speaker = self._is_bare(other), self.tape[other.end - 1] in self.agent
                    is_again = cue == definite or other.kind == "person" or (bare and speaker)
                    if is_again and unnamed.get(self._word(other.end - 1), -1) == article:
                        if not named or bare:
                            other.kind, cue = "unnamed", again
                    elif is_again and bare and not speaker:
                        other.kind = "unnamed" if self.letters[other.end - 1] == "P" else "person"
                    elif not named and not self._is(other.end - 1, KIN):
                        for at in range(other.start, other.end):
                            if self.letters[at] in "RPO" or self.tape[at] in self.agent:
                                unnamed[self._word(at)] = article
                    if other.kind == "person" or other.kind == "institution":
                        named_rows.append(count)
                        for at in range(other.start, other.end - 1):  # "nurse Maria Keller"
                            unnamed.pop(self._word(at), 0)
                    result[count, KIND], result[count, CUE] = _NUMBERS[other.kind], cue
                    result[count, START], result[count, END] = other.start, other.end
                    result[count, VERB], result[count, VERB_END] = start, end
                    count += 1
        if named_rows:
            self.classify_names(result[:count], named_rows, text)
        return count

    def _word(self, token: int) -> int:
        """The code of a word, the same with and without a capital."""
        return ord(self.tape[token]) - self._is(token, CAPITAL)

    def _is_definite(self, source: Source) -> bool:
        """Whether a role was mentioned before: "the man", not "the defence official"."""
        letters, start = self.letters, source.start
        owned = letters[start] == "q" or letters.find("g", start, source.end) > 0
        if owned and letters[start] != "i" and self._is(source.end - 1, KIN):
            return True  # "his father", not "a user posing as her sister"
        if letters[start] != "d" or source.end == start + 2:
            return letters[start] == "d" and letters[start + 1] in "RP"
        head = letters.find("R", start, source.end)
        other = letters[head + 1 : head + 2] == "g" or self.has(start, head, HIDING)
        other = other or (letters[head + 1 : head + 2] == "w" and self.tape[head + 2] in self.met)
        # not "the boy's friends", "the juror who told us", "the unnamed aide"
        return head > 0 and not other and (head < source.end - 1 or letters[head - 1] in "Xaes'")

    def _is_bare(self, source: Source) -> bool:
        return BARE_ROLE.match(self.letters, source.start, source.end) is not None

    def subject(self, verb: int, begin: int) -> Source | None:
        """The subject of token `verb` as a source; None if there is none after `begin`."""
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
        uttered = self._is(verb, ONGOING) or self.tape[verb] in self.uttered
        if letter == "g" and back[at + 1 : at + 2] == "n" and uttered:
            return source_of("pronoun", size - at - 2, size - at - 1)  # "he's saying"
        if letter == "n" and not self._is(size - at - 1, OBJECT):
            return source_of("pronoun", size - at - 1, size - at)
        beside = self.traits[verb] | BESIDE if at == first else 0
        if beside & ONGOING and letter in "XU" and (at + 1 == stop or back[at + 1] in '.\n";-'):
            return None  # "Strategic thinking"
        if letter == "w" and at + 1 < stop:
            source = self._of_relative(at + 1, stop)
            named = source is not None and back[at + 1] == "," and source.kind not in ANONYMOUS
            return source if named or not self._is(verb, BELIEVING) else None
        if letter == "t" and at + 1 < stop and self._is(verb, INVERTING):
            source = self._of_relative(at + 1, stop)
            kinds = "document", "institution" if back[at + 1 : at + 2] == "," else "document"
            if source is not None and source.kind in kinds:
                return source  # "the report that said", "the ministry, which said"
        if letter in ",-":
            apart = None if beside & ONGOING else self._source_before_asides(at, stop)
            return apart and self._officer(apart, begin)
        relative = clause_before(back, at, stop)
        if relative >= 0:
            source = self._phrase(relative, stop, beside, size - at)
            if source is not None:
                return source
        return self._phrase(at, stop, beside)

    def of(self, at: int, end: int, kind: str, begin: int, stop: int, alone: bool) -> Source | None:
        """The source of a verb in a sentence from `begin` to `stop`; alone: it has no other."""
        if kind == "according":
            return self._according_to(at, end, stop)
        if kind == "genitive":
            return self.owner(at - 1, begin)
        if is_noun(self, at, end, begin):
            return None
        before, is_spoken = self.letters[at - 1], kind in ("", "verb", "finding")
        lost = before == "?" and self.letters[max(0, at - 2)] == ","  # “It sank,? said Keller
        ended = before == '"' and self.starts[at] > self.ends[at - 1]  # not “says the aide”
        if (lost or ended or before == ",") and self._is(at, INVERTING):
            inverted = before != "," or INVERTED.match(self.letters, end, stop)
            source = self.object(end, stop) if inverted else None
            if source is not None and letter_at(self.letters, source.end) not in "hb":
                return source  # not in “A win,” suggested Keller was unlikely
        if end < len(self.letters) and self._is(end, BY) and not self._is(at, ONGOING):
            is_passive = end > at + 1 or self.tape[at] in self.past or self._is(at, NOUN)
            return self.object(end + 1, stop) if is_passive else None
        source = self.subject(at, max(begin, at - _WINDOW))
        paper = self._document(source, at, end, begin) if kind in ("paper", "finding") else None
        if paper is not None or kind == "paper":
            return paper
        if source is not None:
            if self._asserts_nothing(source, at, end):
                return None
            source = self._with_apposed_name(source, at, end, begin)
            return source and self._asserted(source, at, end, stop, is_spoken)
        return self._without_subject(at, end, begin, stop, alone and is_spoken)

    def _asserts_nothing(self, source: Source, at: int, end: int) -> bool:
        """Whether the verb is a noun ("a Harrow report"), asked or caused ("it lets users say")."""
        letters, verb, start = self.letters, self.traits[at] | BESIDE, source.start
        bare = verb & BARE and (self._is(start, SINGLE) or letters[start - 1] == "h")
        if verb & BARE and verb & NOUN and source.kind == "institution" and letters[start] in "dq":
            beside = letters[start - 1] in PREPOSITIONS  # "in its Chirper report,"
            if beside or letter_at(letters, end) not in 'tn,"':
                bare = letters[at - 1] in "XU"  # "his Chirper report on"
        issued = verb & ONGOING and self.tape[start - 1] in self.issuing
        if source.kind == "document" and (issued or self.tape[at] in self.issuing):
            return True  # "they issued a statement saying so", "a video posted on Monday"
        many = source.kind == "unnamed" and letters.find("o", start, at) > 0
        return bool(bare) and not many and letters.find("&", start - 1, at) < 0

    def _with_apposed_name(self, source: Source, at: int, end: int, begin: int) -> Source | None:
        """The subject of a verb, or who is named before it: "Bo Li, an aide, said"."""
        letters, size = self.letters, len(self.letters)
        aside = source.end == at and END_OF_ASIDE.match(letters, end) is not None
        if letters[source.start] in "iq" and not aside:
            return self._name_before(source, begin)
        if letters[source.start - 1] in ",op" and source.kind not in ANONYMOUS:
            officer = OFFICER.match(self.backwards, size - source.start, size - begin)
            if officer is not None:
                return source_of("person", size - officer.end(1), size - officer.start(1))
            if not self._is(at, ONGOING) and self.is_within(source, at):
                return None
        return source

    def _without_subject(
        self, at: int, end: int, begin: int, stop: int, alone: bool
    ) -> Source | None:
        """The source of a verb without a subject: behind "by", behind the verb, or shared."""
        letters, before, last, by = self.letters, self.letters[at - 1], min(stop, end + 4), end
        while by < last and not self._is(by, BY):
            by += 1
        if by < last and not CLAUSE.search(letters, end, by):
            apart = letters[by - 1] in "asTHI" and self.tape[by - 1] not in self.times
            apart = apart and before != "b" and letters[end] not in "di"  # "alleged theft by"
            passive = self.tape[at] in self.past and not apart
            return self.object(by + 1, stop) if passive else None
        first = at == begin and self.is_finite(at) and letter_at(letters, end) in "XUid"
        if (first or before in ",\"'") and self._is(at, INVERTING):
            source = self.object(end, stop)
            if source is not None and letter_at(letters, source.end) not in "ghbV":
                return source if not _ACTS.match(letters, source.end - 1) else None
        return self._shared_subject(at, end, begin) if alone else None

    def _shared_subject(self, at: int, end: int, begin: int) -> Source | None:
        """The source of a verb that shares the subject of its sentence: "and later said"."""
        letters, joint, ongoing = self.letters, at - 1, self._is(at, ONGOING)
        while letters[joint] in "yh":
            joint -= 1
        if self.is_unasserted(joint, at):
            return None  # nobody said it
        joint -= letters[joint] == '"' and letters[joint - 1] == ","
        by = ongoing and self.tape[joint] in self.by and not self.is_unasserted(begin, joint)
        if by or letters[joint] in ",-":
            return self._of_sentence(begin, joint, ongoing)
        finite = self.is_finite(at) and (not self._is(at, NOUN) or letter_at(letters, end) in 'tn"')
        finite = finite or (ongoing and letter_at(letters, end) in 'tndqX"')
        if finite and (letters[joint] == "&" or self.tape[joint] in self.opening):
            return self._of_sentence(begin, joint, True)
        return None  # no subject, no "by", and no source behind the verb

    def owner(self, genitive: int, begin: int) -> Source | None:
        """The source that ends before a genitive: "the ministry's claims"."""
        if genitive <= begin or self.letters[genitive - 1] not in HEADS:
            return None  # no head of a source before the genitive
        return self._phrase(len(self.letters) - genitive, len(self.letters) - begin, BESIDE)

    def _document(self, source: Source | None, verb: int, end: int, begin: int) -> Source | None:
        """The document that shows or finds something: "a poll taken after the debate shows it"."""
        letters, size, head = self.letters, len(self.letters), verb - 1
        head -= letters[head] == "t"  # "a poll that shows it"
        if source is None or (source.kind != "document" and letters[source.end - 1] not in "TH"):
            while head > begin and letters[head] not in 'THPVbhnwct&,.;:"':
                head -= 1
            source = self._phrase(size - head - 1, size - begin)
            if letters[head + 1] in "IORS":
                return None  # "an audit firm found"
            if source is None or (source.kind != "document" and letters[head] not in "TH"):
                return None  # who finds something, but no paper
            if letters[source.start] in "ae":
                source.start = head  # "he saw polls that show it"
            source.end = max(source.end, head + 1)
        source.kind = "hearsay" if source.kind == "hearsay" else "document"
        source.asserted = not self.is_unasserted(source.end, verb)
        aside = self.tape[verb] in self.found_or_shown and letter_at(letters, end) in "p&"
        return None if aside or self._is(source.end - 1, PRESS) else source  # "data found in it"

    def _according_to(self, at: int, end: int, stop: int) -> Source | None:
        """The source behind "according to"."""
        if self.letters[at] == "p" and letter_at(self.letters, end) not in "dqXUHLTICi":
            return None  # "per person"
        end += letter_at(self.letters, end) == "y"  # "recently filed documents"
        if letter_at(self.letters, end) == "n" and letter_at(self.letters, end + 1) in ",.\n\0":
            return source_of("pronoun", end, end + 1)
        source = self.object(end, stop)
        if source is None and end == at + 2 and self.letters[at - 1] in ',.\n"':
            paper = PAPER.match(self.letters, end, stop)  # not "priced according to the size"
            if paper is not None:
                return source_of("document", end, paper.end())
        return source

    def _asserted(self, source: Source, verb: int, end: int, stop: int, spoken: bool) -> Source:
        """The subject of a verb, as the verb and the sentence show it: asserted, confidential."""
        near = source.end
        mark = "-" if near < verb and self.letters[near] == "-" else ","
        aside = self.letters.find(mark, near, verb)  # "Keller of Harrow, who was not there, said"
        near = aside if aside > 0 else near
        if near < verb and self.letters[near] == mark:
            near = self.letters.find(mark, near + 1, verb) + 1 or near
            while self.letters[near] == "w" and self.letters.find(",", near, verb) > 0:
                near = self.letters.find(",", near, verb) + 1
        if source.kind not in ANONYMOUS:
            supposed = near < verb and self.has(near, verb, HYPOTHESIS)
            able = self.tape[verb - 1] in self.able  # "the paper can reveal"
            supposed = supposed and not able and not self.has(near, verb, NEGATION)
            asked = self.tape[source.start - 1] in self.asking
            untold = self.has(near, verb, NEGATION) and not self._is(verb, BELIEVING)
            before = source.start - 1  # "nor did Keller say", "if Keller says"
            untold = untold or self._is(before, NEGATION | CONDITIONAL)
            nobody = self._is(source.start, NEGATION) and self.letters[source.start + 1] != "0"
            untold = untold or nobody  # "no group has claimed it", not "No 10 said"
            ongoing = self._is(verb, ONGOING) and self.letters[before] in PREPOSITIONS
            untold = untold or (ongoing and not self._is(before, FAMILIAR))  # "in Harrow saying"
            # "will say", "did she say"
            source.asserted = source.asserted and not (supposed or asked or untold)
            return source
        unsaid = self.has(near, verb, NEGATION | HYPOTHESIS)
        if self._is(verb, ONGOING) and source.kind != "confidential":
            # "people saying so left", but "with people saying so", "people are (kept) saying so"
            beside = not re.search("[bh]", self.letters[source.end : verb])
            unsaid = unsaid or (beside and self.letters[source.start - 1] != "p")
        if unsaid or self._is(source.start, NEGATION) or self._is(source.start - 1, CONDITIONAL):
            source.asserted = False
        if source.kind == "unnamed" and spoken and self.says_anonymous(end, stop):
            source.kind = "confidential"
        return source
