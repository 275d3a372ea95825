"""The page of claims shows text as text, and works without a script."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

from credscore import Article, score_claim
from credscore.page.pages import (
    MOST_ARTICLES,
    MOST_CITATIONS,
    MOST_CLAIMS,
    claim_section,
    course_picture,
)
from credscore.pooling import html_of
from tests.pooling.stories import FERRY, MAYOR

EVIL = '<script>alert("1")</script>'


def test_nothing_becomes_markup() -> None:
    articles = [replace(one, title=f"{one.title} {EVIL}", source=f"{EVIL} Post") for one in FERRY]
    page = score_claim(articles, claim=EVIL).to_html()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_one_claim_has_no_list_of_claims() -> None:
    page = score_claim(FERRY, claim="The ferry sank").to_html()
    assert "Who cites whom" in page
    assert "1 claims" not in page
    assert "many outlets can be wrong together" in page


def test_a_section_can_stand_in_another_page() -> None:
    """It is what the file shows, with no style or script of its own."""
    report = score_claim(FERRY)
    section = claim_section(report.page_content())
    assert section in report.to_html()
    assert section.startswith('<section class="verdict" aria-labelledby="claim-0">')
    assert '<h2 id="claim-0">Reports on one claim</h2>' in section
    assert not re.search(r"<[^>]* (style|on\w+)=|<(style|script)", section)


def test_many_claims_are_listed_and_few_shown_in_full() -> None:
    report = score_claim(MAYOR, claim="The mayor resigns")
    page = html_of([report] * (MOST_CLAIMS + 3), "a.csv")
    assert page.count('<section class="verdict"') == MOST_CLAIMS
    assert page.count('<tr><th scope="row">') > MOST_CLAIMS
    assert f"{MOST_CLAIMS + 3} claims" in page


def test_many_articles_are_counted() -> None:
    report = score_claim([Article(f"It sank {n}.") for n in range(MOST_ARTICLES + 5)])
    assert f"The first {MOST_ARTICLES} of {MOST_ARTICLES + 5} are shown." in report.to_html()


def test_many_citations_are_counted() -> None:
    content = score_claim(FERRY).page_content()
    content["edges"] = [(f"Paper {n}", "Kolvar Post", 1) for n in range(MOST_CITATIONS + 5)]
    section = claim_section(content)
    assert f"The first {MOST_CITATIONS} of {MOST_CITATIONS + 5} are shown." in section
    assert section.count("<td>Kolvar Post</td>") == MOST_CITATIONS


def test_the_course_is_a_picture_with_words() -> None:
    points = [("2026-03-01", 1, 1, 0.25), ("2026-03-04", 4, 3, 0.75)]
    root = ElementTree.fromstring(course_picture(points))
    assert root.attrib["aria-label"] == (
        "The score goes from 25 in 100 on 2026-03-01 to 75 on 2026-03-04"
    )
    assert len(root.findall("circle")) == 2


def test_one_day_is_a_picture_too() -> None:
    root = ElementTree.fromstring(course_picture([("2026-03-01", 1, 1, 0.5)]))
    assert [text.text for text in root.findall("text")].count("2026-03-01") == 1


def test_every_region_has_a_name_of_its_own() -> None:
    named = re.compile(r'<(?:section|div)[^>]* (aria-label(?:ledby)?="[^"]*")')
    page = html_of([score_claim(FERRY), score_claim(MAYOR)], "a.csv")
    names = named.findall(page)
    assert len(names) == len(set(names)) == 6
