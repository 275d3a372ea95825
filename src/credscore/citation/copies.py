"""Finds texts that are copies of one another, by the sequences of words that they share."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from numbers import Real

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from credscore.blocks import Block, in_blocks
from credscore.errors import InputError
from credscore.signals import is_many, require_many, require_texts
from credscore.text import Text

CONTAINED = 0.5  # a copy shares at least this part of the shorter text's sequences
WINDOW = 4  # a text is compared with at most so many texts for each sequence: time is linear

SHINGLE = 8  # the words of a sequence
SKETCH = 16  # the numbers of a sketch, which stands for a text among very many
SHARED = 10  # copies share at least so many numbers of their sketches

_FACTORS = np.array([pow(0x9E3779B97F4A7C15, n + 1, 1 << 64) for n in range(SHINGLE)], np.uint64)
_MOST = 8  # the most originals for one number: a sentence in all texts tells nothing

Ints = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.uint64]


def copies_of(
    texts: Iterable[str], dates: Iterable[str | None] | None = None,
    ids: Iterable[str] | None = None,
) -> list[int]:  # fmt: skip
    """For each text the position of the first text of its kind; its own if it copies none.

    Two texts are of one kind if more than half of the 8-word sequences of the shorter text stand in
    the other. Copies of a copy are of the same kind. The first of a kind has the earliest date;
    texts without a date come last. Of equal dates it has the smallest hash, of equal texts the
    smallest id. So the order of the rows changes nothing. Time and memory are linear in the text.
    A text that is missing (None, NaN) or has no word is a kind of its own. `dates` are strings
    that sort by time (ISO 8601).

    Raises InputError if `texts` is no collection, if there are not as many dates or ids, or if a
    text, date or id is neither a string nor missing.

    >>> story = "The mayor of the town said on Monday that she would not resign at all this year."
    >>> copies_of([story + " More soon.", "It sank.", story], ["2024-02-02", None, "2024-02-01"])
    [2, 1, 2]
    """
    require_many(texts)
    strings = strings_of(texts)
    size = len(strings)
    days, names = cells_of("dates", dates, size), cells_of("ids", ids, size)

    def key(index: int) -> tuple[bool, str, bytes, str]:
        digest = hashlib.sha256(strings[index].encode("utf-8", "surrogatepass")).digest()
        return not days[index], days[index] or "", digest, names[index] or ""

    kinds, first = _kinds(strings), dict[int, int]()
    for position in sorted(range(size), key=key):
        first.setdefault(kinds[position], position)
    return [first[kind] for kind in kinds]


def strings_of(texts: Iterable[object]) -> list[str]:
    """The texts, "" for a missing one; raises InputError if a text is anything else."""
    strings = []
    for text in texts:
        cell = "" if is_missing(text) else text
        require_texts(cell)
        strings.append(str(cell))
    return strings


def cells_of(name: str, values: Iterable[object] | None, size: int) -> list[str | None]:
    """A column beside `size` texts: strings, or None where one is missing or no column is given."""
    if values is None:
        return [None] * size
    if not is_many(values):
        raise InputError(f"{name} must be an iterable of str, got one {type(values).__name__}.")
    cells = [None if is_missing(cell) else cell for cell in values]
    if len(cells) != size:
        raise InputError(f"{size} texts need as many {name}, got {len(cells)}.")
    wrong = next((cell for cell in cells if not isinstance(cell, str | None)), None)
    if wrong is not None:
        raise InputError(f"{name} must be str or None, got {type(wrong).__name__}. Write them out.")
    return [cell for cell in cells if isinstance(cell, str | None)]


def is_missing(cell: object) -> bool:
    """Whether a cell of a table is empty: None, NaN, NaT or pandas.NA.

    >>> is_missing(float("nan")), is_missing("")
    (True, False)
    """
    is_nan = isinstance(cell, Real) and cell != cell
    return cell is None or is_nan or type(cell).__name__ in ("NAType", "NaTType")


def _kinds(texts: Iterable[str]) -> list[int]:
    """A number for each text, the same for all texts of one kind."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    every = list(shingles(texts))
    # Equal rows count once, in the order of hashes, so that another copy changes nothing.
    named = (row.tobytes() or str(at).encode() for at, row in enumerate(every))
    keys = [hashlib.sha256(name).hexdigest() for name in named]
    _, first, places = np.unique(keys, return_index=True, return_inverse=True)
    rows = [every[at] for at in first.tolist()]
    sizes = np.array([len(row) for row in rows], np.int32)
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), sizes)
    left, right = _pairs(np.concatenate([*rows, np.empty(0, np.uint64)]), owners)
    shape = (len(rows), len(rows))
    pairs = coo_array((np.ones(len(left), np.int32), (left, right)), shape)
    pairs.sum_duplicates()
    left, right = pairs.row, pairs.col
    is_copy = pairs.data > CONTAINED * np.minimum(sizes[left], sizes[right])
    links = coo_array((np.ones(is_copy.sum(), bool), (left[is_copy], right[is_copy])), shape)
    kinds: list[int] = connected_components(links, directed=False)[1][places].tolist()
    return kinds


def _pairs(numbers: Numbers, owners: Ints) -> tuple[Ints, Ints]:
    """Pairs of owners of one number: each owner with the next WINDOW owners of that number."""
    order = np.argsort(numbers, kind="stable")
    numbers, owners = numbers[order], owners[order]
    steps = range(1, WINDOW + 1)
    same = [np.flatnonzero(numbers[step:] == numbers[:-step]) for step in steps]
    behind = [places + step for places, step in zip(same, steps, strict=True)]
    return owners[np.concatenate(same)], owners[np.concatenate(behind)]


def sketches(texts: Iterable[str]) -> Iterator[tuple[int, ...]]:
    """For each text the SKETCH smallest hashes of its word sequences (bottom-k MinHash).

    The share of equal numbers estimates the share of equal sequences. The same text gives the same
    sketch in every process. Words are those of Text; case does not count.
    """
    return (tuple(numbers[:SKETCH].tolist()) for numbers in shingles(texts))


def shingles(texts: Iterable[str]) -> Iterator[Numbers]:
    """For each text the different hashes of its sequences of SHINGLE words, in ascending order."""
    return chain.from_iterable(in_blocks(_of_block, texts, None, 1))


def _of_block(block: Block) -> list[Numbers]:
    text = Text(block.texts, block.titles)
    bounds = zip(text.body_starts, text.body_ends, strict=True)
    return [_shingles(text.hashes[start:end][text.words[start:end]]) for start, end in bounds]


def _shingles(words: Numbers) -> Numbers:
    if not len(words):
        return words
    words = np.pad(words, (0, max(SHINGLE - len(words), 0)))
    mixed = sliding_window_view(words, SHINGLE) @ _FACTORS  # modulo 2 ** 64
    mixed ^= mixed >> np.uint64(29)
    mixed *= _FACTORS[0]
    mixed ^= mixed >> np.uint64(32)
    return np.unique(mixed)


def originals(sketches: Sequence[Sequence[int]]) -> list[int | None]:
    """For each sketch the place of the earlier sketch that it copies; None for an original.

    Of several originals it is the one that shares most numbers, and the first of equal ones.
    """
    every = np.fromiter(chain.from_iterable(sketches), np.uint64)
    numbers, times = np.unique(every, return_counts=True)
    shared = set(numbers[times > 1].tolist())
    having: dict[int, list[int]] = defaultdict(list)  # the first originals with each number
    result: list[int | None] = []
    for position, sketch in enumerate(sketches):
        earlier = [having[number] for number in shared.intersection(sketch)]
        votes = Counter(chain.from_iterable(earlier))
        most = max(votes.values(), default=0)
        if votes and most * SKETCH >= SHARED * len(sketch):
            result.append(min(text for text, count in votes.items() if count == most))
            continue
        result.append(None)
        for texts in earlier:
            if len(texts) < _MOST:
                texts.append(position)
    return result
