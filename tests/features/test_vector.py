"""Features of articles read together are those of each alone; without a finding, measured anew."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from credscore.features import Pieces, Sums, measure, measure_without
from credscore.signals import find, find_all
from credscore.signals.findings import Findings
from credscore.signals.reading import Reading

WORDS = st.sampled_from(
    ["Officials said", "a source said", "insiders claim", "“", "”", "it may rain", "allegedly",
     "Nora Vale", "J. van der Meer", "denied the report", ".", "!", "?", "\n", "on Monday",
     "according to Nora Vale", "could not be verified", "Two officials", "SHOCK HORROR NOW", "(",
     "the story is a hoax", '"may', "he said", "purported photo", "reportedly", "is", "was"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
ARTICLES = st.lists(st.tuples(TEXTS, st.none() | TEXTS), min_size=1, max_size=4)


@given(ARTICLES)
def test_alone_is_as_in_company(articles: list[tuple[str, str | None]]) -> None:
    texts, titles = zip(*articles, strict=True)
    together = measure(find(texts, titles))
    for row, (text, title) in zip(together, articles, strict=True):
        assert row.tobytes() == measure(find([text], [title]))[0].tobytes()


@given(TEXTS, st.none() | TEXTS)
def test_without_a_finding_all_is_as_measured_anew(text: str, title: str | None) -> None:
    findings = find([text], [title])
    features, rows = measure_without(findings)
    assert len(rows) == len(findings.rows)
    for place, row in enumerate(rows):
        rest = np.delete(findings.rows, place, axis=0)
        anew = measure(Findings(findings.reading, {"": rest}))[0]
        assert np.array_equal(features[row], anew, equal_nan=True), findings.rows[place]


def test_findings_that_count_alike_share_a_row() -> None:
    features, rows = measure_without(find(["It may rain. " * 1000], [None]))
    assert len(rows) == 1000
    assert len(features) == 2  # in the lead, and behind it


DENIED = (
    "Officials denied it. “He allegedly fled,” a source said. It may rain. She may stay. He may go."
)


def test_sums_add_what_is_of_the_signal_and_kind_in_the_zone() -> None:
    reading = Reading.together([DENIED, "Nothing."], ["It allegedly sank", None])
    findings = Findings(reading, find_all(reading))
    wanted = [
        Pieces("hedges"), Pieces("hedges", where="lead"), Pieces("hedges", where="title"),
        Pieces("hedges", frozenset({"modal"})), Pieces("official_denials", frozenset({"none"})),
    ]  # fmt: skip
    sums = Sums([pieces.slots() for pieces in wanted])
    assert sums(findings.counts).tolist() == [[4, 2, 1, 3, 0], [0, 0, 0, 0, 0]]
