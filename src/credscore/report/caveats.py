"""Reasons not to trust a score: the caveats, what each means, and which of them an article has."""

from collections.abc import Sequence
from itertools import compress

from credscore.claim import are_untold
from credscore.features import Pieces
from credscore.report.records import Stance
from credscore.signals import Findings, Ints
from credscore.text_kinds import kinds_of

CAVEATS: dict[str, str] = {
    "too_short": "The text has fewer than 50 words: too little sourcing to judge.",
    "no_attribution": "Nothing is attributed to anyone, named or unnamed.",
    "unusual": "The text is unlike those that the model learned from.",
    "truncated": "Only the first million characters were read.",
    "mostly_quotation": "More than half of the text stands in quotation marks.",
    "title_unsourced": "No sourced sentence speaks of what the title says.",
    "debunks": "The text itself says that the claim is false: the score is about the claim.",
    "not_english": "Few common English words: the signals read English only.",
    "satire": (
        "Labelled as satire, or told in set phrases of mock news, such as 'area man' and 'at press "
        "time': its sources are made up."
    ),
    "opinion": (
        "Labelled as opinion, or told by a writer who says I from first to last and names few "
        "sources: it argues, and relays no claim."
    ),
    "press_release": (
        "The heading, contacts, end mark or set phrases of a press release: it speaks for its "
        "sender, who chose the sources."
    ),
    "live_blog": (
        "Entries that begin with a time of day: they tell several claims, at different moments."
    ),
    "listing": "Items, or short lines that are no sentences: a list attributes nothing.",
    "transcript": (
        "Turns of labelled speakers, or stage directions such as '(Laughter)': all of it is "
        "somebody's word, and nobody weighs it."
    ),
    "poem": "Short lines whose sentences go on from line to line: verse relays no claim.",
    "source_code": "As many brackets and operators as program text has: it is no prose.",
    "filler_text": "Latin filler words, such as 'lorem ipsum': the text stands in for another.",
    "page_menu": (
        "Words of a page's menu, or of a notice about cookies or subscriptions: the article itself "
        "is missing."
    ),
}
"""Every caveat and what it means; the list is closed."""

UNRELIABLE = frozenset(CAVEATS) - {"mostly_quotation", "title_unsourced", "debunks"}
"""The caveats with which a score is not reliable."""

MIN_WORDS = 50
MAX_QUOTED_SHARE = 0.5
MAX_UNUSUAL_SHARE = 1 / 8
"""An article is unusual if a larger share of the model's features is out of range."""
_SOURCES = Pieces("anonymous_sources").slots() + Pieces("named_sources").slots()


def caveats_of(
    findings: Findings, stances: Sequence[Stance], outside: Ints, features: int
) -> list[tuple[str, ...]]:
    """The caveats of each article.

    `outside` holds for each article how many of the model's `features` are out of range.
    """
    layout, sources = findings.layout, findings.counts[:, _SOURCES].sum(axis=1)
    sizes = layout.body_ends - layout.body_starts
    untold = are_untold(findings.reading.content_words, findings.verbs) & (sources > 0)
    columns = zip(
        layout.words.tolist(), sources.tolist(), outside.tolist(),
        findings.reading.text.truncated, layout.quoted.tolist(), sizes.tolist(),
        untold.tolist(), stances, kinds_of(findings), strict=True,
    )  # fmt: skip
    caveats = []
    for words, attributed, unusual, truncated, quoted, size, title, stance, kinds in columns:
        holds = (
            words < MIN_WORDS,
            not attributed,
            unusual > MAX_UNUSUAL_SHARE * features,
            truncated,
            quoted > MAX_QUOTED_SHARE * size,
            title,
            stance == "debunks",
        )  # in the order of CAVEATS
        caveats.append((*compress(CAVEATS, holds), *kinds))
    return caveats
