"""The page of claims: what their articles add up to, who cites whom, and the course of each."""

from html import escape
from string import Template
from typing import Any

from credscore.page.course_picture import course_picture
from credscore.page.parts import head, policy, source

MOST_CLAIMS = 100
"""More claims than these are in the table alone."""
MOST_ARTICLES = 100
"""More articles of one claim than these are only counted."""
MOST_CITATIONS = 200
"""More lines of who cites whom than these are only counted."""
_EVENTS = {
    "first_report": "First report",
    "first_denial": "First denial",
    "first_confirmation": "First article in which an institution confirms something",
}
_STANCES = {"relays": "relays it", "disputed": "disputed", "debunks": "calls it false"}


def claims_document(content: dict[str, Any]) -> str:
    """The whole file. Every value is text: nothing in it becomes markup, but `picture`, an SVG."""
    claims = content["claims"]
    shown = "".join(claim_section(claim, at) for at, claim in enumerate(claims[:MOST_CLAIMS]))
    return Template(source("claims.html")).substitute(
        head=head(f"{content['name']} – credscore", policy("batch")), name=escape(content["name"]),
        prior=f"{content['prior']:g}",
        overview=_overview(claims) if len(claims) > 1 else "", claims=shown,
    )  # fmt: skip


def _overview(claims: list[dict[str, Any]]) -> str:
    rows = "".join(_row(claim, at) for at, claim in enumerate(claims))
    heads = _number_heads("Score in 100", "90 %", "Articles", "Independent", "Call it false")
    note = ""
    if len(claims) > MOST_CLAIMS:
        note = f'<p class="muted">The first {MOST_CLAIMS} are shown in full.</p>'
    return (
        f'<section aria-labelledby="claims"><h2 id="claims">{len(claims):,} claims</h2>{note}'
        '<div class="scroll" tabindex="0" role="region" aria-label="Table of claims"><table>'
        "<thead><tr>"
        f'<th scope="col">Claim</th>{heads}<th scope="col">Verdict</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _number_heads(*names: str) -> str:
    """The heads of columns of numbers."""
    return "".join(f'<th scope="col" class="num">{name}</th>' for name in names)


def _row(claim: dict[str, Any], at: int) -> str:
    name = escape(claim["claim"])
    if at < MOST_CLAIMS:
        name = f'<a href="#claim-{at}">{name}</a>'
    counts = "".join(
        f'<td class="num">{claim[key]:,}</td>' for key in ("articles", "reports", "debunks")
    )
    return (
        f'<tr><th scope="row">{name}</th><td class="num">{_of_100(claim["score"])}</td>'
        f'<td class="num">{_interval(claim)}</td>{counts}<td>{escape(claim["verdict"])}</td></tr>'
    )


def claim_section(claim: dict[str, Any], at: int = 0) -> str:
    """One claim, the number `at` of its page, as a section of HTML; see `claims_document`."""
    reasons = "".join(
        f'<li><span class="way {speaks}">{speaks.capitalize()}</span> <span>{escape(text)}</span>'
        "</li>"
        for speaks, text in claim["reasons"]
    )
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in claim["told"])
    return (
        f'<section class="verdict" aria-labelledby="claim-{at}">'
        f'<h2 id="claim-{at}">{escape(claim["claim"])}</h2>'
        f"<p><b>{escape(claim['verdict'])}.</b></p>"
        f'{told}<ul class="reasons">{reasons}</ul>{_course(claim, at)}{_citations(claim, at)}'
        f"{_articles(claim, at)}</section>"
    )


def _course(claim: dict[str, Any], at: int) -> str:
    """The course of a claim, if any article has a date."""
    if not claim["course"]:
        return ""
    events = "".join(
        f"<li>{_EVENTS[kind]}: {escape(date)}{f', {escape(by)}' if by else ''}</li>"
        for kind, date, by in claim["events"]
    )
    points = claim["course"]
    rows = "".join(
        f'<tr><th scope="row">{escape(date)}</th><td class="num">{articles:,}</td>'
        f'<td class="num">{reports:,}</td><td class="num">{_of_100(score)}</td></tr>'
        for date, articles, reports, score in points
    )
    heads = _number_heads("Articles", "Independent", "Score in 100")
    return (
        f'<h3 id="course-{at}">Course</h3><ul>{events}</ul>{course_picture(points)}'
        "<details><summary>As a table</summary><table><thead><tr>"
        f'<th scope="col">Day</th>{heads}</tr></thead><tbody>{rows}</tbody></table></details>'
    )


def _citations(claim: dict[str, Any], at: int) -> str:
    """Who cites whom, if anybody does."""
    if not claim["edges"]:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(citing)}</th><td>{escape(cited)}</td>'
        f'<td class="num">{articles:,}</td></tr>'
        for citing, cited, articles in claim["edges"][:MOST_CITATIONS]
    )
    more = _more(MOST_CITATIONS, claim["edges"])
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in claim["traced"])
    return (
        f'<h3 id="cites-{at}">Who cites whom</h3>{told}<div class="scroll">{claim["picture"]}</div>'
        f"<details><summary>As a table</summary>{more}<table><thead><tr>"
        '<th scope="col">Outlet</th><th scope="col">Cites</th>'
        '<th scope="col" class="num">Articles</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></details>"
    )


def _articles(claim: dict[str, Any], at: int) -> str:
    """The articles by date, with their part in the score."""
    members = claim["members"]
    rows = "".join(map(_article, members[:MOST_ARTICLES]))
    more = _more(MOST_ARTICLES, members)
    return (
        f'<details><summary><h3 class="inline" id="articles-{at}">Articles</h3></summary>{more}'
        '<div class="scroll" tabindex="0" role="region" '
        f'aria-labelledby="articles-{at} claim-{at}">'
        '<table><thead><tr><th scope="col">Article</th><th scope="col">Date</th>'
        '<th scope="col" class="num">Score in 100</th><th scope="col">Stance</th>'
        f'<th scope="col">Part</th></tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _article(member: dict[str, Any]) -> str:
    source = f'<span class="muted">{escape(member["source"])}</span> ' if member["source"] else ""
    return (
        f'<tr><th scope="row">{source}{escape(member["heading"])}</th>'
        f'<td class="day">{escape(member["date"] or "–")}</td>'
        f'<td class="num">{_of_100(member["score"])}</td>'
        f"<td>{_STANCES[member['stance']] if member['error'] is None else '–'}</td>"
        f"<td>{escape(member['part'])}</td></tr>"
    )


def _more(most: int, rows: list[Any]) -> str:
    """That not all rows are shown, if so."""
    if len(rows) <= most:
        return ""
    return f'<p class="muted">The first {most} of {len(rows):,} are shown.</p>'


def _interval(claim: dict[str, Any]) -> str:
    if claim["score"] is None:
        return "–"
    return f"{_of_100(claim['low'])} to {_of_100(claim['high'])}"


def _of_100(score: float | None) -> str:
    return "–" if score is None else f"{100 * score:.0f}"
