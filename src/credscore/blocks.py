"""Reads texts in blocks: many together cost less than one by one."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

from credscore.errors import CredscoreError
from credscore.processes import in_order
from credscore.report import Failure
from credscore.signals import require_many, require_texts
from credscore.text import MAX_CHARACTERS

BLOCK_TEXTS, BLOCK_CHARACTERS = 512, MAX_CHARACTERS
"""Texts are read together up to these sizes of a block, titles included: as much as of one text."""

Result = TypeVar("Result")


class Block(NamedTuple):
    """Texts of any type with one title each; `first` is the index of the first text."""

    first: int
    texts: list[str]
    titles: list[str | None]

    def without_failures(self) -> tuple[list[str], list[str | None], dict[int, Failure]]:
        """The texts that can be scored, their titles, and the failures by index in the block."""
        texts, titles, failures = list[str](), list[str | None](), dict[int, Failure]()
        for index, (text, title) in enumerate(zip(self.texts, self.titles, strict=True)):
            try:
                require_texts(text, title)
            except CredscoreError as error:
                failures[index] = Failure(self.first + index, str(error))
            else:
                texts.append(text)
                titles.append(title)
        return texts, titles, failures


def in_blocks(
    work: Callable[[Block], Result], texts: Iterable[str], titles: Iterable[str | None] | None,
    n_jobs: int,
) -> Iterator[Result]:  # fmt: skip
    """The result of `work` for each block, in order and lazily, by so many processes.

    Raises InputError if there are more titles than texts and both have a length.
    """
    require_many(texts, titles)
    blocks = _blocks(texts, repeat(None) if titles is None else chain(titles, repeat(None)))
    return in_order(work, blocks, n_jobs)


def _blocks(texts: Iterable[str], titles: Iterable[str | None]) -> Iterator[Block]:
    block, size = Block(0, [], []), 0
    for text, title in zip(texts, titles, strict=False):
        length = sum(len(string) for string in (text, title) if isinstance(string, str))
        count = len(block.texts)
        if count and (count == BLOCK_TEXTS or size + length > BLOCK_CHARACTERS):
            yield block
            block, size = Block(block.first + count, [], []), 0
        block.texts.append(text)
        block.titles.append(title)
        size += min(length, MAX_CHARACTERS)
    if block.texts:
        yield block
