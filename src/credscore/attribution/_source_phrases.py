"""Finds the source noun phrase at a place of the text, with the phrases that belong to it.

Compiled if a C compiler is at hand (_source_phrases.pxd).
"""

from credscore.attribution import phrases
from credscore.attribution._source_kind import kind_of
from credscore.attribution._words import (
    Source,
    Words,
    head_before,
    link_before,
    phrase_before,
    source_of,
    start_before,
)
from credscore.attribution.letters import DETERMINERS, FIRST, NAMES, PREPOSITIONS
from credscore.attribution.word_traits import (
    ASPECT,
    BESIDE,
    CAPITAL,
    GENERIC,
    ONGOING,
    SEVERAL,
    SINGLE,
    SOME,
)
from credscore.evidence import ANONYMOUS
from credscore.text import ING

_WINDOW = WINDOW = 44
"""A source is searched within so many tokens to the left and right of its verb."""
_HIDDEN = 9  # tokens from "who" on that may say that a source must not be named
_PREDICATES = "Vbhyea"


class SourcePhrases(Words):
    """Reads the source noun phrases of one text: those that end or begin at a token."""

    def _phrase(self, at: int, stop: int, verb: int = 0, until: int = 0) -> Source | None:
        """The noun phrase that ends at reversed place `at`, with the phrases that modify it."""
        back, size = self.backwards, len(self.letters)
        if at >= stop:
            return None  # the sentence begins here
        near = head_before(back, at, stop)
        if near < 0 and back[at] == "e" and at + 1 < stop and back[at + 1] in "CT":
            near = head_before(back, at + 1, stop)  # "the sources contacted say"
        near_verb = verb or back[at - 1] in "hbwt"  # not in "some newly reported cases"
        if back[at] == "i" and near_verb and self._is(size - at - 1, SOME):
            several = self._is(size - at - 1, SEVERAL)  # "some" and "many" stand for nobody
            return source_of("hearsay" if several else "unnamed", size - at - 1, size - at)
        place = start_before(back, near + 1, stop) if near >= 0 else phrase_before(back, at, stop)
        if place < 0:
            return None  # no noun phrase ends here
        indefinite = place + 1 < stop and back[place : place + 2] == "pi"
        if indefinite and near >= 0 and self.tape[size - place - 1] in self.locative:
            return None  # "some in Harrow", who are not Harrow
        near_end, far, far_end = place, -1, -1
        for _ in range(4):
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
        placed = far < 0 <= far_end and near >= 0 and back[near] == "X" and back[near_end] == "p"
        if placed and verb != BESIDE and self.tape[size - near_end - 1] in self.locative:
            return None  # "one in Harrow"
        if near < 0 and far < 0:
            if near_end + 1 < stop and back[near_end] == "e" and back[near_end + 1] in "PCT":
                near_end = start_before(back, near_end + 2, stop)  # "experts studying the ice"
            return self._of_participle(size - near_end, size - at, verb)
        participle = far < 0 and back[near_end - 1] in DETERMINERS and near_end + 1 < stop
        participle = participle and (
            self._is(size - near_end - 1, ONGOING) or self.tape[size - near_end - 1] in ING
        )
        if participle and back[near_end + 1] in "PRCI":
            far = near_end + 1  # "an official representing the firm"
            far_end = start_before(back, far + 1, stop)
        if min(far, near) >= 0 and self._is_named_role(far, near):
            far = near  # "Harrow Centre for Health analyst Maria Keller"
        source = self._source_from_reversed(far, far_end, end, verb)
        beside_noun = source is None and verb != BESIDE and far_end >= 0 and back[near_end] == "p"
        beside_noun = beside_noun and near >= 0 and back[near] in "XUI"
        aside = self.aside if far >= 0 else self.by  # "the brief issued by Harrow"
        beside_noun = beside_noun and self.tape[size - near_end - 1] in aside
        if beside_noun and "w" not in back[max(0, at - 2) : at]:  # not "to Keller, who said"
            return None  # "the ships in Harrow"
        return source or self._source_from_reversed(near, near_end, end, verb)

    def _is_named_role(self, far: int, near: int) -> bool:
        """Whether the reversed place `near` ends a name behind a role of the body at `far`."""
        size = len(self.letters)
        name = phrases.NAME_OF_ROLE.match(self.backwards, near)
        role = name is not None and not self._is(size - name.end(1), CAPITAL)
        return role and self._is(size - far - 1, CAPITAL)

    def _of_participle(self, start: int, end: int, verb: int) -> Source | None:
        """The source of "experts studying the ice warn"."""
        letters = self.letters
        for head in range(start, end - 1):
            informs = letters[head] in "PC" or (letters[head] == "T" and not verb)
            if informs and letters[head + 1] == "e":
                return self._classified(start, head, end, verb)
        return None  # no head of a source before the verb

    def _source_from_reversed(self, head: int, start: int, end: int, verb: int) -> Source | None:
        """The source whose `head` and `start` are reversed places; None if `head` is -1."""
        if head < 0:
            return None  # no head of a source before the verb
        head = len(self.letters) - head - 1
        return self._classified(self._trimmed(len(self.letters) - start, head), head, end, verb)

    def _trimmed(self, start: int, head: int) -> int:
        """The start of a phrase, behind words that belong to a verb or are stray marks."""
        letters = self.letters
        while start < head and self.tape[start] == "¤":
            start += 1  # a bullet
        if letters[head] in NAMES:
            title = phrases.TITLE.match(letters, start, head + 1)
            if title is not None and letters[start - 1] in ',".\n':
                return start  # "It sank, prime minister Rui Lee said"
            while start < head and letters[start] in "aes-0'":
                start += 1
            first = head
            while first > start and letters[first - 1] in NAMES:
                first -= 1
            nouns = "aTHI" if self._is(start, SINGLE) else "aTH"
            if first == start + 2 and letters[start] in "di" and letters[start + 1] in nouns:
                start = first  # "a move Harrow denies", "the move Harrow denies"
            if first > start and letters[first - 1] == "s":
                start = first  # "for the past few weeks Harrow said"
            elif first > start + 1 and letters[first - 1] == "e" and letters[first - 2] in "asTHPI":
                ongoing = self._is(first - 1, ONGOING) or self.tape[first - 1] in ING
                start = first if ongoing else start  # "a statement rejecting Harrow's claims"
        elif letters[head] == "P" and self._is(start, SINGLE):
            if letters.find("o", start, head) >= 0:
                return start
            start += 1
            while start < head and letters[start] in "ae":
                start += 1
        elif letters[head] in "PC" and letters.find("e", start + 1, head) >= 0:
            verb = letters.rindex("e", start, head)
            start = verb + 1 if letters[verb - 1] in "asXUPIT" else start
        elif letters[start] == "e" and letters[start - 1] in "bhyn":
            start += 1
        return start

    def object(self, at: int, stop: int, verb: int = 0) -> Source | None:
        """The source that begins at token `at`."""
        dash = self.letters.find("-", at + 1, stop)  # "experts - The Harrow Star"
        phrase = phrases.PHRASE.match(self.letters, at, dash if dash > 0 else stop)
        if phrase is None:
            return None  # no head of a source behind the verb
        if self.letters[phrase.start(1)] in "HT":
            maker = phrases.BY_NAME.match(self.letters, phrase.start(1) + 1, stop)
            if maker is not None and self.tape[maker.start(1)] in self.makers:
                return source_of("institution", maker.start(2), maker.end(2))
        head, end = phrase.start(1), phrase.end()
        trailing = phrases.TRAILING.match(self.letters, head, stop) if end == head + 1 else None
        if trailing is not None and self._is(end, ONGOING):
            end = trailing.end()  # "two women leading the talks"
        aside = self.letters.find(",w", head, end)
        if aside >= 0 and not self.says_anonymous(aside, end):
            end = aside  # "a nurse, who left"
        owns = self.letters.startswith("g", end)  # "said Bo Li's other aide"
        source = None if owns else self._classified(at, head, end, verb)
        named = self.letters[head] in "RS"  # "said his lawyer, Maria Keller"
        if source is not None:
            is_role = source.kind == "person" and self.letters[at] in "dq"
            named = named or is_role or source.kind == "unnamed"
        name = phrases.APPOSED.match(self.letters, end, stop) if named else None
        if name is not None:
            return source_of("person", name.start(1), name.end(1))
        if named and source is not None:
            aside = source.end + (self.letters[source.end : source.end + 1] == ",")
            if self.letters[aside : aside + 1] == "w":  # "a nurse who asked not to be named"
                hidden = self.hidden.search(self.tape, aside, min(stop, aside + _HIDDEN))
                if hidden is not None:
                    return source_of("confidential", source.start, hidden.end())
        return source

    def _classified(self, start: int, head: int, end: int, verb: int) -> Source | None:
        kind = kind_of(self, start, head, end, verb)
        if kind is None:
            return None
        posing = self.impostor_start(start)
        if posing >= 0:
            return source_of("unnamed", posing, end)
        return source_of(kind, start, end if kind in ANONYMOUS else head + 1)

    def _conjuncts(self, source: Source, begin: int, stop: int) -> list[Source]:
        """Sources joined by "and": "aides and friends" is one, "aides and a friend" are two."""
        letters, size = self.letters, len(self.letters)
        if source.kind not in ANONYMOUS:
            return [source]
        at = source.start
        while at < source.end and letters[at] != "&":
            at = source.end if letters[at] in "wpog" else at + 1
        left = right = None
        inside = source.start < at < source.end - 1 and letters[at + 1 : source.end] != "S"
        if inside and letters[at - 1] == "X" and self.tape[at + 1] in self.left_over:
            left = self._classified(source.start, at - 1, at, 0)
            return [left or source]  # "Maria Keller and others"
        if inside and letters[at - 1] in "PC":
            left = self._classified(source.start, at - 1, at, 0)
            right = self.object(at + 1, min(stop, source.end))
        elif at == source.end and source.start - 1 > begin and letters[source.start - 1] == "&":
            left, right = self._phrase(size - source.start + 1, size - begin), source
            if left is not None and left.start > begin and letters[left.start - 1] not in FIRST:
                left = None
            if left is None or left.kind not in ANONYMOUS or letters[left.end - 1] not in "PC":
                return [source]
        if left is None or right is None:
            return [source]
        own = letters[right.start] in "dq0m" or self._is(right.start, SINGLE | SEVERAL)
        if left.kind == right.kind and not own:
            source.start = left.start
            return [source]
        left.asserted = right.asserted = source.asserted
        return [left, right]

    def _source_before_asides(self, at: int, stop: int) -> Source | None:
        """The source of "NAME, a historian, said" and "officials, who left, said"."""
        back, size = self.backwards, len(self.letters)
        nearest, first = None, at + 1
        for _ in range(3):
            aside = phrases.ASIDE.match(back, at, stop)
            if aside is None:
                break
            end = aside.end()
            if not back[at + 1 : end].strip("XU"):
                town = phrases.TOWN.match(back, end + 1, stop)
                if town is not None and self.tape[size - town.end()] in self.locative:
                    source = self._phrase(end + 1, stop)  # "police in Harrow, New Lorwick, said"
                    if source is not None and source.start < size - town.end():
                        return source
                    at = end  # "Keller, who lives in Harrow, Lorwick, said"
                    continue
                if end == at + 2 and end + 1 < stop and back[end + 1] == "X":
                    at = end  # "Maria Keller, D-Harrow, said"
                    place = phrases.PLACE.match(back, at + 1, stop)
                    # "Keller, from Harrow, Lorwick, said"
                    return self._phrase(at + 1 if place is None else place.end(), stop)
                return source_of("person", size - end, size - at - 1)
            named = phrases.FULL_NAME.match(self.letters, size - end, size - at - 1)
            if named is not None:  # "a nurse, Maria Keller of Harrow, said"
                return source_of("person", named.start(), named.end())
            titled = phrases.TITLED.match(back, at + 1, end)
            if titled is not None:  # "its minister Maria Keller, said"
                name_end = titled.end(titled.lastindex or 1)
                return source_of("person", size - name_end, size - at - 1)
            at = end
            region = phrases.REGION.match(back, at + 1, stop)
            if region is not None and self.tape[size - region.end()] in self.locative:
                at = back.index(",", at + 1)
                continue  # "Keller, at a rally in Harrow, Lorwick, on Monday, said"
            source = self._phrase(at + 1, stop)
            if source is not None and source.kind == "person":
                inside = nearest is not None and self.letters[source.start - 1] in PREPOSITIONS
                return nearest if inside else source  # "In Harrow, two nurses, who left, said"
            if source is not None and self.says_anonymous(source.end, size - first):
                source = source_of("confidential", source.start, size - first)
            nearest = nearest or source
        return nearest

    def _officer(self, source: Source, begin: int) -> Source:
        """The name before an office: "Maria Keller, president and chief economist"."""
        letters, start = self.letters, source.start
        if letters[source.end - 1] != "O" or letters[start] in "dqi":
            return source
        while start > begin and letters[start - 1] in "&ORSIames":
            start -= 1
        named = self._name_before(source_of(source.kind, start, source.end), begin)
        return source if named.start == start else named

    def _of_infinitive(self, at: int, stop: int) -> Source | None:
        """The source of "critics plan to say", which does not assert that they said it.

        "Critics began to say" and "it led critics to say" do assert it.
        """
        gap = phrases.INFINITIVE.match(self.backwards, at, stop)
        source = self._phrase(gap.end(), stop) if gap else None
        if source is not None:
            if source.end > source.start + 1 and self._is(source.start, ASPECT):
                source.start += 1  # "leading critics to argue", not "they joined forces to argue"
            near, before = len(self.letters) - at - 2, source.start - 1
            source.asserted = self._is(near, ASPECT) or self._is(before, ASPECT)
        return source

    def _of_relative(self, at: int, stop: int) -> Source | None:
        """The source of "critics who said" and "critics, who said"."""
        size = len(self.letters)
        at += self.backwards[at] == ","
        source = self._phrase(at, stop) if at < stop else None
        if source is None or self.has(source.start, size - at, GENERIC):
            return None  # "people who say so"
        return self._name_before(source, size - stop)

    def _name_before(self, source: Source, begin: int) -> Source:
        """The name before a source: "Maria Keller, a nurse"; without one, the source itself."""
        letters, at = self.letters, source.start - 1
        if at <= begin or letters[at] != "," or letters[at - 1] != "X":
            return source
        end = at
        while at > begin and letters[at - 1] in "X.":
            at -= 1
        if at > begin and letters[at - 1] not in '",V\n':
            return source
        return source_of("person", at, end)

    def _of_sentence(self, begin: int, joint: int, second: bool) -> Source | None:
        """The source far before a joint and a second verb: "On Monday she left the talks and said".

        Before a first verb, only an aside may stand between: "Keller, in an interview, said".
        """
        stop, letters = min(joint, begin + _WINDOW), self.letters
        while begin < stop and letters[begin] in '\0\n"':
            begin += 1
        begin += self.tape[begin] in self.opening
        introduced = phrases.INTRODUCED.match(letters, begin, stop)
        begin = begin if introduced is None else introduced.end()
        if letters[begin] == "n" and second and letters[begin + 1] in _PREDICATES:
            return source_of("pronoun", begin, begin + 1)
        predicate = phrases.PREDICATE.search(letters, begin + 1, stop)
        source = self.object(begin, stop if predicate is None else predicate.start())
        if source is None or source.end >= joint:
            return None  # the sentence does not begin with a source and its predicate
        end = source.end
        aside = letters[end] == "," and letters.find(",", end + 1, stop) > 0
        if end == begin + 1 and letters[begin] == "X" and not aside:
            return source if letters[end] in (_PREDICATES if second else ",-") else None
        return source if (second and letters[end] != ":") or letters[end] in ",-" else None
