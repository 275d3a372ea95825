"""Notes on what was changed are no part of the article, before it or at its end."""

import pytest

from credscore import score
from credscore.text.revisions import is_revision

BODY = "The council sold its old bridge in May, two officers said. " * 4


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this story gave the wrong year.",
        "Corrections/clarifications: An earlier version of this article misspelled Vale.",
        "CORRECTION (June 3): the headline of this article named the wrong bridge.",
        "Editor's note: There are pictures in this post that some may find distressing.",
        "UPDATE: This article previously referred to the bridge as a ferry, which may confuse.",
        "This article has been updated with what Vale said.",
    ],
)
def test_a_note_before_the_article_is_not_read(note: str) -> None:
    assert is_revision(note)
    title = "Council sells bridge"
    first, second = score(BODY, title), score(f"{note}\n\n{BODY}", title)
    assert second.score == first.score
    assert [item.quote for item in second.evidence] == [item.quote for item in first.evidence]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: this story is a hoax.", "Update: the old bridge is shut, two officers said.",
        "Correction officers denied that they had slept.", "This story was changed by the editor.",
        "Editor's note: This article is satire.", "The report said so on Monday.", "",
        "An earlier version of the report was leaked, two people said.",
    ],
)  # fmt: skip
def test_what_else_opens_an_article_is_read(line: str) -> None:
    assert not is_revision(line)
