"""Turns are labelled by speakers who speak again."""

import numpy as np

from credscore.text import Text
from credscore.text_kinds.turns import NO_TURNS, Turns, turns_of


def turns(body: str) -> Turns:
    text = Text([body], [None])
    return turns_of(text, np.flatnonzero(text.shape_codes == ord(":")))


TALK = "MS. HOLM: The ferry will leave the port at noon today. Q: Why? " * 5


def test_labels_that_come_again_are_speakers() -> None:
    found = turns(TALK)
    assert (found.total, found.speakers) == (10, 2)
    assert found.short == 4  # the last one has no end
    assert turns(TALK.replace(" Q:", "\nQ:")).total == found.total


def test_a_label_once_is_none() -> None:
    assert turns(TALK + "The Chair: So be it.").total == 10


def test_few_colons_are_no_turns() -> None:
    assert turns("HOLM: Yes. Q: No. HOLM: Yes.") is NO_TURNS


def test_labels_are_names() -> None:
    assert turns("They said this: it sank. " * 8) is NO_TURNS


def test_labels_of_parts_of_a_page_are_no_speakers() -> None:
    for labels in (("Rumor", "Verdict"), ("Also Read", "WATCH"), ("FALSE CLAIM", "Fact")):
        one, other = labels
        body = f"{one}: The ferry sank at noon today. {other}: It came to the port. " * 5
        assert turns(body) is NO_TURNS
