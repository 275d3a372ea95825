"""Which articles have reporting of their own, and which only pass on."""

import pandas as pd
import pytest

from credscore import InputError
from credscore.citation import citing_articles

RELAY = "The ferry sank, the Lorwick Herald reported. It had 40 people on board."


@pytest.mark.parametrize(
    ("text", "passes_on"),
    [
        (RELAY, "lorwickherald"),
        (RELAY + " Mayor Ann Lee said the crew was safe.", None),
        (RELAY + " The ministry said it would look into it.", None),
        (RELAY + " Two officials said the crew was safe.", "lorwickherald"),
        ("It sank, Mayor Ann Lee told the Lorwick Herald. Lee said it was old.", "lorwickherald"),
        ("The mayor posted on Facebook that it sank.", "facebook"),
        ("It sank, court documents show.", None),
        ("LORWICK (Reuters) - It sank, Mayor Ann Lee said.", "reuters"),
        ("It sank, CNN said. CNN said it was old. The Herald reported it.", "cnn"),
        ("It sank. Nobody was hurt.", None),
        ("", None),
    ],
)
def test_passes_on(text: str, passes_on: str | None) -> None:
    (article,) = citing_articles([text])
    assert article.passes_on == passes_on


def test_an_outlet_does_not_pass_on_itself() -> None:
    text = "Mayor Ann Lee told the Lorwick Herald that it sank."
    own, other = citing_articles([text, text], sources=["lorwickherald.com", "Kolvar Post"])
    assert (own.passes_on, other.passes_on) == (None, "lorwickherald")


def test_columns_are_kept_and_copies_told() -> None:
    first, second = citing_articles(
        [RELAY, RELAY], ["x", "y"], ["Ferry sinks", None], ["A", None], [None, "2024-01-01"]
    )
    assert (first.id, first.source, first.date, first.copy_of) == ("x", "A", None, "y")
    assert (second.id, second.source, second.date, second.copy_of) == (
        "y",
        None,
        "2024-01-01",
        None,
    )


def test_what_is_missing_cites_nothing() -> None:
    articles = citing_articles([None, RELAY, float("nan")])  # type: ignore[list-item]
    assert [len(article.citations) for article in articles] == [0, 1, 0]


def test_processes_give_the_same() -> None:
    texts = [RELAY.replace("40", str(number)) for number in range(6)]
    assert citing_articles(texts, n_jobs=2) == citing_articles(texts)


def test_wrong_columns_are_refused() -> None:
    with pytest.raises(InputError, match="1 texts need as many sources, got 2"):
        citing_articles([RELAY], sources=["A", "B"])
    with pytest.raises(InputError, match="ids must differ"):
        citing_articles([RELAY, RELAY], ids=["a", "a"])


def test_columns_of_a_frame_are_read_as_they_are() -> None:
    frame = pd.DataFrame(
        {"text": ["It sank.", "It did."], "outlet": ["CNN", float("nan")]}, index=[3, 3]
    )
    articles = citing_articles(frame["text"], titles=frame["outlet"], sources=frame["outlet"])
    assert [article.source for article in articles] == ["CNN", None]


@pytest.mark.parametrize("column", ["ids", "sources", "dates"])
def test_a_column_of_numbers_is_refused(column: str) -> None:
    with pytest.raises(InputError, match=f"{column} must be str or None, got int"):
        citing_articles(["It sank.", "It did."], **{column: [1, 2]})


def test_one_text_is_not_many_articles() -> None:
    with pytest.raises(InputError, match="texts must be an iterable of str, got one str"):
        citing_articles("It sank.")


def test_the_outlets_of_a_table_are_known_in_all_its_texts() -> None:
    texts = ["It sank, a man told Vale Blik.", "It sank."]
    without, _ = citing_articles(texts)
    known, _ = citing_articles(texts, sources=["A", "The Vale Blik"])
    assert without.citations == ()
    assert [cited.name for cited in known.citations] == ["Vale Blik"]
    assert known.passes_on == "valeblik"
