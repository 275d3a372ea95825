"""Builds one vocabulary and one table of rules of all lexicons/*.toml (see files.py)."""

import functools
import re
from collections import defaultdict
from types import MappingProxyType

import numpy as np
from pydantic import TypeAdapter

from credscore.errors import LexiconError
from credscore.lexicon import build_cache
from credscore.lexicon.files import LexiconFile, read
from credscore.lexicon.vocabulary import FIRST_CODE, Vocabulary
from credscore.patterns import (
    Arrays,
    Rule,
    RuleTable,
    compile_pattern,
    compile_rules,
    expand,
    words_of,
)
from credscore.text import CAPITALS, ED, ING, LY, NAME, NUMBER, PLAIN, PLURAL, YEAR, tables

Ints = np.ndarray[tuple[int], np.dtype[np.intp]]

_FILES = TypeAdapter(dict[str, LexiconFile])
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
KEEPS_MEANING, BESIDE_NUMBER, ALWAYS_NAME = 1, 2, 4
"""What becomes of a capitalised word of the lexicons inside a sentence: it keeps its meaning, or
keeps it beside a number only, or is a name even if every word has a capital. Else it is a name."""
MARKS = "".join(chr(c) for c in range(33, 127) if not chr(c).isalnum()) + "“”—…£€¤"


class Lexicon:
    """All lexicons together: the vocabulary, the classes and the rules. Not to be changed."""

    def __init__(self, files: dict[str, LexiconFile], kept: Arrays | None = None) -> None:
        self.files = MappingProxyType(dict(files))
        self._codes: dict[str, Ints] = {}
        self._strings: dict[str, str] = {}
        self._collect_classes()
        self._number_words(kept)
        self.rules = tuple(
            Rule(file.signal, rule.kind, rule.name)
            for file in files.values()
            for rule in file.rules
        )
        self.signals = tuple(sorted({rule.signal for rule in self.rules}))
        self._compiled = kept or self._compile_rules()
        self.table = RuleTable(self.rules, self._compiled)
        self.function_words = np.zeros(self.vocabulary.size, np.bool_)
        for label in _FUNCTION_WORDS:
            self.function_words[self._codes_of(f"<{label}>")] = True

    def _collect_classes(self) -> None:
        classes: dict[str, list[str]] = defaultdict(list)
        self._only_capitalised: set[str] = set()
        self._kept: set[str] = set()
        self._capitalised_labels: set[str] = set()
        self._dated: set[str] = set()
        self._names: set[str] = set()
        for name, file in self.files.items():
            self._names.update(word for words in file.names.values() for word in words)
            for group in (file.classes, file.capitalised, file.beside_number, file.either):
                for label, words in group.items():
                    if label in _SHAPES or label in ("word", "content", "name", "any"):
                        raise LexiconError(f"{name}.toml: class {label!r} is built in: rename it")
                    forms = [form for word in words for form in expand(word)]
                    classes[label].extend(forms)
                    if group is file.capitalised or group is file.beside_number:
                        self._capitalised_labels.add(label)
                        self._only_capitalised.update(forms)
                    if group is file.beside_number:
                        self._dated.update(forms)
                    if group is not file.classes:
                        self._kept.update(forms)
        self._classes = classes

    def kept(self) -> Arrays:
        """What `kept` can be where the same files are compiled anew."""
        files = np.frombuffer(_FILES.dump_json(dict(self.files)), np.uint8)
        return {"files": files, **self.vocabulary.kept(), **self._compiled}

    def _number_words(self, kept: Arrays | None) -> None:
        words = {word for members in self._classes.values() for word in members}
        for file in self.files.values():
            for rule in file.rules:
                words.update(words_of(rule.pattern))
        self.vocabulary = Vocabulary(words, kept)
        self.when_capitalised = np.zeros(len(self.vocabulary.hashes), np.uint8)
        for mark, members in (
            (KEEPS_MEANING, self._kept),
            (BESIDE_NUMBER, self._dated),
            (ALWAYS_NAME, self._names & words),
        ):
            self.when_capitalised[self.vocabulary.marked(members)] |= mark
        codes = range(FIRST_CODE, self.vocabulary.size)
        self._all_words = "".join(map(chr, codes))

    def characters(self, name: str) -> str:
        """The tape characters of a word (`denied`, `deny~`), a class (`<deny>`) or a mark."""
        if name not in self._strings:
            self._strings[name] = self._find_characters(name)
        return self._strings[name]

    def _find_characters(self, name: str) -> str:
        if len(name) == 1 and not name.isalnum():
            mark = chr(tables().marks[ord(name)])
            return mark if mark != "¤" or name == mark else ""
        if not name.startswith("<"):
            return "".join(self._characters_of(form) for form in expand(name))
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
            return "".join(chr(self.vocabulary.code(word) + 1) for word in words)
        return "".join(self._characters_of(word) for word in words)

    def _characters_of(self, word: str) -> str:
        code = self.vocabulary.code(word)
        return chr(code) if word in self._only_capitalised else chr(code) + chr(code + 1)

    def compile(self, expression: str) -> re.Pattern[str]:
        """A pattern (patterns/language.py) as a regular expression over the tape."""
        return re.compile(compile_pattern(expression, self.characters).expression)

    def _compile_rules(self) -> Arrays:
        common = frozenset(
            "".join(self.characters(f"<{label}>") for label in (*_COMMON_SHAPES, *_COMMON_WORDS))
            + MARKS
        )
        compiled = []
        for name, file in self.files.items():
            for entry in file.rules:
                try:
                    compiled.append(compile_pattern(entry.pattern, self.characters, common))
                except LexiconError as error:
                    raise LexiconError(f"{name}.toml, rule {entry.name}: {error}") from None
        return compile_rules(self.rules, compiled, self._codes_of, self.vocabulary.size)

    def _codes_of(self, name: str) -> Ints:
        if name not in self._codes:
            self._codes[name] = np.array([ord(c) for c in self.characters(name)], np.intp)
        return self._codes[name]


def read_files() -> dict[str, LexiconFile]:
    """The lexicon files that come with credscore, by name."""
    sources = build_cache.lexicon_sources()
    return {name[:-5]: read(name, content.decode()) for name, content in sources.items()}


def restored(kept: Arrays) -> Lexicon:
    """The lexicon that `kept` was made of."""
    return Lexicon(_FILES.validate_json(kept["files"].tobytes()), kept)


@functools.cache
def shipped() -> Lexicon:
    """The lexicons that come with credscore, as they were compiled when it was built, or anew."""
    kept = build_cache.arrays()
    return restored(kept) if kept else Lexicon(read_files())
