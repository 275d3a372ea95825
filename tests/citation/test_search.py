"""Citations are found by form and surroundings, with offsets into the caller's own strings."""

import dataclasses
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credscore
from credscore.citation import Citation
from credscore.citation.search import citations, located
from credscore.text import Text
from credscore.text.text import is_compiled
from tests.inputs.awkward import LARGE, SMALL
from tests.inputs.growth import lines_of, of_size


def of_each(texts: Text, outlets: tuple[str, ...] = ()) -> list[tuple[Citation, ...]]:
    """The citations of each article."""
    rows = list(located(texts, outlets))
    return [
        tuple(cited for number, _, cited in rows if number == article)
        for article in range(len(texts.bodies))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lorwick Herald reported that it sank.", [("Lorwick Herald", "outlet")]),
        ("It sank, according to Reuters.", [("Reuters", "agency")]),
        ("Two officials told the Herald that it sank.", [("Herald", "outlet")]),
        ("In a post on Facebook, the mayor said it sank.", [("Facebook", "post")]),
        ("He fled, the paper said, citing leaked documents.", [("leaked documents", "document")]),
        ("A report by the Lorwick Star, first published in Kolvar, says it sank.",
         [("Lorwick Star", "outlet"), ("Kolvar", "outlet")]),
        ("It sank. (via the Kolvar Post)", [("Kolvar Post", "outlet")]),
        ("LORWICK (Reuters) - The ferry sank.", [("Reuters", "agency")]),
        ("LORWICK (Kolvar) - The ferry sank.", [("Kolvar", "outlet")]),
        ("As kolvarblik.com reports, it sank.", [("kolvarblik.com", "outlet")]),
        ("It sank. H/T Kolvarblik.net", [("Kolvarblik.net", "outlet")]),
        ("The Lorwick Tribune has learned that it sank.", [("Lorwick Tribune", "outlet")]),
        ("It sank, reports the Kolvar Post.", [("Kolvar Post", "outlet")]),
        ("CNN's Nora Vale reported that it sank.", [("CNN", "outlet")]),
        ("He told the local tabloid Kolvar Blik that it sank.", [("Kolvar Blik", "outlet")]),
        ("Reuters and the Lorwick Herald reported it.",
         [("Reuters", "agency"), ("Lorwick Herald", "outlet")]),
        ("A source told E! News that it sank.", [("E! News", "outlet")]),
        ("She told The Open Door that it sank.", [("Open Door", "outlet")]),
        ("She told WKRV that it sank.", [("WKRV", "outlet")]),
        ("It sank! — Nora Vale (@noravale) May 5, 2021", [("@noravale", "post")]),
        ("The mayor tweeted that it sank.", [("tweeted", "post")]),
        ("Court records show that it sank.", [("Court records", "document")]),
        ("It was uploaded to Twitter and Facebook.", [("Twitter", "post"), ("Facebook", "post")]),
        ("It sank.\n\n- Reuters", [("Reuters", "agency")]),
        ("A source told Extra that it sank.", [("Extra", "outlet")]),
        ("According to the Inquisitr, it sank.", [("Inquisitr", "outlet")]),
        ("It sank, a source told Us.", [("Us", "outlet")]),
        ("It sank, the agency dpa reported.", [("dpa", "agency")]),
        ("“It sank,” he said Sunday on CBS.", [("CBS", "outlet")]),
        ("“It sank,” said the Washington Post.", [("Washington Post", "outlet")]),
        ("On Meet the Press, Vale said that it sank.", [("Meet the Press", "outlet")]),
        ("A paper published on Monday in Nature has it.", [("Nature", "outlet")]),
        ("He told his story to the Daily Beast.", [("Daily Beast", "outlet")]),
        ("From CNN: It sank.", [("CNN", "outlet")]),
        ("He gushed in his Instagram Stories on Sunday.", [("Instagram", "post")]),
        ("It sank.\n\nSource: https://kolvarblik.com/ferry/", [("kolvarblik.com", "outlet")]),
        ("He wrote so in today's Sun.", [("Sun", "outlet")]),
        ("He said so in an appearance on CNN.", [("CNN", "outlet")]),
        ("Vale to CNN: It sank.", [("CNN", "outlet")]),
        ("From the Lorwick Daily Herald: It sank.", [("Lorwick Daily Herald", "outlet")]),
        ("It sank. (With the Associated Press)", [("Associated Press", "agency")]),
        ("He told Canada's CBC that it sank.", [("CBC", "outlet")]),
        ("According to Iranian news website Kolvarnak it sank.", [("Kolvarnak", "outlet")]),
        ("He told British newspaper the Kolvar Blik so.", [("Kolvar Blik", "outlet")]),
        ("It sank. (Via CNN)", [("CNN", "outlet")]),
        ("AP\n\nThe ferry sank off Lorwick, and two men were hurt.", [("AP", "agency")]),
        ("It sank.\n\nSource: 9to5Mac", [("9to5Mac", "outlet")]),
        ("Russia's Interfax said that it sank.", [("Interfax", "agency")]),
        ("She said on the Nora Vale show that it sank.", [("Nora Vale show", "outlet")]),
        ("It sank, as Gossip Cop has informed readers.", [("Gossip Cop", "outlet")]),
        ("A captain, named by The Guardian as Lee and reported by The Guardian to be safe, slept.",
         [("Guardian", "outlet")]),
        ("The tabloid Kolvar reported it. Later Kolvar added that it sank.",
         [("Kolvar", "outlet"), ("Kolvar", "outlet")]),
        ("Kolvarblik.com said that it sank, and Kolvarblik added that it burned.",
         [("Kolvarblik.com", "outlet"), ("Kolvarblik", "outlet")]),
        ("The Lorwick Daily News (LDN) reported it. LDN adds that it burned.",
         [("Lorwick Daily News", "outlet"), ("LDN", "outlet")]),
        ("He shared a picture of it with his Instagram followers.", [("Instagram", "post")]),
        ("She thanked the crew on her official Facebook page.", [("Facebook", "post")]),
        ("She decided to share a picture on Weibo.", [("Weibo", "post")]),
        ("A letter states that it sank.", [("letter", "document")]),
        ("“It sank,” reads the criminal complaint.", [("criminal complaint", "document")]),
        ("According to the Lorwick Coroner’s report it sank.", [("Coroner’s report", "document")]),
        ("The British newspaper the Kolvar Blik reported it.", [("Kolvar Blik", "outlet")]),
        ("This article originally appeared on Kolvar.", [("Kolvar", "outlet")]),
        ("It sank, two insiders tell Kolvar Blik.", [("Kolvar Blik", "outlet")]),
        ("He told LorwickLook that it sank.", [("LorwickLook", "outlet")]),
        ("The Mother Lorwick Network reported that it sank.",
         [("Mother Lorwick Network", "outlet")]),
        ("In an exchange on CNN's Lorwick Hour, the mayor admitted it.", [("CNN", "outlet")]),
        ("It sank.\n\nMore from the AP: The captain slept.", [("AP", "agency")]),
        ("The ferry sank off Lorwick.\n\nReuters", [("Reuters", "agency")]),
        ("It sank off Lorwick. (AP, Reuters)", [("AP", "agency"), ("Reuters", "agency")]),
        ("Kolvarblik.com has been spreading the story.", [("Kolvarblik.com", "outlet")]),
        ("CBS Lorwick reports that it sank.", [("CBS", "outlet")]),
        ("As Bustle and Cosmopolitan point out, it sank.",
         [("Bustle", "outlet"), ("Cosmopolitan", "outlet")]),
        ("A list provided to the Associated Press has it.", [("Associated Press", "agency")]),
        ("The Washington Post slammed the mayor.", [("Washington Post", "outlet")]),
        ("The mayor wrote on Truth Social that it sank.", [("Truth Social", "post")]),
        ("In a Truth Social post he said so.", [("Truth Social", "post")]),
        ("On Weibo this morning, many who saw it asked why.", [("Weibo", "post")]),
        ("According to her Facebook, she is a captain.", [("Facebook", "post")]),
        ("Many have taken to Twitter to thank the crew.", [("Twitter", "post")]),
        ("He announced it Jan. 25 on Instagram.", [("Instagram", "post")]),
        ("It appeared first on News.com.au.", [("News.com.au", "outlet")]),
    ],
)  # fmt: skip
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(cited.name, cited.kind) for cited in citations(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor reported that it sank.",
        "Nora Vale told the mayor that it sank.",
        "According to Nora Vale it sank.",
        "He works for the Lorwick Herald.",
        "Times Square was empty, the mayor said.",
        "The Post Office said that it sank.",
        "People say that it sank.",
        "A British tabloid said so.",
        "(Photo by AFP) The ferry sank.",
        "A view of the ferry. (Nora Vale/Pool via AP)",
        "Find us on Facebook and follow us on Twitter.",
        "He had good news, and the press was there.",
        "Poll workers said that it sank.",
        "The US said that it sank.",
        "A source told us that it sank.",
        "Michael Bloomberg said that it sank.",
        "He appeared in the BBC series “Lorwick”.",
        "He said that it lies in the English Channel.",
        "The hill was steep, he said, and the nation was tired.",
        "Extra boats came, and a variety of people said so.",
        "James Vale was reporting from Lorwick.",
        "The office for the Prevention of Vice announced it.",
        "[Photo Credit: Ann Lee/AP Photo via Kolvar News Service]",
        "Breaking News: The ferry sank.",
        "The ferry has a Facebook page with 12 fans.",
        "Share this on Facebook: Facebook",
        "Click to share on Twitter (Opens in new window)",
        "Like our Lorwick Facebook page, he says.",
        "(LORWICK) - The ferry sank.",
        "The submarine from WWII was discovered.",
        "CNN's Ann Lee contributed to this report.",
        "He told McKolvar that it sank.",
        "His Facebook page was taken down.",
        "On Facebook there are ten towns of that name.",
        "She has a role on CBS's Lorwick Hour.",
        "You need an AP Lorwick account to read it.",
        "",
    ],
)
def test_not_found(text: str) -> None:
    assert citations(text) == ()


def test_title_comes_first() -> None:
    title, text = "Ferry sinks: Reuters reports", "It sank, the Herald reported."
    first, second = citations(text, title)
    assert (first.in_title, title[first.start : first.end]) == (True, "Reuters")
    assert (second.in_title, text[second.start : second.end]) == (False, "Herald")


def test_the_own_name_of_a_site_in_its_title_is_no_citation() -> None:
    assert citations("It sank.", "Ferry sinks - CNN") == ()


def test_a_title_may_end_in_the_outlet_that_it_relays() -> None:
    (cited,) = citations("It sank.", "Ferry sinks: CNN")
    assert (cited.name, cited.in_title) == ("CNN", True)
    (cited,) = citations("It sank.", "Mayor smiles beside crew on Weibo")
    assert (cited.name, cited.in_title) == ("Weibo", True)


def test_what_was_cited_elsewhere_is_an_outlet_in_its_own_article_alone() -> None:
    texts = Text(["The tabloid Kolvar reported it.", "Kolvar said that it sank."], [None, None])
    assert [len(cited) for cited in of_each(texts)] == [1, 0]


def test_a_name_that_means_other_things_is_no_citation_later() -> None:
    (cited,) = citations("A source told People so. People say that it sank, and the US said no.")
    assert cited.start == 14
    (cited,) = citations("A source told Us so. The US said no.")
    assert cited.name == "Us"


def test_outlets_may_be_given() -> None:
    texts = Text(["Kolvar was cold, Kolvar reports.", "He told Vale Blik so."], [None, None])
    assert of_each(texts) == [(), ()]
    given = of_each(texts, ("www.kolvar.com", "Vale Blik"))
    assert [[one.start for one in cited] for cited in given] == [[17], [8]]


def test_credits_are_told() -> None:
    told = citations("LORWICK (Reuters) - It sank, CNN reported.")
    assert [(cited.name, cited.is_credit) for cited in told] == [("Reuters", True), ("CNN", False)]


def test_texts_read_together_are_read_alike() -> None:
    texts = ["It sank, CNN said.", "", "LORWICK (Kolvar) - It sank.", "He told the Herald so."]
    titles = [None, "CNN reports", None, "It sank"]
    alone = [citations(text, title) for text, title in zip(texts, titles, strict=True)]
    assert of_each(Text(texts, titles)) == alone


@given(st.text(st.sampled_from("CNN told Herald. (\"-)@/:“”' \n\tReuters reported via E! é")))
def test_offsets_give_the_quote(text: str) -> None:
    for cited in citations(text):
        assert text[cited.start : cited.end] == cited.quote
        assert cited.name
        assert cited.key


def test_awkward_texts_are_read() -> None:
    for name, text in {**SMALL, **{name: make(2000) for name, make in LARGE.items()}}.items():
        for cited in citations(text, text[:80]):
            source = text[:80] if cited.in_title else text
            assert source[cited.start : cited.end] == cited.quote, name


def test_wrong_types_are_refused() -> None:
    with pytest.raises(credscore.InputError, match="text must be a str, got bytes"):
        citations(b"It sank.")  # type: ignore[arg-type]
    with pytest.raises(credscore.InputError, match="title must be a str, got int"):
        citations("It sank.", 4)  # type: ignore[arg-type]


@pytest.mark.skipif(not is_compiled(), reason="uncompiled loops run too many lines to be traced")
@pytest.mark.parametrize(
    "unit",
    [
        "CNN reported it. ",
        "CNN BBC ABC ",
        "on CNN ",
        "(CNN) [CNN, ",
        "Twitter on Twitter ",
        "the tabloid Kolvar, told Kolvar ",
        "@vale_7 said ",
        "user Blik Blik said ",
        "why @vale_7\n",
        "(CNN, ",
        "",
    ],
)
def test_work_grows_as_the_text(unit: str) -> None:
    def text(size: int) -> str:
        if unit:
            return of_size(unit, size)
        many = (f"It sank, the tabloid Blik {chr(97 + n % 26)}{n} said. " for n in range(size))
        return of_size("".join(islice(many, size // 30)), size)

    citations(text(2000))
    assert lines_of(citations, text(16_000)) <= 10 * lines_of(citations, text(2000))


def test_a_citation_is_frozen() -> None:
    (cited,) = citations("It sank, CNN said.")
    assert cited == Citation("CNN", "cnn", "outlet", 9, 12, "CNN", False)
    with pytest.raises(dataclasses.FrozenInstanceError):
        cited.name = "BBC"  # type: ignore[misc]
