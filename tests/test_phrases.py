"""Noun phrases are read as these regular expressions would read them, one loop for each."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credscore import phrases

PARTS, HEADS = "mesaXURPCHLTIOSQ", "XURPCHLTIOSQs"
LETTERS = st.text(f"{PARTS}VHbhnwtopcdqi0gy&M.,:;\"'-()\n", max_size=25)

GAP = re.compile(r"(?:[yhb]|M[pm]{0,2})*")
BEFORE = re.compile(
    rf"(?:\)[^()]{{1,8}}\()?(?:\.(?=[XU])|\")?([{HEADS}])"
    rf"(?:[{PARTS}'g-]|\.(?=[XU])|\"(?=[di])|&(?=[msXP]))*"
    r"[i0]*[dq]{0,2}(?:o[i0][i0am]{0,3})?"
)
ANY = re.compile(
    rf"[nq](?=p)|\"?(?:[{PARTS}]|V(?=[qd]))(?:[{PARTS}0'g-]|\.(?=[XU])|&(?=[{PARTS}]))*[i0]*[dq]{{0,2}}"
)
LINK = re.compile(r"[op]{1,2}[ayem]{0,2}(?:p[ayem]?)?")
AFTER = re.compile(
    rf"(?:[i0][i0am]{{0,3}}o)?[diqt]{{0,2}}[i0]{{0,3}}\"?"
    rf"(?:[{PARTS}g'-]|\.(?=[{PARTS}])|&(?=[{PARTS}]))*([{HEADS}])"
)
MODIFIED = re.compile(
    rf"\"?(?:[ayem]{{0,2}}[op]{{1,2}}[diq]?(?:[{PARTS}0'g-]|\.(?=[XU]))+"
    rf"|,?w[^,.;:\"\n]{{1,14}})*"
)
INFINITIVE = re.compile(
    r"[yb]{0,2}p(?:(?=P)|y{0,2}[aeVm]|yi?(?=[bh]))i?[yhb]{0,4}(?=[XURPCsi.)\"])"
)
ASIDE = re.compile(r",[^,\"\n]{1,20}(?=,)|-[^\"\n-]{1,20}(?=-)")
CLAUSE = re.compile(r"(?:[^,\"\n&pdqioctw][^,\"\n]{0,8}?)?[VHsbhyea][wt](?=[^V])")


def end_of(match: re.Match[str] | None, group: int = 0) -> int:
    return -1 if match is None else match.end(group)


@given(LETTERS, st.integers(0, 4), st.integers(0, 4))
@example("Mpm", 0, 0)  # "on Monday at"
@example(")aaaaaaaaaa(R", 0, 0)  # brackets that hold too much
@example("Poiam", 0, 0)  # "some of the officials"
@example("opaypa", 0, 0)  # "in front of the"
@example("iamoP", 0, 0)
@example('"pX', 0, 0)  # the end of a phrase in quotation marks
def test_as_regular_expressions_do(letters: str, at: int, cut: int) -> None:
    stop = max(len(letters) - cut, 0)
    at = min(at, stop)
    assert phrases.gap_end(letters, at, stop) == end_of(GAP.match(letters, at, stop))
    assert phrases.phrase_before(letters, at, stop) == end_of(ANY.match(letters, at, stop))
    assert phrases.link_before(letters, at, stop) == end_of(LINK.match(letters, at, stop))
    assert phrases.modified_end(letters, at, stop) == end_of(MODIFIED.match(letters, at, stop))
    after = AFTER.match(letters, at, stop)
    assert phrases.head_after(letters, at, stop) == (after.start(1) if after else -1)
    before = BEFORE.match(letters, at, stop)
    head = phrases.head_before(letters, at, stop)
    assert head == (before.start(1) if before else -1)
    if before:
        assert phrases.start_before(letters, head, stop) == before.end()


@given(st.text('aaeeVmpybhitwsXP,-"&', max_size=25), st.integers(0, 4), st.integers(0, 4))
@example("paiyhbyhX", 0, 0)
@example("pai", 0, 0)
@example("pyibX", 0, 0)
@example("bbpP", 0, 0)
@example(",aa,", 0, 0)
@example("aaaaaaaaabwX", 0, 0)
def test_what_stands_between_verb_and_subject(letters: str, at: int, cut: int) -> None:
    stop = max(len(letters) - cut, 0)
    at = min(at, stop)
    assert phrases.infinitive_end(letters, at, stop) == end_of(INFINITIVE.match(letters, at, stop))
    assert phrases.clause_before(letters, at, stop) == end_of(CLAUSE.match(letters, at, stop))
    if at < stop:
        assert phrases.aside_end(letters, at, stop) == end_of(ASIDE.match(letters, at, stop))


@pytest.mark.parametrize(
    ("back", "head", "start"),
    [
        ("Pmi|", 0, 3),  # "two senior officials"
        ('"X.X|', 1, 4),  # a name with an initial, in quotation marks
        (")aa(Rd|", 4, 6),  # "the minister (left out)"
        ("Pdoi|", 0, 4),  # "some of the officials"
        ("V", -1, -1),
    ],
)
def test_phrase_to_the_left(back: str, head: int, start: int) -> None:
    found = phrases.head_before(back, 0, len(back))
    assert found == head
    if found >= 0:
        assert phrases.start_before(back, found, len(back)) == start


def test_a_clause_that_begins() -> None:
    assert phrases.begins_clause("amV", 0, 3)
    assert not phrases.begins_clause("amV", 0, 2)
