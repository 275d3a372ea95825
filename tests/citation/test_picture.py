"""The picture can be read without colour, with the keyboard, and by a screen reader."""

import re
from xml.etree import ElementTree

from credscore.citation import CitingArticle, citation_graph, citing_articles
from credscore.citation.picture import MOST, drawn
from credscore.citation.records import Edge, Node

SVG = "{http://www.w3.org/2000/svg}"


def node(key: str, name: str = "", cited_by: int = 0) -> Node:
    return Node(key=key, name=name or key, kind="outlet", articles=1, cited_by=cited_by)


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
    svg = drawn([node("a", cited_by=1), node("b")], [Edge(source="b", target="a", articles=1)],
                [], "")  # fmt: skip
    assert "currentColor" in svg
    assert not re.search(r"#[0-9a-fA-F]{3}|rgb\(|white|black", svg)


def test_circles_and_posts_are_told_in_words_and_lines() -> None:
    edges = [Edge(source="a", target="b", articles=9), Edge(source="b", target="a", articles=1)]
    post = Node(key="p", name="Facebook", kind="post", articles=0, cited_by=1)
    edges.append(Edge(source="a", target="p", articles=1))
    svg = drawn([node("a"), node("b"), post], edges, [("a", "b")], "")
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
    svg = drawn(nodes, edges, [], "About.")
    assert "About. 5 more are not drawn." in svg
    places = re.findall(r'<rect x="(\d+)" y="(\d+)"', svg)
    assert len(places) == len(set(places)) == MOST


def test_an_empty_graph_is_a_picture() -> None:
    assert ElementTree.fromstring(citation_graph([]).to_svg()) is not None
