"""The sourcing profiles and stances of articles, from their findings: no model is asked."""

import functools
import re
from collections.abc import Iterator

import numpy as np

from credscore.evidence import KIND_NUMBERS
from credscore.features import Pieces, Sums
from credscore.lexicon import Lexicon
from credscore.patterns import character_class
from credscore.report.records import Profile, Stance
from credscore.signals import DENIALS, REST, Bools, Findings, Floats, Ints, Reading

_DENIAL = KIND_NUMBERS["official_denials", "denial"]
_DEBUNK = KIND_NUMBERS["official_denials", "debunk"]
_NO_NAMES = ("hoax", "hoaxes", "myth", "myths", "nonsense", "satire")
"""Nouns for what is false that are nobody's name, with a capital either."""
_NEAR = 60
"""Tokens before a denial in which a first comma is looked for."""
_ACQUITTALS = "<acquitting> <word>{0,4} of | <rule_out> out | not guilty"
"""Words by which a sentence clears somebody of what another one denies."""

_COLUMNS = (  # in the order of Profile
    ("named_sources", "person"), ("named_sources", "institution"),
    ("anonymous_sources", "unnamed"), ("anonymous_sources", "confidential"),
    ("anonymous_sources", "hearsay"),
    ("official_denials", "denial"), ("official_denials", "non_confirmation"),
    ("official_denials", "debunk"), ("unverifiable_media", "media"),
)  # fmt: skip
_COUNTED = Sums([
    *(Pieces(signal, frozenset({kind}), "all of the body").slots() for signal, kind in _COLUMNS),
    Pieces("hedges").slots(),
])  # fmt: skip


def profiles(findings: Findings) -> list[Profile]:
    """The profile of each article: who its statements are attributed to, and what it doubts."""
    layout = findings.layout
    words = layout.words.tolist()
    sentences = layout.sentences.tolist()
    counted = _COUNTED(findings.counts).tolist()
    rows = []
    for count, of, (*numbers, hedges) in zip(words, sentences, counted, strict=True):
        sources, others = numbers[:5], numbers[5:]
        total = sum(sources)
        shares = (number / total if total else None for number in sources)
        rate = 1000 * hedges / max(count, 1)
        rows.append(Profile._make((count, of, total, *shares, *others, rate)))
    return rows


def stances(findings: Findings) -> list[Stance]:
    """Whether each article relays its claim, reports that it is disputed, or debunks it.

    Only what concerns the claim counts. In the title or lead a denial counts 1 and a statement that
    the claim is false 2, or 1 in quotation marks; behind the lead the latter counts 1. An article
    that says once that the claim is false debunks it with 2, or if its title asks. So does one with
    1 if its title negates something in its own words, or its title or lead has another word for
    what is false. A party's denials alone dispute the claim, and so does a title that is
    somebody's: "No spy fled, says the ministry".
    """
    places, count = findings.places, len(findings)
    denies, debunks, weights = _denials(findings)
    disputed = np.bincount(places.articles, denies, count) + weights > 0
    layout, tape = findings.layout, findings.reading.tape
    title_bounds = zip(layout.title_starts.tolist(), layout.body_starts.tolist(), strict=True)
    asked = np.array(["?" in tape[slice(*title)] for title in title_bounds])
    called_false = (np.bincount(places.articles, debunks, count) > 0) & (asked | (weights > 1))
    columns = zip(
        weights.tolist(), disputed.tolist(), called_false.tolist(), layout.title_starts.tolist(),
        layout.lead_ends.tolist(), strict=True,
    )  # fmt: skip
    return [
        "debunks"
        if false or (weight and _is_negated(findings, article, start, end, own_words=True))
        else "disputed" if denied else "relays"
        for article, (weight, denied, false, start, end) in enumerate(columns)
    ]  # fmt: skip


def are_denied(findings: Findings) -> list[bool]:
    """Whether the main clause that states the central claim of each article contests something.

    The features count its denial: the score is then about what it denies. So it is too if title or
    lead hold a denial, or the text a debunk, and the title that states the claim negates ("Bridge
    is not closed") or the claim has another word for what is false; and if it acquits somebody
    ("Cyclist cleared of doping") and the text holds any denial of the claim.
    """
    reading, claims, layout = findings.reading, findings.reading.claims, findings.layout
    denies, debunks, weights = _denials(findings)
    contested = findings.places.starts[denies | debunks]
    acquits = _acquitting(reading.lexicon)

    def bounds(starts: Ints, ends: Ints) -> Iterator[slice]:
        return map(
            slice, contested.searchsorted(starts).tolist(), contested.searchsorted(ends).tolist()
        )

    columns = zip(
        bounds(claims.starts, claims.ends), bounds(layout.title_starts, layout.body_ends),
        weights.tolist(), claims.starts.tolist(), claims.ends.tolist(), strict=True,
    )  # fmt: skip
    return [
        not all(_is_beside(reading, start, place) for place in contested[own].tolist())
        or (weight > 0 and _is_negated(findings, article, start, end))
        or (all_of.start < all_of.stop and bool(acquits.search(reading.tape, start, end)))
        for article, (own, all_of, weight, start, end) in enumerate(columns)
    ]


def _denials(findings: Findings) -> tuple[Bools, Bools, Floats]:
    """Whether each finding is a denial of the claim, whether it calls the claim false; the weights.

    The weights are what the denials of each article weigh (`stances`).
    """
    places, of_claim = findings.places, findings.of_claim
    denies, debunks = of_claim & (places.kinds == _DENIAL), of_claim & (places.kinds == _DEBUNK)
    ahead = places.zones != REST
    each = (denies & ahead) + debunks * (1.0 + (ahead & ~places.in_quote))
    weights: Floats = np.bincount(places.articles, each, len(findings)).astype(np.float64)
    return denies, debunks, weights


def _is_negated(
    findings: Findings, article: int, start: int, end: int, *, own_words: bool = False
) -> bool:
    """Whether tokens of an article have a word for what is false, or a title's negation.

    Words of denials do not count. With `own_words` nor does a negation that the title attributes.
    """
    reading, places = findings.reading, findings.places
    body = int(findings.layout.body_starts[article])
    told = own_words and _is_told(reading, start, min(body, end))
    own = slice(*findings.bounds[article : article + 2])
    of = (places.starts[own] < end) & DENIALS[places.kinds[own]]
    denials = findings.reading.findings(findings.rows[own][of])
    for word in _negating(reading.lexicon).finditer(reading.tape, start, end):
        at = word.start()
        attributed = told or (own_words and reading.in_quote(at))
        if (word.lastgroup == "false" or (at < body and not attributed)) and not any(
            denial.start <= at < denial.end for denial in denials
        ):
            return True
    return False


def _is_told(reading: Reading, start: int, end: int) -> bool:
    """Whether a title names who says it, and it is nobody who checks reports."""
    speaks, checks = _speaking(reading.lexicon)
    return bool(speaks.search(reading.tape, start, end)) and not checks.search(
        reading.tape, start, end
    )


@functools.lru_cache(maxsize=4)
def _speaking(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Verbs by which titles attribute, and those who check reports."""
    return lexicon.compile("<speech_of_denial>"), lexicon.compile("<debunker>")


def _is_beside(reading: Reading, start: int, place: int) -> bool:
    """Whether a denial in a sentence stands there by the way: "Mayor, who", "Mayor resigns,"."""
    before = reading.tape[place - 1]
    if before == ",":
        return start < place - 1 and "," not in reading.tape[max(start, place - _NEAR) : place - 1]
    return place > start and before in reading.lexicon.characters("<relative>")


@functools.lru_cache(maxsize=4)
def _acquitting(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.compile(_ACQUITTALS)


@functools.lru_cache(maxsize=4)
def _negating(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for what is false, and negations; nouns that may be names in lower case only."""
    vocabulary = lexicon.vocabulary
    capitals = {chr(vocabulary.code(word) + 1) for word in vocabulary.words}
    nouns = set(lexicon.characters("<false_noun>") + lexicon.characters("<plainly_false>"))
    nouns -= capitals - set("".join(map(lexicon.characters, _NO_NAMES)))
    nouns.update(lexicon.characters("<false_adjective>"))
    negations = character_class(lexicon.characters("<negation>"))
    return re.compile(f"(?P<false>{character_class(''.join(sorted(nouns)))})|{negations}")
