"""Gaps are read as these regular expressions would read them, one loop for each."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from credscore.attribution import _verb_gaps as gaps

GAP = re.compile(r"(?:[yhb]|M[pm]{0,2})*")
INFINITIVE = re.compile(
    r"[yb]{0,2}p(?:(?=P)|y{0,2}[aeVm]|yi?(?=[bh]))i?[yhb]{0,4}(?=[XURPCsi.)\"])"
)
ASIDE = re.compile(r",[^,\"\n]{1,20}(?=,)|-[^\"\n-]{1,20}(?=-)")
CLAUSE = re.compile(r"(?:[^,\"\n&pdqioctw][^,\"\n]{0,8}?)?[VHsbhyea][wt](?=[^V])")


def end_of(match: re.Match[str] | None) -> int:
    return -1 if match is None else match.end()


@given(st.text('aaeeVmpybhitwsXPM,-"&', max_size=25), st.integers(0, 4), st.integers(0, 4))
@example("Mpm", 0, 0)  # "on Monday at"
@example("paiyhbyhX", 0, 0)
@example("pai", 0, 0)
@example("pyibX", 0, 0)
@example("bbpP", 0, 0)
@example(",aa,", 0, 0)
@example("aaaaaaaaabwX", 0, 0)
def test_what_stands_between_verb_and_subject(letters: str, at: int, cut: int) -> None:
    stop = max(len(letters) - cut, 0)
    at = min(at, stop)
    assert gaps.gap_end(letters, at, stop) == end_of(GAP.match(letters, at, stop))
    assert gaps.infinitive_end(letters, at, stop) == end_of(INFINITIVE.match(letters, at, stop))
    assert gaps.clause_before(letters, at, stop) == end_of(CLAUSE.match(letters, at, stop))
    if at < stop:
        assert gaps.aside_end(letters, at, stop) == end_of(ASIDE.match(letters, at, stop))
