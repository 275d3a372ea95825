# cython: wraparound=False
"""Sources that stand apart from their verb: before an aside, an infinitive, "who" or a clause.

Compiled if a C compiler is at hand (_source_apart.pxd).
"""

import re

from credscore.attribution._source_kind import Source, source_of
from credscore.attribution._source_phrases import SourcePhrases
from credscore.attribution.phrases import ASIDE, INFINITIVE
from credscore.attribution.word_traits import ASPECT, GENERIC

WINDOW = 44
"""Tokens to the left and right of a verb in which its source is looked for."""
_WINDOW = WINDOW
_NAMED = re.compile(r"X\.?X[X.]*")
"""A full name."""
_PLACE = re.compile(r"X{1,3}p,")
"""Backwards, where somebody is from: "Maria Keller, of Harrow"."""
_TITLED = re.compile(r"(X[X.]*)[ORS]|(XX+)[aes]{1,2}[diq]?(?=[,-])")
"""Backwards, a name behind a title, or a full one behind a word that can be one."""
_INTRODUCED = re.compile(r"[pMy][^,.;:\"\n]{0,14},")
"""What stands before the subject of a sentence: "On Monday,"."""
_PREDICATES = "Vbhyea"
"""What a predicate can begin with."""
_ASIDE_BEHIND = re.compile(r",[^,.;:\"\n]{1,16},")
"""What stands between subject and verb: "Keller, who left,"."""


class SourcesApart(SourcePhrases):
    """Reads the sources of one text that stand apart from their verb."""

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
                    place = _PLACE.match(back, at + 1, stop)  # "Keller, from Harrow, Lorwick, said"
                    return self._phrase(at + 1 if place is None else place.end(), stop)
                return source_of("person", size - end, size - at - 1)
            named = _NAMED.match(self.letters, size - end, size - at - 1)
            if named is not None:  # "a nurse, Maria Keller of Harrow, said"
                return source_of("person", named.start(), named.end())
            titled = _TITLED.match(back, at + 1, end)
            if titled is not None:  # "its minister Maria Keller, said"
                name_end = titled.end(titled.lastindex or 1)
                return source_of("person", size - name_end, size - at - 1)
            at = end
            source = self._phrase(at + 1, stop)
            if source is not None and source.kind == "person":
                return source
            if source is not None and self.hides(source.end, size - first):
                source = source_of("confidential", source.start, size - first)
            nearest = nearest or source
        return nearest

    def _of_infinitive(self, at: int, stop: int) -> Source | None:
        """The source of "critics plan to say", which is not told to have said it.

        That of "critics began to say" and "it led critics to say" is.
        """
        gap = INFINITIVE.match(self.backwards, at, stop)
        source = self._phrase(gap.end(), stop) if gap else None
        if source is not None:
            if self._is(source.start, ASPECT):
                source.start += 1  # "leading critics to argue"
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
        return self._named_before(source, size - stop)

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

    def _of_sentence(self, begin: int, verb: int, opening: str) -> Source | None:
        """The source of "The minister left the talks and said", of a verb far behind its subject.

        With words that open sentences ("But") it may stand behind these, behind "on Monday," and
        before an aside, and be a pronoun: "But on Monday she left the talks, saying".
        """
        stop, letters = min(verb, begin + _WINDOW), self.letters
        while begin < stop and letters[begin] in '\0\n"':
            begin += 1
        if opening:
            begin += self.tape[begin] in opening
            introduced = _INTRODUCED.match(letters, begin, stop)
            begin = introduced.end() if introduced is not None else begin
            if letters[begin] == "n" and letters[begin + 1] in _PREDICATES:
                return source_of("pronoun", begin, begin + 1)
        source = self.object(begin, stop)
        if source is None:
            return None
        aside = _ASIDE_BEHIND.match(letters, source.end, stop) if opening else None
        end = aside.end() if aside is not None else source.end
        return source if letters[end] in _PREDICATES else None
