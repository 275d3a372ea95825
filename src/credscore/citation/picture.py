"""The graph of citations as an SVG: origins on the left, who cites them to the right of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from credscore.citation.partition import depths_of
from credscore.citation.records import Edge, Node

MOST = 40  # nodes are drawn, those that are cited most
_WIDTH, _HEIGHT, _ACROSS, _DOWN, _MARGIN = 180, 40, 260, 60, 20  # pixels
_LETTERS = 22


def drawn(
    nodes: Sequence[Node], edges: Sequence[Edge], circles: Iterable[Sequence[str]], about: str
) -> str:
    """An SVG with a box for each node that cites or is cited, all if none does; see `to_svg`.

    `about` is its description. Equal graphs give equal pictures.

    >>> node = Node(key="a", name="Kolvar <Post>", kind="outlet", articles=1, cited_by=0)
    >>> drawn([node], [], [], "Nobody cites.").count("&lt;Post&gt;")
    2
    """
    linked = {key for edge in edges for key in (edge.source, edge.target)}
    known = [node for node in nodes if node.key in linked or not linked]
    known.sort(key=lambda node: (-node.cited_by, -node.articles, node.key))
    boxes = {node.key: node for node in known[:MOST]}
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
    width = 2 * _MARGIN + _ACROSS * (max(columns, default=0) + 1)
    height = 2 * _MARGIN + _DOWN * max(map(len, columns.values()), default=1)
    more = f" {len(known) - MOST} more are not drawn." if len(known) > MOST else ""
    turning = {key for circle in circles for key in circle}
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-label="Who cites whom"'
        f' viewBox="0 0 {width} {height}" width="{width}" height="{height}" fill="none"'
        ' stroke="currentColor" font-family="sans-serif" font-size="13">',
        "<title>Who cites whom</title>",
        f"<desc>{_escaped(about + more)}</desc>",
        *(_arrow(places[edge.source], places[edge.target], edge.articles) for edge in arrows),
        *(_box(node, places[key], key in turning) for key, node in boxes.items()),
        "</svg>",
    ]
    return "\n".join(lines)


def _arrow(start: tuple[int, int], end: tuple[int, int], articles: int) -> str:
    """A curve from the box that cites to the right side of the box that is cited."""
    bend = (_ACROSS - _WIDTH) // 2
    tip, middle = end[0] + _WIDTH, end[1] + _HEIGHT // 2
    x, y, way = start[0], start[1] + _HEIGHT // 2, -bend
    if end[0] >= start[0]:  # in a circle: around the right side
        x, way = start[0] + _WIDTH, bend
    curve = f"M{x} {y}C{x + way} {y} {tip + bend} {middle} {tip} {middle}"
    head = f"M{tip + 8} {middle - 4}L{tip} {middle}L{tip + 8} {middle + 4}"
    return f'<path d="{curve}{head}" stroke-width="{min(articles, 4)}"/>'


def _box(node: Node, place: tuple[int, int], is_turning: bool) -> str:
    x, y = place
    own = f"{node.articles} own article{'s' * (node.articles != 1)}"
    by = f"cited by {node.cited_by} article{'s' * (node.cited_by != 1)}"
    line, ring, circle = (
        (3, ", in a circle of citations", ", circle") if is_turning else (1, "", "")
    )
    label = f"{node.name}, {node.kind}, {own}, {by}{ring}"
    dashes = ' stroke-dasharray="4 3"' if node.kind in ("post", "document") else ""
    name = node.name if len(node.name) <= _LETTERS else node.name[: _LETTERS - 1] + "…"
    under = f"{node.kind}{circle} · {by}"
    return (
        f'<g tabindex="0" role="img" aria-label="{_escaped(label)}">'
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="4"'
        f' stroke-width="{line}"{dashes}/>'
        f'<text x="{x + 8}" y="{y + 17}" fill="currentColor" stroke="none">{_escaped(name)}</text>'
        f'<text x="{x + 8}" y="{y + 33}" fill="currentColor" stroke="none" font-size="11">'
        f"{_escaped(under)}</text></g>"
    )


def _escaped(text: str) -> str:
    """Text as XML can hold it: without control characters and broken surrogates."""
    return escape("".join(filter(str.isprintable, text)))
