"""Specifics: what a reader could check."""

import pytest

from credscore import extract

CASES = [
    ("It sank on May 5, 2021.", [("date", "May 5, 2021")]),
    ("It sank on 5 May 2021.", [("date", "5 May 2021")]),
    ("It sank on Monday.", [("date", "Monday")]),
    ("It cost $5 million.", [("figure", "$5 million")]),
    ("It rose by 8 percent.", [("figure", "8 percent")]),
    ("It rose by 8%.", [("figure", "8%")]),
    ("The court filing says so.", [("document", "court filing")]),
    ("It happened in Lorwick.", [("place", "Lorwick")]),
    ("It may happen soon.", []),
    ("The bank is near.", []),
    ("Theresa May left.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_specifics(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.kind, e.quote) for e in extract(text) if e.signal == "specifics"] == expected


@pytest.mark.xfail(strict=True, reason="bare plural records are too often a mere topic")
def test_bare_documents() -> None:
    assert any(e.kind == "document" for e in extract("According to documents, it sank."))
