# cython: wraparound=False
"""Decides whether the name of a source means a person, a body or a group of people.

A name alone does not show it; the words in it and its other mentions in the article do. Compiled if
a C compiler is at hand (_source_names.pxd).
"""

import re

from credscore.attribution._source_kind import apposed_kind, has_plural_subject, has_thing_subject
from credscore.attribution._source_phrases import SourcePhrases
from credscore.attribution._words import CUE, END, KIND, START, VERB, VERB_END, Source, letter_at
from credscore.attribution.letters import DETERMINERS, FIRST, JOINTS, PARTS
from credscore.attribution.names import Name
from credscore.attribution.word_traits import BARE, BELIEVING, CAPITAL, POLLED, SINGLE, name_hashes
from credscore.evidence import SOURCE_KINDS
from credscore.lexicon import Lexicon, Tape
from credscore.text import Text, visible

UNASSERTED = "not_asserted"
"""The cue of a statement that the text does not assert: "might say", "plan to argue"."""
NUMBERS = {kind: number for number, kind in enumerate(SOURCE_KINDS)}
_OWN = re.compile(r"[MpydqXUasRPIOTL']{0,5}t?n[yh]{0,2}")
"""The letters between a verb and what its subject believes: "told the paper that he"."""
_KINDS, _NUMBERS = list(SOURCE_KINDS), NUMBERS
_FACTOR = 0xD1B54A32D192ED03  # for articles; with the factor of word hashes two names could collide
_BITS, _ASKED = 0xFFFFFFFFFFFFFFFF, 0x3FFF
_FIELDS = ("icine", "iatry", "istry", "mics", "nics", "ology", "sics", "tics", "tion", "trics")
"""Endings of fields of study, which journals are named after; no person's name ends so."""
_LONGEST_NAME, _NEAR, _SHORT = 24, 12, 4  # tokens behind a head, before a pronoun; letters
_WITHIN = PARTS.replace("m", "").replace("e", "") + JOINTS
_AFTER_BODY = ".,Vhbpg&\n\0"
"""The letters behind a name that describes no noun."""
_BEGINNINGS = '\0\n.?!:"d&'
"""The letters before a word with a capital that need not be part of the name behind it."""


class SourceNames(SourcePhrases):
    """Distinguishes persons, bodies and groups among the named sources of one text."""

    def __init__(self, tape: Tape, text: Text, lexicon: Lexicon) -> None:
        SourcePhrases.__init__(self, tape, text, lexicon)
        words = name_hashes(lexicon)
        self.titles, self.roles, self.body_ends, self.post_nominals, self.the = words[:5]
        self.given, self.laws, self.papers, self.pronouns, self.regions, self.months = words[5:]
        self.particles, numbers = text.particles.data, lexicon.table.name_numbers
        self.credits = numbers["according_to"], numbers["quoted_as"]
        self.speech_verb, self.belief_verb = numbers["speech_verb"], numbers["belief_verb"]
        self.unasserted = numbers[UNASSERTED]

    def _is_own_belief(self, source: Source, verb: int, said: int) -> bool:
        """Whether a verb tells what the speaker of the verb `said` believes: "Li said he fears"."""
        if source.kind != "pronoun" or not self._is(verb, BELIEVING):
            return False
        return _OWN.fullmatch(self.letters, said + 1, verb) is not None

    def classify_names(self, table: memoryview, named: list[int], text: Text) -> None:
        """Give the statements of the rows `named` the kind of their names.

        The words in a name decide ("the Harrow Post"); if they do not, its other mentions decide.
        """
        hashes, body_ends, article, begin = text.hashes.data, text.body_ends.data, 0, 0
        names, of_rows = dict[int, Name](), list[tuple[int, int, int, Name]]()
        introducing = set[int]()  # articles that name a person in full
        marks, asked = text.quotations.reshape(-1), bytearray(_ASKED + 1)
        for row in named:
            last = table[row, END] - 1
            start = self._skip_particles(table[row, START], last)
            kind = self._kind_by_words(_KINDS[table[row, KIND]], start, last)
            verb = table[row, VERB_END] - 1
            if kind == "institution" and self.letters[last] == "U":  # "HARROW SAYS SO"
                shouted = self.source[self.starts[verb] : self.ends[verb]].isupper()
                kind = "open" if shouted else kind
            while body_ends[article] <= last:
                begin, article = body_ends[article], article + 1
            if kind == "open" or kind == "the":
                last -= last > start and self.is_one_of(last, self.post_nominals)
                asked[hashes[last] & _ASKED] = 1
                code = hashes[last] + article * _FACTOR & _BITS
                if code not in names:
                    word = visible(self.source[self.starts[last] : self.ends[last]])
                    names[code] = Name(article, word)
                name = names[code]
                start = max(start, 1 + self.letters.rfind("&", start, last))
                of_rows.append((row, start, last, name))
                if kind == "the":
                    continue
                if self._is_quoted(table, row, begin, body_ends[article]):
                    name.quoted += not marks.searchsorted(start, "right") & 1
                for beside in range(max(0, row - 1), min(row + 2, len(table))):
                    near = table[beside, START]
                    someone = self.tape[near] in self.someone  # "He said"
                    name.resumed += someone and begin <= near < body_ends[article]
                name.paired += last > start
            else:
                self._set_kind(table, row, kind)
            if last > start and (kind == "open" or kind == "person"):
                introducing.add(article)
        if of_rows:
            self._read_mentions(asked, names, text)
        for row, start, last, name in of_rows:
            verb = table[row, VERB]
            name.spoke |= start < verb and self.tape[verb] in self.telling
            credited = table[row, CUE] in self.credits and table[row, START] > verb
            reports = self.tape[verb] in self.reporting or (credited and not name.paired)
            if table[row, CUE] == self.speech_verb and start < verb:
                name.bodies += has_thing_subject(self, table[row, VERB_END])
            if last == start:
                name.reported |= reports
                name.they |= letter_at(self.tape, table[row, VERB_END]) in self.they
                name.plural += 2 * (start > verb and self._is(verb, BARE))  # "say Harrovians"
        for row, start, last, name in of_rows:
            if self.letters[start] == "d" and self.letters.find("g", start, last) < 0:
                many = name.plural > 1 or has_plural_subject(self, last + 1)
                self._set_kind(table, row, name.kind_behind_the(last > start + 1, many))
                continue
            kind = name.kind(name.article in introducing and self.letters[start - 1] != "&")
            kind = kind if name.mentions or self.letters[last] != "U" else "institution"
            alone = name.mentions == 1 and last == start and hashes[last] not in self.given
            if last == start and self.letters[last] == "X" and hashes[last] in self.pronouns:
                kind = "pronoun"
            elif alone and name.is_common and self.letters[last - 1] in '.\n"':
                kind = "unnamed" if name.is_plural else "common"
            self._set_kind(table, row, kind)

    def _skip_particles(self, first: int, last: int) -> int:
        """Where a name begins without its particles: "de Silva" is one word, like "Silva"."""
        while first < last and self.letters[first] == "X" and self.particles[first]:
            if not self.source[self.starts[first]].islower():
                break
            first += 1
        return first

    def _is_quoted(self, table: memoryview, row: int, begin: int, stop: int) -> bool:
        """Whether a quotation begins or ends near a source and its verb, in their article."""
        start = max(begin, min(table[row, START], table[row, VERB]) - 2)
        end = min(stop, max(table[row, END], table[row, VERB_END]) + 2)
        return self.letters.find('"', start, end) >= 0

    def _set_kind(self, table: memoryview, row: int, kind: str) -> None:
        """Give a statement this kind, and the whole name as its source."""
        start, end = table[row, START], table[row, END]
        if end == start + 1 and self.is_one_of(start, self.post_nominals):
            start -= 1  # the comma in "Bo Li, Jr."
            while self.letters[start - 1] == "X":
                start -= 1
        if kind == "unnamed" and (
            table[row, CUE] == self.belief_verb
            or self.has(max(0, start - 4), end, POLLED)
            or self.is_unasserted(end, table[row, VERB])
        ):
            table[row, CUE] = self.unasserted  # "half of Harrovians say"
        role = table[row, VERB_END]
        if kind == "person" and start > role and self.letters.find(",", role, start) == start - 1:
            start = role + (self.tape[role] in self.by)  # "said the nurse, Maria Keller"
        last = self.name_end(end - 1)
        if kind in ("institution", "unnamed") and self._holds_office(end, last):
            kind = "person"
        table[row, KIND], table[row, START], table[row, END] = _NUMBERS.get(kind, -1), start, last

    def _holds_office(self, start: int, end: int) -> bool:
        """Whether the words behind a body end with a person: "(Bank) of Harrow Governor Vale"."""
        letters, at = self.letters, end - 1
        named = letter_at(letters, start) in "op" and self.source[self.starts[start - 1]].isupper()
        while named and at > start + 1 and letters[at] in "SX":
            if self.is_one_of(at, self.roles):
                return at < end - 1
            at -= 1
        return False

    def _kind_by_words(self, kind: str, start: int, last: int) -> str:
        """The kind that the words of a source show, "open" if they show none."""
        letters = self.letters
        if letters[last] not in "XU":
            return kind
        if self.is_one_of(last, self.post_nominals):
            if last == start or (last == start + 1 and letters[start] in DETERMINERS):
                return "person"  # "Bo Li, Jr.", "the MP"
            last -= 1  # "Bo Li MP"
        if (letters[start] in "dqi" and self.is_one_of(last, self.laws)) or (
            letters[start] == "q" and self.is_one_of(last, self.papers)
        ):
            return "document"  # "the Constitution", "her Statement"
        if last - 1 > start and letters[start] in "dq" and letters[last - 1] == "0":
            return "document"  # "the 2017 Treaty"
        if letters[last] == "X" and self.is_one_of(last, self.titles):
            body = last > start and self.is_one_of(last - 1, self.body_ends)
            return "institution" if body else "person"  # "the Foreign Minister"
        genitive = letters.rfind("g", start, last)
        first = genitive if genitive > 0 else start
        beside = letters[last - 1] in "aems" and self.source[self.starts[last - 1]].isupper()
        if (last > first or beside) and (
            self.is_one_of(last, self.body_ends)
            or self.source.endswith(_FIELDS, self.starts[last], self.ends[last])
        ):
            return "institution"  # "Harrow Council", "Internal Medicine"
        joint = letters.rfind("&", start, last)
        if joint > start and (
            self.source[self.starts[joint]] == "&" or self.is_one_of(joint - 1, self.body_ends)
        ):
            return "institution"  # "Harrow & Keller", "the Harrow Foundation and Keller"
        if joint > first and last == joint + 1 and letters[joint - 1] == "U":
            return "institution"  # "the U.K. and France"
        if joint > first:
            first, start, kind = joint + 1, joint + 1, "person"  # "the Moon Act and Bo Li"
        inside = self.titles if letters[last] == "U" else self.roles
        for at in range(last - 1, first - 1, -1):
            if self.is_one_of(at, inside) or self.is_one_of(at, self.post_nominals):
                return "person"  # "the minister Bo Li", "party MP Bo Li"
            named = letters.count("X", at, last) == last - at - 1
            if named and letters[at] in "IL" and not self._is(at, CAPITAL):
                return "institution"  # "the rebel group Harrow Front"
        if letters[last] == "U":  # "Harrow HC"
            return "institution" if self.ends[last] - self.starts[last] <= _SHORT else kind
        if kind == "institution" or (last > start and self.is_one_of(start, self.the)):
            if genitive > 0 and letters[last] == "X":
                return "person" if last - genitive == 2 else "open"  # "the agency's Keller"
            the = letters[start] == "d" and self.is_one_of(start, self.the)
            return "the" if the and letter_at(letters, last + 1) not in "aesTHIL" else "institution"
        region = last == start + 1 and self.is_one_of(start, self.regions)
        return "institution" if region else "open"  # "South Harrow"

    def _has_abbreviation(self, first: int, last: int) -> bool:
        """Whether the name is followed by its initials in brackets."""
        if not self.letters.startswith("(U)", last + 1):
            return False
        start, end = self.starts[last + 2], self.ends[last + 2]
        return end - start > 2 and self.source[start] == self.source[self.starts[first]]

    def name_end(self, head: int) -> int:
        """Where a named source ends: "the Department of Health", "a spokesman for the railway"."""
        letters, end, most = self.letters, head + 1, head + _LONGEST_NAME
        while end < most and (
            letter_at(letters, end) == "o" or letter_at(self.tape, end) in self.joining
        ):
            at = end + 1
            at += letter_at(letters, at) in "dq"
            parts = "XUIas" if letters[head] in "SO" else "XUI"  # not "the ministry of old"
            last = end
            while at < most and letter_at(letters, at) in _WITHIN:
                if letters[at] in parts:
                    last = at + 1
                at += 1
            if last == end:
                break
            end = last
        if end > head + 1 and letters[head] in "IX" and letter_at(letters, end) == "&":
            at = end + 1
            while at < end + 4 and letter_at(letters, at) == "X":
                at += 1
            if end + 1 < at < end + 4 and letter_at(letters, at) not in "IORS":
                end = at  # "the Department of Health and Human Services"
        return end

    def _read_mentions(self, asked: bytearray, names: dict[int, Name], text: Text) -> None:
        """Read the mentions of names; the key of a name is its last word with its article."""
        letters, start, article = self.letters + "\n", 0, 0
        hashes, body_ends = self.hashes, text.body_ends.data
        for end, after in enumerate(letters):
            if after == "X":
                continue
            if after != "\n" and asked[hashes[end] & _ASKED]:
                while body_ends[article] <= end:
                    article += 1
                name = names.get(hashes[end] + article * _FACTOR & _BITS)
                if name is not None and after != "U":
                    name.is_common = after not in "ORS"  # "a harrow" beside "Harrow"
                elif name is not None and letters[end - 1] != "U" != letters[end + 1]:
                    name.capitals = 1  # "the HRW" for "Hrw"
            first, start = start, end + 1
            if first == end:
                continue
            last = end - 1
            initial = asked[hashes[first] & _ASKED] and last > first
            if not initial and not asked[hashes[last] & _ASKED]:
                continue
            while body_ends[article] < end:
                article += 1
            if initial and letters[first - 1] != "d":
                name = names.get(hashes[first] + article * _FACTOR & _BITS)
                if name is not None:
                    body = self.is_one_of(first + 1, self.body_ends)
                    name.bodies += body  # "Harrow" in "Harrow Party"
                    name.given |= not body  # "Maria" in "Maria Keller"
                    name.owners += self.is_one_of(first + 1, self.titles)
            name = names.get(hashes[last] + article * _FACTOR & _BITS)
            if name is not None:
                self._read_mention(name, first, last)

    def _read_mention(self, name: Name, first: int, last: int) -> None:
        letters = self.letters
        before, after = letters[first - 1], letter_at(letters, last + 1)
        name.mentions += 1
        noun = letters[first - 2] if before == "," == after else " "  # "his son, Bo,"
        name.titled += before in "ORSQ" or noun in "OR"
        name.bodies += noun in "IL" and letters[first - 3] in "dq" and letters[first - 4] in FIRST
        for at in range(first, last):
            is_initial = at > first and self.source[self.starts[at] + 1] == "."
            name.titled += is_initial or self.is_one_of(at, self.roles)
            name.titled += self.is_one_of(at, self.titles)
        who = after == "w" or (after in ",-" and letter_at(letters, last + 2) == "w")
        many = who and has_plural_subject(self, last + 2 + (after != "w"))  # "Harrovians who say"
        initials = before == "U" and self.ends[first - 1] - self.starts[first - 1] == 2
        inner = self._skip_particles(first, last)
        name.paired += inner < last or initials or (who and not many)  # "BD Keller", "Keller, who"
        if inner == last:
            name.alone = 1
        elif before not in _BEGINNINGS and not self.is_one_of(first, self.the):
            name.full = 1
        if after == "g":
            near, far = letter_at(letters, last + 2), letter_at(letters, last + 3)
            name.owners += near in "ILO" or far in "ILO"
        elif last < inner + 3 and self.tape[first - 1] in self.locative + self.compass:
            name.places += not self.is_one_of(last, self.months)  # "in Harrow", "northern Harrow"
        like = self.tape[first - 1] in self.including and letters[first - 2] in "Is"
        holder = before == "I" and letters[first - 2] == "o" and letters[first - 3] in "ORS"
        name.titled += holder  # "the head of security Keller"
        name.bodies += before in "IL" or like  # "banks like Harrow & Co"
        if after in _AFTER_BODY and before == "d" and self.is_one_of(first - 1, self.the):
            name.bodies += 1  # "the Harrow said"
        if after == ",":
            kind = apposed_kind(self, last + 2, self.titles)
            name.persons += kind == "person"
            which = letter_at(self.tape, last + 2) in self.which  # "Harrow, which sank"
            name.bodies += kind == "institution" or (which and inner == last)
        counted = before in "0m" or (before == "i" and not self._is(first - 1, SINGLE))
        several = has_plural_subject(self, last + 1) and before not in "&dhop"
        singular = letter_at(self.tape, last + 1) in self.singular  # "Banks is", "Harrovians are"
        name.plural += 2 * (counted + several + many - singular)
        name.someone += self._pronoun_evidence(last + 1)

    def _pronoun_evidence(self, at: int) -> int:
        """What a pronoun behind a name shows: 1 a person ("Vale left her hat"), -1 a thing."""
        letters, stop = self.letters, min(at + _NEAR, len(self.letters))
        while at < stop and letters[at] not in "XU\nnq":
            at += 1
        if at >= stop or letters[at - 1] in "Vt":
            return 0  # "Harrow said he left"
        thing = self.tape[at] in self.it or self.tape[at] in self.things
        return 1 if self.tape[at] in self.own else -thing
