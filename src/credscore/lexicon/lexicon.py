"""One vocabulary and one table of rules, made of all lexicons/*.toml (see files.py)."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from credscore.errors import LexiconError
from credscore.lexicon import build_cache
from credscore.lexicon.files import LexiconFile, read
from credscore.lexicon.vocabulary import Vocabulary
from credscore.patterns import (
    Arrays,
    Rule,
    RuleTable,
    compile_pattern,
    compile_rules,
    expand,
    expression_of,
    words_of,
)
from credscore.text import (
    ACRONYM,
    ALWAYS_NAME,
    BESIDE_NUMBER,
    FIRST_CODE,
    KEEPS_MEANING,
    SHAPES,
    tables,
)

_FILES = TypeAdapter(dict[str, LexiconFile])
_BUILT_IN = (*SHAPES, "word", "content", "any")
_NO_ADVERBS = {"ally", "assembly", "early", "family", "fly", "imply", "july", "likely", "only",
               "reply", "supply", "tally", "unlikely"}  # fmt: skip
_COMMON_SHAPES = ("lower", "name", "number")
_COMMON_WORDS = ("det", "pronoun", "be", "have", "do", "negation", "modal_any", "preposition",
                 "conjunction", "relative", "genitive", "also")  # fmt: skip
_ACRONYMS = ("us", "who")  # names if all letters are capitals
_QUOTES = {"“": '“"', "”": '”"', '"': '"“”'}
"""The marks that a quotation mark in a pattern stands for: straight and curly ones match alike."""
MARKS = "".join(chr(c) for c in range(33, 127) if not chr(c).isalnum()) + "“”—…£€¤"


class Lexicon:
    """All lexicons together: the vocabulary, the classes and the rules. Do not change it.

    `files` are the lexicon files by name. They are compiled unless `arrays` are given, which a
    lexicon of the same files has compiled.
    """

    def __init__(self, files: dict[str, LexiconFile], arrays: Arrays | None = None) -> None:
        self.files = MappingProxyType(dict(files))
        entries = [(file.signal, rule) for file in files.values() for rule in file.rules]
        self.rules = tuple(Rule(signal, rule.kind, rule.name) for signal, rule in entries)
        self._strings: dict[str, str] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        treatment = self._collect_classes()
        written = chain.from_iterable(words_of(rule.pattern) for _, rule in entries)
        self.vocabulary = Vocabulary(() if arrays else self._ordered_by_class(written), arrays)
        self.capital_rules = np.array(
            [0, *(treatment[word] for word in self.vocabulary.words)], np.uint8
        )
        self._compiled = arrays or self._compile_rules()
        self.table = RuleTable(self.rules, self._compiled)

    def _collect_classes(self) -> dict[str, int]:
        """Collect the words of every class; return how to treat each word with a capital."""
        treatment: dict[str, int] = defaultdict(int)
        self.classes: dict[str, list[str]] = defaultdict(list)  # the forms of its words
        self._capitalised_labels: set[str] = set()
        self._only_capitalised: set[str] = set()
        for name, file in self.files.items():
            for word in chain(*file.names.values()):
                treatment[word] |= ALWAYS_NAME
            for group, bits, needs_capital in (
                (file.classes, 0, False),
                (file.capitalised, KEEPS_MEANING, True),
                (file.beside_number, KEEPS_MEANING | BESIDE_NUMBER, True),
                (file.either, KEEPS_MEANING, False),
            ):
                for label, words in group.items():
                    if label in _BUILT_IN:
                        raise LexiconError(f"{name}.toml: class {label!r} is built in: rename it")
                    forms = [form for word in words for form in expand(word)]
                    self.classes[label] += forms
                    if needs_capital:
                        self._capitalised_labels.add(label)
                        self._only_capitalised.update(forms)
                    for form in forms:
                        treatment[form] |= bits
        for word in _ACRONYMS:
            treatment[word] |= ACRONYM
        return treatment

    def _ordered_by_class(self, written: Iterable[str]) -> list[str]:
        """All words, ordered by class: each class is then a few runs, which compile quickly."""
        largest_last = sorted(self.classes.values(), key=len)
        classes = dict.fromkeys(written, 0)
        for number, words in enumerate(largest_last):
            for word in set(words):
                classes[word] = classes.get(word, 0) | 1 << number
        return sorted(classes, key=lambda word: (classes[word], word))

    def arrays(self) -> Arrays:
        """The compiled parts and the files, as arrays for `from_arrays`."""
        files = np.frombuffer(_FILES.dump_json(dict(self.files)), np.uint8)
        return {"files": files, **self.vocabulary.arrays(), **self._compiled}

    def characters(self, name: str) -> str:
        """The tape characters of a word (`denied`, `deny~`), a class (`<deny>`) or a mark."""
        if name not in self._strings:
            self._strings[name] = self._find_characters(name)
        return self._strings[name]

    def codes(self, name: str) -> npt.NDArray[np.intp]:
        return np.array([*map(ord, self.characters(name))], np.intp)

    def _find_characters(self, name: str) -> str:
        if len(name) == 1 and not name.isalnum():
            mark = chr(tables().marks[ord(name)])
            if mark in _QUOTES:
                return _QUOTES[mark]
            return mark if mark != "¤" or name == mark else ""
        if not name.startswith("<"):
            return "".join(map(self._characters_of, expand(name)))
        label = name[1:-1]
        if label == "ly":
            in_ly = (word for word in self.vocabulary.words if word.endswith("ly"))
            adverbs = (word for word in in_ly if word not in _NO_ADVERBS)
            return SHAPES[label] + "".join(map(self._characters_of, adverbs))
        if label in SHAPES:
            return SHAPES[label]
        if label == "word":
            words = "".join(map(chr, range(FIRST_CODE, self.vocabulary.size)))
            return words + "".join(SHAPES.values())
        if label == "content":
            function = set("".join(self.characters(f"<{word}>") for word in _COMMON_WORDS))
            return "".join(c for c in self.characters("<word>") if c not in function)
        if label == "any":
            return self.characters("<word>") + "".join(mark for mark in MARKS if mark not in ".!?…")
        members = self.classes.get(label, ())
        if label in self._capitalised_labels:
            return "".join(chr(self.vocabulary.code(word) + 1) for word in members)
        return "".join(map(self._characters_of, members))

    def _characters_of(self, word: str) -> str:
        code = self.vocabulary.code(word)
        return chr(code) if word in self._only_capitalised else chr(code) + chr(code + 1)

    def expression(self, pattern: str) -> str:
        """A pattern (patterns/language.py) as a regular expression over the tape."""
        return expression_of(pattern, self.characters, self._alphabet)

    @functools.cached_property
    def _alphabet(self) -> str:
        """All characters of tapes."""
        return "\0\n" + MARKS + self.characters("<word>")

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The `expression` of a pattern, compiled once."""
        if pattern not in self._patterns:
            self._patterns[pattern] = re.compile(self.expression(pattern))
        return self._patterns[pattern]

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
        return compile_rules(self.rules, compiled, self.codes, self.vocabulary.size)


def read_files() -> dict[str, LexiconFile]:
    """The lexicon files that come with credscore, by name."""
    sources = build_cache.contents("lexicons", ".toml")
    return {name[:-5]: read(name, content.decode()) for name, content in sources.items()}


def from_arrays(arrays: Arrays) -> Lexicon:
    return Lexicon(_FILES.validate_json(arrays["files"].tobytes()), arrays)


@functools.cache
def shipped() -> Lexicon:
    """The lexicons that come with credscore: as compiled by the build, else compiled now."""
    arrays = build_cache.arrays()
    return from_arrays(arrays) if arrays else Lexicon(read_files())
