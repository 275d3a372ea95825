"""The marks of citations hold no text, and are compared by overlap."""

import json

from benchmarks.quality.citations import READ, Span, compare
from credscore import citations


def test_marks_hold_no_text() -> None:
    rows = json.loads(READ.read_text("utf-8"))
    fields = {"corpus", "id", "part", "cited"}
    assert all(fields <= {*row} <= fields | {"optional"} for row in rows)
    assert len({(row["corpus"], row["id"]) for row in rows}) == len(rows)
    assert sum(row["part"] == "unseen" for row in rows) == 60
    for row in rows:
        for start, end, kind, *rest in row["cited"] + row.get("optional", []):
            assert 0 <= start < end
            assert kind in {"outlet", "agency", "document", "post"}
            assert rest in ([], ["title"])


def test_mentions_and_names_are_counted() -> None:
    text = "It sank, CNN said. It sank, CNN reported. The Herald said so, and Reuters said so."
    wanted = [
        Span(9, 12, "outlet", False, "cnn"),
        Span(28, 31, "agency", False, "cnn"),
        Span(0, 2, "outlet", False, "it"),
    ]
    counts = compare(wanted, citations(text))
    assert (counts["hits"], counts["missed"], counts["mistakes"]) == (2, 1, 2)
    assert counts["same_kind"] == 1
    assert (counts["names_hit"], counts["names_missed"], counts["names_mistaken"]) == (1, 1, 2)
