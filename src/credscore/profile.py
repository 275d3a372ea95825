"""From the findings to the sourcing profiles, stances and caveats: no model is asked.

Every function answers for all articles of a reading, in their order.
"""

from collections.abc import Iterator
from itertools import compress

import numpy as np

from credscore.findings import REST, Findings, Ints
from credscore.report import CAVEATS, Profile, Stance

MIN_WORDS = 50
MIN_FUNCTION_WORD_SHARE = 0.15
MAX_QUOTED_SHARE = 0.5
MAX_UNUSUAL_SHARE = 1 / 8
"""An article is unusual where more of the model's features than this share lie out of range."""
SAMPLE = 300
"""Tokens from the beginning by which the language is told."""

_KINDS = (
    ("named_sources", "person"), ("named_sources", "institution"),
    ("anonymous_sources", "unnamed"), ("anonymous_sources", "confidential"),
    ("anonymous_sources", "hearsay"),
)  # fmt: skip


def profiles(found: Findings) -> Iterator[Profile]:
    """Shares of the named and unnamed sources among all attributed statements."""
    attributed = found.count("anonymous_sources") + found.count("named_sources")
    counts = [found.count(signal, frozenset({kind})) for signal, kind in _KINDS]
    shares = np.array(counts) / np.maximum(attributed, 1)
    some = [[share if total else None for share, total in zip(row, attributed, strict=True)]
            for row in shares.tolist()]  # fmt: skip
    hedges = 1000 * found.count("hedges") / np.maximum(found.words, 1)
    denials = [
        found.count("official_denials", frozenset({kind})).tolist()
        for kind in ("denial", "non_confirmation", "debunk")
    ]
    media = found.count("unverifiable_media", frozenset({"media"}))
    columns = (
        found.words.tolist(), found.sentences.tolist(), attributed.tolist(), *some, *denials,
        media.tolist(), hedges.tolist(),
    )  # fmt: skip
    return map(Profile._make, zip(*columns, strict=True))


def stances(found: Findings) -> list[Stance]:
    """Whether each article relays its claim, reports that it is disputed, or debunks it.

    It debunks where it says in its title or lead, outside quotation marks, that the claim is
    false, or says so twice.
    """
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
    attributed = found.count("anonymous_sources") + found.count("named_sources")
    flags = {
        "too_short": found.words < MIN_WORDS,
        "not_english": ~_english(found),
        "no_attribution": attributed == 0,
        "unusual": outside > MAX_UNUSUAL_SHARE * features,
        "truncated": np.array(found.reading.text.truncated),
        "mostly_quotation": found.quoted > MAX_QUOTED_SHARE * np.maximum(found.tokens, 1),
        "debunks": np.array([stance == "debunks" for stance in where]),
    }
    rows = zip(*(flags[name].tolist() for name in CAVEATS), strict=True)
    return [tuple(compress(CAVEATS, row)) for row in rows]


def _english(found: Findings) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """English news has a function word in about every third place."""
    text, reading = found.reading.text, found.reading
    stops = np.minimum(text.title_starts + SAMPLE, text.body_ends)
    known, words = (
        places.searchsorted(stops) - places.searchsorted(text.title_starts)
        for places in (
            reading.lexicon.function_words.take(reading.codes).nonzero()[0],
            text.words.nonzero()[0],
        )
    )
    return (words > 0) & (known >= MIN_FUNCTION_WORD_SHARE * words)
