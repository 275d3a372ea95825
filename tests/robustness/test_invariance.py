"""Names and typesetting do not move a score; docs/assurance/robustness.md."""

import random
from pathlib import Path

import pytest

from credscore import Report, Scorer
from credscore.features.form_counts import COUNTS, count
from credscore.signals import find
from credscore.text import PARTICLES
from tests.inputs.disturb import GAMING, NEUTRAL
from tests.inputs.swaps import LONGER, REAL, Pair, pairs, swap_real

ROOT = Path(__file__).resolve().parents[2]
SCORER = Scorer.load()
OWN = [
    *(path.read_text("utf-8") for path in sorted(ROOT.glob("examples/*.txt"))),
    *(path.read_text("utf-8") for path in sorted(ROOT.glob("tests/data/triples/*/*.txt"))),
    *(pair.first[0] for pair in pairs(100, seed=2)),
]
CORPORA = ("emergent", "fakenewsnet_gossipcop", "buzzfeed_facebook", "checkthat21",
           "fakenewsnet_politifact")  # fmt: skip


def same(first: Report, second: Report) -> bool:
    """Whether two reports agree in everything but the words."""
    return (first.log_odds, first.interval, first.stance, first.caveats) == (
        second.log_odds, second.interval, second.stance, second.caveats,
    )  # fmt: skip


def test_two_thousand_swaps_move_nothing() -> None:
    moved = [
        pair
        for pair in pairs(2000)
        if not same(SCORER.score(*pair.first), SCORER.score(*pair.second))
    ]
    assert not moved, f"{len(moved)} of 2000 moved: {moved[:1]}"


def test_swaps_in_real_articles_move_nothing(shared: Path) -> None:
    import pandas as pd

    moved, swapped = [], 0
    for corpus in CORPORA:
        table = pd.read_csv(shared / "corpora" / f"{corpus}.csv.gz").dropna(subset=["text"])
        for row in table.sample(100, random_state=1).itertuples():
            before = SCORER.score(row.text)
            for group in REAL:
                text, count = swap_real(row.text, group, random.Random(row.Index))
                swapped += bool(count)
                if count and not same(before, SCORER.score(text)):
                    moved.append(f"{corpus} row {row.Index}: {group}")
    assert swapped > 800
    assert not moved


@pytest.mark.parametrize("change", NEUTRAL)
def test_typesetting_moves_nothing(change: str) -> None:
    for text in OWN:
        assert same(SCORER.score(text), SCORER.score(NEUTRAL[change](text))), text


EXPECTED_TO_MOVE = {"straight_quotes": 5, "curly_quotes": 5, "wrapped": 13}
"""Of 500; docs/assurance/robustness.md says why. Any other change moves none."""


def test_typesetting_moves_few_real_articles(shared: Path) -> None:
    import pandas as pd

    articles = [
        text
        for corpus in CORPORA
        for text in pd.read_csv(shared / "corpora" / f"{corpus}.csv.gz")["text"]
        .dropna()
        .sample(100, random_state=1)
    ]
    before = list(SCORER.scores(articles))
    for name, change in NEUTRAL.items():
        after = SCORER.scores(map(change, articles))
        moved = sum(old.log_odds != new.log_odds for old, new in zip(before, after, strict=True))
        assert moved <= EXPECTED_TO_MOVE.get(name, 0), name


def test_hiding_a_hedge_with_invisible_characters_moves_nothing() -> None:
    for text in OWN:
        hidden = GAMING["hide_allegedly"](text)
        assert same(SCORER.score(text), SCORER.score(hidden)), text
    assert "\u200b" in GAMING["hide_allegedly"]("He allegedly fled.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He met Tom. The firm denied it.", "He met Jan. The firm denied it."),
        ("POLISH PRESIDENT HUNT SAID SO.", "POLISH PRESIDENT LIE SAID SO."),
        ("He fled, she said on Monday.", "He fled, I said on Monday."),
        (
            "Polls show that Smith leads Holm 55% to 33%.",
            "Polls show that Smith leads May 55% to 33%.",
        ),
    ],
)
def test_hard_names_move_nothing(first: str, second: str) -> None:
    assert same(SCORER.score(first), SCORER.score(second))


@pytest.mark.parametrize(
    "partisans",
    ["Conservatives", "Socialists", "Liberals", "Nationalists", "Loyalists", "Confederates"],
)
def test_partisans_are_no_roles(partisans: str) -> None:
    greens, others = SCORER.score("Greens said so."), SCORER.score(f"{partisans} said so.")
    assert same(greens, others)


def other_lengths() -> list[Pair]:
    return list(pairs(1000, 1, LONGER))


def test_names_of_other_lengths_move_nothing_in_a_body() -> None:
    for pair in other_lengths():
        first, second = SCORER.score(pair.first[0]), SCORER.score(pair.second[0])
        assert first.log_odds == second.log_odds, pair


def moved_through_titles() -> list[float]:
    """By how much each score moves whose title has a name of another length."""
    scores = [
        (SCORER.score(*pair.first).score, SCORER.score(*pair.second).score)
        for pair in other_lengths()
        if pair.first[1]
    ]
    return [abs(first - second) for first, second in scores]


def test_names_of_other_lengths_move_nothing_through_a_title() -> None:
    assert max(moved_through_titles()) == 0


def test_an_initial_amid_capitals() -> None:
    first = SCORER.score("It sank.", "MINISTER BROWN DENIES REPORTS")
    second = SCORER.score("It sank.", "MINISTER F. KENNEDY DENIES REPORTS")
    assert first.log_odds == second.log_odds


def length(text: str) -> int:
    """The words of a text as its length counts them."""
    return int(count(find([text], [None]))[0, COUNTS.index("body length")])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He met Brown.", "He met J. R. R. Brown."),
        ("He met Dr. Brown there.", "He met Brown there."),
        ("It lies in Chad today.", "It lies in the Republic of Moldova today."),
        ("BROWN WILL PAY.", "VAN DEN BERG WILL PAY."),
    ],
)
def test_a_name_is_one_word_long(first: str, second: str) -> None:
    assert length(first) == length(second)


def test_marks_and_sentences_part_names() -> None:
    assert length("Brown, White and Green met Hunt. Park left. Hill (Lane) stayed.") == 9


def test_every_particle_has_a_slot() -> None:
    for particle in PARTICLES:
        assert length(f"He met Kim {particle} Brown") == 3, particle
