"""Tokens, sentences and quotations; offsets into the caller's own string, always."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore import extract
from credscore.text.text import Text

ODD = st.text(
    alphabet=st.sampled_from("aBé İß\u0301\u200b'’\"“”.,!?-—\n\t👩\u200d🚒5 may said"), max_size=80
)


def tokens(raw: str, title: str | None = None) -> list[str]:
    text = Text([raw], [title])
    found = [text.source[s:e] for s, e in zip(text.starts, text.ends, strict=True)]
    return [token for token in found if token != "\0"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("He can’t go.", ["He", "can’t", "go", "."]),
        ("The U.S. envoy", ["The", "U.S.", "envoy"]),
        ("Dr. Li of the U.S.’s navy", ["Dr.", "Li", "of", "the", "U.S.", "’s", "navy"]),
        ("J. K. Li, Jr., left.", ["J.", "K.", "Li", ",", "Jr.", ",", "left", "."]),
        ("In the U.S. He", ["In", "the", "U.S", ".", "He"]),
        ("“at Bolt Inc.” He", ["“", "at", "Bolt", "Inc", ".", "”", "He"]),
        ("bolt.co.uk says", ["bolt", ".", "co", ".", "uk", "says"]),
        ("It sank.he said", ["It", "sank", ".", "he", "said"]),
        ("Brandt's hard‑line aide", ["Brandt", "'s", "hard‑line", "aide"]),
        ("1,200 of 5.5", ["1,200", "of", "5.5"]),
        ("so—called", ["so", "—", "called"]),
        ("", []),
        ("\n\n", ["\n"]),
    ],
)
def test_tokens(raw: str, expected: list[str]) -> None:
    assert tokens(raw) == expected


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ("He left. She stayed.", 2),
        ("Dr. Weil left. She stayed.", 2),
        ("He met J. Holm on Monday.", 1),
        ("“He left.” She stayed.", 2),
        ("It rose 5.5 percent", 1),
        ("A line\nbroken in the middle.", 1),
        ("A heading\n\nA paragraph", 2),
        ("A heading\nA paragraph that is a good deal longer than its heading", 2),
        ("A line that was wrapped where the column ended, as in\nMail of long ago, often is", 1),
        ("Economists met Jan. The firm denied it.", 2),
        ("It closed on Jan. 5 for repairs.", 1),
    ],
)
def test_sentences(raw: str, sentences: int) -> None:
    assert len(Text([raw], [None]).sentence_starts) == sentences


@pytest.mark.parametrize(
    ("raw", "inside"),
    [
        ('He said "it sank" today', '" it sank "'),
        ("He said “it sank” today", "“ it sank ”"),
        ("He said “it sank today", "“ it sank today"),
        ("He said it sank", ""),
        ('He said: "it sank. "It burnt," he said', '" it sank . " It burnt , "'),
        ("He said: “it sank. “It burnt,” he said", "“ it sank . “ It burnt , ”"),
        ('He said: “it sank," she said', '“ it sank , "'),
        ('It sank," he said', ""),
        ('A boat of 12" sank', ""),
        ('He said ""it sank"" today', '" " it sank "'),
        ('He said "(it sank)" today', '" ( it sank ) "'),
        ('He said ("it sank") today', '" it sank "'),
        ('He said,"it sank", and left', '" it sank "'),
        ('He said " it sank " today', '" it sank "'),
        ('"It sank\n\nIt burnt', '" It sank'),
        ('"It sank"\n\nIt burnt', '" It sank "'),
        ("He said: “It sank.\nIt burnt.” He left", "“ It sank . \n It burnt . ”"),
        ('He said: "It sank.\nIt burnt." He left', '" It sank . \n It burnt . "'),
        ('He said: "It sank.\n\nIt burnt." He left', '" It sank . \n It burnt . "'),
        ("He said: “It sank.\n\nIt burnt.\n\nIt is gone.” He left", "“ It sank ."),
        ('It sank "', '"'),
        ('"', '"'),
        ('"It sank. “It burnt,” he said. He left."', "“ It burnt , ”"),
        ("'It sank,' he said.", "' It sank , '"),
        ("He said: ‘The crews’ boat sank.’", "‘ The crews ’ boat sank . ’"),
        ("‘He said “no” and left,’ she said", "‘ He said “ no ” and left , ’"),
        ("“He said ‘It sank,’ and left”", "“ He said ‘ It sank , ’ and left ”"),
        ("He called it 'a wreck' and left the crew's boat.'", ""),
        ("The '90s were the workers' years.", ""),
        ("'It sank\n\nIt burnt,' he said", ""),
    ],
)
def test_quotations(raw: str, inside: str) -> None:
    text = Text([raw], [None])
    found = [
        " ".join(text.source[text.starts[i] : text.ends[i]] for i in range(*span))
        for span in text.quotations
    ]
    assert found == ([inside] if inside else [])


def test_a_quotation_goes_on_in_the_next_paragraph_only_if_it_is_closed_there() -> None:
    text = Text(['"It sank.\n\n"It burnt." He left.', 'It is gone." He left.'], ["A “ship", None])
    found = [text.source[text.starts[a] : text.ends[b - 1]] for a, b in text.quotations]
    assert found == ["“ship", '"It sank.', '"It burnt."']


@pytest.mark.parametrize("behind", ["", "\n\nHe left.", "  \n\nHe left."])
def test_a_straight_mark_before_a_break_closes_the_paragraph_before(behind: str) -> None:
    text = Text([f'“It sank.\n\nIt burnt."{behind}', "It fell."], [None, None])
    found = [text.source[text.starts[a] : text.ends[b - 1]] for a, b in text.quotations]
    assert found == ['“It sank.\n\nIt burnt."']


@given(ODD, st.none() | ODD)
def test_offsets_are_the_callers(raw: str, title: str | None) -> None:
    for item in extract(raw, title):
        source = title if item.in_title else raw
        assert source is not None
        assert source[item.start : item.end] == item.quote


@pytest.mark.parametrize(
    "phrase",
    [
        "declined to comment",
        "DECLINED TO COMMENT",
        "declined  to\ncomment",
        "declined\u00a0to comment",
        "decli\u200bned to comment",
        "de\u0301clined to comment",
    ],
)
def test_phrases_are_found_however_they_are_written(phrase: str) -> None:
    raw = f"👩‍🚒 İst: the firm {phrase}. It sank."
    found = [e for e in extract(raw) if e.kind == "non_confirmation"]
    assert [e.quote for e in found] == [phrase]


def test_in_quote_is_recorded() -> None:
    found = {e.quote: e.in_quote for e in extract("He allegedly said “it possibly sank” there.")}
    assert found["allegedly"] is False
    assert found["possibly"] is True


@pytest.mark.parametrize(
    "raw", ["\ufeffHolm left in 2014.", "\u200bHolm left in 20\u200b14.", "He \u200b left."]
)
def test_invisible_characters_hide_no_capital_and_no_year(raw: str) -> None:
    visible = raw.replace("\u200b", "").replace("\ufeff", "")
    assert Text([raw], [None]).shapes == Text([visible], [None]).shapes


@pytest.mark.parametrize(("number", "shape"), [("1999", "Y"), ("3999", "0"), ("1٣45", "0")])
def test_years_are_of_our_digits_and_our_time(number: str, shape: str) -> None:
    assert Text([number], [None]).shapes.strip("\n") == shape


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("al-Sayed", "N"), ("ash-Sharq", "N"), ("d’Orsay", "N"), ("dell'Acqua", "N"),
        ("pro-Keller", "w"), ("al-sayed", "e"), ("ex-Minister", "w"), ("al-", "w"),
    ],
)  # fmt: skip
def test_a_name_behind_a_joined_article(word: str, shape: str) -> None:
    """al-Sayed is a name; a prefix makes no name."""
    assert Text([word], [None]).shapes.strip("\n")[0] == shape


@pytest.mark.parametrize("word", ["alleged\u200bly", "\u0430llegedly", "alleg\u0435dly"])
def test_disguised_hedges_are_found(word: str) -> None:
    assert [e.quote for e in extract(f"He {word} fled.")] == [word]


def test_articles_read_together_are_read_as_alone() -> None:
    bodies = ["\nHe left. She\n", "", "“It sank", "\tOne\n\nTwo\n", "5"]
    titles = [None, "A TITLE", "", "“Open", None]
    together = Text(bodies, titles)
    for number, (body, title) in enumerate(zip(bodies, titles, strict=True)):
        alone = Text([body], [title])
        start, stop = together.title_starts[number], together.body_ends[number]
        assert together.shapes[start:stop] == alone.shapes[1:]
        sentences = [s - start for s in together.sentence_starts if start <= s < stop]
        assert sentences == [s - 1 for s in alone.sentence_starts]


def test_a_first_line_is_as_long_in_company_as_alone() -> None:
    body = "Fire at the mill\nThe roof fell in before noon"
    title = "A headline that makes the title longer than the first line of the body"
    for bodies, titles in (([body], [None]), ([body], [title]), (["x", body], [None, title])):
        text = Text(bodies, titles)
        first = text.body_starts[-1]
        assert [s - first for s in text.sentence_starts if s >= first] == [0, 5]


LONG = (
    "The council of the old harbour town met again on Monday, and the mayor told its members that "
    "the bridge was closed because of the ice on it"
)


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ("He met Dr.\nBaker there.", 1),
        ("He met J.\nBaker there.", 1),
        ("He met Tom.\nBaker left.", 2),
        ("“It sank,”\nBaker told the Guardian.", 1),
        ("14 people were killed;\nGreens disputed the figure.", 1),
        ("Holm (a citizen)\nreportedly fled.", 1),
        ("It made U.K.\nsoftware.", 1),
        ("“It sank.”\nBaker left.", 2),
        ("Fire at the mill\nThe roof fell in before noon.", 2),
        ("It was the old roof of the mill\nThat fell.", 1),
        ("Told were the\nnine men. He saw the firm and\nThe mill and the roof and all of it.", 2),
        ("The firm said\n- it sank\n- it burned", 3),
        ("The firm said\n-- as it did before -- nothing.", 1),
        (f"It sank.\n\nThe mill by the river before a fire that burned it all\n{LONG}.", 3),
        (f"{LONG}\n5 boats are lost.", 2),
        (f"{LONG}\n“It sank,” she said.", 2),
        (f"{LONG},\nHarrow said.", 1),
        (f"{LONG}\nand left.", 1),
        ("It sank.\n\nMayor leaves\nCouncil to vote on Monday\nPolice seek it\nNo vote on it", 5),
        ("It sank.\n\nMayor leaves\n“Good for us”\n12 May 2026\nBy Ada Hale", 5),
        ("It sank.\n\nWE SANG IT ALL NIGHT LONG THAT DAY AND\nI WAS THERE ALL NIGHT\nBo\nAda", 2),
        ("It sank.\n\nMayor leaves,\nHale of the council says\nAnd no vote\nYet", 4),
        ("MAYOR LEAVES THE TOWN!\n\nIt sank on the way to the old harbour of\nLorwick.", 1),
        ("The mayor of\nHarrow and\nthe council of Lorwick\nMet there", 1),
        ("The mayor of the town of\nHarrow and the council of the town of\nLorwick Met there", 1),
    ],
)
@pytest.mark.parametrize("space", ["\n", "  \n \t"])
def test_wrapped_lines_headings_and_items(raw: str, sentences: int, space: str) -> None:
    text = Text([raw.replace("\n", space)], [None])
    starts = text.sentence_starts
    found = starts[(starts >= text.body_starts[0]) & (starts < text.body_ends[0])]
    assert len(found) == sentences


@pytest.mark.parametrize(
    "name", ["王小明", "김민수", "محمد علي", "ʻAulani Kaʻanohi", "Владимир Петров"]
)
def test_letters_without_case_are_those_of_names(name: str) -> None:
    """In English; and no word of theirs is loud."""
    found = [(item.signal, item.kind) for item in extract(f"{name} denied that the ferry sank.")]
    assert found == [("named_sources", "person"), ("official_denials", "denial")]
    assert extract(f"{name * 9}. The ferry sank.") == ()


@pytest.mark.parametrize(
    "before", ["It sank off Orr.", '“It sank."', "The ferry (Ada Hale/The Herald)"]
)
@pytest.mark.parametrize("after", ["Divers went down to", '"And it sank at night, she'])
def test_a_line_in_capitals_between_paragraphs_leads_to_another_article(
    before: str, after: str
) -> None:
    link = "WHITE HOUSE DENIES THAT MAYOR OF HARROW CLAIMED FERRY SANK AT NIGHT IN ORR"
    text = f"{before}\n{link}\n{after} the wreck all day long, and the ferry was still there below."
    found = extract(text, "A ferry")
    in_link = [item for item in found if text.index(link) <= item.start < text.index(after)]
    assert {item.kind for item in in_link} <= {"shouting"}, in_link
