"""Reads and validates lexicons/*.toml and builds one vocabulary and one rule table of them all.

A lexicon file holds:

    signal = "official_denials"          # or "" for shared classes
    source = "where the entries come from"

    [classes]                            # word classes; words may end in ~ (verb) or % (plural)
    deny = ["deny~", "refute~"]

    [capitalised]                        # classes of words that must be capitalised
    weekday = ["monday"]

    [beside_number]                      # the same, and a number must stand beside them: the
    month = ["may"]                      # month May, which is then no form of the word may

    [either]                             # words that keep their meaning when they are
    body = ["ministry"]                  # capitalised inside a sentence

    [[rules]]
    name = "denied_report"               # becomes Evidence.cue
    kind = "denial"                      # "" : a pseudo-trigger, which only blocks other rules
    pattern = "<deny> <det>? <report>"   # see pattern.py
    hits = ["The minister [denied the report] today."]   # brackets: the evidence expected
    misses = ["He was denied bail."]

    [names]                              # words that are always names when capitalised
    given = ["will", "mark"]

Every word of every class and pattern gets two characters of the tape: one for its lower-case
form and one for its capitalised form. A capitalised word inside a sentence is a name, so that
Will, May and Mark are nobody's modal, unless its class is under one of the last headings.
"""

import functools
import re
import tomllib
from collections import defaultdict
from importlib import resources
from itertools import product
from types import MappingProxyType
from typing import Annotated

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from credscore import pattern
from credscore.characters import (
    CAPITALS,
    ED,
    ING,
    LY,
    NAME,
    NUMBER,
    PLAIN,
    PLURAL,
    YEAR,
    word_hash,
)
from credscore.errors import LexiconError

Ints = npt.NDArray[np.intp]

_BASE = 0x400  # the first tape character of the vocabulary; marks and shapes lie below
_SHAPES = {
    "lower": PLAIN + PLURAL + LY + ED + ING,
    "ly": LY,
    "ed": ED,
    "ing": ING,
    "plural": PLURAL,
    "number": NUMBER + YEAR,
    "year": YEAR,
    "capitals": CAPITALS,
}
_COMMON_SHAPES = ("lower", "name")
_COMMON_WORDS = ("det", "pronoun", "be", "have", "do", "negation", "modal_any", "preposition",
                 "conjunction", "relative", "genitive", "also")  # fmt: skip
_FUNCTION_WORDS = ("det", "pronoun", "be", "have", "preposition", "conjunction")
MARKS = "".join(chr(c) for c in range(33, 127) if not chr(c).isalnum()) + "“”—…¤"


class RuleEntry(BaseModel):
    """One rule as written in a lexicon file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    kind: str
    pattern: str
    hits: tuple[str, ...] = Field(min_length=1)
    misses: tuple[str, ...] = ()


class LexiconFile(BaseModel):
    """One lexicon file, validated."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    signal: str
    source: Annotated[str, Field(min_length=1)]
    classes: dict[str, tuple[str, ...]] = {}
    capitalised: dict[str, tuple[str, ...]] = {}
    beside_number: dict[str, tuple[str, ...]] = {}
    either: dict[str, tuple[str, ...]] = {}
    names: dict[str, tuple[str, ...]] = {}
    rules: tuple[RuleEntry, ...] = ()


class Rule:
    """A rule, to be searched for from `before` tokens left of an anchor on; compiled when tried."""

    def __init__(self, signal: str, kind: str, name: str, source: str, before: int) -> None:
        self.signal, self.kind, self.name, self.before = signal, kind, name, before
        self._source = source

    @functools.cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression over the tape."""
        return re.compile(self._source)


class Lexicon:
    """All lexicons together: the vocabulary, the classes and the rules. Not to be changed."""

    def __init__(self, files: dict[str, LexiconFile]) -> None:
        self.files = MappingProxyType(dict(files))
        self._collect_classes()
        self._number_words()
        self._compile_rules()
        self.function_words = re.compile(
            pattern.character_class(
                "".join(self.characters(f"<{label}>") for label in _FUNCTION_WORDS) or "\0"
            )
        )

    def _collect_classes(self) -> None:
        classes: dict[str, list[str]] = defaultdict(list)
        self._only_capitalised: set[str] = set()
        self._kept: set[str] = set()
        self._capitalised_labels: set[str] = set()
        self._dated: set[str] = set()
        self._names: set[str] = set()
        for name, file in self.files.items():
            self._names.update(word for words in file.names.values() for word in words)
            capitalised = (file.capitalised, file.beside_number)
            for group in (file.classes, *capitalised, file.either):
                for label, words in group.items():
                    if label in _SHAPES or label in ("word", "content", "name", "any"):
                        raise LexiconError(f"{name}.toml: class {label!r} is built in: rename it")
                    forms = [form for word in words for form in pattern.expand(word)]
                    classes[label].extend(forms)
                    if any(group is one for one in capitalised):
                        self._capitalised_labels.add(label)
                        self._only_capitalised.update(forms)
                    if group is file.beside_number:
                        self._dated.update(forms)
                    if group is not file.classes:
                        self._kept.update(forms)
        self._classes = classes

    def _number_words(self) -> None:
        words = {word for members in self._classes.values() for word in members}
        for file in self.files.values():
            for rule in file.rules:
                words.update(pattern.words_of(rule.pattern))
        self.words = tuple(sorted(words))
        self._number = {word: index for index, word in enumerate(self.words)}
        hashes = np.array([word_hash(word) for word in self.words], np.uint64)
        order = np.argsort(hashes)
        self.hashes = hashes[order]
        self.codes = (_BASE + 2 * order).astype(np.uint16)
        self.kept, self.dated, self.names = (
            np.array([word in group for word in self.words], np.bool_)[order]
            for group in (self._kept, self._dated, self._names)
        )
        self._build_table()
        self._all_words = "".join(map(chr, range(_BASE, _BASE + 2 * len(self.words))))

    def _build_table(self) -> None:
        """A hash table without collisions: `bits` bits of a hash from `shift` on are the slot."""
        if len(np.unique(self.hashes)) != len(self.hashes):
            raise LexiconError("two words of the lexicons share a hash: remove one")
        for bits, shift in product(range(16, 22), range(42, 0, -1)):
            slots = self._slots(self.hashes, np.uint64(shift), np.uint64((1 << bits) - 1))
            if len(np.unique(slots)) == len(slots):
                break
        else:
            raise LexiconError("the lexicons hold too many words for the table of lexicon.py")
        self._shift, self._mask = np.uint64(shift), np.uint64((1 << bits) - 1)
        self._table = np.zeros(1 << bits, np.int16)
        self._table[slots] = np.arange(len(self.hashes))

    @staticmethod
    def _slots(hashes: npt.NDArray[np.uint64], shift: np.uint64, mask: np.uint64) -> Ints:
        return ((hashes >> shift) & mask).astype(np.intp)

    def look_up(self, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.int16]:
        """For every hash the place of the only word of the vocabulary that it can be."""
        return self._table.take(self._slots(hashes, self._shift, self._mask))

    def characters(self, name: str) -> str:
        """The tape characters of a word (`denied`, `deny~`) or of a class (`<deny>`)."""
        if not name.startswith("<"):
            return "".join(self._characters_of(form) for form in pattern.expand(name))
        label = name[1:-1]
        if label in _SHAPES:
            return _SHAPES[label]
        if label == "name":
            return NAME + CAPITALS
        if label == "word":
            return self._all_words + NAME + CAPITALS + "".join(_SHAPES.values())
        if label == "content":
            function = set("".join(self.characters(f"<{one}>") for one in _COMMON_WORDS))
            return "".join(c for c in self.characters("<word>") if c not in function)
        if label == "any":
            marks = "".join(mark for mark in MARKS if mark not in ".!?…")
            return self.characters("<word>") + marks
        words = self._classes.get(label, ())
        if label in self._capitalised_labels:
            return "".join(chr(_BASE + 2 * self._number[word] + 1) for word in words)
        return "".join(self._characters_of(word) for word in words)

    def _characters_of(self, word: str) -> str:
        code = _BASE + 2 * self._number[word]
        return chr(code) if word in self._only_capitalised else chr(code) + chr(code + 1)

    def compile(self, expression: str) -> re.Pattern[str]:
        """A pattern of pattern.py as a regular expression over the tape."""
        return re.compile(pattern.compile_pattern(expression, self.characters).expression)

    def _compile_rules(self) -> None:
        table: dict[str, list[Rule]] = defaultdict(list)
        common = frozenset(
            "".join(self.characters(f"<{label}>") for label in (*_COMMON_SHAPES, *_COMMON_WORDS))
            + MARKS
        )
        for name, file in self.files.items():
            for entry in file.rules:
                try:
                    compiled = pattern.compile_pattern(entry.pattern, self.characters, common)
                except LexiconError as error:
                    raise LexiconError(f"{name}.toml, rule {entry.name}: {error}") from None
                rule = Rule(
                    file.signal, entry.kind, entry.name, compiled.expression, compiled.before
                )
                for character in compiled.anchor:
                    table[character].append(rule)
        self.rules = MappingProxyType({key: tuple(rules) for key, rules in table.items()})
        triggers = pattern.character_class("".join(table)) if table else "(?!)"
        self.triggers = re.compile(triggers)


def read(name: str, content: str) -> LexiconFile:
    """Parse and validate one lexicon file.

    Raises
    ------
    LexiconError
        With the file's name, what came and what is allowed.
    """
    try:
        return LexiconFile.model_validate(tomllib.loads(content))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise LexiconError(f"{name}: {error}") from None


@functools.cache
def shipped() -> Lexicon:
    """The lexicons that come with credscore, read once."""
    folder = resources.files("credscore") / "lexicons"
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
    return Lexicon({p.name[:-5]: read(p.name, p.read_text("utf-8")) for p in paths})
