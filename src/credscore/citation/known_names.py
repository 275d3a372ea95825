"""Finds names of outlets and agencies that are known from a list or from a table of articles."""

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from credscore.evidence import Finding
from credscore.text import Text, read_table

FILE = "known_outlets.toml"
CAREFUL = ("common", "article", "capital_article")
"""Cues of names that mean other things too, or that need an article."""
GIVEN = "given"  # the cue of a one-word name from a table
REPORTING = "reporting"  # the cue of a rule that includes the words that cite
_EXACT = 3  # a name of so few letters must have the capitals of the list: "Us", not "US"
_LONGEST = 8  # the most tokens of a name
_ADDRESS = re.compile(r"^(?:the\s+(.+)|(?:https?://)?(?:www\.)?([\w-]+)\.\S+)$", re.IGNORECASE)
"""An article, or what stands around the name in an address."""
_DOMAIN = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.)*?([\w-]+)\.(?:(?:co|com|org|net|gov|ac)\.[a-z]{2}|[a-z]{2,5})"
    r"(?:[:/].*)?$"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_TAIL = re.compile(r"\s+(?:magazine|newspaper|online|website|digital)$")
_NO_LETTER = re.compile(r"[\W_]+")
_LISTS = read_table(f"citation/lexicons/{FILE}")
_SAME: dict[str, str] = _LISTS["same"]  # the key of the name that another name means
LISTED: dict[str, list[str]] = _LISTS["known"]  # names by class
FOLDED = {
    "".join(filter(str.isalnum, name.casefold())) for name in LISTED["agency"] + LISTED["outlet"]
}
"""Those that mean nothing else, letters and digits in lower case."""


def key_of(name: str) -> str:
    """A name folded for comparison: letters and digits, in lower case, without accents.

    These parts are left out: an article; the ending of a domain and what stands before its last
    part; a last word such as "magazine" or "online". "news" is left out behind a name that
    known_outlets.toml has without it: "BBC News" is "BBC", but "Lorwick News" is not "Lorwick". A
    short list there joins names that share no letters ("AP"). Text that is no name gives "".

    >>> [key_of(name) for name in ("Daily Mail", "the Daily Mail", "www.dailymail.co.uk")]
    ['dailymail', 'dailymail', 'dailymail']
    >>> key_of("BBC News"), key_of("theguardian.com"), key_of("The Associated Press")
    ('bbc', 'guardian', 'ap')
    """
    folded = unicodedata.normalize("NFKD", name).casefold().strip()
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    domain = _DOMAIN.match(folded)
    if domain:
        folded = domain[1].removeprefix("the") or domain[1]
    else:
        folded = _TAIL.sub("", _ARTICLE.sub("", folded))
    key = _NO_LETTER.sub("", folded)
    short = key.removesuffix("news")
    if short in FOLDED:
        key = short
    return _SAME.get(key, key)


class KnownNames:
    """Names by their words, so that one pass finds all of them in a text."""

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        self._rows: dict[int, list[tuple[list[int], str, Finding]]] = defaultdict(list)
        rows = list(names)
        words = _words([name for name, *_ in rows])
        longest_first = sorted(zip(words, rows, strict=True), key=lambda pair: -len(pair[0]))
        for row, (name, kind, cue) in longest_first:
            if 0 < len(row) <= _LONGEST:
                finding = Finding(0, len(row), "known", kind, cue)
                self._rows[row[0]].append((row, name, finding))
        self._firsts = np.array([*self._rows], np.uint64)

    def find(self, text: Text) -> Iterator[Finding]:
        """The names in a text: at each place the longest one with the right capitals."""
        hashes = text.hashes
        for at in np.flatnonzero(np.isin(hashes, self._firsts)).tolist():
            for words, name, finding in self._rows[int(hashes[at])]:
                end = at + len(words)
                if hashes[at:end].tolist() == words and _is_written(text, at, end, name):
                    yield finding._replace(start=at, end=end)
                    break


@functools.lru_cache(maxsize=8)
def known_names(given: tuple[str, ...]) -> KnownNames:
    """Names of outlets that a caller gives. A one-word name counts only beside words that cite."""
    names = {_ADDRESS.sub(lambda match: match[1] or match[2], name.strip()) for name in given}
    return KnownNames((name, "outlet", "known" if " " in name else GIVEN) for name in sorted(names))


@functools.cache
def from_list() -> KnownNames:
    return KnownNames(
        (name, "agency" if label == "agency" else "outlet", label if label in CAREFUL else "known")
        for label, names in LISTED.items()
        for name in names
    )


def _words(names: Sequence[str]) -> list[list[int]]:
    """The words of names, hashed as a text has them."""
    text = Text(["", *names], [None] * (len(names) + 1))
    bounds = zip(text.body_starts[1:].tolist(), text.body_ends[1:].tolist(), strict=True)
    return [text.hashes[start:end].tolist() for start, end in bounds]


def _is_written(text: Text, start: int, end: int, name: str) -> bool:
    """Whether a name has the right capitals: all of them for short names and acronyms."""
    if name[0].isupper() and not any(text.capital[start:end]):
        return False
    written = text.source[text.starts[start] : text.ends[end - 1]]
    if sum(map(str.isalpha, name)) <= _EXACT:
        return written == name
    return not name.isupper() or written.isupper()


def without_overlaps(names: Iterable[Finding]) -> list[Finding]:
    """Names without overlaps: the longer of two that overlap, or the known one if they are equal.

    A name that a rule cites by itself ("first reported by TMZ") stays cited.
    """
    longest: list[Finding] = []
    for name in sorted(names, key=lambda item: (item.start, -item.end, item.signal != "known")):
        if not longest or name.start >= longest[-1].end:
            longest.append(name)
            continue
        last = longest[-1]
        longer = name if name.end - name.start > last.end - last.start else last
        is_cited = REPORTING in (name.cue, last.cue)
        longest[-1] = longer._replace(cue=REPORTING) if is_cited else longer
    return longest
