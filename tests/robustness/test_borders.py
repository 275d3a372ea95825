"""Nothing is read beyond the end of a text, nor in the articles that are read with it."""

import random
from itertools import pairwise

import pytest

from credscore import attributions
from credscore.lexicon import shipped
from credscore.signals import Reading, find
from tests.inputs.awkward import ARTICLE

HITS = [hit for file in shipped().files.values() for rule in file.rules for hit in rule.hits]
ENDS = [hit[: hit.index("]")].replace("[", "") for hit in HITS]
LONG = "The bridge at Orr was built ninety years ago. " * 9


def read(texts: list[str], titles: list[str | None]) -> list[list[tuple[object, ...]]]:
    """By article its findings: what they are, their words, and whether they concern the claim."""
    found = find(texts, titles)
    kinds, slots = found.places.kinds.tolist(), found.slots.tolist()
    bounds, passage = found.bounds, found.reading.text.passage
    return [
        [
            (kinds[row], slots[row], *passage(article, *found.rows[row, :2].tolist()))
            for row in range(first, last)
        ]
        for article, (first, last) in enumerate(pairwise(bounds))
    ]


@pytest.mark.parametrize("before", ["", "So ", LONG], ids=["alone", "word", "article"])
def test_a_text_ends_with_any_phrase(before: str) -> None:
    for end in ENDS:
        assert len(read([before + end], [None])) == 1


@pytest.mark.parametrize(
    "change",
    [str, str.upper, "{}\n\n".format, (ARTICLE + "\n\n{}").format],
    ids=["plain", "capitals", "open", "article"],
)
def test_articles_read_together_are_read_as_alone(change: type[str]) -> None:
    order = random.Random(1)
    for _ in range(150):
        texts, titles = order.sample(ENDS, 4), [*order.sample(ENDS, 3), None]
        texts = [change(text) if order.random() < 0.5 else f"{text}." for text in texts]
        titles = [title and title.upper() for title in titles]
        together = read(texts, titles)
        assert together == [read([a], [b])[0] for a, b in zip(texts, titles, strict=True)]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "The mayor repeated the claim.",
            "The insurer paid. Its insurance pays, the insurer said.",
        ),
        ("The mayor said so, if confirmed.", "Nomination of a judge to the senate"),
        ("He denied it", "Compensation for damages was paid"),
        ("He read the April report", "It sank."),
        ("THE HARROW REPORT", "It sank."),
        ("“It sank,” said Ada Keller, Harrow Networks Group", "It fell."),
        ("Harrow said it sank. Bo Li saw THE Harrow", "It fell."),
        ("It sank, some say", "Of what they felt nothing was said."),
        ("Ada Keller said", "Because it sank."),
        ("Others say that he fled.", "The rebels claimed it"),
        ("Voters said so.", "A poll was held."),
        ("He pleaded not guilty. indeed", "It fell."),
        ("The story that he left was completely false.", "???"),
        ("Harrow denies it, says Bo Li", "He said: “It fell.”"),
        ("The claim is false. But Bo Li, a nurse", "!!, said so."),
        ('“It fell.\nAda Keller said so."', "It sank."),
        ("POLICE SAY MORE ARRESTS ARE TO COME", "It fell."),
    ],
)
def test_what_stands_in_other_articles_tells_nothing(text: str, other: str) -> None:
    alone = read([text], [None])
    assert read([text, other], [None, None])[:1] == alone
    assert read([other, text], [None, None])[1:] == alone
    titled = read(["It is told."], [text])
    assert read(["It is told.", "It is told."], [text, other])[:1] == titled
    assert read([other, "It is told."], [None, text])[1:] == titled


def test_every_article_begins_a_sentence() -> None:
    texts = ["The men fled", "... rumour has it", "?! it fell"]
    assert find(texts, [None] * 3).layout.sentences.tolist() == [1, 1, 1]


def test_no_report_without_a_body_stops_the_others() -> None:
    text = LONG + "The ministry denied that the bridge was built. It fell."
    assert read([text, ""], ["The bridge", "Mayor allegedly fled"]) == [
        *read([text], ["The bridge"]), *read([""], ["Mayor allegedly fled"])
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["3M", "7-Eleven", "E!", "AT&T"])
def test_the_first_name_of_all_is_read_as_any_other(name: str) -> None:
    title = f"{name} warned that it sank."
    assert read(["It sank."], [title])[0] == read(["x", "It sank."], [None, title])[1]


@pytest.mark.parametrize("opening", ["…It fell.", "…” It fell.", "– It fell."])
def test_no_statement_of_a_title_reaches_into_the_body(opening: str) -> None:
    title = "Vale rejects claim that it fell"
    ends = [row.statement_end for row in attributions(opening, title) if row.in_title]
    assert ends
    assert max(filter(None, ends)) == len(title)


def test_a_verb_has_no_source_in_another_article() -> None:
    texts = ["Bo Li left", "!!, calling it a lie."]
    assert not Reading(texts[1]).attributions
    assert not Reading.together(texts, [None, None]).attributions


def test_a_pronoun_may_end_an_article() -> None:
    texts = ["It was a claim made by it", "It fell."]
    alone = Reading(texts[0]).attributions
    assert [statement.kind for statement in alone] == ["pronoun"]
    assert Reading.together(texts, [None, None]).attributions == alone


def test_names_of_one_letter_are_those_of_their_article() -> None:
    texts = [f"{letter} said so. Mr {letter} fled." for letter in "BCDEFGHJ"]
    texts += [f"{letter} said so. He fled to northern {letter}." for letter in "BCDEFGHJ"]
    order = random.Random(1)
    for _ in range(20):
        order.shuffle(texts)
        assert read(texts, [None] * len(texts)) == [read([text], [None])[0] for text in texts]
