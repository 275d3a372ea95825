"""The caveats, reasons not to trust a score: what each means, and which an article has."""

import re
from collections.abc import Sequence
from itertools import compress

import numpy as np

from credscore.claim import have_unsourced_title
from credscore.evidence import KINDS
from credscore.features import Pieces
from credscore.report.records import Stance
from credscore.signals import COUNTED, Bools, Findings, Ints
from credscore.text import read_table
from credscore.text_kinds import kinds_of

CAVEATS: dict[str, str] = read_table("report/caveats.toml")
"""Every caveat and what it means; the list is closed."""

UNRELIABLE = frozenset(CAVEATS) - {
    "mostly_quotation", "title_unsourced", "topic_title", "debunks",
}  # fmt: skip
"""The caveats with which a score is not reliable."""

CLAIMLESS = frozenset({
    "opinion", "live_blog", "timeline", "listing", "transcript", "poem", "source_code",
    "filler_text", "page_menu", "recipe", "job_advertisement", "legal_notice", "advertisement",
    "minutes", "posts", "fiction", "addresses_reader",
})  # fmt: skip
"""The caveats of texts that relay no claim, or several."""

MIN_WORDS = 50
MAX_QUOTED_SHARE = 0.5
MAX_UNUSUAL_SHARE = 1 / 8
"""An article is unusual if a larger share of the model's features is out of range."""
MIN_MARKUP, MIN_MARKUP_SHARE = 3, 0.01
"""The number of tags and character references, and their share of the words, of markup."""
_MARKUP = re.compile(
    r"&(?:amp|quot|lt|gt|nbsp|apos|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[0-9a-f]{2,5});"
    r"|</?(?:a|b|blockquote|br|div|em|figure|h[1-6]|i|img|li|ol|p|section|span|strong|table|t[dr]|ul)"
    r"\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_NAMED = Pieces("named_sources").slots()
_SOURCES = Pieces("anonymous_sources").slots() + _NAMED
_OF_SOURCES = np.bincount(_SOURCES, minlength=len(KINDS) * len(COUNTED)) > 0


def caveats_of(
    findings: Findings, stances: Sequence[Stance], outside: Ints, features: int
) -> list[tuple[str, ...]]:
    """The caveats of each article; so many of its `features` are `outside` of their range."""
    layout, text, kinds = findings.layout, findings.reading.text, kinds_of(findings)
    sources = findings.counts[:, _SOURCES].sum(axis=1)
    sizes = layout.body_ends - layout.body_starts
    with_claim = np.array([CLAIMLESS.isdisjoint(of_article) for of_article in kinds], np.bool_)
    conditions = (
        layout.words < MIN_WORDS,
        sources == 0,
        outside > MAX_UNUSUAL_SHARE * features,
        text.truncated,
        map(_holds_markup, text.bodies, layout.words.tolist()),
        layout.quoted > MAX_QUOTED_SHARE * sizes,
        _have_unsourced_title(findings) & (sources > 0),
        findings.reading.claims.on_topics & with_claim,
        [stance == "debunks" for stance in stances],
    )  # in the order of CAVEATS
    articles = zip(*conditions, kinds, strict=True)
    return [(*compress(CAVEATS, holds), *of_article) for *holds, of_article in articles]


def _holds_markup(body: str, words: int) -> bool:
    if body.count("&") + body.count("<") < MIN_MARKUP:
        return False
    return len(_MARKUP.findall(body)) >= max(MIN_MARKUP, MIN_MARKUP_SHARE * words)


def _have_unsourced_title(findings: Findings) -> Bools:
    """Whether no source of an article speaks of what its title says."""
    sources = findings.places.starts[_OF_SOURCES[findings.slots]]
    sources = np.concatenate([sources, findings.verbs])
    named = findings.counts[:, _NAMED].sum(axis=1)
    return have_unsourced_title(findings.reading.content_words, sources, named)
