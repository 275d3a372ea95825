"""Made-up articles about made-up stories, of made-up words, with the story of each."""

from itertools import chain, product
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]
_SYLLABLES = (
    "ba", "ko", "li", "mer", "ta", "nu", "ves", "dor", "pi", "shan", "gu", "rel", "fo", "cha",
    "zim", "ost", "wy", "hal", "qua", "tin",
)  # fmt: skip
_WORDS, _TOPICS, _TOPIC_WORDS, _STORY_WORDS = 30_000, 300, 20, 40
_LENGTH, _OF_STORY, _OF_TOPIC = 160, 96, 32


def stories(count: int, largest: int = 3000, seed: int = 0) -> tuple[list[str], Numbers]:
    """So many articles in random order, and the story of each.

    An article has 160 words, which stand for those of an article of 300 that are no stop words: 96
    of the 40 words of its story, 32 of the 20 words of its topic, which other stories share, and
    the others of all words. Frequent words are drawn more often, for stories and topics too. Every
    second story has a third of its words of the story before it, as a sequel has. The sizes of
    stories follow a power law (exponent 1.8) up to `largest`.

    >>> texts, numbers = stories(50)
    >>> len(texts), len(numbers), len(texts[0].split())
    (50, 50, 160)
    """
    draw = np.random.default_rng(seed)
    some = ("".join(word) for length in (2, 3, 4) for word in product(_SYLLABLES, repeat=length))
    words = draw.permutation(np.array(list(some)))[:_WORDS]
    usual, inside, own = (_shares(size, flat) for size, flat in
                          ((_WORDS, 10), (_TOPIC_WORDS, 2), (_STORY_WORDS, 2)))  # fmt: skip
    topics = [_drawn(draw, usual, _TOPIC_WORDS) for _ in range(_TOPICS)]
    before, shared = topics[0], _STORY_WORDS // 3
    sizes: list[int] = []
    while sum(sizes) < count:
        sizes.append(min(int(draw.zipf(1.8)), largest, count - sum(sizes)))
    texts = []
    for size in sizes:
        topic = topics[draw.integers(_TOPICS)]
        half = _STORY_WORDS // 2
        story = np.concatenate([_drawn(draw, usual, half), draw.integers(0, _WORDS, half)])
        draw.shuffle(story)
        if draw.random() < 0.5:
            story[:shared] = before[:shared]
        before = draw.permutation(story)
        for _ in range(size):
            parts = (
                _drawn(draw, usual, _LENGTH - _OF_STORY - _OF_TOPIC),
                topic[_drawn(draw, inside, _OF_TOPIC)],
                story[_drawn(draw, own, _OF_STORY)],
            )
            texts.append(" ".join(words[[*chain.from_iterable(parts)]]))
    order = draw.permutation(count)
    return [texts[row] for row in order], np.repeat(np.arange(len(sizes)), sizes)[order]


def rows_of_stories(rows: int, count: int, seed: int) -> Any:
    """Sparse rows of unit length: each has the words of one of `count` stories and its own.

    >>> rows_of_stories(5, 2, 0).shape
    (5, 300)
    """
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    draw = np.random.default_rng(seed)
    story, own = (draw.random((size, 300)) for size in (count, rows))
    story[story < 0.95] = 0
    own[own < 0.97] = 0
    return normalize(csr_matrix(story[draw.integers(count, size=rows)] + own * draw.random()))


def _shares(size: int, flat: int) -> Numbers:
    """Sums of shares that fall with the rank, as those of words do."""
    sums = np.cumsum(1 / (np.arange(size) + flat))
    shares: Numbers = sums / sums[-1]
    return shares


def _drawn(draw: np.random.Generator, sums: Numbers, count: int) -> Numbers:
    drawn: Numbers = np.searchsorted(sums, draw.random(count))
    return drawn
