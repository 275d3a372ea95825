"""Sentence borders: the kinds of pySBD's golden rules that news has, on sentences of our own."""

import pytest

from credscore.text import Text

CASES = [
    "The vote is over.|It was close.",
    "Was it safe?|Nobody knew.",
    "Her name is Dana E. Price.",
    "Please see p. 41 of the file.",
    "Were the Hales and co. at the fair?",
    "They sold it to Dunn, Pike & Co. at noon.",
    "Ask the Hales and co.|They should know.",
    "They sold it to Dunn, Pike & Co.|It closed on Friday.",
    "He climbed Mt. Olan last year.",
    "St. Agnes Church stands on 3rd St. near the bridge.",
    "That is Dunn Jr.'s house.",
    "She toured the U.S.A. last year.",
    "They live in the E.U.|What about you?",
    "They live in the U.S.|What about you?",
    "He works for the U.S. Government in Ohio.",
    "He has lived in the U.S. for ten years.",
    "It opens at 9 a.m. Monday.",
    "They paid $100.50 for it.",
    "They paid $100.00.|It was too much.",
    "He said (through a lawyer.) that he would go.",
    "Write to press.desk@example.org today.",
    '"It is late," she said.|Then she left.',
    'She told him, "It is late."|She held out the keys.',
    "Stop!!|They did not.",
    "Really?!|It was so.",
    "Sen. Dunn met Rep. Hale and Gov. Price.",
    "The prime minister left No. 10 at noon.",
    "The rule is No. 10.|It is old.",
    "On Sept. 4 the ship sank.",
    "It sank in Sept.|Nobody died.",
    "Lt. Col. Hale and Sgt. Pike said so.",
    "The firm, Dunn Inc., said so.",
    "Dunn Inc. said so.",
    "It hired Dunn Inc.|The deal is done.",
    "Ph.D. students protested.",
    "He has a Ph.D.|She has none.",
    "J. K. Price wrote it.",
    "J.K. Price wrote it.",
    "The score was 3.5 to 2.",
    "It cost approx. 40 euros.",
    "He works at Yahoo! in the press office.",
    "We are a good team, you and I.|Did you see Albert I. Pike?",
    "He waited ...|Then he left.",
    "He waited... and left.",
    "It happened vs. all odds.",
    "The trial Dunn v. Pike began.",
    "The U.N. Security Council met.",
    "She spoke to the U.N.|The council met later.",
    "Officials in Washington, D.C., said so.",
    "He lives in Washington, D.C.|She lives in Ohio.",
    "The D.C. Circuit ruled.",
    "He came at 5 p.m. Friday and left.",
    '"Is it true?" he asked.',
    '"Is it true?"|He asked again.',
    "The No. 2 official said so.",
    "Ex-Gov. Price and Maj. Gen. Hale met.",
    "Adm. Pike, Capt. Hale and Cmdr. Dunn sailed.",
    "They met Prof. Hale, Dr. Pike and Rev. Dunn.",
    "Msgr. Hale and Fr. Pike prayed.",
    "The co. said so.",
    "He lives on Elm Ave. in town.",
    "He cited Fig. 3 and sec. 4 of the law.",
    "Approx. 40 people came, i.e. all of them, e.g. Hale.",
    "It rose 3 percent (see p. 5).|Then it fell.",
    "He left on Tues. morning.",
    "She works for a U.K. firm.",
    "The (U.S.) firm left.",
    'He said: "No."|He left.',
    "'It is late,' she said.|Then she left.",
    "1. The first point.|2. The second point.",
    'She turned to him.|"It is late," she said.',
    "Some paid.|See www.example.org.|It is there.",
]
"""Texts; a bar stands where a sentence ends, in place of a space."""
JOINED = [
    "New bridge is not safe|The engineer said so.",
    "Ships wait for weeks|According to Hale, two have left.",
    "The old mill before the fire Picture: Elm Images|She said it burned.",
    "Published 12 May 2026|The mayor has left.",
    "Crews at the mill (Photo by Ada Hale)|A clerk said it burned.",
    "FIREFIGHTERS ACCUSE CITY OF DELAYS AT MILL|Hale told the council so.",
    "The council sold the old mill and the harbour|There was no vote.",
    "1. The first point (2) The second one.",
    "They read about The mill.",
    "She takes vitamin A daily.",
    "He plays for Made In the band.",
    "US NAVY SEAL Hale said so.",
    "He told the Harrow Post The Mill burned.",
]
"""As CASES: lines without a stop, joined with the next ones by a space."""


COMMAS = [
    "The mill burned.,|The mayor left.",
    "“It burned.”,|“She left,” he said.",
    "She works for Hale Inc., the firm.",
    "Kim Jr., Hale and Dunn met.",
    "He left in the U.S.,a firm said.",
]
"""As CASES, with no space at the bar: paragraphs that are joined by commas."""


def sentences(text: str) -> list[str]:
    article = Text([text], [None])
    starts = (article.starts[article.sentence_starts] - article.body_offsets[0]).tolist()
    return [
        text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


@pytest.mark.parametrize("case", [*CASES, *JOINED])
def test_sentences_end_where_the_bars_stand(case: str) -> None:
    assert sentences(case.replace("|", " ")) == case.split("|")


@pytest.mark.parametrize("case", COMMAS)
def test_a_comma_that_joins_paragraphs_ends_a_sentence(case: str) -> None:
    assert sentences(case.replace("|", "")) == case.split("|")


@pytest.mark.xfail(strict=True, reason="a title behind p.m. may go on with the sentence or not")
def test_a_sentence_ends_with_pm_before_a_title() -> None:
    case = "He left the bank at 6 p.m.|Mr. Dunn then went home."
    assert sentences(case.replace("|", " ")) == case.split("|")


def test_a_quotation_mark_belongs_to_the_sentence_that_it_opens() -> None:
    assert sentences('He left. "So did I," she said.') == ["He left.", '"So did I," she said.']
