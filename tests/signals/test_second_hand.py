"""Words for other reports and posts."""

import pytest

from credscore import extract
from credscore.signals.reading import Reading
from credscore.signals.second_hand import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tabloid had the story.", [("report", "tabloid"), ("report", "story")]),
        ("The website reported it.", [("report", "website"), ("report", "reported")]),
        ("He wrote it in a post.", [("post", "post")]),
        ("The clip went viral.", [("post", "viral")]),
        ("Two blogs tweeted it.", [("report", "blogs"), ("post", "tweeted")]),
        ("Media are waiting.", []),
        ("Her fall made headlines.", []),
        ("Two headlines had it.", [("report", "headlines")]),
        ("Two news outlets received a letter.", []),
        ("Two news outlets reported it.", [("report", "news outlets"), ("report", "reported")]),
        ("He shouted at the fake news media.", []),
        ("She freelanced for other media outlets.", []),
        ("The media are to blame.", []),
        ("The media are reporting it.", [("report", "media"), ("report", "reporting")]),
        ("Post is said to know it.", []),
        ("The Daily Story Post was sold.", []),
        ("The mayor stated that it sank.", [("retelling", "stated")]),
        ("Its law states that.", [("retelling", "states that")]),
        ("She went on to deny it.", [("retelling", "went on to")]),
        ("He posted a picture.", [("post", "posted a")]),
        ("There are states that voted.", []),
        ("He went to the post office.", []),
        ("The ball hit the near post.", []),
        ("She left the post of treasurer.", []),
        ("The council met on Monday.", []),
        ("She wrote to the mayor.", []),
        ("Some media outlets had it.", [("report", "media outlets")]),
        ("News agencies met.", [("report", "News agencies")]),
        ("It was on a fact-checking site.", [("report", "fact-checking site")]),
        ("The hotel has a website.", []),
        ("The local media had it.", [("report", "media")]),
        ("It was in the press.", [("report", "press")]),
        ("The press have it.", [("report", "press")]),
        ("He greeted the media on the stairs.", []),
        ("She sells media rights.", []),
        ("They sold it to the press corps.", []),
        ("It is on social media.", []),
        ("The news of his death came.", []),
        ("A news anchor left.", []),
        ("Lorwick Daily reported that it sank.", [("report", "reported")]),
        ("Lorwick Daily, citing two men, reported on it.", [("report", "reported")]),
        ("It was reported that it sank.", [("report", "reported")]),
        ("As first reported by Zorplo, it sank.", [("report", "reported")]),
        ("It sank, Zorplo reports.", [("report", "reports")]),
        ("The paper has also reported it.", [("report", "reported")]),
        ("The men reported to camp on Friday.", []),
        ("The firm reported higher sales.", []),
        ("It was first reported to us.", []),
        ("They got reports of a fire.", []),
        ("No thefts were reported.", []),
        ("Additional reporting by Ann Zorplo.", []),
        ("Ann Zorplo contributed to this report.", []),
        ("Send us your story ideas.", []),
        ("Sign up for the best stories.", []),
        ("They told their own stories.", []),
        ("They printed a story about her.", [("report", "story")]),
        ("The story claimed that it sank.", [("report", "story")]),
        ("It was a false report.", [("report", "report")]),
        ("He denied the reports.", [("report", "reports")]),
        ("Recent reports say so.", [("report", "reports")]),
        ("The earnings report is out.", []),
        ("The commission report is out.", []),
        ("A new report by a bank says so.", []),
        ("A new report from the Zorplo Institute says so.", []),
        ("A new report by the Zorplo Council says so.", []),
        ("A new report from Zorplo says so.", [("report", "report")]),
        ("According to a report issued by the ministry, it sank.", []),
        ("The panel's new report says so.", []),
        ("He filed a report that it sank.", []),
        ("An industry report says so.", []),
        ("A new report shows that it sank.", []),
        ("A new report claims that it sank.", [("report", "report")]),
        ("The ministry reported that it sank.", []),
        ("Dr. Ann Zorplo reported that it sank.", []),
        ("An earlier version of this story said that it sank.", []),
        ("This report has been corrected.", []),
        ("Click here to read the full article.", []),
        ("She had read the article.", [("report", "article")]),
        ("Here are the day's headlines.", []),
        ("In our article we said so.", []),
        ("The headline projects were cut.", []),
        ("The headline said so.", [("report", "headline")]),
        ("They bought the newspaper in May.", []),
        ("The newspaper bought it in May.", [("report", "newspaper")]),
        ("She had a career in the media.", []),
        ("He spoke for the media fraternity.", []),
        ("He was on a news show.", []),
        ("He wrote it in a blog post.", [("post", "post")]),
        ("A tabloid had it. The report said more.", [("report", "tabloid"), ("report", "report")]),
        ("The council did a survey. The report said more.", []),
        ("A blog had it. A study came. The report said more.", [("report", "blog")]),
        ("The report said more.", []),
        ("The articles of faith are old.", []),
        ("It is told in this article.", []),
        ("She will headline the show.", []),
        ("It needs an outlet for steam.", []),
        ("The firm posted a net profit.", []),
        ("It posted a deficit last year.", []),
        ("Rates rose post 5 years.", []),
        ("The results were posted on Friday.", []),
        ("It was a viral infection.", []),
        ("It was a viral clip.", [("post", "viral")]),
        ("He quit his post.", []),
        ("He wrote it in his post.", [("post", "post")]),
        ("She got a cabinet post.", []),
        ("He hit the post twice.", []),
        ("The notice was posted on its own website.", []),
        ("It was posted on Zorplo.", [("post", "posted on")]),
        ("It is referred to as a link.", []),
        ("She referred to the letter.", [("retelling", "referred to")]),
        ("He proclaimed himself king.", []),
        ("She went on to study law.", []),
        ("The Lorwick states that are red voted.", []),
    ],
)
def test_second_hand(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(item.kind, item.quote) for item in extract(text) if item.signal == "second_hand"]
    assert found == expected


def found_together(texts: list[str]) -> list[list[str]]:
    """What is found in articles that are read together."""
    reading = Reading.together(texts, [None] * len(texts))
    found: list[list[str]] = [[] for _ in texts]
    for item in reading.findings(find(reading)):
        article = int(reading.text.body_starts.searchsorted(item.start, "right")) - 1
        found[article].append(reading.text.passage(article, item.start, item.end)[3])
    return found


def test_a_report_refers_back_within_its_article_only() -> None:
    assert found_together(["A tabloid had it.", "The report said more."]) == [["tabloid"], []]
