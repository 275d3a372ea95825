"""Reasons not to trust a score: the caveats, what each means, and which of them an article has."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from itertools import compress

from credscore.claim import are_untold
from credscore.features import Pieces
from credscore.report.records import Stance
from credscore.signals import Findings, Ints
from credscore.text_kinds import kinds_of

CAVEATS: dict[str, str] = tomllib.loads(
    files("credscore.report").joinpath("caveats.toml").read_text("utf-8")
)
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
    """The caveats of each article, of whose `features` so many are `outside` of their range."""
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
