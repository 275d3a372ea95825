"""From the findings to the sourcing profile, the stance and the caveats: no model is asked."""

import math
from collections.abc import Sequence

from credscore.features import Findings, Measured
from credscore.reading import Reading
from credscore.report import Profile, Stance

MIN_WORDS = 50
MIN_FUNCTION_WORD_SHARE = 0.15
MAX_QUOTED_SHARE = 0.5
SAMPLE = 300
"""Tokens from the beginning by which the language is told."""


def profile(m: Measured) -> Profile:
    """Shares of the named and unnamed sources among all attributed statements."""
    anonymous, named = m.counts["anonymous_sources"], m.counts["named_sources"]
    attributed = sum(anonymous.values()) + sum(named.values())
    denials = m.counts["official_denials"]

    def share(count: int) -> float | None:
        return count / attributed if attributed else None

    return Profile(
        words=m.words,
        sentences=m.sentences,
        attributed=attributed,
        named_share=share(named.get("person", 0)),
        institutional_share=share(named.get("institution", 0)),
        unnamed_share=share(anonymous.get("unnamed", 0)),
        confidential_share=share(anonymous.get("confidential", 0)),
        hearsay_share=share(anonymous.get("hearsay", 0)),
        denials=denials.get("denial", 0),
        non_confirmations=denials.get("non_confirmation", 0),
        debunks=denials.get("debunk", 0),
        doubtful_media=m.counts["unverifiable_media"].get("media", 0),
        hedges_per_1000_words=1000 * sum(m.counts["hedges"].values()) / m.words if m.words else 0.0,
    )


def stance(m: Measured, findings: Findings) -> Stance:
    """Whether the text relays its claim, reports that it is disputed, or debunks it.

    It debunks where it says in its title or lead, outside quotation marks, that the claim is
    false, or says so twice.
    """
    title_end = m.reading.text.title_tokens
    debunks = prominent = denied = 0
    for finding in findings["official_denials"]:
        if finding.kind == "debunk" and not m.reading.in_quote(finding.start):
            debunks += 1
            prominent += finding.start < max(m.lead_end, title_end)
        elif finding.kind == "denial":
            denied += 1
    if prominent or debunks > 1:
        return "debunks"
    return "disputed" if denied or debunks else "relays"


def caveats(
    m: Measured, found: Profile, where: Stance, values: Sequence[float],
    ranges: Sequence[tuple[float, float]],
) -> tuple[str, ...]:  # fmt: skip
    """Why not to trust the score; names of report.CAVEATS. `ranges`: the usual feature values."""
    names = []
    if m.words < MIN_WORDS:
        names.append("too_short")
    if not _english(m.reading, m.words):
        names.append("not_english")
    if not found.attributed:
        names.append("no_attribution")
    outside = sum(
        not math.isnan(value) and not low <= value <= high
        for value, (low, high) in zip(values, ranges, strict=True)
    )
    if outside > len(values) // 8:
        names.append("unusual")
    if m.reading.text.truncated:
        names.append("truncated")
    quoted = sum(end - start for start, end in m.reading.text.quotations)
    if quoted > MAX_QUOTED_SHARE * max(1, len(m.reading.text)):
        names.append("mostly_quotation")
    if where == "debunks":
        names.append("debunks")
    return tuple(names)


def _english(reading: Reading, words: int) -> bool:
    """English news has a function word in about every third place."""
    if not words:
        return False
    sample = reading.tape[:SAMPLE]
    known = len(reading.lexicon.function_words.findall(sample))
    return known >= MIN_FUNCTION_WORD_SHARE * min(words, int(reading.text.words[:SAMPLE].sum()))
