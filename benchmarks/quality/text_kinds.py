"""How often each kind of text that the score is not made for is told, in news and where it is so.

    python -m benchmarks.quality.text_kinds

The share of articles of each corpus that get the caveat of a kind. Phrases and thresholds were
chosen with NEWS, MIXED and the project's own samples in view; CHECKED are corpora that were counted
after the first version; a few rules were changed since.
Recall is that of the samples, and of fakehealth_release, which is press releases alone. READ says
how many of the articles told a person read, and how many of these are not of the kind. Writes
results/text_kinds.json.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from benchmarks import SHARED, options, write_results
from credscore.signals import find
from credscore.text_kinds import kinds_of
from credscore.text_kinds.kinds import RULES
from tests.inputs.languages import LANGUAGES
from tests.inputs.text_kinds import samples

NEWS = (
    "emergent", "fakenewsnet_gossipcop", "buzzfeed_facebook", "checkthat21", "modern_unlabelled",
)  # fmt: skip
"""Corpora of news, and of posts that tell it."""
CHECKED = ("allsides_mbfc", "perez_amt", "fakes")
"""Corpora of news that no choice has seen; allsides_mbfc holds opinion and interviews as well."""
MIXED = ("fakenewsnet_politifact", "veritas41", "snopes312", "fakehealth_release")
"""Corpora that hold transcripts, statements, lists, satire and releases, by their README."""
KINDS = ("not_english", *RULES)
READ = {
    "not_english": (4, 4), "satire": (1, 0), "opinion": (208, 45), "press_release": (5, 0),
    "live_blog": (2, 0), "timeline": (25, 0), "listing": (6, 0), "transcript": (17, 3),
    "poem": (1, 0), "source_code": (3, 2), "page_menu": (4, 0), "recipe": (1, 0),
    "legal_notice": (3, 0), "advertisement": (1, 0), "posts": (2, 0), "fiction": (4, 4),
    "addresses_reader": (24, 4),
}  # fmt: skip
"""By kind how many of the articles told in NEWS a person read, and how many are not of it.

Of opinion, 148 and 37 are of those that the rule found whenever it was widened.
"""
READ_CHECKED = {
    "opinion": (46, 2), "press_release": (2, 1), "live_blog": (1, 0), "timeline": (3, 0),
    "transcript": (6, 1), "addresses_reader": (6, 3), "fiction": (1, 1),
}  # fmt: skip
"""The same in CHECKED."""
UNSEEN = {
    "satire": (3, 1), "opinion": (3, 2), "press_release": (3, 2), "live_blog": (2, 2),
    "listing": (2, 2), "transcript": (3, 2), "poem": (2, 1), "recipe": (5, 3),
    "job_advertisement": (5, 4), "legal_notice": (3, 2), "advertisement": (3, 0), "minutes": (3, 2),
    "posts": (2, 1), "fiction": (6, 4), "addresses_reader": (6, 6),
}  # fmt: skip
"""By kind how many more texts were written when the rules stood, and how many of them were told.
Those of recipe, job_advertisement, fiction and addresses_reader are among the samples now. The rule
of advertisement was widened afterwards."""
BLOCK = 256


def articles(corpus: str) -> tuple[list[str], list[str | None]]:
    """Texts and titles of a corpus."""
    folder = SHARED / "corpora"
    if corpus == "modern_unlabelled":
        table = pd.read_json(folder / f"{corpus}.jsonl.gz", lines=True)
    else:
        table = pd.read_csv(folder / f"{corpus}.csv.gz", dtype=str, keep_default_na=False)
    titles = table["title"] if "title" in table else [""] * len(table)
    return list(table["text"]), [title or None for title in titles]


def told(texts: Sequence[str], titles: Sequence[str | None]) -> Iterator[tuple[str, ...]]:
    """The kinds of each text."""
    for first in range(0, len(texts), BLOCK):
        rows = slice(first, first + BLOCK)
        yield from kinds_of(find(texts[rows], titles[rows]))


def shares(corpus: str) -> dict[str, float]:
    """The number of articles of a corpus, and the share told of each kind."""
    told_kinds = list(told(*articles(corpus)))
    counts = Counter(kind for kinds in told_kinds for kind in kinds)
    return {"articles": len(told_kinds)} | {kind: counts[kind] / len(told_kinds) for kind in KINDS}


def recall(kind: str, texts: Sequence[str]) -> dict[str, int]:
    """How many texts there are, and of how many the kind is told."""
    told_kinds = sum(kind in kinds for kinds in told(texts, [None] * len(texts)))
    return {"texts": len(texts), "told": told_kinds}


def main() -> None:
    """Count and write results/text_kinds.json."""
    options(__doc__).parse_args()
    result = {
        "news": {corpus: shares(corpus) for corpus in NEWS},
        "checked": {corpus: shares(corpus) for corpus in CHECKED},
        "mixed": {corpus: shares(corpus) for corpus in MIXED},
        "samples": {kind: recall(kind, samples(kind)) for kind in RULES}
        | {"not_english": recall("not_english", list(LANGUAGES.values()))},
        "unseen": {kind: {"texts": n, "told": count} for kind, (n, count) in UNSEEN.items()},
        "read": {
            name: {kind: {"read": read, "wrong": wrong} for kind, (read, wrong) in of_kind.items()}
            for name, of_kind in (("news", READ), ("checked", READ_CHECKED))
        },
    }
    write_results("text_kinds", result, shown=True)


if __name__ == "__main__":
    main()
