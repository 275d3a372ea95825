"""The graph of citations as an SVG: origins on the left, who cites them to the right of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from credscore.citation.partition import depths_of
from credscore.citation.records import Edge, Node
from credscore.page import rendered

MOST = 40  # nodes are drawn, those that are cited most
_BOX, _ACROSS, _DOWN, _MARGIN = 180, 260, 60, 20  # pixels


def drawn(
    nodes: Sequence[Node], edges: Sequence[Edge], circles: Iterable[Sequence[str]], about: str
) -> str:
    """An SVG with a box for each node that cites or is cited, all if none does; see `to_svg`.

    `about` is its description. Equal graphs give equal pictures.
    """
    linked = {key for edge in edges for key in (edge.source, edge.target)}
    drawn_nodes = [node for node in nodes if node.key in linked or not linked]
    drawn_nodes.sort(key=lambda node: (-node.cited_by, -node.articles, node.key))
    boxes = {node.key: node for node in drawn_nodes[:MOST]}
    arrows = [edge for edge in edges if edge.source in boxes and edge.target in boxes]
    depths = depths_of([(edge.source, edge.target) for edge in arrows])
    columns: dict[int, list[str]] = defaultdict(list)
    for key in boxes:
        columns[depths.get(key, 0)].append(key)
    places = {
        key: (_MARGIN + column * _ACROSS, _MARGIN + row * _DOWN)
        for column, keys in columns.items()
        for row, key in enumerate(keys)
    }
    more = f" {len(drawn_nodes) - MOST} more are not drawn." if len(drawn_nodes) > MOST else ""
    return rendered(
        "citations.html", about=about + more, box=_BOX, bend=(_ACROSS - _BOX) // 2,
        width=2 * _MARGIN + _ACROSS * (max(columns, default=0) + 1),
        height=2 * _MARGIN + _DOWN * max(map(len, columns.values()), default=1),
        arrows=[(places[edge.source], places[edge.target], edge.articles) for edge in arrows],
        boxes=[(node, places[key]) for key, node in boxes.items()],
        turning={key for circle in circles for key in circle},
    )  # fmt: skip
