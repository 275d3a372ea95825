# cython: wraparound=False
"""From the findings to the sourcing profiles, stances and caveats: no model is asked.

Every function answers for all articles of a reading, in their order. The loops are compiled where
that can be (profile.pxd).
"""

import numpy as np

from credscore.evidence import kind_numbers
from credscore.features import Pieces, Sums
from credscore.report import _records as records
from credscore.report.report import CAVEATS, Profile, Stance
from credscore.signals import (
    ARTICLE,
    BODY_END,
    BODY_START,
    FIRST,
    IN_QUOTE,
    KIND,
    LAST,
    QUOTED,
    REST,
    TITLE_START,
    WORDS,
    ZONE,
    Findings,
    Ints,
)

MIN_WORDS = 50
MIN_FUNCTION_WORD_SHARE = 0.15
MAX_QUOTED_SHARE = 0.5
MAX_UNUSUAL_SHARE = 1 / 8
"""An article is unusual where more of the model's features than this share lie out of range."""
SAMPLE = 300
"""Tokens from the beginning by which the language is told."""
CAVEAT_SETS: tuple[tuple[str, ...], ...] = tuple(
    tuple(name for bit, name in enumerate(CAVEATS) if bits >> bit & 1)
    for bits in range(1 << len(CAVEATS))
)
"""All sets of caveats, at the sum of the bits of theirs, in the order of CAVEATS."""

_DENIALS = kind_numbers()["official_denials"]
_DENIAL, _DEBUNK = _DENIALS["denial"], _DENIALS["debunk"]
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
_COLUMNS = (*_SHARES, *_NUMBERS)
_HEDGES, _ATTRIBUTED = len(_COLUMNS) - 1, len(_COLUMNS)
_PROFILE = Sums([*enumerate(_COLUMNS), *((_ATTRIBUTED, pieces) for pieces in _SOURCES)])
_SPEAKERS = Sums((0, pieces) for pieces in _SOURCES)
_STANCES: tuple[Stance, ...] = ("relays", "disputed", "debunks")
_ARTICLE, _IN_QUOTE, _KIND, _ZONE = ARTICLE, IN_QUOTE, KIND, ZONE
_TITLE_START, _BODY_START, _BODY_END = TITLE_START, BODY_START, BODY_END
_FIRST, _LAST, _QUOTED, _WORDS, _SAMPLE = FIRST, LAST, QUOTED, WORDS, SAMPLE
_REST, _MIN_WORDS, _MAX_QUOTED_SHARE = REST, MIN_WORDS, MAX_QUOTED_SHARE
_MIN_FUNCTION_WORD_SHARE = MIN_FUNCTION_WORD_SHARE
(
    _TOO_SHORT, _NOT_ENGLISH, _NO_ATTRIBUTION, _UNUSUAL, _TRUNCATED, _MOSTLY_QUOTATION, _DEBUNKS,
) = (1 << bit for bit in range(len(CAVEATS)))  # fmt: skip


def profiles(found: Findings) -> list[Profile]:
    """Shares of the named and unnamed sources among all attributed statements."""
    array = np.zeros((len(found), len(_COLUMNS) + 1))
    _PROFILE.add(found, array)
    sums, layout, made = array.data, found.layout.data, []
    for article in range(len(layout)):
        of, words = sums[article, _ATTRIBUTED], layout[article, _WORDS]
        made.append(records.record(Profile, (
            words, layout[article, _LAST] - layout[article, _FIRST], int(of),
            _share(sums[article, 0], of), _share(sums[article, 1], of),
            _share(sums[article, 2], of), _share(sums[article, 3], of),
            _share(sums[article, 4], of),
            int(sums[article, 5]), int(sums[article, 6]), int(sums[article, 7]),
            int(sums[article, 8]), 1000 * sums[article, _HEDGES] / max(words, 1),
        )))  # fmt: skip
    return made


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def stances(found: Findings) -> list[Stance]:
    """Whether each article relays its claim, reports that it is disputed, or debunks it.

    It debunks where it says in its title or lead, outside quotation marks, that the claim is
    false, or says so twice.
    """
    places, said = found.places.data, np.zeros(len(found), np.intp).data
    denial, debunk = _DENIAL, _DEBUNK
    made = [_STANCES[0]] * len(said)
    for row in range(len(places)):
        article, kind = places[row, _ARTICLE], places[row, _KIND]
        if kind == debunk and not places[row, _IN_QUOTE]:
            said[article] += 1 if places[row, _ZONE] == _REST else 2
            made[article] = _STANCES[2 if said[article] > 1 else 1]
        elif kind == denial and said[article] == 0:
            made[article] = _STANCES[1]
    return made


def caveats(found: Findings, where: list[Stance], outside: Ints, features: int) -> list[int]:
    """Why not to trust each score, as places in CAVEAT_SETS.

    `outside` counts, for each article, those of the model's `features` that lie out of range.
    """
    reading, text = found.reading, found.reading.text
    known, codes, words = reading.lexicon.function_words.data, reading.codes.data, text.words.data
    speakers = np.zeros((len(found), 1))
    _SPEAKERS.add(found, speakers)
    attributed, layout, beyond = speakers.data, found.layout.data, outside.data
    most, truncated, made = MAX_UNUSUAL_SHARE * features, text.truncated, []
    for article in range(len(layout)):
        bits, start = 0, layout[article, _TITLE_START]
        begin, end = layout[article, _BODY_START], layout[article, _BODY_END]
        if layout[article, _WORDS] < _MIN_WORDS:
            bits |= _TOO_SHORT
        if not _is_english(known, codes, words, start, min(end, start + _SAMPLE)):
            bits |= _NOT_ENGLISH
        if attributed[article, 0] == 0:
            bits |= _NO_ATTRIBUTION
        if beyond[article] > most:
            bits |= _UNUSUAL
        if truncated[article]:
            bits |= _TRUNCATED
        if layout[article, _QUOTED] > _MAX_QUOTED_SHARE * max(end - begin, 1):
            bits |= _MOSTLY_QUOTATION
        if where[article] == "debunks":
            bits |= _DEBUNKS
        made.append(bits)
    return made


def _is_english(
    known: memoryview, codes: memoryview, words: memoryview, begin: int, end: int
) -> bool:
    """English news has a function word in about every third place."""
    count, found = 0, 0
    for token in range(begin, end):
        count += words[token]
        found += known[codes[token]]
    return count > 0 and found >= _MIN_FUNCTION_WORD_SHARE * count
