"""From the findings to the sourcing profiles, stances and caveats: no model is asked.

Every function answers for all articles of a reading, in their order.
"""

from collections.abc import Iterator
from itertools import compress

import numpy as np

from credscore.findings import Findings, Ints, Pieces, Sums
from credscore.report import CAVEATS, Profile, Stance
from credscore.tally import REST, count_known

MIN_WORDS = 50
MIN_FUNCTION_WORD_SHARE = 0.15
MAX_QUOTED_SHARE = 0.5
MAX_UNUSUAL_SHARE = 1 / 8
"""An article is unusual where more of the model's features than this share lie out of range."""
SAMPLE = 300
"""Tokens from the beginning by which the language is told."""

_SOURCES = (Pieces("anonymous_sources"), Pieces("named_sources"))
_SHARES = (
    *(Pieces("named_sources", frozenset({kind})) for kind in ("person", "institution")),
    *(
        Pieces("anonymous_sources", frozenset({kind}))
        for kind in ("unnamed", "confidential", "hearsay")
    ),
)
_NUMBERS = (
    *(
        Pieces("official_denials", frozenset({kind}))
        for kind in ("denial", "non_confirmation", "debunk")
    ),
    Pieces("unverifiable_media", frozenset({"media"})),
    Pieces("hedges"),
)
_DISPUTING = frozenset({("official_denials", "denial"), ("official_denials", "debunk")})
_COLUMNS = (*_SHARES, *_NUMBERS)
_PROFILE = Sums([*enumerate(_COLUMNS), *((len(_COLUMNS), pieces) for pieces in _SOURCES)])
_ATTRIBUTED = Sums((0, pieces) for pieces in _SOURCES)


def profiles(found: Findings) -> Iterator[Profile]:
    """Shares of the named and unnamed sources among all attributed statements."""
    sums = np.zeros((len(found), len(_COLUMNS) + 1))
    _PROFILE.add(found, sums)
    for row, words, sentences in zip(
        sums.tolist(), found.words.tolist(), found.sentences.tolist(), strict=True
    ):
        *counts, hedges, attributed = row
        shares, numbers = counts[: len(_SHARES)], counts[len(_SHARES) :]
        shared = (share / attributed if attributed else None for share in shares)
        hedged = 1000 * hedges / max(words, 1)
        yield Profile._make(
            (words, sentences, int(attributed), *shared, *map(int, numbers), hedged)
        )


def stances(found: Findings) -> list[Stance]:
    """Whether each article relays its claim, reports that it is disputed, or debunks it.

    It debunks where it says in its title or lead, outside quotation marks, that the claim is
    false, or says so twice.
    """
    if not any((row.signal, row.kind) in _DISPUTING for row in found.rows):
        return ["relays"] * len(found)
    said = found.labelled("official_denials", "debunk") & ~found.in_quote
    debunks = found.tally(said)
    debunked = (debunks > 1) | (found.tally(said & (found.zones != REST)) > 0)
    disputed = (debunks > 0) | (found.tally(found.labelled("official_denials", "denial")) > 0)
    return [
        "debunks" if first else "disputed" if second else "relays"
        for first, second in zip(debunked.tolist(), disputed.tolist(), strict=True)
    ]


def caveats(
    found: Findings, where: list[Stance], outside: Ints, features: int
) -> list[tuple[str, ...]]:
    """Why not to trust each score; names of report.CAVEATS, in its order.

    `outside` counts, for each article, those of the model's `features` that lie out of range.
    """
    attributed = np.zeros((len(found), 1))
    _ATTRIBUTED.add(found, attributed)
    rows = zip(
        found.words.tolist(), _english(found).tolist(), attributed[:, 0].tolist(),
        outside.tolist(), found.reading.text.truncated, found.quoted.tolist(),
        found.tokens.tolist(), where, strict=True,
    )  # fmt: skip
    return [
        tuple(compress(CAVEATS, (
            words < MIN_WORDS, not english, sources == 0, beyond > MAX_UNUSUAL_SHARE * features,
            truncated, quoted > MAX_QUOTED_SHARE * max(tokens, 1), stance == "debunks",
        )))
        for words, english, sources, beyond, truncated, quoted, tokens, stance in rows
    ]  # fmt: skip


def _english(found: Findings) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """English news has a function word in about every third place."""
    text, reading = found.reading.text, found.reading
    counts = np.zeros((len(found), 2), np.intp)
    count_known(
        reading.lexicon.function_words.data, reading.codes.data, text.words.data,
        text.title_starts.data, np.minimum(text.title_starts + SAMPLE, text.body_ends).data,
        counts.data,
    )  # fmt: skip
    words, known = counts.T
    return (words > 0) & (known >= MIN_FUNCTION_WORD_SHARE * words)
