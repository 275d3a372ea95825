"""Titles, abbreviations and quotation marks around evidence, each with ten sentences or more."""

import pytest

from credscore import Report, extract, score

BODY = "The city was calm on Monday."
TITLES = [
    ("Mayor resigns: Sources", "confidential", "Sources"),
    ("Mayor resigns: source", "confidential", "source"),
    ("Sources: Mayor resigns", "confidential", "Sources"),
    ("Sources – Mayor to quit", "confidential", "Sources"),
    ("Mayor to quit – sources", "confidential", "sources"),
    ("Mayor to Quit, Sources Say", "confidential", "Sources"),
    ("Insider: Mayor to quit", "confidential", "Insider"),
    ("Mayor to quit: official", "unnamed", "official"),
    ("Mayor to quit – officials", "unnamed", "officials"),
    ("Official Says Bridge Is Safe", "unnamed", "Official"),
    ("Witnesses: Police shot first", "unnamed", "Witnesses"),
    ("Talks are over – harbour officials", "unnamed", "harbour officials"),
    ("Report: Mayor to quit", "hearsay", "Report"),
    ("Mayor to quit – reports", "hearsay", "reports"),
]
NO_SOURCE_IN_TITLE = [
    "Sources of the river: a walk",
    "Water sources – a guide",
    "Source code: what to know",
    "Mayor names new officials",
    "New sources of gas",
    "A day with the officials",
    "Annual report: profits rise",
    "Open source - the basics",
    "Mayor meets officials",
    "Best in town: Harrow Bakery",
]
ABBREVIATIONS = [
    ("A No. 10 source said the plan was dead.", "A No. 10 source"),
    ("A No 10 source said the plan was dead.", "A No 10 source"),
    ("According to a No. 10 source, the plan is dead.", "a No. 10 source"),
    ("“It is over,” said a No. 11 aide.", "a No. 11 aide"),
    ("According to No. 10 sources, the plan is dead.", "No. 10 sources"),
    ("A former No. 10 adviser said the plan was mad.", "A former No. 10 adviser"),
    ("A Dept. of Health source said beds were short.", "A Dept. of Health source"),
    ("A St. Aldate official said the road was shut.", "A St. Aldate official"),
    ("A Sen. Reik aide said the bill was dead.", "A Sen. Reik aide"),
    ("A U.S. official said the talks failed.", "A U.S. official"),
    ("A Mt. Harrow resident said the ground shook.", "A Mt. Harrow resident"),
    ("An official at Lind & Co. said the deal was off.", "An official at Lind & Co."),
    ("The answer was no. A source said it was late.", "A source"),
    ("She said no. Officials said she had left.", "Officials"),
]
SINGLE_MARKS = [
    ("‘I think he may have fled,’ said Ada Lind.", True),
    ("'I think he may have fled,' said Ada Lind.", True),
    ("She said: ‘It may be a hoax.’", True),
    ("‘They may have fled. We don’t know,’ said Ada Lind.", True),
    ("‘Nobody’s sure, but it may be lost,’ he said.", True),
    ("'It's late, but he may come,' a clerk said.", True),
    ("The officials’ boat may have sunk.", False),
    ("Ada Lind said it may have sunk ‘by Monday’.", False),
    ("The guards' van may have gone, the workers' aides said.", False),
    ("Rock ’n’ roll may be dead, he said.", False),
    ("He called it ‘a mess’ and said it may end.", False),
    ("It was the sailors’ ship, which may have sunk, and the owners’ loss.", False),
]
SAID = "“It was loud,” Ada Lind, a nurse, said. “We ran,” said Tomas Reik."
REST = (
    " The street was shut for two days and then opened again to all who live there and work there"
    " every day of the week. It may open in May."
)
STRAY_MARKS = [
    '"The plan, the mayor said, was sound. {said}{rest}"',
    '"The plan, the mayor said, was sound. {said}{rest}',
    '{said}{rest}"',
    "'The plan, the mayor said, was sound. {said}{rest}",
    '"The mayor left. {said}{rest}',
    'The 12" pipe burst. {said}{rest}',
    'The plan was sound. {said} "The mayor left.\n\n{rest}',
    "The plan was sound. {said} “The mayor left.\n\n{rest}",
    "The sailors' plan was sound. {said}{rest}",
    "The plan was sound.” {said}{rest}",
]


@pytest.mark.parametrize(("title", "kind", "source"), TITLES)
def test_a_source_in_a_title(title: str, kind: str, source: str) -> None:
    assert (kind, source) in [(evidence.kind, evidence.quote) for evidence in extract(BODY, title)]


@pytest.mark.parametrize("title", NO_SOURCE_IN_TITLE)
def test_no_source_in_a_title(title: str) -> None:
    signals = {evidence.signal for evidence in extract(BODY, title)}
    assert "anonymous_sources" not in signals


@pytest.mark.parametrize(("text", "source"), ABBREVIATIONS)
def test_a_stop_inside_a_source_does_not_cut_it(text: str, source: str) -> None:
    sources = [e.quote for e in extract(text) if e.signal == "anonymous_sources"]
    assert sources == [source]


@pytest.mark.parametrize(("text", "in_quote"), SINGLE_MARKS)
def test_single_marks_of_speech_and_of_possession(text: str, in_quote: bool) -> None:
    assert [e.in_quote for e in extract(text) if e.quote == "may"] == [in_quote]


@pytest.mark.parametrize("text", STRAY_MARKS)
def test_a_stray_mark_quotes_nothing(text: str) -> None:
    written = text.format(said=SAID, rest=REST)
    assert [e.in_quote for e in extract(written) if e.quote == "may"] == [False]
    report = score(written)
    assert isinstance(report, Report)
    assert "mostly_quotation" not in report.caveats
