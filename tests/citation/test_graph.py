"""Who cites whom: circles are found, copies raise nothing, the order of rows does not matter."""

import json
import random
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from credscore import InputError
from credscore.citation import CitationGraph, CitingArticle, citation_graph, citing_articles
from credscore.citation.graph import MOST, Edge, Node

OUTLETS = ["Kolvar Post", "Lorwick Herald", "Harrow Times", "Sutby Gazette", "Norwick Tribune"]


def graph_of(texts: list[str], sources: list[str | None], **columns: list[str]) -> CitationGraph:
    return citation_graph(citing_articles(texts, sources=sources, **columns))


def relay(outlet: str, number: int = 0) -> str:
    return f"The ferry sank off {number} Mile Point on Monday, the {outlet} reported."


def test_a_circle_of_five_outlets_is_found() -> None:
    texts = [relay(OUTLETS[(place + 1) % 5], place) for place in range(5)]
    graph = graph_of([*texts, "It sank, Mayor Ann Lee said."], [*OUTLETS, "Westby News"])
    assert graph.circles == (
        ("harrowtimes", "kolvarpost", "lorwickherald", "norwicktribune", "sutbygazette"),
    )
    assert graph.independent == 2
    assert [edge.articles for edge in graph.edges] == [1] * 5
    assert graph.nodes_frame().set_index("key")["in_circle"].sum() == 5
    what = "trace back to 5 outlets that cite each other in a circle"
    assert graph.summary == f"5 of 6 reports {what}."


def test_a_chain_is_no_circle() -> None:
    texts = [relay(OUTLETS[place + 1], place) for place in range(4)]
    graph = graph_of(texts, [*OUTLETS[:4]])
    assert graph.circles == ()
    assert graph.independent == 1
    assert graph.summary == "All 4 reports trace back to Norwick Tribune."


def test_reports_trace_back_to_one_post() -> None:
    post = "The mayor wrote on Facebook that the ferry {} sank."
    own = "The ferry was {} years old, Mayor Ann Lee said on Monday."
    texts = [*(post.format(name) for name in ("Ann", "Bea", "Cora", "Dora", "Eve")),
             own.format(30), own.format("about forty")]  # fmt: skip
    graph = citation_graph(citing_articles(texts))
    assert graph.summary == "5 of 7 reports trace back to one post (Facebook)."
    assert graph.independent == 3
    assert graph.origins == ("facebook",)


def test_sources_are_matched_however_they_are_written() -> None:
    texts = [relay("Daily Mail"), relay("Daily Mail", 2), "It sank, Mayor Ann Lee said."]
    graph = graph_of(texts, ["Kolvar Post", None, "www.dailymail.co.uk"])
    nodes = {node.key: node for node in graph.nodes}
    assert (nodes["dailymail"].articles, nodes["dailymail"].cited_by) == (1, 2)
    assert nodes["#1"].kind == "article"
    assert graph.independent == 1


def test_origins_are_the_most_cited_then_the_earliest() -> None:
    rows = [
        CitingArticle(str(number), citing_articles([relay(outlet)])[0].citations, source, date)
        for number, (outlet, source, date) in enumerate([
            ("Kolvar Post", "Lorwick Herald", "2024-01-03"),
            ("Kolvar Post", "Harrow Times", "2024-01-02"),
            ("Harrow Times", "Sutby Gazette", "2024-01-04"),
            ("Lorwick Herald", "Sutby Gazette", "2024-01-04"),
        ])
    ]  # fmt: skip
    assert citation_graph(rows).origins == ("kolvarpost", "harrowtimes", "lorwickherald")


def random_articles(seed: int, count: int) -> list[CitingArticle]:
    choose = random.Random(seed)
    texts, sources = [], []
    for number in range(count):
        own = "Mayor Ann Lee said so. " if choose.random() < 0.3 else ""
        cited = choose.sample(OUTLETS, choose.randrange(3))
        texts.append(own + " ".join(relay(outlet, number) for outlet in cited) or f"No {number}.")
        sources.append(choose.choice([*OUTLETS, None]))
    return citing_articles(texts, sources=sources)


@pytest.mark.parametrize("seed", range(20))
def test_a_copy_never_raises_the_number_of_voices(seed: int) -> None:
    articles = random_articles(seed, 8)
    voices = citation_graph(articles).independent
    choose = random.Random(seed)
    for outlet in (*OUTLETS, None, "Westby News"):
        copied = choose.choice(articles)
        first = copied.copy_of or copied.id
        copy = replace(copied, id="copy", source=outlet, copy_of=first, date="2020-01-01")
        assert citation_graph([*articles, copy]).independent <= voices


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_articles_does_not_matter(seed: int) -> None:
    articles = random_articles(seed, 12)
    graph = citation_graph(articles)
    random.Random(seed).shuffle(articles)
    again = citation_graph(articles)
    assert again.model_dump_json() == graph.model_dump_json()
    assert again.to_svg() == graph.to_svg()


def test_every_article_has_one_voice() -> None:
    articles = random_articles(3, 30)
    voices = citation_graph(articles).voices
    ids = [name for voice in voices for name in voice]
    assert sorted(ids) == sorted(article.id for article in articles)
    assert [len(voice) for voice in voices] == sorted(map(len, voices), reverse=True)


def test_tables_and_json_hold_the_same() -> None:
    graph = graph_of([relay("Kolvar Post"), relay("CNN", 2)], ["CNN", "Harrow Times"])
    edges, nodes = graph.edges_frame(), graph.nodes_frame()
    assert edges.to_dict("records") == [
        {"source": "cnn", "target": "kolvarpost", "articles": 1},
        {"source": "harrowtimes", "target": "cnn", "articles": 1},
    ]
    assert list(nodes["key"]) == ["cnn", "harrowtimes", "kolvarpost"]
    told = json.loads(json.dumps(graph.to_dict()))
    assert told["independent"] == 1
    assert CitationGraph.model_validate_json(graph.model_dump_json()) == graph


def test_nothing_and_one_article() -> None:
    empty = citation_graph([])
    assert (empty.independent, empty.voices, empty.summary) == (0, (), "There are no reports.")
    assert isinstance(empty.edges_frame(), pd.DataFrame)
    assert list(empty.edges_frame().columns) == ["source", "target", "articles"]
    assert citation_graph([CitingArticle("a")]).summary == "There is one report."


def test_summaries() -> None:
    text = relay("Kolvar Post").replace(", the Kolvar Post reported", "") + " It was old and grey."
    copies = citation_graph(citing_articles([text, text, "Nothing of that kind was seen here."]))
    assert copies.summary == "2 of 3 reports are copies of one text."
    apart = citation_graph([CitingArticle("a"), CitingArticle("b")])
    assert apart.summary == "No report was seen to pass on another."
    outlet = citation_graph([CitingArticle("a", (), "CNN"), CitingArticle("b", (), "cnn.com")])
    assert outlet.summary == "Both reports are by one outlet, CNN."


def test_only_what_traces_back_is_told_to() -> None:
    own = [CitingArticle(f"own{number}", (), "Kolvar Post") for number in range(5)]
    cited = CitingArticle("first", (), "Lorwick Herald")
    [relaying] = citing_articles([relay("Lorwick Herald")], ["one"], sources=["Kolvar Post"])
    graph = citation_graph([*own, cited, relaying])
    assert graph.independent == 1
    assert graph.summary == "6 of 7 reports are by one outlet, Kolvar Post."
    two = citation_graph([own[0], cited, relaying])
    assert two.summary == "2 of 3 reports trace back to Lorwick Herald."
    copied = citation_graph([*own[:3], CitingArticle("copy", copy_of="own0")])
    assert copied.summary == "3 of 4 reports are by one outlet, Kolvar Post."


def test_wrong_articles_are_refused() -> None:
    with pytest.raises(InputError, match="different ids"):
        citation_graph([CitingArticle("a"), CitingArticle("a")])
    with pytest.raises(InputError, match="copy of 'b', which is not there"):
        citation_graph([CitingArticle("a", copy_of="b")])
    for articles in (None, ["It sank."], "It sank.", np.array("It sank.")):
        with pytest.raises(InputError, match=r"must be CitingArticle, got .* citing_articles"):
            citation_graph(articles)  # type: ignore[arg-type]


SVG = "{http://www.w3.org/2000/svg}"


def node(key: str, name: str = "", cited_by: int = 0) -> Node:
    return Node(key=key, name=name or key, kind="outlet", articles=1, cited_by=cited_by)


def drawn(nodes: list[Node], edges: list[Edge], *circles: tuple[str, ...]) -> str:
    graph = CitationGraph(
        nodes=tuple(nodes), edges=tuple(edges), voices=(), origins=(), circles=circles, summary=""
    )
    return graph.to_svg()


def test_it_has_a_title_a_description_and_boxes_to_focus() -> None:
    texts = ["It sank, CNN said.", "It sank, the Kolvar Post said."]
    graph = citation_graph(citing_articles(texts, sources=["Kolvar Post", "Lorwick Herald"]))
    picture = ElementTree.fromstring(graph.to_svg())
    assert picture.get("role") == "group"
    assert picture.get("style") is None  # which the policy of a page would refuse
    assert picture.find(f"{SVG}title") is not None
    described = picture.find(f"{SVG}desc")
    assert described is not None
    assert described.text == "Both reports trace back to CNN. 1 independent report."
    boxes = picture.findall(f"{SVG}g")
    assert [box.get("tabindex") for box in boxes] == ["0"] * 3
    assert "CNN, outlet, 0 own articles, cited by 1 article" in {
        box.get("aria-label") for box in boxes
    }
    assert len(picture.findall(f"{SVG}path")) == 2


def test_it_has_no_colour_of_its_own() -> None:
    svg = drawn([node("a", cited_by=1), node("b")], [Edge(source="b", target="a", articles=1)])
    assert "currentColor" in svg
    assert not re.search(r"#[0-9a-fA-F]{3}|rgb\(|white|black", svg)


def test_circles_and_posts_are_told_in_words_and_lines() -> None:
    edges = [Edge(source="a", target="b", articles=9), Edge(source="b", target="a", articles=1)]
    post = Node(key="p", name="Facebook", kind="post", articles=0, cited_by=1)
    edges.append(Edge(source="a", target="p", articles=1))
    svg = drawn([node("a"), node("b"), post], edges, ("a", "b"))
    assert svg.count("in a circle of citations") == 2
    assert svg.count("stroke-dasharray") == 1
    assert ElementTree.fromstring(svg) is not None


def test_names_are_escaped() -> None:
    name = 'A "<script>" & co ' + "x" * 40
    svg = citation_graph([CitingArticle("a", source=name)]).to_svg()
    assert "<script" not in svg
    box = ElementTree.fromstring(svg).find(f"{SVG}g")
    assert box is not None
    assert str(box.get("aria-label")).startswith(name)


def test_control_characters_are_left_out() -> None:
    svg = citation_graph([CitingArticle("a", source="Kolvar\x00\x1b Post\ud800")]).to_svg()
    assert ElementTree.fromstring(svg.encode("utf-8")) is not None


def test_boxes_do_not_overlap_and_the_rest_is_counted() -> None:
    nodes = [node(f"n{number:03}", cited_by=number) for number in range(MOST + 5)]
    edges = [Edge(source=f"n{number:03}", target="n044", articles=1) for number in range(MOST + 4)]
    svg = drawn(nodes, edges)
    assert "0 independent reports. 5 more are not drawn." in svg
    places = re.findall(r'<rect x="(\d+)" y="(\d+)"', svg)
    assert len(places) == len(set(places)) == MOST


def test_an_empty_graph_is_a_picture() -> None:
    assert ElementTree.fromstring(citation_graph([]).to_svg()) is not None


def test_a_node_is_frozen() -> None:
    node = Node(key="cnn", name="CNN", kind="outlet", articles=1, cited_by=0)
    with pytest.raises(ValueError, match="frozen"):
        node.name = "BBC"  # type: ignore[misc]
