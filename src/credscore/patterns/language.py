"""The small language of lexicon rules: a pattern over tokens, compiled to a short program.

    neither confirm~ nor deny~          words; ~ stands for all forms of a verb
    <deny> <det>? <modifier>{0,3}       <class>: any word of a class of the lexicons, or a shape
    ( photo% | video% ) of              groups and alternatives; % stands for the plural as well
    said [ there is no truth ]          [ ] marks the evidence inside the match
    , "                                 marks stand for themselves

Quantifiers are ? * + and {m,n}. Built in are <word> (any word), <content> (any but the function
words of grammar.toml), <lower> (a lower-case word of no lexicon), <name>, <capitals>, <plural>,
<number>, <year>, <ly>, <ed>, <ing>, and <any> (any token but one that ends a sentence).
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from credscore.errors import LexiconError
from credscore.patterns._matcher import REACH
from credscore.patterns.classes import character_class
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

_UNBOUNDED = 12  # the number of repetitions assumed for * and + when anchors are chosen
LONGEST = 50  # the most times that a part of a pattern may be repeated
_BRACKETS = {"(": "(?:", ")": ")", "[": "(", "]": ")", "|": "|"}
"""The equivalent of each bracket in a regular expression."""
STEPS = tuple(step for distance in range(1, REACH + 1) for step in (distance, -distance))
"""The offsets from an anchor at which its neighbours are looked at."""
_is_disjoint = functools.lru_cache(maxsize=4096)(frozenset.isdisjoint)


class Compiled(NamedTuple):
    """A pattern as a program over the tape, and its anchors.

    Every match holds an anchor, with at most `before` tokens before it. The keys of `anchors` say
    what can stand at the offsets STEPS from an anchor; None means anything, since the match may
    have ended. The values are the anchors with such neighbours.
    """

    steps: Steps
    anchors: Mapping[tuple[Names | None, ...], Names]
    before: int


class _Part(NamedTuple):
    """A part of a pattern. `first` and `last` are the leaves that its match can begin and end with.

    `longest` is the most tokens of a match. `empty` tells whether it may match nothing. `anchor` is
    empty if all leaves are too common. `before` is the most tokens before the anchor.
    """

    steps: Steps
    first: frozenset[int]
    last: frozenset[int]
    longest: int
    empty: bool
    anchor: frozenset[int] = frozenset()
    before: int = 0
    quantified: bool = False


def words_of(pattern: str) -> list[str]:
    """All literal words of a pattern, expanded."""
    return [form for token in _TOKEN.finditer(pattern) if token[2] for form in expand(token[2])]


def expression_of(pattern: str, resolve: Callable[[str], str], alphabet: str = "") -> str:
    """A pattern as a regular expression over an `alphabet`; `resolve`, errors: compile_pattern."""
    return "".join(
        token[3]
        or _BRACKETS.get(token[4] or "")
        or character_class(_resolved(token, pattern, resolve), alphabet)
        for token in _TOKEN.finditer(pattern.strip())
    )


def compile_pattern(
    pattern: str, resolve: Callable[[str], str], common: frozenset[str] = frozenset()
) -> Compiled:
    """Compile a pattern. `resolve` gives the tape characters of a word, <class> or mark.

    A leaf with one of the `common` characters is an anchor only if the pattern has no other.

    Raises LexiconError if the pattern is malformed, too long, may match nothing, or names an
    unknown class.
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
        raise LexiconError(f"pattern {pattern!r} repeats too much: repeat less, or less often")
    return Compiled(steps, anchors, before)


def _resolved(token: re.Match[str], pattern: str, resolve: Callable[[str], str]) -> str:
    """The tape characters of a word, class or mark of a pattern."""
    name = token[4] or token[1] or token[2]
    if characters := resolve(name):
        return characters
    allowed = "use a class of the lexicons or a mark of ASCII"
    raise LexiconError(
        f"pattern {pattern!r} has {name!r}, an empty or unknown class or mark: {allowed}"
    )


class _Parser:
    """Parses a pattern. It numbers the leaves and notes which can follow which (Glushkov 1961)."""

    def __init__(self, pattern: str, resolve: Callable[[str], str], common: frozenset[str]) -> None:
        self._pattern, self._resolve, self._common = pattern, resolve, common
        self._tokens = _TOKEN.finditer(pattern.strip())
        self._leaves: list[str] = []
        self._sizes: list[int] = []
        self._after: dict[int, set[int]] = defaultdict(set)
        self._ahead: dict[int, set[int]] = defaultdict(set)

    def names(self, leaves: Iterable[int]) -> Names:
        return Names(self._leaves[leaf] for leaf in leaves)

    def at_step(self, leaf: int, step: int, whole: _Part) -> Names | None:
        """What can stand `step` tokens from a leaf; None if a match may have ended before."""
        links, border = (self._after, whole.last) if step > 0 else (self._ahead, whole.first)
        leaves = {leaf}
        for _ in range(abs(step)):
            if leaves & border:
                return None
            leaves = set().union(*(links[leaf] for leaf in leaves))
        return self.names(leaves)

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
                parts.append(self.alternatives(")"))
            elif mark == "[":
                if closing == "]":
                    raise self._error("has a [ inside [ ]: remove it")
                inner = self.alternatives("]")
                parts.append(inner._replace(steps=((OPEN, 0), *inner.steps, (CLOSE, 0))))
            elif token[3]:
                self._quantify(parts, token[3])
            else:
                parts.append(self._leaf(token))
        else:
            if closing:
                raise self._error(f"lacks a {closing!r}: add it")
        branches.append(self._sequence(parts))
        anchored = all(branch.anchor for branch in branches)
        return _Part(
            either([branch.steps for branch in branches]),
            frozenset().union(*(branch.first for branch in branches)),
            frozenset().union(*(branch.last for branch in branches)),
            max(branch.longest for branch in branches),
            any(branch.empty for branch in branches),
            frozenset().union(*(branch.anchor for branch in branches if anchored)),
            max(branch.before for branch in branches),
        )

    def _quantify(self, parts: list[_Part], quantifier: str) -> None:
        if not parts or parts[-1].quantified:
            other = "another quantifier" if parts else "nothing"
            raise self._error(f"has a {quantifier!r} that follows {other}: remove it")
        part = parts.pop()
        least, most = self._range(quantifier)
        count = _UNBOUNDED if most is None else most
        if count > 1:
            self._link(part.last, part.first)
        parts.append(
            part._replace(
                steps=repeated(part.steps, least, most),
                quantified=True,
                longest=part.longest * count,
                empty=part.empty or not least,
                anchor=part.anchor if least and not part.empty else frozenset(),
            )
        )

    def _range(self, quantifier: str) -> tuple[int, int | None]:
        """The least and the most repetitions; None: without end."""
        if not quantifier.startswith("{"):
            return int(quantifier == "+"), 1 if quantifier == "?" else None
        low, comma, high = quantifier.strip("{}").partition(",")
        least, most = int(low or 0), int(high) if high else None
        if not comma:
            most = least
        count = _UNBOUNDED if most is None else most
        if not (low or comma) or not max(least, 1) <= count <= LONGEST:
            allowed = f"{{m,n}} with m up to n, and n between 1 and {LONGEST}"
            raise self._error(f"has {quantifier!r}: it must be {allowed}")
        return least, most

    def _leaf(self, token: re.Match[str]) -> _Part:
        if token[4] and token[4] in ")]":
            raise self._error(f"has a {token[4]!r} that closes nothing: remove it")
        name = token[4] or token[1] or token[2]
        characters = _resolved(token, self._pattern, self._resolve)
        number = frozenset({len(self._leaves)})
        self._leaves.append(name)
        self._sizes.append(len(characters))
        anchor = number if _is_disjoint(self._common, characters) else frozenset[int]()
        steps = ((TAKE, Names((name,))),)
        return _Part(steps, number, number, 1, False, anchor)

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
            if part.anchor and (not anchor or self._size(part.anchor) < self._size(anchor)):
                anchor, before = part.anchor, length + part.before
            length += part.longest
        return _Part(
            tuple(chain.from_iterable(part.steps for part in parts)),
            frozenset(first), frozenset(last), length, empty, anchor, before,
        )  # fmt: skip

    def _error(self, problem: str) -> LexiconError:
        return LexiconError(f"pattern {self._pattern!r} {problem}")

    def _size(self, leaves: Iterable[int]) -> int:
        return sum(self._sizes[leaf] for leaf in leaves)

    def _link(self, left: Iterable[int], right: Iterable[int]) -> None:
        for leaf in left:
            self._after[leaf].update(right)
        for leaf in right:
            self._ahead[leaf].update(left)
