"""Names count only as they are written in a list or table; one outlet has one key."""

import textwrap
import tomllib
from importlib import resources

import pytest

from credscore.citation.known_names import (
    FILE,
    FOLDED,
    LISTED,
    REPORTING,
    from_list,
    key_of,
    known_names,
    without_overlaps,
)
from credscore.evidence import Finding
from credscore.text import Text


def names(known, text: str) -> list[str]:
    read = Text([text], [None])
    return [read.source[read.starts[n.start] : read.ends[n.end - 1]] for n in known.find(read)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank, a source told Us in May.", ["Us"]),
        ("The US told us nothing.", []),
        ("He saw Harper’s Bazaar and BBC World Service.",
         ["Harper’s Bazaar", "Bazaar", "BBC World Service"]),
        ("In TIME, in Time, in time.", ["TIME", "Time"]),
        ("The ap opened; AP had it, and so had dpa.", ["AP", "dpa"]),
        ("A man from la Repubblica met la.", ["la Repubblica", "Repubblica"]),
        ("Nothing is named here.", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_of_the_list(text: str, expected: list[str]) -> None:
    assert names(from_list(), text) == expected


def test_names_of_a_table() -> None:
    known = known_names(("The Lorwick Herald", "www.kolvarblik.com", "Vale", ""))
    text = "The Lorwick Herald, Kolvarblik, Vale and the herald."
    assert names(known, text) == ["Lorwick Herald", "Kolvarblik", "Vale"]
    assert names(known_names(()), text) == []
    found = known.find(Text([text], [None]))
    assert [one.cue for one in found] == ["known", "given", "given"]


def test_of_names_that_overlap_the_longer_is_kept() -> None:
    def name(start: int, end: int, signal: str, cue: str) -> Finding:
        return Finding(start, end, signal, "outlet", cue)

    known, rule = name(2, 4, "known", "known"), name(2, 4, "cited_names", "word")
    longer, cited = name(2, 5, "cited_names", "word"), name(2, 4, "cited_names", REPORTING)
    assert without_overlaps([rule, known]) == [known]
    assert without_overlaps([known, longer]) == [longer]
    assert without_overlaps([known, cited]) == [known._replace(cue=REPORTING)]
    assert without_overlaps([known, name(4, 5, "known", "common")])[0] == known
    assert without_overlaps([]) == []


def test_the_file_is_in_its_one_form() -> None:
    content = (resources.files("credscore") / "citation" / "lexicons" / FILE).read_text("utf-8")
    assert len(tomllib.loads(content)["source"].split()) >= 5
    for label, words in LISTED.items():
        assert list(words) == sorted(set(words)), label
        line = ", ".join('"' + word.replace(" ", "\0") + '"' for word in words) + ","
        lines = textwrap.wrap(line, 96, break_on_hyphens=False, break_long_words=False)
        written = "\n".join("    " + part.replace("\0", " ") for part in lines)
        assert f"{label} = [\n{written}\n]\n" in content, label


def test_no_name_is_in_two_classes() -> None:
    words = [word for names in LISTED.values() for word in names]
    assert len(words) == len(set(words))
    assert {"bbc", "reuters", "dailybeast"} <= FOLDED


@pytest.mark.parametrize(
    "names",
    [
        ("Daily Mail", "the Daily Mail", "The Daily Mail", "dailymail.co.uk", "DailyMail.com",
         "www.dailymail.co.uk", "https://www.dailymail.co.uk/news", "MailOnline"),
        ("The Guardian", "Guardian", "theguardian.com", "guardian.co.uk"),
        ("BBC", "BBC News", "the BBC", "bbc.co.uk", "news.bbc.co.uk"),
        ("New York Times", "The New York Times", "nytimes.com", "NYT"),
        ("AP", "Associated Press", "The Associated Press"),
        ("People", "PEOPLE", "People magazine", "people.com"),
        ("tweet", "tweeted", "Twitter"),
        ("Le Monde", "lemonde.fr"),
        ("Kolvár Blik", "kolvarblik.com"),
    ],
)  # fmt: skip
def test_one_outlet_has_one_key(names: tuple[str, ...]) -> None:
    assert len({key_of(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lorwick News", "Lorwick"), ("Daily Mail", "Daily Mirror"), ("Fox News", "Sky News"),
     ("Washington Post", "Washington Times"), ("Kolvar Post", "Post")],
)  # fmt: skip
def test_other_outlets_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("name", ["", "  ", "...", "—"])
def test_what_is_no_name_has_no_key(name: str) -> None:
    assert key_of(name) == ""


def test_a_key_is_its_own_key() -> None:
    for name in ("The Lorwick Herald", "kolvarblik.com", "BBC News", "court documents"):
        assert key_of(key_of(name)) == key_of(name)
