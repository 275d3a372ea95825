"""The hashes of the words of lexicons."""

from collections.abc import Iterable

from credscore.characters import tables
from credscore.scan import hash_of


def hashes_of(words: Iterable[str]) -> list[int]:
    """The hashes of the words of a lexicon, as `split` writes them for words of a text.

    >>> denied, denies, capital = hashes_of(["denied", "denies", "Denied"])
    >>> denied == denies, denied == capital
    (False, True)
    """
    entries = tables().entries
    return [hash_of(entries[list(map(ord, word))].data, 0, len(word)) for word in words]
