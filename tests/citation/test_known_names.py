"""Names are known from a list or from a table, and count only as they are written there."""

import textwrap
import tomllib
from importlib import resources

import pytest

from credscore.citation.known_names import (
    FILE,
    REPORTING,
    folded_names,
    from_list,
    joined,
    known_names,
    listed,
)
from credscore.evidence import Finding
from credscore.text import Text


def names(known, text: str) -> list[str]:
    read = Text([text], [None])
    return [read.source[read.starts[n.start] : read.ends[n.end - 1]] for n in known.found(read)]


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
    found = known.found(Text([text], [None]))
    assert [one.cue for one in found] == ["known", "given", "given"]


def test_of_names_that_overlap_the_longer_is_kept() -> None:
    def name(start: int, end: int, signal: str, cue: str) -> Finding:
        return Finding(start, end, signal, "outlet", cue)

    known, rule = name(2, 4, "known", "known"), name(2, 4, "cited_names", "word")
    longer, cited = name(2, 5, "cited_names", "word"), name(2, 4, "cited_names", REPORTING)
    assert joined([rule, known]) == [known]
    assert joined([known, longer]) == [longer]
    assert joined([known, cited]) == [known._replace(cue=REPORTING)]
    assert joined([known, name(4, 5, "known", "common")])[0] == known
    assert joined([]) == []


def test_the_file_is_in_its_one_form() -> None:
    content = (resources.files("credscore") / "citation" / "lexicons" / FILE).read_text("utf-8")
    assert len(tomllib.loads(content)["source"].split()) >= 5
    for label, words in listed().items():
        assert list(words) == sorted(set(words)), label
        line = ", ".join('"' + word.replace(" ", "\0") + '"' for word in words) + ","
        lines = textwrap.wrap(line, 96, break_on_hyphens=False, break_long_words=False)
        written = "\n".join("    " + part.replace("\0", " ") for part in lines)
        assert f"{label} = [\n{written}\n]\n" in content, label


def test_no_name_is_in_two_classes() -> None:
    words = [word for names in listed().values() for word in names]
    assert len(words) == len(set(words))
    assert {"bbc", "reuters", "dailybeast"} <= folded_names()
