"""Noun phrases are read as these regular expressions would read them, one loop for each."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credscore.attribution import _noun_phrases as phrases

PARTS, HEADS = "mesaXURPCHLTIOSQ", "XURPCHLTIOSQs"
LETTERS = st.text(f"{PARTS}VHbhnwtopcdqi0gy&M.,:;\"'-()\n", max_size=25)

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


def end_of(match: re.Match[str] | None, group: int = 0) -> int:
    return -1 if match is None else match.end(group)


@given(LETTERS, st.integers(0, 4), st.integers(0, 4))
@example(")aaaaaaaaaa(R", 0, 0)  # brackets that hold too much
@example("Poiam", 0, 0)  # "some of the officials"
@example("opaypa", 0, 0)  # "in front of the"
@example("iamoP", 0, 0)
@example('"pX', 0, 0)  # the end of a phrase in quotation marks
def test_as_regular_expressions_do(letters: str, at: int, cut: int) -> None:
    stop = max(len(letters) - cut, 0)
    at = min(at, stop)
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
