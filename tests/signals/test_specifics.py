"""Specifics: what a reader could check, and what only looks like it."""

import pytest

from credscore import extract

CASES = [
    ("It sank on May 5, 2021.", [("date", "May 5, 2021")]),
    ("It sank on 5 May 2021.", [("date", "5 May 2021")]),
    ("It sank on Monday.", [("date", "Monday")]),
    ("It sank on Oct. 8 at noon.", [("date", "Oct. 8")]),
    ("It sank on Jan. 15 at noon.", [("date", "Jan. 15")]),
    ("It sank on the 3rd of July.", [("date", "3rd of July")]),
    ("It sank in September.", [("date", "September")]),
    ("It sank in May.", [("date", "May")]),
    ("It sank last November.", [("date", "November")]),
    ("It had sunk by December 2019.", [("date", "December 2019")]),
    ("Nobody has seen it since 1998.", [("date", "1998")]),
    ("It cost $5 million.", [("figure", "$5 million")]),
    ("It rose by 8 percent.", [("figure", "8 percent")]),
    ("It rose by 3.8 per cent.", [("figure", "3.8 per cent")]),
    ("It rose by 8%.", [("figure", "8%")]),
    ("It sank at 7:38 pm, 20 years ago, in a 5 min read.", []),
    ("It sank near St. Orwick.", [("place", "St. Orwick")]),
    ("It sank in the Free Port of Orwick.", [("place", "the Free Port of Orwick")]),
    ("An editorial in The Lorwick Street Herald said so.", []),
    ("A study published in Lorwick Waters says so.", [("document", "study published in")]),
    ("It sank at the Lorwick Street Herald.", []),
    ("It stands at Lorwick Hospital in May.", [("place", "Lorwick Hospital"), ("date", "May")]),
    ("She gave a fiery indictment.", []),
    ("It was filmed in Lorwick Nights 3 there.", []),
    ("It sank in the St. Orwick Narrows.", [("place", "the St. Orwick Narrows")]),
    ("It weighs 40 kilograms.", [("figure", "40 kilograms")]),
    ("Some 1.5 million people left.", [("figure", "1.5 million people")]),
    ("The court filing says so.", [("document", "court filing")]),
    ("The indictment says so.", [("document", "indictment")]),
    ("They read official figures.", [("document", "official figures")]),
    ("It breaks section 230.", [("document", "section 230")]),
    ("It happened in Lorwick.", [("place", "Lorwick")]),
    ("It happened in the Lorwick Narrows, they said.", [("place", "the Lorwick Narrows")]),
    ("It happened in Lorwick district.", [("place", "Lorwick district")]),
    ("It happened at the Lorwick Hospital.", [("place", "Lorwick Hospital")]),
    ("She lives at 12 Lorwick Street.", [("place", "12 Lorwick Street")]),
    ("It happened in the U.S. on a pier.", [("place", "the U.S.")]),
    ("He met Faith in Lorwick.", [("place", "Lorwick")]),
    ("It may happen soon.", []),
    ("The bank is near.", []),
    ("Theresa May left.", []),
    ("They believe in Lorwick.", []),
    ("They have confidence in Lorwick.", []),
    ("The bill died in Congress.", []),
    ("It baked in the Lorwick oven.", []),
    ("They lost in the Lorwick Cup.", []),
    ("He played in Pool B.", []),
    ("She works at Lorwick.", []),
    ("Public figures fled.", []),
    ("He made a public statement.", []),
    ("Forty people fled.", []),
    ("A change in U.S. policy helped.", []),
    ("It sank on Tuesday, October 15, 2019.", [("date", "Tuesday, October 15, 2019")]),
    ("It sank in October, 2015.", [("date", "October, 2015")]),
    ("It sank on Tuesday in October.", [("date", "Tuesday"), ("date", "October")]),
    ("According to the lawsuit, it sank.", [("document", "lawsuit")]),
    ("The lawsuit argues that it sank.", [("document", "lawsuit")]),
    ("They filed a lawsuit.", [("document", "lawsuit")]),
    ("They settled the lawsuit.", []),
    ("A judge dismissed her lawsuit.", []),
    ("They joined a lawsuit by the town.", []),
    ("He defied a subpoena.", [("document", "subpoena")]),
    ("They may subpoena him.", []),
    ("The panel has subpoena power.", []),
    ("The autopsy found no wound.", [("document", "autopsy")]),
    ("They did an autopsy.", []),
    ("It is a damning indictment of us.", []),
    ("They have criminal records.", []),
    ("She read the court records.", [("document", "court records")]),
    ("A financial data company said so.", []),
    ("The tax filing season began.", []),
    ("The clip runs from article 4:20 on.", []),
    ("The data show it.", [("comparison", "data")]),
    ("According to port data, it sank.", [("comparison", "data")]),
    ("They stole user data.", []),
    ("An analysis found it.", [("comparison", "analysis")]),
    ("It was an analysis of ten years of records.", [("comparison", "analysis")]),
    ("He gave a one-sided analysis of the play.", []),
    ("It is based on a play.", []),
    ("It was slightly lower.", [("comparison", "slightly lower")]),
    ("It has significantly altered the town.", []),
    ("She went into higher education.", []),
    ("Costs were higher.", [("comparison", "higher")]),
    ("They want to increase pressure on her.", []),
    ("It drew increased attention.", []),
    ("They want to increase fees.", [("comparison", "increase")]),
    ("The majority leader left.", []),
    ("A majority voted.", [("comparison", "majority")]),
    ("They lost the majority in May.", [("date", "May")]),
    ("He compared the boat to a whale.", []),
    ("It is big compared to a whale.", [("comparison", "compared")]),
    ("Public documents lay about.", []),
    ("Public documents show it.", [("document", "Public documents")]),
    ("According to public records, it sank.", [("document", "public records")]),
    ("It breaks the Harbour Act of 1998.", []),
    ("The majority view won.", []),
    ("It raised the threat, an increased threat.", []),
    ("He is often compared to a whale.", []),
    ("They streamed data from a phone.", []),
    ("Data from the port were used.", [("comparison", "Data")]),
    ("They collected data on boats.", [("comparison", "data")]),
    ("The fee has tripled.", [("comparison", "tripled")]),
    ("It is twice as big.", [("comparison", "twice as")]),
    ("It is an indictment of our town.", []),
    ("An internal memo said so.", [("document", "internal memo")]),
    ("She starred in Lorwick.", []),
    ("It was published in the Lorwick Star.", []),
    ("They filmed in Lorwick.", [("place", "Lorwick")]),
    ("They met every Friday.", []),
    ("She is a professor in Lorwick Studies.", []),
    ("They met in XYZs.", []),
    ("They met in C-suites.", []),
    ("She writes scripts in R for them.", []),
    ("It was the biggest raid in American History.", []),
    ("It was seen in Video 3, in Gov. Holm's office.", []),
    ("They want cuts in Social Security.", []),
    ("Ada Holm writes in Lorwick Review that it sank.", []),
    ("It sank in L'Orwick.", [("place", "L'Orwick")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_specifics(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.kind, e.quote) for e in extract(text) if e.signal == "specifics"] == expected


def test_a_place_at_the_end_of_a_title() -> None:
    found = extract("It sank.", "Ferry sinks in Lorwick")
    assert [(e.kind, e.quote) for e in found if e.signal == "specifics"] == [("place", "Lorwick")]


@pytest.mark.xfail(strict=True, reason="bare plural records are too often a mere topic")
def test_bare_documents() -> None:
    assert any(e.kind == "document" for e in extract("According to documents, it sank."))


@pytest.mark.xfail(strict=True, reason="a verb and a noun behind a name are not told apart")
def test_a_place_before_a_verb() -> None:
    assert any(e.kind == "place" for e in extract("The man found in Lorwick swam home."))


def test_what_stands_before_the_story_is_no_specific() -> None:
    story = "The old bridge of Lorwick was sold on Monday, two officials of the council said. " * 3
    for before in (
        "HARROW, June 3 (HP) - ",
        "The bridge in Harrow on May 2. (Photo by Anna Holm)\n\n",
    ):
        found = [item.quote for item in extract(before + story) if item.signal == "specifics"]
        assert found == ["Monday"] * 3
        assert "Harrow" in [item.quote for item in extract(story, "A bridge is sold in Harrow")]
