"""Reports replay, a missing title counts nothing, bad input is named."""

import json
import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import credscore
from credscore.model import expit
from credscore.report.caveats import MIN_WORDS
from credscore.scorer import Scorer
from credscore.text.text import MAX_CHARACTERS

WORDS = [
    "officials",
    "sources",
    "said",
    "claimed",
    "denied",
    "the",
    "reports",
    "may",
    "allegedly",
    "video",
    "unverified",
    "on",
    "Monday",
    "May",
    "5",
    "percent",
    "!",
    "?",
    ".",
    ",",
    "“",
    "”",
    '"',
    "Holm",
    "Lorwick",
    "shocking",
    "he",
    "she",
    "rumors",
    "that",
    "court",
    "told",
    "a",
    "source",
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=60).map(" ".join)
SCORER = Scorer.load()


@given(TEXTS, st.none() | TEXTS, st.floats(0.01, 0.99))
def test_every_report_replays(text: str, title: str | None, prior: float) -> None:
    report = SCORER.score(text, title, prior)
    total = report.base_log_odds + sum(c.log_odds for c in report.contributions)
    assert abs(report.log_odds - total) < 1e-9
    assert abs(report.score - expit(report.log_odds)) < 1e-12
    assert report.interval[0] <= report.score <= report.interval[1]
    for contribution in report.contributions:
        assert all(report.evidence[i].signal == contribution.signal for i in contribution.evidence)


def test_contributions_are_sorted_and_carry_evidence() -> None:
    report = SCORER.score("Rumors claim that he allegedly fled. The firm denied the reports.")
    sizes = [abs(c.log_odds) for c in report.contributions]
    assert sizes == sorted(sizes, reverse=True)
    assert any(c.evidence for c in report.contributions)
    for signal, quote in (("hedges", "allegedly"), ("official_denials", "denied the reports")):
        pointed = {i for c in report.contributions if c.signal == signal for i in c.evidence}
        assert quote in {report.evidence[i].quote for i in pointed}


def test_a_missing_title_contributes_exactly_nothing() -> None:
    report = SCORER.score("He allegedly fled on Monday.")
    missing = [str(c.log_odds) for c in report.contributions if c.value is None]
    assert set(missing) == {"0.0"}


def test_a_prior_only_shifts() -> None:
    text = "Insiders claim that he allegedly fled."
    even, rare = SCORER.score(text), SCORER.score(text, prior=0.1)
    shift = math.log(0.1 / 0.9)
    assert rare.log_odds == pytest.approx(even.log_odds + shift, abs=1e-12)
    for a, b in zip(rare.interval, even.interval, strict=True):
        assert math.log(a / (1 - a)) == pytest.approx(math.log(b / (1 - b)) + shift, abs=1e-9)
    apart = {"score", "interval", "log_odds", "base_log_odds", "prior", "flagged_false"}
    assert even.model_dump(exclude=apart) == rare.model_dump(exclude=apart)
    assert rare.contributions


@pytest.mark.parametrize("text", [None, b"bytes", 5, float("nan"), ["list"]])
def test_wrong_types_are_named(text: object) -> None:
    with pytest.raises(credscore.InputError, match="text must be a str"):
        SCORER.score(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("prior", [True, "0.5", None])
def test_a_prior_is_a_number(prior: object) -> None:
    with pytest.raises(credscore.InputError, match="prior must be a number"):
        SCORER.score("x", prior=prior)  # type: ignore[arg-type]


@pytest.mark.parametrize("prior", [0, 1, -0.1, 1.5, math.nan])
def test_impossible_priors_are_refused(prior: float) -> None:
    with pytest.raises(credscore.InputValueError, match="strictly between 0 and 1"):
        SCORER.score("x", prior=prior)


@pytest.mark.parametrize(
    ("text", "caveat"),
    [
        ("", "too_short"),
        ("Er sagte am Montag, dass die Regierung den Bericht nicht kenne. " * 10, "not_english"),
        ("The ship sank in the night and the sea was calm. " * 10, "no_attribution"),
        ("“The ship sank in the night,” he said. " * 10, "mostly_quotation"),
        ("The ship sank. " * 70_000, "truncated"),
        ("<p>“The ship sank,” said Mira Holm of the port.</p>\n" * 10, "markup"),
        ("&ldquo;It sank&rdquo;, said Mira Holm of the port on Monday. " * 10, "markup"),
        ("The story is a hoax. It is fake news, a fact check found. " * 10, "debunks"),
    ],
)
def test_caveats(text: str, caveat: str) -> None:
    report = SCORER.score(text)
    assert caveat in report.caveats
    assert caveat in credscore.report.CAVEATS


PLAIN = "The ship sank in the night and the sea was calm, said Mira Holm of the port on Monday. "


@pytest.mark.parametrize(
    ("text", "caveat"),
    [
        ("word " * 30 + PLAIN + "the", "too_short"),
        (PLAIN * 10, "not_english"),
        (PLAIN * 10, "no_attribution"),
        (PLAIN * 10, "unusual"),
        ("The ship sank. " * 60_000, "truncated"),
        (PLAIN * 30 + "AT&amp;T <b>denied</b> it. ", "markup"),
        ("Bolt & Co said that a < b and b > c. " + PLAIN * 5, "markup"),
        (PLAIN * 10 + "“It sank in the night,” she said. ", "mostly_quotation"),
        (PLAIN * 10 + "The firm denied the claim. ", "debunks"),
    ],
)
def test_no_caveat_where_its_definition_does_not_hold(text: str, caveat: str) -> None:
    assert caveat not in SCORER.score(text).caveats


def test_the_borders_of_caveats() -> None:
    words = " the" * (MIN_WORDS - 1)
    assert "too_short" in SCORER.score(words).caveats
    assert "too_short" not in SCORER.score(words + " the").caveats
    characters = "The ship sank. " * 66_667
    assert "truncated" not in SCORER.score(characters[:MAX_CHARACTERS]).caveats
    assert "truncated" in SCORER.score(characters[: MAX_CHARACTERS + 1]).caveats


def test_an_unusual_text_has_many_features_out_of_range() -> None:
    text = "Insiders allegedly claim! (Rumors?) All these reports... purportedly; sources, " * 5
    report = SCORER.score(text)
    weights = {one.feature: one for one in SCORER.model.weights}
    outside = [
        c.feature
        for c in report.contributions
        if c.value is not None and not weights[c.feature].low <= c.value <= weights[c.feature].high
    ]
    assert "unusual" in report.caveats
    assert len(outside) > len(weights) / 8


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ship sank on Monday, the ministry said.", "relays"),
        ("The ship sank. The ministry denied the reports.", "disputed"),
        ("The story turned out to be a hoax.", "debunks"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    report = SCORER.score(text)
    assert report.stance == stance


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Holm said it may sink.", "Will said it may sink."),
        ("Then May denied the reports.", "Then Holm denied the reports."),
        ("He met Mark Grant in France.", "He met John Smith in Norway."),
        ("He said his rep denied it.", "She said her rep denied it."),
        ("The Daily Mail said Iran denied it.", "The Evening Post said Peru denied it."),
        ("Democrats said it could sink.", "Republicans said it could sink."),
        ("May said it may sink.", "Holm said it may sink."),
        ("Reports say Rumor Willis left.", "Reports say Bruce Willis left."),
    ],
)
def test_word_for_word_swaps_move_nothing(one: str, other: str) -> None:
    assert SCORER.score(one).log_odds == SCORER.score(other).log_odds


def test_score_many_keeps_order_and_goes_on_after_a_failure() -> None:
    texts = ["He allegedly fled.", None, "The ship sank."]
    results = list(SCORER.score_many(texts))  # type: ignore[arg-type]
    assert isinstance(results[1], credscore.Failure)
    assert results[1].index == 1
    assert results[0] == SCORER.score(texts[0])  # type: ignore[arg-type]
    assert list(SCORER.score_many(texts, n_jobs=2)) == results  # type: ignore[arg-type]


def test_json_round_trip() -> None:
    report = SCORER.score("Insiders claim that he fled.", "A title")
    assert json.loads(report.model_dump_json())["score"] == report.score
    assert credscore.Report.model_validate_json(report.model_dump_json()) == report
    assert "properties" in credscore.Report.model_json_schema()


@example([("Holm told", None), ("", None)])  # nothing stands behind the last word of all
@given(st.lists(st.tuples(TEXTS, st.none() | TEXTS), min_size=1, max_size=6))
def test_a_text_scores_the_same_in_company_as_alone(pairs: list[tuple[str, str | None]]) -> None:
    texts, titles = zip(*pairs, strict=True)
    together = list(SCORER.score_many(texts, titles))
    assert together == [SCORER.score(text, title) for text, title in pairs]
    assert [one.score for one in SCORER.scores(texts, titles)] == [r.score for r in together]


def test_json_of_half_a_surrogate_pair() -> None:
    report = SCORER.score("The firm denied \ud800the reports.")
    assert "\ud800" in report.evidence[1].quote
    assert "\ufffd" in json.loads(report.model_dump_json())["evidence"][1]["quote"]


def test_the_json_form_is_read_again() -> None:
    report = SCORER.score("The firm denied the reports.", "Firm sinks")
    assert credscore.Report.model_validate_json(report.model_dump_json()) == report
    schema = credscore.Report.model_json_schema()
    assert "quote" in json.dumps(schema)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"texts": None}, "texts must be an iterable of str, got one NoneType"),
        ({"texts": np.array("one text")}, "texts must be an iterable of str, got one ndarray"),
        ({"texts": "one text"}, "texts must be an iterable of str, got one str"),
        ({"texts": ["a"], "titles": "title"}, "titles must be an iterable of str, got one str"),
        ({"texts": ["a"], "n_jobs": "2"}, "n_jobs must be an int, got str"),
        ({"texts": ["a"], "n_jobs": 1.5}, "n_jobs must be an int, got float"),
    ],
)
def test_what_is_not_many_texts_is_refused_at_once(arguments: dict, message: str) -> None:
    for ask in (SCORER.score_many, SCORER.scores):
        with pytest.raises(credscore.InputError, match=message):
            ask(**arguments)


def test_no_processes_are_refused() -> None:
    with pytest.raises(credscore.InputValueError, match="n_jobs must be 1 or more"):
        SCORER.score_many(["a"], n_jobs=0)


@pytest.mark.parametrize("path", [5, b"folder", ["folder"], SCORER])
def test_what_is_no_path_of_a_model_is_refused(path: object) -> None:
    with pytest.raises(credscore.InputError, match="a folder must be a str or a Path"):
        Scorer.load(path)  # type: ignore[arg-type]


def test_more_titles_than_texts_are_refused() -> None:
    scorer = Scorer.load()
    with pytest.raises(credscore.InputError, match="2 titles are more than 1 text"):
        scorer.score_many(["It sank."], ["a", "b"])
    assert len(list(scorer.score_many(["It sank."], iter(["a", "b"])))) == 1


def test_style_is_a_bool() -> None:
    with pytest.raises(credscore.InputError, match="style must be a bool, got str"):
        credscore.score("It sank.", style="no")  # type: ignore[arg-type]
