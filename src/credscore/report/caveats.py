"""Reasons not to trust a score: the caveats, what each means, and which of them an article has."""

from collections.abc import Sequence
from itertools import compress

import numpy as np

from credscore.features import Pieces
from credscore.report.records import Stance
from credscore.signals import Findings, Ints

CAVEATS: dict[str, str] = {
    "too_short": "The text has fewer than 50 words: too little sourcing to judge.",
    "not_english": "Few common English words: the signals read English only.",
    "no_attribution": "Nothing is attributed to anyone, named or unnamed.",
    "unusual": "The text is unlike those that the model learned from.",
    "truncated": "Only the first million characters were read.",
    "mostly_quotation": "More than half of the text stands in quotation marks.",
    "debunks": "The text itself says that the claim is false: the score is about the claim.",
}
"""Every caveat and what it means; the list is closed."""

UNRELIABLE = frozenset({"too_short", "not_english", "no_attribution", "unusual", "truncated"})
"""The caveats with which a score is not reliable."""

MIN_WORDS = 50
MIN_FUNCTION_WORD_SHARE = 0.15
"""In English news about every third word is a function word."""
MAX_QUOTED_SHARE = 0.5
MAX_UNUSUAL_SHARE = 1 / 8
"""An article is unusual if a larger share of the model's features is out of range."""
SAMPLE = 300  # tokens
"""The first tokens of an article, by which its language is judged."""

_SOURCES = Pieces("anonymous_sources").slots() + Pieces("named_sources").slots()


def caveats_of(
    findings: Findings, stances: Sequence[Stance], outside: Ints, features: int
) -> list[tuple[str, ...]]:
    """The caveats of each article.

    `outside` holds for each article how many of the model's `features` are out of range.
    """
    layout, sources = findings.layout, findings.counts[:, _SOURCES].sum(axis=1)
    sizes = layout.body_ends - layout.body_starts
    columns = zip(
        layout.words.tolist(), _are_english(findings), sources.tolist(), outside.tolist(),
        findings.reading.text.truncated, layout.quoted.tolist(), sizes.tolist(), stances,
        strict=True,
    )  # fmt: skip
    caveats = []
    for words, english, attributed, unusual, truncated, quoted, size, stance in columns:
        holds = (
            words < MIN_WORDS,
            not english,
            not attributed,
            unusual > MAX_UNUSUAL_SHARE * features,
            truncated,
            quoted > MAX_QUOTED_SHARE * size,
            stance == "debunks",
        )  # in the order of CAVEATS
        caveats.append(tuple(compress(CAVEATS, holds)))
    return caveats


def _are_english(findings: Findings) -> list[bool]:
    """Whether enough of the first words of each article are English function words."""
    reading, layout = findings.reading, findings.layout
    ends = np.minimum(layout.body_ends, layout.title_starts + SAMPLE)
    common, words = (
        tokens.searchsorted(ends) - tokens.searchsorted(layout.title_starts)
        for tokens in (
            reading.lexicon.function_words.take(reading.codes).nonzero()[0],
            reading.text.words.nonzero()[0],
        )
    )
    english: list[bool] = ((words > 0) & (common >= MIN_FUNCTION_WORD_SHARE * words)).tolist()
    return english
