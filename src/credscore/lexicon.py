"""Reads and validates lexicons/*.toml and builds one vocabulary and one rule table of them all.

A lexicon file holds:

    signal = "official_denials"          # or "" for shared classes
    source = "where the entries come from"

    [classes]                            # word classes; words may end in ~ (verb) or % (plural)
    deny = ["deny~", "refute~"]

    [capitalised]                        # words that keep their meaning when capitalised inside
    month = ["January"]                  # a sentence, and have it only then

    [[rules]]
    name = "denied_report"               # becomes Evidence.cue
    kind = "denial"                      # "" : a pseudo-trigger, which only blocks other rules
    pattern = "<deny> <det>? <report>"   # see pattern.py
    hits = ["The minister [denied the report] today."]   # brackets: the evidence expected
    misses = ["He was denied bail."]

Every word of every class and pattern gets two characters of the tape: one for its lower-case
form and one for its capitalised form. A capitalised word inside a sentence is a name, so that
Will, May and Mark are nobody's modal, unless its class is under [capitalised].
"""

import functools
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Annotated, Any

import numpy as np
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
    rules: tuple[RuleEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule: `match` is tried where its first word stands on the tape."""

    signal: str
    kind: str
    name: str
    match: Any


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
        self._kept: set[str] = set()
        for name, file in self.files.items():
            for group in (file.classes, file.capitalised):
                for label, words in group.items():
                    if label in _SHAPES or label in ("word", "name", "any"):
                        raise LexiconError(f"{name}.toml: class {label!r} is built in: rename it")
                    for word in words:
                        classes[label].extend(pattern.expand(word))
            for words in file.capitalised.values():
                self._kept.update(form for word in words for form in pattern.expand(word))
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
        kept = np.array([word in self._kept for word in self.words], np.bool_)
        self.kept = kept[order]
        self._build_table()
        self._all_words = "".join(map(chr, range(_BASE, _BASE + 2 * len(self.words))))

    def _build_table(self) -> None:
        """A hash table without collisions: the upper `bits` of a hash choose the slot."""
        for bits in range(16, 25):
            self.shift = np.uint64(64 - bits)
            slots = self.hashes >> self.shift
            if len(np.unique(slots)) == len(slots):
                break
        else:
            raise LexiconError("two words of the lexicons share a hash: remove one")
        self.slots = np.full(1 << bits, len(self.hashes), np.int32)
        self.slots[slots.astype(np.intp)] = np.arange(len(self.hashes))

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
        if label == "any":
            marks = "".join(mark for mark in MARKS if mark not in ".!?…")
            return self.characters("<word>") + marks
        return "".join(self._characters_of(word) for word in self._classes.get(label, ()))

    def _characters_of(self, word: str) -> str:
        code = _BASE + 2 * self._number[word]
        if word in self._kept and not self._is_lower_word(word):
            return chr(code + 1)
        return chr(code) + chr(code + 1)

    def _is_lower_word(self, word: str) -> bool:
        return any(
            word in pattern.expand(entry)
            for file in self.files.values()
            for words in file.classes.values()
            for entry in words
        )

    def compile(self, expression: str) -> re.Pattern[str]:
        """A pattern of pattern.py as a regular expression over the tape."""
        return re.compile(pattern.compile_pattern(expression, self.characters).expression)

    def _compile_rules(self) -> None:
        table: dict[str, list[Rule]] = defaultdict(list)
        for name, file in self.files.items():
            for entry in file.rules:
                try:
                    compiled = pattern.compile_pattern(entry.pattern, self.characters)
                except LexiconError as error:
                    raise LexiconError(f"{name}.toml, rule {entry.name}: {error}") from None
                match = re.compile(compiled.expression).match
                rule = Rule(file.signal, entry.kind, entry.name, match)
                for character in compiled.first:
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
