"""Finds sources that nobody can name, from the attributions and the lexicon's own phrases."""

import functools
import re
from bisect import bisect_left
from operator import itemgetter

import numpy as np

from credscore.attribution import DEFINITE, StatementFilter
from credscore.evidence import ANONYMOUS, KIND_NUMBERS, SOURCE_KINDS
from credscore.lexicon import Phrases
from credscore.patterns import Rows
from credscore.signals.clause import patterns_of
from credscore.signals.reading import Reading

_NAME = "anonymous_sources"
# _ANONYMITY: rules that find the words for anonymity, not the source. _WITHOUT_VERB: rules that
# find a source without its verb. _PAPERS: rules for papers, which are talk only in the plural.
# _ASKED: definite roles, and attitudes that count if given in words ("called it “a joke”").
_ANONYMITY = ("anonymity_granted", "anonymity_sought", "name_kept_back", "not_to_be_named")
_WITHOUT_VERB = ("human_sources", "source_with")
_PAPERS = ("claims_by", "data_show")
_ASKED = (DEFINITE, "is_sure", "judging_verb")
_FIRST = "talk_first"
"""The rule for talk at the beginning of a sentence: "Reports of a theft are many"."""
_OPENING = '\n\0"'  # letters of marks that open a sentence
_GROUP = re.compile(
    r"[c&y\n\0\"]*(?:[pcy][^,\nPV]{1,12},)?(?:io)?[iqdma0eX]{0,5}(?:P|((?<=i)X(?=y?V)|X(?=y?[hb])))"
)
"""Several people at the beginning of a sentence: "Fans said", "In May, most Harrovians were"."""
_SPEAKERS = re.compile(r"P[yhb]*V[.\"\n]*$")
"""Several people at the end of a sentence who said its words: "“No,” residents said."."""
_ADJECTIVES = ("ar", "ary", "ble", "ed", "ful", "ic", "ing", "ional", "ive", "ly", "ous")
"""Endings of adjectives, which describe a report; a noun would tell the trade it is from."""
_CONFIDENTIAL, _UNNAMED, _HEARSAY = (
    KIND_NUMBERS[_NAME, kind] for kind in ("confidential", "unnamed", "hearsay")
)
_OF_KINDS = [KIND_NUMBERS.get((_NAME, kind), -1) for kind in SOURCE_KINDS]
_PERSON = SOURCE_KINDS.index("person")
_PEOPLE = [_PERSON, *map(SOURCE_KINDS.index, ANONYMOUS)]
_NEAR = 600  # a definite role can mean a person mentioned within so many tokens before it
_APART = 100  # the most tokens between a source and its verb, or names near it
_FEW = 20  # tokens read before "some", and at the end of the sentence before it
_phrases = functools.cache(functools.partial(Phrases, patterns_of(_NAME)["patterns"]))


def find(reading: Reading) -> Rows:
    """Source noun phrases of unnamed sources, and phrases that carry hearsay or anonymity."""
    return np.array(_Finder(reading).find(), np.int32).reshape(-1, 4)


class _Finder:
    """Makes the findings of one reading as rows, and tests them."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._tape = reading, reading.tape
        self._letters, self._names = reading.sources.letters, reading.lexicon.table.names
        phrases = _phrases(reading.lexicon)
        self._words, self._patterns = phrases.words, phrases.patterns
        self._filter = StatementFilter(reading.sources, reading.text, reading.lexicon)

    def find(self) -> list[list[int]]:
        """All findings, with their final kinds and borders."""
        reading, names, rows = self._reading, self._names, self._merged()
        sentence, ends = reading.sentence, reading.text.body_ends.data
        telling = functools.cache(functools.partial(self._has, "telling"))  # by sentence
        anonymous_in = {
            sentence(start)
            for start, _, kind, cue in rows
            if kind == _CONFIDENTIAL and names[cue] not in _ANONYMITY
        }
        article, hidden = 0, False  # whether people in the article asked not to be named
        findings: list[list[int]] = []
        for row in rows:
            start, end, kind, cue = row
            while ends[article] <= start:
                article, hidden = article + 1, False
            if names[cue] in _ANONYMITY:
                row[:2] = self._with_source(start, end)
                if row[0] == row[1] or sentence(start) in anonymous_in:
                    continue
                anonymous_in.add(sentence(start))
                if findings and findings[-1][1] > row[0]:  # the same people as an unnamed source
                    findings.pop()
            elif kind == _HEARSAY:
                before = self._letters[sentence(start)[0] : start].strip(_OPENING)
                if self._is_no_hearsay(start, end) or (before and names[cue] == _FIRST):
                    continue
                if self._is_of_people(start, end):
                    row[2] = _UNNAMED
            elif kind == _UNNAMED:
                share = self._has("share", max(sentence(start)[0], start - 6), start)
                if share or self._is_named_before(row, article):
                    continue
                row[2] = self._unnamed_kind(start, end, hidden)
            if names[cue] in _WITHOUT_VERB and not telling(*sentence(start)):
                continue
            if names[cue] != DEFINITE or row[2] != _UNNAMED:
                hidden |= row[2] == _CONFIDENTIAL
                findings.append(row)
        return findings

    def _merged(self) -> list[list[int]]:
        """The cues and the sources of statements; only one of those that overlap."""
        reading, numbers = self._reading, self._reading.lexicon.table.name_numbers
        rows = reading.rows(_NAME).tolist()
        are_asked = np.isin(reading.statements[:, 1], [numbers[name] for name in _ASKED])
        statements = [row for row in reading.sourced[_NAME].tolist() if not self._is_no_person(row)]
        statements += filter(self._is_definite_source, reading.statements[are_asked].tolist())
        definite = reading.statements[reading.statements[:, 1] == numbers[DEFINITE]].tolist()
        again = numbers["definite_again"]
        statements += [[row[0], again, *row[2:]] for row in definite if self._is_group(row)]
        for kind, cue, start, end, *_ in filter(self._filter.is_said, statements):
            rows.append([start, end, _UNNAMED if _OF_KINDS[kind] < 0 else _OF_KINDS[kind], cue])
        merged: list[list[int]] = []
        last_start, last_end, last_kind = -1, -1, -1
        for row in sorted(rows, key=itemgetter(0)):
            start, end, kind, _ = row
            shorter = end < last_end and kind == last_kind != _HEARSAY
            if start >= last_end:
                merged.append(row)
            elif start == last_start and (end > last_end or shorter):
                merged[-1] = row  # a source from the attributions has the right borders
            else:
                if last_kind != _HEARSAY and self._names[row[3]] in _ANONYMITY:
                    merged[-1][1:3] = self._clause_end(max(end, last_end)), _CONFIDENTIAL
                continue
            last_start, last_end, last_kind = start, end, kind
        return merged

    def _is_no_person(self, statement: list[int]) -> bool:
        """Whether a source is no unnamed people: a document, an owner, or a name of no group."""
        kind, cue, start, end, verb, _ = statement
        name, words, has_ending = self._names[cue], self._words, self._filter.has_ending
        kind, head = _OF_KINDS[kind], end - 1
        if kind == _HEARSAY or name == "own_words":
            return name == "own_words" or (name in _PAPERS and not has_ending(head, "s"))
        if self._letters[head] == "s" and has_ending(head, "ous", "ss", "us"):
            return True  # "some serious thought"
        if kind != _UNNAMED or self._letters[head] != "X" or "P" in self._letters[start:head]:
            return False  # "observers of Harrow"
        if start == head:
            return not has_ending(head, "ch", "ese", "men", "s", "sh")  # "Keller maintain"
        single = self._tape[start] in words["a | an | another | one"]
        return not single and self._tape[verb] in words["<singular_form>"]  # "many Harrow states"

    def _is_definite_source(self, statement: list[int]) -> bool:
        """Whether people mentioned before may ask not to be named, or give their judgement."""
        kind, cue, _, end, verb, _ = statement
        if self._names[cue] == DEFINITE:
            return self._tape[end - 1] in self._words["people | person"]
        pattern = self._patterns[self._names[cue]]
        return _OF_KINDS[kind] == _UNNAMED and pattern.match(self._tape, verb) is not None

    def _is_group(self, statement: list[int]) -> bool:
        """Whether several people mentioned before say something, with no named person near."""
        if not self._filter.is_of_group(statement):
            return False
        begin, stop = self._filter.context_bounds(*self._reading.sentence(statement[2]))
        begin, stop = max(begin, statement[2] - _APART), min(stop, statement[2] + _APART)
        near = self._statements_between(begin, stop)
        return not any(row[0] == _PERSON and self._names[row[1]] != DEFINITE for row in near)

    def _statements_between(self, begin: int, stop: int) -> list[list[int]]:
        """The statements whose verbs stand between two tokens."""
        verbs = self._reading.statements[:, 4].data
        near = slice(bisect_left(verbs, begin), bisect_left(verbs, stop))
        return list(self._reading.statements[near].tolist())

    def _has(self, name: str, start: int, end: int) -> bool:
        return self._patterns[name].search(self._tape, start, end) is not None

    def _is_named_before(self, row: list[int], article: int) -> bool:
        """Whether a person with "the" and a role is the named person who spoke last."""
        start, end, _, _ = row
        letters, tape = self._letters, self._tape
        definite = tape[start] in self._words["the"] and letters[end - 1] == "R"
        if not definite or "g" in letters[start:end]:
            return False
        first = self._reading.text.body_ends.data[article - 1] if article else 0
        first, sentence = max(first, start - _NEAR), self._reading.sentence
        begin = max(sentence(first)[0], first - _APART)
        near = self._statements_between(begin, min(sentence(start)[1], start + _APART))
        people = [row for row in near if first <= row[2] < start and row[0] in _PEOPLE]
        if any(row[0] != _PERSON and tape[end - 1] in tape[row[2] : row[3]] for row in people):
            return False  # "a clerk said", and now "the clerk"
        spoke = [row[0] for row in people if self._names[row[1]] != DEFINITE]
        return spoke[-1:] == [_PERSON]

    def _is_no_hearsay(self, start: int, end: int) -> bool:
        """Whether a report is a document, talk is called false, or "some" say nothing."""
        tape, words, head = self._tape, self._words, end - 1
        begin, stop = self._reading.sentence(start)
        if tape[head] in words["<elided>"]:
            felt = end < len(tape) and tape[end] in words["<feeling_of>"]
            quoted = tape[start - 1] in words["as"]  # "as some believe"
            felt = felt and not quoted and not self._filter.begins_content(end + 1, stop)
            behind = tape[start - 1] in words["how | <article>"]
            relative = self._letters.startswith("w", end) and tape[start - 1] not in words["<be>"]
            return felt or behind or relative
        while tape[head] not in words["talk"]:
            head -= 1
            if head < start:
                return False
        if tape[head] in words["<report_of>"] and self._is_document(head, begin, stop):
            return True
        return self._patterns["false"].match(tape, head + 1, stop) is not None

    def _is_document(self, head: int, begin: int, end: int) -> bool:
        """Whether a report comes from a trade, an office or a named author."""
        trade, has_ending = head - 1, self._filter.has_ending
        if trade >= begin:
            bare = self._letters[trade - 1 : trade + 1] in ("da", "ia")  # "an inflation report"
            noun = self._tape[trade] in self._words["<lower>"] or (
                bare and self._tape[trade] not in self._words["<talk_modifier>"]
            )
            noun = noun and not has_ending(trade, *_ADJECTIVES)
            if noun or self._tape[trade] in self._words["document"]:
                return True
        if has_ending(head, "s"):
            return False  # "reports from Harrow"
        issued = self._patterns["made_by"].match(self._tape, head + 1, end)
        last = self._filter.context_bounds(begin, end)[1]
        return bool(issued) or self._has("made_after", end, last)

    def _is_of_people(self, start: int, end: int) -> bool:
        """Whether "some" means people mentioned before, or users are counted: "12 users"."""
        tape, words, letters = self._tape, self._words, self._letters
        if tape[end - 1] in words["users"]:
            return tape[start + (tape[start] in words["the"])] in words["<number>"]
        if tape[end - 1] not in words["<elided>"]:
            return False
        begin, stop = self._reading.sentence(start)
        before = letters[max(begin, start - _FEW) : start].strip(_OPENING)
        if len(before) > 2:
            if tape[start - 1 - before.endswith("y")] not in words["apart"]:
                return False
            stop = start
        else:
            begin, stop = self._filter.context_bounds(begin, stop)[0], begin
        return self._has_group(begin, stop)

    def _has_group(self, start: int, end: int) -> bool:
        """Whether a sentence begins with several people, or ends with several who spoke."""
        group = _GROUP.match(self._letters, start, end)
        if group is None or self._tape[group.end() - 1] in self._words["<no_group>"]:
            return _SPEAKERS.search(self._letters, max(start, end - _FEW), end) is not None
        return not group[1] or self._filter.has_ending(group.end() - 1, "s")

    def _unnamed_kind(self, start: int, end: int, hidden: bool) -> int:
        """The kind of people: confidential if anonymity is told, hearsay for bloggers."""
        again = hidden and self._patterns["again"].fullmatch(self._tape, start, end)
        if again or not self._words["anonymous"].isdisjoint(self._tape[start:end]):
            return _CONFIDENTIAL
        return _HEARSAY if self._tape[end - 1] in self._words["bloggers"] else _UNNAMED

    def _with_source(self, start: int, end: int) -> tuple[int, int]:
        """The source of a phrase of anonymity, with its own clause; empty if it names others."""
        sources, begin = self._reading.sources, self._reading.sentence(start)[0]
        for at in range(start, max(begin, start - 5), -1):
            source = sources.subject(at, begin)
            if source is not None and source.kind in ANONYMOUS:
                relative = "w" in self._letters[source.end : start]
                reduced = self._patterns["reduced"].match(self._tape, start)
                beside = source.end == start and (reduced or self._filter.has_ending(start, "ing"))
                return source.start, self._clause_end(end) if relative or beside else source.end
            if source is not None and self._has("name", start, end):
                own = self._patterns["own_name"].match(self._tape, source.start, end)
                return start, end if own else start  # "police did not give his name"
            if source is not None or self._letters[at - 1] not in "wVyhbea,":
                break
        return start, end

    def _clause_end(self, end: int) -> int:
        """The end of a clause of anonymity: the verb of its source, or `end` if none is near."""
        near = self._statements_between(end, self._reading.sentence(end - 1)[1])
        between = self._letters[end : near[0][4]] if near else "-"
        return end if set(',;:-"').intersection(between) else end + len(between.rstrip("bh"))
