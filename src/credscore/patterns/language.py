"""The small language of lexicon rules: a pattern over tokens, compiled to a short program.

    neither confirm~ nor deny~          words; ~ stands for all forms of a regular verb
    <deny> <det>? <modifier>{0,3}       <class>: any word of a class of the lexicons, or a shape
    ( photo% | video% ) of              groups and alternatives; % stands for the plural as well
    said [ there is no truth ]          [ ] marks the evidence inside the match
    , "                                 marks stand for themselves

Quantifiers are ? * + and {m,n}. Built-in shapes: <word> any word, <content> any but the function
words of grammar.toml, <lower> a lower-case word that
no lexicon knows, <name> a capitalised one, <number>, <year>, <ly>, <ed>, <ing>, <any> anything
within the sentence.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from credscore.errors import LexiconError
from credscore.patterns._matcher import REACH
from credscore.patterns.program import (
    CLOSE,
    DONE,
    MOST_STEPS,
    OPEN,
    TAKE,
    Names,
    Steps,
    either,
    repeated,
)
from credscore.patterns.word_forms import expand

_TOKEN = re.compile(r"\s*(?:(<[a-z_0-9]+>)|([\w'’.-]*\w[~%]?|'s)|(\{\d*,?\d*\}|[?*+])|(.))")

_UNBOUNDED = 12  # how many tokens * and + are taken for when anchors are placed
LONGEST = 50
"""The most times that a part of a pattern may be repeated."""
STEPS = (1, -1, *(step for far in range(2, REACH + 1) for step in (far, -far)))


@dataclass(frozen=True)
class Compiled:
    """A pattern as a program and as a regular expression over the tape, and where to try it.

    Every match holds an anchor, with at most `before` tokens before it. `anchors` maps what can
    stand at the offsets STEPS from an anchor (None: anything, as a match may have ended) to the
    anchors of which this is true. `single`: a match is its anchor alone.
    """

    steps: Steps
    expression: str
    anchors: Mapping[tuple[Names | None, ...], Names]
    before: int
    single: bool


@dataclass(frozen=True)
class _Part:
    """A piece of a pattern. Leaves are numbers; `anchor` is empty where all are too common."""

    steps: Steps
    expression: str
    first: frozenset[int]
    last: frozenset[int]
    longest: int  # tokens at most
    empty: bool  # may match nothing
    anchor: frozenset[int] = frozenset()
    before: int = 0


def words_of(pattern: str) -> list[str]:
    """All literal words of a pattern, expanded."""
    return [form for token in _TOKEN.finditer(pattern) if token[2] for form in expand(token[2])]


def compile_pattern(
    pattern: str, resolve: Callable[[str], str], common: frozenset[str] = frozenset()
) -> Compiled:
    """Compile `pattern`; `resolve` maps a word or <class> to its characters on the tape.

    `common` characters make no anchor where a pattern has another one.
    """
    parser = _Parser(pattern, resolve, common)
    part = parser.alternatives(closing="")
    if part.empty:
        raise LexiconError(f"pattern {pattern!r} matches nothing at all: name at least one word")
    anchor, before = (part.anchor, part.before) if part.anchor else (part.first, 0)
    anchors: dict[tuple[Names | None, ...], Names] = {}
    for leaf in anchor:
        near = tuple(parser.at_step(leaf, step, part) for step in STEPS)
        anchors[near] = anchors.get(near, Names()) | parser.names([leaf])
    steps = (*part.steps, (DONE, 0))
    if len(steps) > MOST_STEPS:
        raise LexiconError(
            f"pattern {pattern!r} repeats too much: repeat shorter parts, less often"
        )
    return Compiled(steps, part.expression, anchors, before, single=part.longest == 1)


class _Parser:
    """Parses a pattern; numbers its leaves and notes which may follow which (Glushkov 1961)."""

    def __init__(self, pattern: str, resolve: Callable[[str], str], common: frozenset[str]) -> None:
        self._pattern, self._resolve, self._common = pattern, resolve, common
        self._tokens = _TOKEN.finditer(pattern.strip())
        self._leaves: list[str] = []
        self._sizes: list[int] = []
        self._after: dict[int, set[int]] = defaultdict(set)
        self._ahead: dict[int, set[int]] = defaultdict(set)

    def names(self, leaves: Iterable[int]) -> Names:
        """The words, classes and marks of some leaves."""
        return Names(self._leaves[leaf] for leaf in leaves)

    def at_step(self, leaf: int, step: int, whole: _Part) -> Names | None:
        """What can stand `step` tokens from a leaf; None where a match may have ended."""
        links, border = (self._after, whole.last) if step > 0 else (self._ahead, whole.first)
        here = {leaf}
        for _ in range(abs(step)):
            if here & border:
                return None
            here = set().union(*(links[leaf] for leaf in here))
        return self.names(here)

    def alternatives(self, closing: str) -> _Part:
        """Everything up to the closing bracket."""
        branches: list[_Part] = []
        parts: list[_Part] = []
        for token in self._tokens:
            mark = token[4]
            if mark == "|":
                branches.append(self._sequence(parts))
                parts = []
            elif mark and mark == closing:
                break
            elif mark == "(":
                inner = self.alternatives(")")
                parts.append(replace(inner, expression=f"(?:{inner.expression})"))
            elif mark == "[":
                if closing == "]":
                    raise LexiconError(f"pattern {self._pattern!r}: a [ inside [ ]: remove it")
                inner = self.alternatives("]")
                steps = ((OPEN, 0), *inner.steps, (CLOSE, 0))
                parts.append(replace(inner, steps=steps, expression=f"({inner.expression})"))
            elif token[3]:
                self._quantify(parts, token[3])
            else:
                parts.append(self._leaf(token))
        else:
            if closing:
                raise LexiconError(f"pattern {self._pattern!r} lacks a {closing!r}: add it")
        branches.append(self._sequence(parts))
        anchored = all(branch.anchor for branch in branches)
        return _Part(
            either([branch.steps for branch in branches]),
            "|".join(branch.expression for branch in branches),
            frozenset().union(*(branch.first for branch in branches)),
            frozenset().union(*(branch.last for branch in branches)),
            max(branch.longest for branch in branches),
            any(branch.empty for branch in branches),
            frozenset().union(*(branch.anchor for branch in branches if anchored)),
            max(branch.before for branch in branches),
        )

    def _quantify(self, parts: list[_Part], quantifier: str) -> None:
        if not parts:
            raise LexiconError(f"pattern {self._pattern!r}: {quantifier!r} follows nothing")
        part = parts.pop()
        least, most = self._range(quantifier)
        endless = quantifier[-2:] in ("*", "+", ",}")
        empty = part.empty or least == 0
        if most > 1:
            self._link(part.last, part.first)
        parts.append(
            replace(
                part,
                steps=repeated(part.steps, least, None if endless else most),
                expression=f"(?:{part.expression}){quantifier}",
                longest=part.longest * most,
                empty=empty,
                anchor=frozenset() if empty else part.anchor,
            )
        )

    def _range(self, quantifier: str) -> tuple[int, int]:
        if not quantifier.startswith("{"):
            return (1 if quantifier == "+" else 0), (1 if quantifier == "?" else _UNBOUNDED)
        low, *high = quantifier.strip("{}").split(",")
        least = int(low or 0)
        most = int(high[0] or _UNBOUNDED) if high else least
        if not (low or high) or not least <= most <= LONGEST or not most:
            raise LexiconError(
                f"pattern {self._pattern!r}: {quantifier!r} must be {{m,n}} with m up to n, "
                f"and n between 1 and {LONGEST}"
            )
        return least, most

    def _leaf(self, token: re.Match[str]) -> _Part:
        if token[4] and token[4] in ")]":
            raise LexiconError(f"pattern {self._pattern!r}: {token[4]!r} closes nothing")
        name = token[4] or token[1] or token[2]
        characters = self._resolve(name)
        if not characters:
            raise LexiconError(
                f"pattern {self._pattern!r}: {name!r} is an empty or unknown class, or a mark that "
                "no text is read to hold: use a class of the lexicons or a mark of ASCII"
            )
        number = frozenset({len(self._leaves)})
        self._leaves.append(name)
        self._sizes.append(len(characters))
        anchor = number if _apart(characters, self._common) else frozenset[int]()
        steps = ((TAKE, Names((name,))),)
        return _Part(steps, character_class(characters), number, number, 1, False, anchor)

    def _sequence(self, parts: list[_Part]) -> _Part:
        if len(parts) == 1:
            return parts[0]
        first, last = set[int](), set[int]()
        anchor, before, length, empty = frozenset[int](), 0, 0, True
        for part in parts:
            self._link(last, part.first)
            if empty:
                first |= part.first
            last = last | part.last if part.empty else set(part.last)
            empty = empty and part.empty
            rarer = self._size(part.anchor) < self._size(anchor)
            if part.anchor and (not anchor or rarer):
                anchor, before = part.anchor, length + part.before
            length += part.longest
        return _Part(
            tuple(chain.from_iterable(part.steps for part in parts)),
            "".join(part.expression for part in parts),
            frozenset(first), frozenset(last), length, empty, anchor, before,
        )  # fmt: skip

    def _size(self, leaves: Iterable[int]) -> int:
        return sum(self._sizes[leaf] for leaf in leaves)

    def _link(self, left: Iterable[int], right: Iterable[int]) -> None:
        for leaf in left:
            self._after[leaf].update(right)
        for leaf in right:
            self._ahead[leaf].update(left)


@functools.lru_cache(maxsize=4096)
def _apart(characters: str, others: frozenset[str]) -> bool:
    return others.isdisjoint(characters)


@functools.lru_cache(maxsize=4096)
def character_class(characters: str) -> str:
    """The shortest regular expression for one of `characters`, neighbours drawn into ranges."""
    codes = sorted(set(map(ord, characters)))
    if len(codes) == 1:
        return re.escape(chr(codes[0]))
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(map(_range, ranges)) + "]"


def _range(bounds: list[int]) -> str:
    low, high = (re.escape(chr(bound)) for bound in bounds)
    return low if low == high else f"{low}-{high}"
