"""Finds the extent of a statement: the tokens of what a source says."""

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from credscore.evidence import Statement
from credscore.lexicon import Phrases
from credscore.signals import Reading
from credscore.sourcing.clause_words import clause_words
from credscore.sourcing.quotations import Quotations, Span
from credscore.sourcing.second_verbs import ends_before_second_verbs

_MARKS = frozenset(",.:;—-“”\"'?!\n")
_CLOSED = re.compile(r"[,?!…—-](?:['\"”]|'')$")
"""The end of a quotation before its source: "“It sank,” she said"."""
_ROLE = re.compile(r"(?![&cptw])[^Vbhn.:;\"\n]{0,16}")
"""Letters between a quotation and its source: "“It sank,” the chief, Lee, said"."""
_APPOSED = re.compile(r",[RPOSC][mesaXURPCHLTIOSQg'&o]{0,8}[dqi]{1,2}(?=,)")
"""Read backwards, a role before the name: "It sank, the chief executive, Maria Keller, said"."""
_ADJUNCT = re.compile(r"[pMyc][^tnwbhV,\"]{0,20}(?=[.\n]|$|,(?!\"))|(?=[.\n]|$|,[ecV])")
"""Letters of words behind a verb that are not said: "in a statement on Monday"."""
_BEFORE_THAT = re.compile(
    r"(?:[pM]|[da]a(?=t))[^tnwbh,:\"]{0,20}(?:t(?![hp])|[,:](?=\"))|p?M[M0]?(?=[ndqXUi])|"
    r"y{1,2}t(?![hp])"
)
"""Time, place and manner of a statement, up to "that" or a quotation: "on Monday that"."""
_LISTENER = re.compile(
    r"(?:n(?=[:']|[^t,:\"]{0,20}[t\"])|[^tnwbhV,:\"]{1,20}?)"
    r"(?:[pMy][^tnwbhV,:\"]{0,20})?(?:t(?![hp])|[,:]?(?=\"))|"
    r"(?:n|[dqi]?[ames]{0,2}(?:[PRLIT]|[XU][XU.]*[PRIL]?))(?=[ndq])"
)
"""The listener of "told": "told the BBC that", "told a reporter in Harrow: “", "told them the"."""
_LISTENERS = re.compile(r"(?:n|[dqi]?[amesXUPRLIOSg'.&]{1,7})(?=[pMyc,.\n]|$)")
_WHEN = (
    "( ( earlier | late | later )? ( this | last ) <time_word> |"
    " ( early | late | earlier | later ) ( on )? <weekday> ( <time_word> )? |"
    " <content>{0,2} ( a | <number> ) ( <time_word> | <plural> ) <ago> )"
)
"""The time of a statement: "said earlier this month that"."""
_BEGINS = re.compile(r",?t(?![hp])|[,:](?=\")|(?=[ndqXU])")
"""Letters behind a time where the statement begins."""
_HEARER = re.compile(r"p[dq]?[amesXUTIg'.]{0,4}[XURPQLI](?:[pMyda][^tnwbhV,:\"]{0,12})?t(?![hp])")
"""The listener behind "to": "said to the BBC that", but not "admitted to charges that"."""
_THAT = re.compile(r"[^tnwVh,:\"]{1,12}t(?=[ndqX])")
"""Letters between words for talk and "that"."""
_SPLIT = '","'
"""Letters around source and verb between two quotations: "“It sank,” he said, “and burned”"."""
_VOWED = "posted | pledge~ | promise~ | vow~"
_JOINT, _LONGEST = re.compile(r"y*[bhc&][ybhc&]*"), 6
"""Read backwards, words behind a statement: "The loss was | first reported"."""
_WINDOW = 24  # the most tokens between single quotation marks
_POSITIONS = {
    "speech_verb": "before told", "definite": "before told", "definite_again": "before told",
    "court_rules": "told", "belief_verb": "before", "according_to": "before apart",
    "own_words": "noun", "claims_by": "noun",
    "rumor_has_it": "far", "talk_starts": "far", "reports_claim": "far", "it_is_said": "far",
}  # fmt: skip
"""Where a statement may stand, other than directly behind source and verb, for each cue.

before: before them: "It sank, Keller said on Monday". told: behind the listener and the time: "told
the BBC on Monday that it sank". apart: on either side, since the source is no subject: "On Monday,
according to Keller, it sank". noun: only behind "that": "her claims that it sank". far: also far
behind: "rumours spread there that".
"""
_NONE, _WEAK, _PLAIN, _SURE = range(4)
"""How sure it is that the words on one side of source and verb are the statement."""
_phrases = functools.cache(functools.partial(Phrases, {}))


class Extents:
    """Finds the tokens of the statements in one reading, by bisection.

    >>> reading = Reading("Two officials said that it sank.")
    >>> (statement,) = reading.attributions
    >>> Extents(reading, [statement]).of(statement)  # the tokens of "it sank"
    (6, 8)
    """

    def __init__(self, reading: Reading, statements: Sequence[Statement]) -> None:
        self._reading, self._quotations = reading, Quotations(reading)
        self._tape, self._letters = reading.tape, reading.sources.letters
        self._backwards = reading.sources.backwards_with_end()
        self._statements, phrases = statements, _phrases(reading.lexicon)
        self._words, self._patterns = phrases.words, phrases.patterns
        # A statement neither begins nor ends with a mark, and does not begin with "that".
        self._lasts = [at for at, letter in enumerate(reading.tape) if letter not in _MARKS]
        thats = clause_words(reading)
        self._firsts = [at for at in self._lasts if at not in thats]
        self._ends = ends_before_second_verbs(reading, statements)

    @functools.cached_property
    def _taken_spans(self) -> tuple[list[int], list[int]]:
        """The statements outside quotations: their starts, and the furthest end up to each."""
        rows = (row for row in self._statements if not self._reading.in_quote(row.verb_start))
        spans = sorted(filter(None, map(self.of, map(self.full_verb, rows))))
        return [start for start, _ in spans], [*accumulate((end for _, end in spans), max)]

    def full_verb(self, statement: Statement) -> Statement:
        """The statement with its whole verb: "point out", "confirm nor deny"."""
        end, words = statement.verb_end, self._words
        word, after = self._tape[end : end + 1], self._letters[end + 1 : end + 2]
        if word in words["out"] and after not in "p,.":
            return statement._replace(verb_end=end + 1)
        if word in words["to"] and statement.cue == "issues_statement" and after == "V":
            return statement._replace(verb_end=end + 2)  # "went on to say"
        joined = word in words["and | or | nor"] and after == "V"
        if joined and statement.verb_start < end and statement.verb_start not in self._ends:
            return statement._replace(verb_end=end + 2)
        return statement

    def of(self, statement: Statement) -> Span | None:
        """The tokens of what is said, after source and verb or before them.

        If a quotation holds source and verb, they stay inside it.
        """
        way = _POSITIONS.get(statement.cue, "")
        before = min(statement.source_start, statement.verb_start)
        after = max(statement.source_end, statement.verb_end)
        begin, stop = self._reading.sentence(statement.verb_start)
        quotation = self._quotations.around(before, after) or (begin - 1, stop)
        begin, stop = max(begin, quotation[0] + 1), min(stop, quotation[1])
        said = self._start_of(statement, way, after, stop)
        right = self._right(statement, said, stop)
        if "noun" in way:
            return right if self._letters[after : after + 1] == "t" else None
        left_end = before if "apart" in way else self._left_end(begin, before)
        between = self._letters[statement.source_end : statement.verb_start]
        relative = "w" in between[max(0, between.rfind(",")) :]  # "in Harrow, Keller, who says so"
        left = None if relative else self._left(begin, left_end)
        around = self._letters[before - 1] + self._letters[after : after + 2]
        if left and right and around == _SPLIT:
            return max(left, right, key=lambda span: span[1] - span[0])
        sure = self._sure_before(statement, left, left_end, after)
        return left if sure > self._sure_behind(right, after, said) else right

    def _sure_before(self, statement: Statement, left: Span | None, end: int, after: int) -> int:
        """How sure it is that the words before source and verb, up to `end`, are the statement."""
        if left is None:
            return _NONE
        way, verb = _POSITIONS.get(statement.cue, ""), self._tape[statement.verb_start]
        short, aside = left[1] - left[0] < 3, self._is_adjunct(*left)
        if short and aside:
            return _NONE  # "On Monday, the mayor told parliament"
        if "apart" in way and (short or aside) and self._letters[after : after + 1] == ",":
            return _WEAK  # "But, according to Keller, it sank"
        inverted = statement.source_start >= statement.verb_end
        if inverted or _CLOSED.search(self._tape, max(0, end - 3), end):
            return _SURE
        way = way if "told" not in way or verb in self._words["<say>"] else ""
        return _PLAIN if "before" in way and self._tape[end - 1] in ',”"' and not aside else _WEAK

    def _sure_behind(self, right: Span | None, after: int, said: int) -> int:
        """How sure it is that the words behind source and verb are the statement."""
        if right is None:
            return _NONE
        start, end = right
        if end - start < 3 and self._tape[start] not in self._words["<pronoun>"]:
            return _WEAK  # too short for a statement: "said so"
        places = (at for at in (after, said) if self._letters[at - 1] != "t")
        return _WEAK if any(_ADJUNCT.match(self._letters, at) for at in places) else _PLAIN

    def beside(self, statement: Statement, extent: Span | None) -> Span | None:
        """The quotation beside a sentence in which the source says nothing, or asks.

        None if the quotation belongs to a source already.
        """
        inverted = statement.source_start >= statement.verb_end
        asks = self._tape[statement.verb_start] in self._words["ask~"]
        says = extent and not (extent[1] - extent[0] < 3 if asks else self._is_adjunct(*extent))
        if inverted or says or not (asks or statement.cue == "speech_verb"):
            return None
        quotation = self._quotations.beside(*self._reading.sentence(statement.verb_start))
        if quotation is None:
            return None
        starts, ends = self._taken_spans
        number = bisect_left(starts, quotation[1]) - 1
        if number >= 0 and ends[number] > quotation[0]:
            return None
        return self._trimmed(*quotation)

    def _left_end(self, begin: int, before: int) -> int:
        """The end of a statement before its source, without a role of the source."""
        size = len(self._tape) + 1
        quotation = self._quotations.closed_in(begin, before)
        if quotation is not None and self._quotations.is_whole(quotation[1]):
            between = _ROLE.fullmatch(self._letters, quotation[1], before)
            return before if between is None else quotation[1]
        role = _APPOSED.match(self._backwards, size - before, size - begin)
        return before if role is None else size - role.end()

    def _left(self, begin: int, end: int) -> Span | None:
        """The statement before its source: a quotation behind a colon, or all words there."""
        around = self._quotations.around(begin, begin + 1)
        if around is not None and around[1] <= end:
            return self._trimmed(around[0] + 1, end)
        last = len(self._tape) + 1 - end
        joint = _JOINT.match(self._backwards, last, last + _LONGEST)
        end = max(begin, end - len(joint[0])) if joint else end
        quotation = self._quotations.closed_in(begin, end)
        if quotation and quotation[1] == end and self._tape[quotation[0] - 1] == ":":
            return self._trimmed(*quotation)
        return self._balanced(self._trimmed(begin, end))

    def _right(self, statement: Statement, said: int, stop: int) -> Span | None:
        """The statement behind source and verb, at most up to a second verb of the source.

        If a quotation begins there, or is open at the end, the statement goes on to its end.
        """
        unnamed = self._patterns["on condition of anonymity"].match(self._tape, said, stop)
        if unnamed is not None:
            said = unnamed.end()
        if said < len(self._tape) and self._tape[said] in self._words["because"]:
            return None
        second = self._ends.get(statement.verb_start, 0)
        if said < second < stop and self._trimmed(said, second):
            stop = second
        span = self._trimmed(said, stop)
        if span is None:
            return None
        quotation = self._quotations.opened_at(span[0] - 1) if span[0] > said else None
        if quotation and (self._quotations.is_whole(quotation[1]) or quotation[1] > stop):
            return self._trimmed(*quotation)
        quotation = self._quotations.opened_in(span[0], stop)
        if quotation and quotation[1] > stop and self._quotations.is_closed(quotation[1]):
            span = self._trimmed(span[0], quotation[1])
        return self._balanced(span)

    def _balanced(self, span: Span | None) -> Span | None:
        """The span, with the second mark of any quotation that has one mark in it."""
        if span is None:
            return None
        start, end = span
        before = self._quotations.opened_at(start - 1)
        if before is not None and before[1] <= end:
            start -= 1
        last = self._quotations.opened_in(start, end)
        if last is not None and end < last[1] <= end + 2 and self._quotations.is_closed(last[1]):
            end = last[1]
        elif self._tape[end : end + 1] == "'":
            end += self._tape.find("'", max(start, end - _WINDOW), end) >= 0
        return start, end

    def _is_adjunct(self, start: int, end: int) -> bool:
        """Whether these tokens only tell when, where or to whom somebody speaks."""
        beside = _ADJUNCT.match(self._letters, start)
        return beside is not None and beside.end() >= end

    def _start_of(self, statement: Statement, way: str, after: int, stop: int) -> int:
        """Where the statement begins, behind the listener, the time and the place."""
        letters, tape, words = self._letters, self._tape, self._words
        verb, is_told = tape[statement.verb_start], "told" in way
        if "far" in way:
            aside = _THAT.match(letters, after, stop)
        elif statement.source_start >= statement.verb_end or not (is_told or verb in words[_VOWED]):
            return after
        elif verb in words["<addressing>"]:
            aside = _LISTENER.match(letters, after, stop)
            if aside is None and verb not in words["warn~"]:  # "warned the war in Harrow was"
                aside = _LISTENERS.match(letters, after, stop)
        elif tape[after : after + 1] in words["to"]:
            aside = _HEARER.match(letters, after, stop)
        else:
            when = self._patterns[_WHEN].match(tape, after, stop)
            aside = when and _BEGINS.match(letters, when.end(), stop)
            day = (
                letters[after : after + 1] in "pMy"
                or tape[after + 1 : after + 2] in words["<time_word>"]
            )
            aside = _BEFORE_THAT.match(letters, after, stop) if aside is None and day else aside
        return after if aside is None else aside.end()

    def _trimmed(self, start: int, end: int) -> Span | None:
        number = bisect_left(self._firsts, start)
        if number == len(self._firsts) or self._firsts[number] >= end:
            return None
        return self._firsts[number], 1 + self._lasts[bisect_left(self._lasts, end) - 1]
