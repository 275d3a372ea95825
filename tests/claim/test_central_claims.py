"""The central claim is the sentence or title that the text goes on to speak of, or is not told."""

import pytest

from credscore import Report, score

FERRY = (
    "Three sailors are missing after a ferry sank off Harrow, the coast guard said on Monday. "
    "The ferry left Harrow at dawn with nine sailors. Divers reached the ferry at noon. "
    "The coast guard said that six sailors were safe. A second ferry took them home."
)
LIST = "Flour and sugar\nSix eggs\nButter for the tin\nSugar on top\nEggs for later\nFlour again\n"
CHAT = (
    "Ann: I am on the bus to the harbour now.\nBo: I left the harbour on the last bus.\n"
    "Ann: I never saw you on the bus.\nBo: I saw you at the harbour.\n"
)


def claim_of(text: str, title: str | None = None) -> str | None:
    claim = score(text, title).claim
    return claim and claim.text


def test_the_first_sentence_if_all_else_speaks_of_it() -> None:
    assert claim_of(FERRY) == FERRY[: FERRY.index(". The") + 1]


def test_a_title_that_names_it() -> None:
    title = "Ferry sinks off Harrow, three sailors missing"
    claim = score(FERRY, title).claim
    assert claim is not None
    assert claim.in_title
    assert (claim.text, claim.start, claim.end) == (title, 0, len(title))


@pytest.mark.parametrize(
    "title",
    [
        "What we know so far", "Live updates", "Is it safe to travel?", "Ferry tragedy",
        "How the ferry off Harrow and its sailors were lost",
        "Here's what to know about the ferry off Harrow", "Inside the ferry that sank off Harrow",
        "Did the ferry off Harrow sink? - The Lorwick Herald", "Ferry sunk off Harrow? | Herald",
        "Did the ferry off Harrow sink? Know from experts", "Ferry sunk off Harrow? The truth",
        "5 things to know of the ferry off Harrow", "Seven big lessons of the ferry off Harrow",
        "Nine sailors who left the ferry off Harrow", "9 times the ferry off Harrow nearly sank",
        "Who was the pilot of the ferry that sank off Harrow",
    ],
)  # fmt: skip
def test_a_title_that_names_nothing(title: str) -> None:
    claim = score(FERRY, title).claim
    assert claim is not None
    assert not claim.in_title


@pytest.mark.parametrize("word", ["They", "It", "This", "But nobody"])
def test_a_sentence_that_goes_on_from_the_first(word: str) -> None:
    first = "A ferry sank off Harrow on Monday, and the harbour is shut."
    text = (
        f"{first} {word} carried nine sailors from the harbour of Harrow to Orr. Nine sailors were"
        " safe in the harbour. Divers went down to the ferry. Orr sent boats. Sailors wept in Orr."
    )
    assert claim_of(text) == first
    named = claim_of(text.replace(word, "A pilot", 1))
    assert named == "A pilot carried nine sailors from the harbour of Harrow to Orr."


def test_the_second_paragraph() -> None:
    text = (
        "Photo: Orrin Wale\n\nIt was a quiet week in the hills, and nobody expected any news.\n\n"
        "The mill in Orr burned down on Friday, two officers said.\n\nThe mill was built of oak. "
        "Officers found the burned oak beams. Friday was the last day of the mill in Orr."
    )
    assert claim_of(text) == "The mill in Orr burned down on Friday, two officers said."


def test_a_headline_that_opens_the_text() -> None:
    title = "Ferry sinks off Harrow with nine sailors"
    assert claim_of(f"{title}\n\n{FERRY}") == title


@pytest.mark.parametrize(
    "question",
    [
        "Did a ferry sink off Harrow with nine sailors?",
        "“Did a ferry sink off Harrow with nine sailors?”",
        "Ferry sunk off Harrow with nine sailors???",
        "Q: Did a ferry sink off Harrow with nine sailors",
        "Question: a post says that a ferry sank off Harrow with nine sailors",
    ],
)
def test_a_question_is_never_the_claim(question: str) -> None:
    claim = score(FERRY, question).claim
    assert claim is not None
    assert not claim.in_title
    assert claim_of(f"{question.rstrip('?')}?\n{FERRY}") == claim.text
    assert claim_of(question) is None


@pytest.mark.parametrize(
    "title",
    [
        "“Did it sink?” Ferry off Harrow lost with nine sailors",
        "Ferry sunk off Harrow? Nine sailors missing, says coast guard",
        "Q the ferry sinks off Harrow with nine sailors",
        "Why the ferry sank off Harrow with nine sailors",
        "Nine sailors on ferry lost off Harrow, coast guard says",
        "Three sailors tell of the ferry off Harrow",
    ],
)
def test_a_title_with_a_question_may_be_the_claim(title: str) -> None:
    assert claim_of(FERRY, title) == title


def test_an_answer_is_shown_without_its_label() -> None:
    answer = FERRY[: FERRY.index(". The") + 1]
    assert claim_of(f"Q: Did a ferry sink off Harrow with nine sailors?\nA: {FERRY}") == answer


def test_a_note_of_one_sentence() -> None:
    text = "Insiders claim that the minister allegedly fled."
    assert claim_of(text) == text
    assert claim_of(f"  \n{text}\n\n") == text


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Well.", LIST, CHAT, "¿Dónde está? ¡Aquí!", "1 2 3 4"]
)
def test_not_told(text: str) -> None:
    assert claim_of(text) is None


def test_what_is_said_in_quotation_marks_may_speak_of_the_speaker() -> None:
    text = "“I saw the ferry sink,” the pilot of the ferry said on Monday."
    assert claim_of(text) == text
    assert claim_of("I saw the ferry sink, and so did the pilot of the ferry.") is None


def test_offsets_are_those_of_the_caller() -> None:
    text = f"🚢 Ferry news\n\n{FERRY}"
    claim = score(text).claim
    assert claim is not None
    assert text[claim.start : claim.end] == claim.text


def test_neighbours_in_a_batch_change_nothing() -> None:
    from credscore import Scorer

    texts = [FERRY, "", LIST, FERRY.upper(), "He fled. She fled.", FERRY]
    together = [report.claim for report in Scorer.load().score_many(texts)
                if isinstance(report, Report)]  # fmt: skip
    assert together == [score(text).claim for text in texts]


@pytest.mark.parametrize("behind", ["Watch: Ten lessons of the vote", "Update: 5 things happened."])
def test_a_headline_is_read_to_its_end_alone(behind: str) -> None:
    from credscore import Scorer

    title = "Council votes for bridge"
    assert claim_of(behind, title) == title
    first, _ = Scorer.load().score_many(["", ""], [title, behind])
    assert isinstance(first, Report)
    assert first.claim is not None
    assert first.claim.text == title


def test_names_of_other_lengths_choose_the_same() -> None:
    names = [("Harrow", "sailors"), ("Bank of Northern Orr", "sailors"), ("J. R. Wale", "sailors")]
    first, *others = (claim_of(FERRY.replace("Harrow", name)) for name, _ in names)
    assert first is not None
    for (name, _), other in zip(names[1:], others, strict=True):
        assert other == first.replace("Harrow", name)


def test_one_sentence_without_a_stop_is_the_claim() -> None:
    assert score("Insiders claim that the mayor fled on Monday, sources said, " * 20).claim


@pytest.mark.parametrize(
    "offer",
    [
        "This is a published version of the Harrow newsletter; sign up to get the ferry news of"
        " Harrow.",
        "Get all ferry news of Harrow and its sailors straight to your inbox.",
    ],
)
def test_a_page_that_offers_itself_is_no_claim(offer: str) -> None:
    assert claim_of(f"{offer}\n\n{FERRY}") == FERRY[: FERRY.index(". The") + 1]


def test_a_transcript_has_no_claim() -> None:
    turns = (
        "VALE: The ferry off Harrow sank with nine sailors.\nLIND: Who saw the ferry sink?\n"
        "VALE: Two sailors saw it off Harrow.\nLIND: Nine sailors were on the ferry, she says.\n"
    )
    report = score(f"The Harrow hour\n\n{turns * 2}")
    assert "transcript" in report.caveats
    assert report.claim is None


@pytest.mark.parametrize("label", ["Editor's note", "Correction and update", "NOTE"])
def test_a_note_before_the_story_is_not_the_claim(label: str) -> None:
    note = f"{label}: the story of the ferry off Harrow and its sailors was changed on Monday."
    assert claim_of(f"{note}\n\n{FERRY}") == claim_of(FERRY)


@pytest.mark.parametrize(
    "topic",
    [
        "The mystery of the ferry off Harrow",
        "Ferry of Harrow: the sea and the nine sailors",
        "The Harrow ferry: Five takeaways for its sailors",
        "Was the Harrow ferry safe? “Nobody of its sailors told us so”",
    ],
)
def test_a_headline_that_states_nothing_is_not_the_claim(topic: str) -> None:
    claim = score(FERRY, topic).claim
    assert claim is not None
    assert not claim.in_title


@pytest.mark.parametrize(
    "headline",
    ["Ferry off Harrow carrying nine sailors", "Harrow to search for sailors of ferry, says Vale",
     "‘Who saw the ferry?’ Harrow sailors demand answer on sinking"],
)  # fmt: skip
def test_a_headline_with_a_verb_is_the_claim(headline: str) -> None:
    assert claim_of(FERRY, headline) == headline


def test_a_sentence_that_refers_back_is_not_preferred() -> None:
    late = "Tired of the sea, he sold the ferry, the sailors, the pilot and the harbour on Monday."
    text = (
        f"Pilot Anna Holm bought a ferry for sailors. {late} The ferry was new. The harbour, the "
    )
    text += "pilot and the sailors were old. The sea was cold. Monday came. The ferry left."
    assert claim_of(text) == "Pilot Anna Holm bought a ferry for sailors."
