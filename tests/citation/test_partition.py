"""Voices, circles, roots and depths of articles that cite each other."""

from credscore.citation.articles import CitingArticle
from credscore.citation.partition import circles_of, depths_of, roots_of, voices_of


def test_voices_hang_together_by_outlet_text_and_what_they_pass_on() -> None:
    rows = [
        CitingArticle("a", source="A"),
        CitingArticle("b", source="A"),
        CitingArticle("c", passes_on="a"),
        CitingArticle("d", copy_of="c"),
        CitingArticle("e", passes_on="x"),
        CitingArticle("f", passes_on="x"),
        CitingArticle("g"),
    ]
    owners = ["a", "a", "#c", "#d", "#e", "#f", "#g"]
    assert voices_of(rows, owners) == [("a", "b", "c", "d"), ("e", "f"), ("g",)]


def test_two_circles_and_a_pair() -> None:
    links = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "e"), ("e", "c"), ("a", "c"), ("f", "a")]
    assert circles_of(links) == [("a", "b"), ("c", "d", "e")]
    assert circles_of([]) == []


def test_roots_end_where_an_outlet_has_its_own_report() -> None:
    rows = [
        CitingArticle("a", (), "A", passes_on="b"),
        CitingArticle("b", (), "B", passes_on="c"),
        CitingArticle("own", (), "B"),
    ]
    assert roots_of(rows) == {"a": "b", "b": "c"}


def test_roots_of_a_circle_end() -> None:
    rows = [CitingArticle(one, (), one, passes_on=two) for one, two in ("AB", "BC", "CA")]
    roots = roots_of([CitingArticle(row.id, (), row.source, None, str(row.passes_on).lower())
                      for row in rows])  # fmt: skip
    assert len(set(roots.values())) == 1


def test_a_long_chain_needs_no_recursion() -> None:
    rows = [CitingArticle(str(n), (), f"o{n}", passes_on=f"o{n + 1}") for n in range(5000)]
    assert set(roots_of(rows).values()) == {"o5000"}
    depths = depths_of([(f"o{n}", f"o{n + 1}") for n in range(5000)])
    assert (depths["o0"], depths["o5000"]) == (5000, 0)


def test_a_circle_is_one_step() -> None:
    depths = depths_of([("a", "b"), ("b", "a"), ("c", "a")])
    assert depths == {"a": 0, "b": 0, "c": 1}
