"""Published word lists, used as they are: every listed word or phrase, in any case, is a find.

A line of comment ('#' or, in the lists of Islam et al., '%') is no word. Of overlapping phrases
the longest counts.
"""

import re
from pathlib import Path

HEDGES: dict[str, tuple[str, ...]] = {
    "Hyland 2005": ("recasens2013_hedges_hyland2005",),
    "Islam et al. 2020": ("islam2020_hedge_words",),
    "Columbia (propositional, relational, multiword)": (
        "columbia_hedges_hProp", "columbia_hedges_hRel", "columbia_hedges_multiword",
    ),
    "Puy": ("puy_hedging_terms",),
}  # fmt: skip
ANONYMITY: dict[str, tuple[str, ...]] = {"Schaver": ("schaver_anonymous_source_phrases",)}
ATTRIBUTION = {
    "Krestel et al. 2008": ("krestel2008_attribution_verbs",),
    "Gender Gap Tracker": ("ggt_quote_verbs",),
    "NewsQuote": ("newsquote_trigger_verbs",),
    "Recasens et al. 2013, report verbs": ("recasens2013_report_verbs",),
    "Hooper 1975, assertives": ("recasens2013_assertives_hooper1975",),
}


def phrases(folder: Path, names: tuple[str, ...]) -> list[str]:
    """The words and phrases of some files, without comments."""
    lines = [
        line.partition("\t")[0].strip()
        for name in names
        for line in (folder / f"{name}.txt").read_text("utf-8").splitlines()
    ]
    return sorted({line.lower() for line in lines if line and line[0] not in "#%"})


def matcher(listed: list[str]) -> re.Pattern[str]:
    """A regular expression that finds the listed phrases between word borders."""
    longest_first = sorted(listed, key=len, reverse=True)
    parts = (r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
