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
FIXED = random.Random(1)
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

    tables = [pd.read_csv(shared / "corpora" / f"{corpus}.csv.gz").dropna(subset=["text"])
              for corpus in CORPORA]  # fmt: skip
    articles = pd.concat([table.sample(100, random_state=1) for table in tables])
    titles = articles["title"].where(articles["title"].notna(), None)
    moved, swapped = [], 0
    for number, article in enumerate(zip(articles["text"], titles, strict=True)):
        before = SCORER.score(*article)
        for group in REAL:
            (text, count), (title, more) = (
                swap_real(part or "", group, random.Random(number)) for part in article
            )
            swapped += bool(count + more)
            if count + more and not same(before, SCORER.score(text, title or None)):
                moved.append(f"article {number}: {group}")
    assert swapped > 800
    assert not moved


@pytest.mark.parametrize("change", NEUTRAL)
def test_typesetting_moves_nothing(change: str) -> None:
    for text in OWN:
        assert same(SCORER.score(text), SCORER.score(NEUTRAL[change](text))), text


EXPECTED_TO_MOVE = {"straight_quotes": 2, "curly_quotes": 4, "wrapped": 20}
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
        ("According to papers seen by Blik, it sank.", "According to papers seen by BLK, it sank."),
        (
            "Polls show that Smith leads Holm 55% to 33%.",
            "Polls show that Smith leads May 55% to 33%.",
        ),
    ],
)
def test_hard_names_move_nothing(first: str, second: str) -> None:
    assert same(SCORER.score(first), SCORER.score(second))


PARTISANS = [  # several, one, what is theirs
    ("Democrats", "Democrat", "Democratic"), ("Republicans", "Republican", "Republican"),
    ("Greens", "Green", "Green"), ("Tories", "Tory", "Tory"), ("Whigs", "Whig", "Whig"),
    ("Conservatives", "Conservative", "Conservative"), ("Liberals", "Liberal", "Liberal"),
    ("Socialists", "Socialist", "Socialist"), ("Communists", "Communist", "Communist"),
    ("Nationalists", "Nationalist", "Nationalist"), ("Loyalists", "Loyalist", "Loyalist"),
    ("Confederates", "Confederate", "Confederate"), ("Labourites", "Labourite", "Labourite"),
]  # fmt: skip
OF_PARTISANS = [
    "{many} said so.",
    "Two {many}--both new--left. “It sank,” said Bo Li. And {many} certainly think so.",
    "“It sank,” said Bo Li. {many} deny it. Are {many} late? The {many} met. Most {many} left.",
    "A lot of {many} are criticising it, and {many} argue that it sank.",
    "A {one} said it may sink. A senior {own} aide said so. {own} leaders deny the claim.",
    "{own} candidate Bo Li said the {own} party knew of it, according to {many}.",
    "{many} say it sank: {own} sources\n\nThe {one}, Bo Li, told {many} that it is false.",
]


@pytest.mark.parametrize("text", OF_PARTISANS)
def test_partisans_are_alike(text: str) -> None:
    """Plurals, singulars and adjectives of all parties; none of them is a role."""
    first, *others = (
        SCORER.score(text.format(many=many, one=one, own=own)) for many, one, own in PARTISANS
    )
    for other, (many, _, _) in zip(others, PARTISANS[1:], strict=True):
        assert same(first, other), many


def test_swaps_go_up_to_a_dash() -> None:
    swapped, count = swap_real("Two Republicans--or a Republican-led party.", "partisans", FIXED)
    assert (count, "Republicans" in swapped, "Republican-led" in swapped) == (1, False, True)


def other_lengths() -> list[Pair]:
    return list(pairs(1000, 1, LONGER))


def test_names_of_other_lengths_move_nothing_in_a_body() -> None:
    for pair in other_lengths():
        first, second = SCORER.score(pair.first[0]), SCORER.score(pair.second[0])
        assert first.log_odds == second.log_odds, pair


@pytest.mark.parametrize(
    "surname",
    ["Bell", "Black", "Card", "Cave", "Cliff", "Drew", "Graves", "Marks", "Storm", "White", "Wood"],
)
def test_surnames_that_are_words(surname: str) -> None:
    text = (
        "Two officials said {0} was seen near the harbour. {0} denied the claims as baseless.\n\n"
        "MAYOR {1} SAID THE BOAT WILL PAY! According to Anna {0}, the office was closed."
    )
    reports = [
        SCORER.score(text.format(name, name.upper()), f"Anna {name} flees, sources claim")
        for name in ("Kowalski", surname)
    ]
    first, second = ([(e.signal, e.kind, e.cue) for e in one.evidence] for one in reports)
    assert first == second
    assert reports[0].log_odds == reports[1].log_odds


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
