"""Compares word classes of the lexicons with the synsets of WordNet 3.0 that they are drawn from.

    python docs/tools/wordnet.py [group ...]

Prints for each group of wordnet.toml its synsets with their offsets; how many words of the classes
lie in them and which do not; and the words that the classes lack, by the number of the sense that
lies in a synset. The candidates were narrowed by hand to words that news uses in that sense before
all others. Names of nations, faiths and parties are left out.

WordNet is free to use (Princeton University, https://wordnet.princeton.edu/license). It is looked
for where Debian's package wordnet-base puts it.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from credscore import lexicon
from credscore.patterns import expand

FOLDER = Path("/usr/share/wordnet")
_PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_NARROWER = {"noun": "~", "verb": "~", "adj": "&", "adv": None}
"""The pointer to what is below a synset, or similar to it."""

Senses = dict[str, int]
"""Words, and which sense of the word lies in a synset: 1 is the most frequent."""


class Group(NamedTuple):
    """Word classes by lexicon, and the names of synsets."""

    classes: Mapping[str, list[str]]
    synsets: list[str]


class Compared(NamedTuple):
    """The entries of classes that synsets hold, the others, and the candidates, by sense."""

    held: list[str]
    beyond: list[str]
    candidates: dict[int, list[str]]


GROUPS = {
    name: Group(**group)
    for name, group in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}


class WordNet:
    """The synsets of a folder with WordNet's index and data files."""

    def __init__(self, folder: Path) -> None:
        self._senses: dict[tuple[str, str], list[str]] = {}
        self._words: dict[tuple[str, str], list[str]] = {}
        self._narrower: dict[tuple[str, str], list[str]] = {}
        for part, narrower in _NARROWER.items():
            for fields in _lines(folder / f"index.{part}"):
                self._senses[part, fields[0]] = fields[-int(fields[2]) :]
            for fields in _lines(folder / f"data.{part}"):
                end = 4 + 2 * int(fields[3], 16)
                self._words[part, fields[0]] = fields[4:end:2]
                pointers = zip(fields[end + 1 :: 4], fields[end + 2 :: 4], strict=False)
                self._narrower[part, fields[0]] = [to for kind, to in pointers if kind == narrower]

    def offset(self, synset: str) -> str:
        """Where the synset of a name stands: "00007846" of person.n.01."""
        word, part, number = synset.rsplit(".", 2)
        return self._senses[_PARTS[part], word][int(number) - 1]

    def senses(self, synset: str) -> Senses:
        """The single words in small letters of a synset and of those below or similar."""
        part = _PARTS[synset.rsplit(".", 2)[1]]
        waiting, seen, found = [self.offset(synset)], set[str](), dict[str, int]()
        while waiting:
            offset = waiting.pop()
            if offset in seen:
                continue
            seen.add(offset)
            if part != "adj" or len(seen) == 1:
                waiting.extend(self._narrower[part, offset])
            for word in self._words[part, offset]:
                word = word.partition("(")[0]
                if word.islower() and "_" not in word:
                    number = self._senses[part, word].index(offset) + 1
                    found[word] = min(number, found.get(word, number))
        return found


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("ascii").splitlines():
        if not line.startswith(" "):  # the licence
            yield line.split(" | ")[0].split()


def compared(entries: Iterable[str], senses: Senses) -> Compared:
    """Entries of word classes, as "report%", compared with words and their senses."""
    forms = {form: word for word in senses for form in _forms(word)}
    held, beyond, known = list[str](), list[str](), set[str]()
    for entry in sorted(set(entries)):
        words = {forms[form] for form in expand(entry) if form in forms}
        (held if words else beyond).append(entry)
        known |= words
    candidates: dict[int, list[str]] = {}
    for word in sorted(senses.keys() - known):
        candidates.setdefault(senses[word], []).append(word)
    return Compared(held, beyond, dict(sorted(candidates.items())))


def _forms(word: str) -> set[str]:
    return {word, *expand(f"{word}%"), *expand(f"{word}~")}


def entries(group: Group) -> list[str]:
    """The entries of the classes of a group."""
    files = lexicon.shipped().files
    return [
        entry
        for name, classes in group.classes.items()
        for one in classes
        for entry in files[name].classes[one]
    ]


def main(names: Iterable[str]) -> None:
    """Print the comparison of some groups."""
    if not (FOLDER / "data.noun").exists():
        print(f"WordNet is not in {FOLDER}: nothing compared (Debian: wordnet-base)")
        return
    wordnet = WordNet(FOLDER)
    for name in names:
        group, senses = GROUPS[name], Senses()
        for synset in group.synsets:
            for word, sense in wordnet.senses(synset).items():
                senses[word] = min(sense, senses.get(word, sense))
        held, beyond, candidates = compared(entries(group), senses)
        print(f"\n{name}:", *(f"{synset} {wordnet.offset(synset)}" for synset in group.synsets))
        print(f"{len(held)} entries are there; {len(beyond)} are not:", *beyond)
        for sense, words in candidates.items():
            print(f"lacking, sense {sense}:", *words)


if __name__ == "__main__":
    main(sys.argv[1:] or GROUPS)
