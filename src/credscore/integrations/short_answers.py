"""Answers to language models: what a report says in short, however long the text was."""

from collections.abc import Sequence
from typing import Any

from credscore.pooling import ClaimReport
from credscore.report import Report

LENGTH = 500  # characters of a quote, a claim, a heading
ROWS = 100  # rows of one answer
_QUOTES = 12  # quotes of one reason
_SCORE = {"verdict", "score", "interval", "stance", "reliable", "caveats", "prior", "model_id"}
_CLAIM = {"claim", "score", "interval", "reliable", "caveats", "prior", "articles", "copies",
          "reports", "relays", "disputed", "debunks", "reasons", "events"}  # fmt: skip
_MEMBER = ("source", "date", "stance", "score", "part", "error")


def answer_of_score(report: Report) -> dict[str, Any]:
    """The verdict, the score and the reasons with the words that they rest on, each counted.

    >>> import credscore
    >>> answer_of_score(credscore.score("Insiders claim he fled."))["reasons"][0]["quotes"]
    ['claim']
    """
    quotes = [item.quote[:LENGTH] for item in report.evidence]
    reasons = [
        {"text": one.text, "speaks": one.speaks, "count": len(one.evidence),
         "quotes": [quotes[at] for at in one.evidence[:_QUOTES]]}
        for one in report.reasons
    ]  # fmt: skip
    claim = report.claim and report.claim._replace(text=report.claim.text[:LENGTH]).told
    scored = report.model_dump(mode="json", include=_SCORE)
    return scored | {"summary": report.summary(), "claim": claim, "reasons": reasons}


def answer_of_claim(report: ClaimReport) -> dict[str, Any]:
    """The verdict, the pooled score and the part of each article.

    >>> import credscore
    >>> report = credscore.score_claim(["Two officials said it sank."], claim="It sank")
    >>> answer_of_claim(report)["members"][0]["heading"]
    'Two officials said it sank.'
    """
    members = [
        {"heading": one.heading[:LENGTH], **{name: getattr(one, name) for name in _MEMBER}}
        for one in report.members
    ]
    claim = report.model_dump(mode="json", include=_CLAIM)
    return {"verdict": report.verdict, "summary": report.summary(), **claim, "members": members}


def page_of(name: str, rows: Sequence[dict[str, Any]], from_row: int) -> dict[str, Any]:
    """At most 100 rows from `from_row` on, how many there are, and where the next ones begin.

    >>> page_of("rows", [{"n": n} for n in range(101)], 100)
    {'rows': [{'n': 100}], 'total': 101, 'next_row': None}
    """
    stop = from_row + ROWS
    page = [
        {key: value[:LENGTH] if isinstance(value, str) else value for key, value in row.items()}
        for row in rows[from_row:stop]
    ]
    return {name: page, "total": len(rows), "next_row": stop if stop < len(rows) else None}
