"""One verdict for a report, by stance and score, whatever the prior."""

import math

import pytest

from credscore.model import Model
from credscore.report.caveats import CAVEATS, UNRELIABLE
from credscore.report.verdict import (
    NO_SCORE,
    VERDICTS,
    of_100,
    score_sentence,
    summary,
    unstated,
    verdict_of,
)
from credscore.scorer import Scorer

SCORER = Scorer.load()
UNNAMED = SCORER.score("Two officials said it sank.").profile
SINGLY = SCORER.score("Nora Vale said it sank.").profile
REPEATED = SCORER.score("Dr. Nora Vale said it sank. Vale said so on Monday.").profile
NAMED = SCORER.score("Nora Vale said it sank. Bo Lind said so too.").profile
MOSTLY_UNNAMED = SCORER.score(
    "Nora Vale said it sank. Bo Lind said so too. " + "Two officials said it sank. " * 3
).profile
MANY = SCORER.score("Nora Vale said it sank. " * 6).profile


@pytest.mark.parametrize("stance", VERDICTS)
@pytest.mark.parametrize(("score", "band"), [(0.1, 0), (0.39, 0), (0.41, 1), (0.59, 1), (0.61, 2)])
@pytest.mark.parametrize("prior", [0.5, 0.02, 0.9])
def test_bands(stance: str, score: float, band: int, prior: float) -> None:
    log_odds = math.log(score / (1 - score)) + math.log(prior / (1 - prior))
    told = verdict_of(stance, (), log_odds, prior, NAMED)  # type: ignore[arg-type]
    name = ("low", "middling", "high")[band]
    words = VERDICTS[stance]
    assert told == words.get(f"contested_{name}", words[name])
    if band < 2:
        told = verdict_of(stance, (), log_odds, prior, UNNAMED)  # type: ignore[arg-type]
        assert told == words.get(f"{name}_with_none", words[name])


@pytest.mark.parametrize("stance", VERDICTS)
def test_well_sourced_needs_named_sources(stance: str) -> None:
    told = verdict_of(stance, (), 1.5, 0.5, UNNAMED)  # type: ignore[arg-type]
    assert told == VERDICTS[stance]["hardly"]
    told = verdict_of(stance, ("title_unsourced",), 1.5, 0.5, UNNAMED)  # type: ignore[arg-type]
    assert told == VERDICTS[stance]["hardly"]


@pytest.mark.parametrize("stance", VERDICTS)
def test_one_named_source_is_said(stance: str) -> None:
    assert verdict_of(stance, (), 1.5, 0.5, SINGLY) == VERDICTS[stance]["single"]  # type: ignore[arg-type]
    told = verdict_of(stance, (), 1.5, 0.5, REPEATED)  # type: ignore[arg-type]
    assert told == VERDICTS[stance]["single"]
    told = verdict_of(stance, ("title_unsourced",), 1.5, 0.5, SINGLY)  # type: ignore[arg-type]
    assert told == VERDICTS[stance]["none_for_title"]


@pytest.mark.parametrize("stance", VERDICTS)
def test_a_verdict_says_what_named_sources_lack(stance: str) -> None:
    told = verdict_of(stance, (), 1.5, 0.5, MOSTLY_UNNAMED)  # type: ignore[arg-type]
    assert told == VERDICTS[stance]["more_unnamed"]
    told = verdict_of(stance, ("title_unsourced",), 1.5, 0.5, NAMED)  # type: ignore[arg-type]
    assert told == VERDICTS[stance]["none_for_title"]


def test_many_named_sources_are_not_thin() -> None:
    assert verdict_of("relays", (), -1.5, 0.5, MANY) == VERDICTS["relays"]["low_with_many"]
    assert verdict_of("relays", (), -1.5, 0.5, NAMED) == VERDICTS["relays"]["low"]


def test_what_a_text_is_comes_before_what_it_lacks() -> None:
    told = verdict_of("relays", ("no_attribution", "satire"), 0.0, 0.5, UNNAMED)
    assert told.startswith("No score: labelled as satire")


@pytest.mark.parametrize("caveat", CAVEATS)
def test_without_a_score_the_verdict_says_why(caveat: str) -> None:
    told = verdict_of("relays", (caveat,), 0.0, 0.5, NAMED)
    assert told.startswith(NO_SCORE) is (caveat in UNRELIABLE)
    whole = summary(told, "Of 100 ...", (), (caveat,))
    if caveat in UNRELIABLE:
        assert unstated((caveat,)) == []
        assert whole.replace("; ", ": ")[10:] == CAVEATS[caveat][0].lower() + CAVEATS[caveat][1:]
    else:
        assert whole.endswith(CAVEATS[caveat])
        assert whole.startswith(f"{told}. Of 100 ... Nothing in its sourcing stands out.")


def test_without_a_claim_the_score_is_of_texts() -> None:
    told = score_sentence(0.331, (0.2, 0.45), 0.5, has_claim=False)
    assert told == (
        "Of 100 texts sourced like this one, about 33 would relay a true claim (90 % interval: 20 "
        "to 45), if 50 of 100 claims are true to begin with."
    )
    nobody = SCORER.score(SOURCED).model_copy(update={"claim": None})
    assert "Of 100 texts sourced like this one" in nobody.summary()
    assert "Of 100 claims sourced like this one" in SCORER.score(SOURCED).summary()


def test_a_score_at_a_limit_says_so() -> None:
    for limits, told in (((0.01, 0.02), "higher"), ((0.98, 0.99), "lower")):
        scorer = Scorer(Model.model_validate(SCORER.model.model_dump() | {"limits": limits}))
        for prior in (0.5, 0.2):
            report = scorer.score(SOURCED, prior=prior)
            assert f"No text scores {told} than this." in report.summary()
            assert f"No text scores {told} than this." in report.to_html()
    assert score_sentence(0.9, (0.8, 0.9), 0.5).endswith(" No text scores higher than this.")
    assert "No text" not in SCORER.score(SOURCED).summary()


def test_numbers_of_100() -> None:
    numbers = [of_100(p) for p in (0.0, 0.004, 0.006, 0.5, 0.994, 0.996, 1.0)]
    assert numbers == ["0", "under 1", "1", "50", "99", "over 99", "100"]


SOURCED = (
    "The council of Lorwick voted on Monday for a new bridge, two councillors said. The bridge "
    "will cost $4 million, said Ada Brandt, who leads the council. The old bridge was shut in May "
    "after engineer Bo Lind found cracks in it. “Work begins in June,” Brandt said. The council "
    "said in a report that work ends next year. Officer Ina Wale said the road is shut."
)


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Mayor stole from harbour fund", ""),
        ("Mayor stole from harbour fund", "The mayor stole from the harbour fund. "),
        ("Doctor poisoned nine patients", "Lorwick has one doctor. "),
        ("Army hides dead pilots in lake", "It was a quiet week. "),
        ("Star of film arrested for theft", ""),
    ],
)
def test_sources_that_say_nothing_of_the_title(title: str, first: str) -> None:
    assert SCORER.score(SOURCED).verdict == "Well sourced"
    report = SCORER.score(first + SOURCED, title)
    assert report.verdict == "Named sources, but none for what the title says"
    assert report.reliable
    assert CAVEATS["title_unsourced"] in report.summary()


@pytest.mark.parametrize(
    "title",
    [
        "Council votes for new bridge", "Lorwick to get new bridge", "Bridge shut after cracks",
        "Live updates", "Brandt: work begins on Lorwick bridge",
    ],
)  # fmt: skip
def test_sources_that_speak_of_the_title(title: str) -> None:
    assert SCORER.score(SOURCED, title).verdict == "Well sourced"


@pytest.mark.parametrize(
    ("title", "holds"),
    [
        ("Five things to know about the bridge", True), ("How Lorwick lost its bridge", True),
        ("Explained: the cracks in the bridge", True), ("Lorwick closes its bridge", False),
        (None, False),
    ],
)  # fmt: skip
def test_a_title_that_only_names_its_topic(title: str | None, *, holds: bool) -> None:
    report = SCORER.score(SOURCED, title)
    assert report.reliable
    assert ("topic_title" in report.caveats) is holds
    assert (CAVEATS["topic_title"] in report.summary()) is holds


@pytest.mark.parametrize(
    "text",
    [
        # one word of the title, two named sources
        "Storm Ina: thousands lose power\n\nTrains between Lorwick and Harrow are late, the "
        "harbour office says. Kolvar Grid says 11,400 homes are without power. Gusts of 81mph were "
        "recorded at the cape. Harrow Police say a driver was hurt when a tree fell. The council "
        "said that schools open late on Monday and that the market is closed for the day.",
        # the judge and the prosecutor speak of the man whom the sentence behind the first names
        "Man jailed for selling fake tickets to tourists\n\nA man who sold fake tickets to foreign "
        "tourists has been jailed for six years. Bo Orrin, 41, pleaded guilty at the court in "
        "Lorwick. Judge Ina Weil told Orrin that he had put people at risk. He wept. Prosecutor "
        "Ada Holm said that officers had seized 12 printers in his flat. The ministry welcomed the "
        "sentence on Monday.",
        # one word, again and again
        "HARBOUR PLOT EXPOSED: has the mayor run off?\n\nInsiders claim that the mayor allegedly "
        "packed her bags in the night. According to unconfirmed reports the mayor was seen on a "
        "plane. Some say that she was paid millions, and users claim that the council may be "
        "involved. An insider said that more is coming. Nobody at the office could be reached on "
        "Monday.",
        # attributed without a verb of speech
        "Statue of Orrin stolen from museum in Lorwick\n\nIt's being reported that one of the "
        "statues has been stolen. Details are slim. The Lorwick Herald has it, but not from whom, "
        "and nobody there has answered yet. We will tell you more when we hear of it, so stay with "
        "us all through the week and have a look at what else is new.",
    ],
)
def test_titles_that_sources_take_up(text: str) -> None:
    report = SCORER.score(text)
    assert report.profile.attributed
    assert "title_unsourced" not in report.caveats
