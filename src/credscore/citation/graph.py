"""Builds the graph of who cites whom, counts its independent voices, and draws it as an SVG."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from credscore.citation.articles import CitingArticle
from credscore.citation.known_names import key_of
from credscore.citation.partition import LATEST, circles_of, depths_of, roots_of, voices_of
from credscore.errors import InputError
from credscore.page import rendered
from credscore.signals import is_many

if TYPE_CHECKING:
    import pandas as pd

MOST = 40  # the most nodes that are drawn: those cited most
_BOX, _ACROSS, _DOWN, _MARGIN = 180, 260, 60, 20  # pixels
_KINDS = ("agency", "outlet", "post", "document", "article")


class Node(BaseModel):
    """An outlet, agency, document or post; or an article whose outlet is not known.

    `key` is the folded name (`key_of`), or "#" and the id of an article. `articles` counts the
    node's own articles, `cited_by` the other articles that cite it. `date` is the earliest date of
    its own articles.
    """

    model_config = ConfigDict(frozen=True)
    key: str
    name: str
    kind: str
    articles: int
    cited_by: int
    date: str | None = None


class Edge(BaseModel):
    """`source` cites `target` (keys of nodes) in so many `articles`."""

    model_config = ConfigDict(frozen=True)
    source: str
    target: str
    articles: int


class CitationGraph(BaseModel):
    """Who cites whom among some articles; `citation_graph` makes it.

    `nodes` and `edges` are in the order of their keys. `voices` holds the ids of the articles of
    each voice, the largest voice first; `independent` is the number of voices. `origins` are the
    cited nodes, the most cited first and of equal ones the earliest. `circles` are the keys of
    outlets that cite each other in a circle.

    >>> graph = citation_graph([CitingArticle("a", source="Lorwick Herald")])
    >>> graph.independent, graph.nodes[0].key
    (1, 'lorwickherald')
    """

    model_config = ConfigDict(frozen=True)
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    voices: tuple[tuple[str, ...], ...]
    origins: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]
    summary: str

    @property
    def independent(self) -> int:
        """The number of independent reports, which is the number of voices."""
        return len(self.voices)

    def nodes_frame(self) -> "pd.DataFrame":
        """The nodes as a table: key, name, kind, articles, cited_by, date, in_circle."""
        import pandas as pd

        turning = {key for circle in self.circles for key in circle}
        rows = [{**dict(node), "in_circle": node.key in turning} for node in self.nodes]
        return pd.DataFrame(rows, columns=[*Node.model_fields, "in_circle"])

    def edges_frame(self) -> "pd.DataFrame":
        """The edges as a table: source, target, articles."""
        import pandas as pd

        return pd.DataFrame(map(dict, self.edges), columns=[*Edge.model_fields])

    def to_dict(self) -> dict[str, Any]:
        """The whole graph as JSON can hold it, with the number of independent reports."""
        return {**self.model_dump(mode="json"), "independent": self.independent}

    def to_svg(self) -> str:
        """A picture for a page: boxes for nodes, arrows to who is cited.

        Each box can be focused and states its name, kind and numbers. The colours are those of the
        text around it. At most 40 boxes are drawn: the most cited ones, or all if nobody cites.
        """
        linked = {key for edge in self.edges for key in (edge.source, edge.target)}
        nodes = [node for node in self.nodes if node.key in linked or not linked]
        nodes.sort(key=lambda node: (-node.cited_by, -node.articles, node.key))
        boxes = {node.key: node for node in nodes[:MOST]}
        arrows = [edge for edge in self.edges if edge.source in boxes and edge.target in boxes]
        depths = depths_of([(edge.source, edge.target) for edge in arrows])
        columns: dict[int, list[str]] = defaultdict(list)
        for key in boxes:
            columns[depths.get(key, 0)].append(key)
        places = {
            key: (_MARGIN + column * _ACROSS, _MARGIN + row * _DOWN)
            for column, keys in columns.items()
            for row, key in enumerate(keys)
        }
        about = (
            f"{self.summary} {self.independent} independent report{'s' * (self.independent != 1)}."
        )
        if len(nodes) > MOST:
            about += f" {len(nodes) - MOST} more are not drawn."
        return rendered(
            "citations.html", about=about, box=_BOX, bend=(_ACROSS - _BOX) // 2,
            width=2 * _MARGIN + _ACROSS * (max(columns, default=0) + 1),
            height=2 * _MARGIN + _DOWN * max(map(len, columns.values()), default=1),
            arrows=[(places[edge.source], places[edge.target], edge.articles) for edge in arrows],
            boxes=[(node, places[key]) for key, node in boxes.items()],
            turning={key for circle in self.circles for key in circle},
        )  # fmt: skip


def citation_graph(articles: Iterable[CitingArticle]) -> CitationGraph:
    """Who cites whom, where the reports come from, and how many voices are independent.

    These belong to one voice: articles of one outlet; articles that share a text; an article that
    only passes on a report, with the outlet or post that it passes on. All that is connected in
    this way is one voice, so another copy never raises the number of voices. The order of the
    articles does not matter. Size and time are linear in the number of articles.

    Raises InputError if an item is no CitingArticle, if two articles have the same id, or if one is
    a copy of an id that is absent.

    >>> from credscore.citation import citing_articles
    >>> texts = ["It sank, the Kolvar Post said.", "It sank, CNN said.", "It sank, said Al Lee."]
    >>> articles = citing_articles(texts, sources=["CNN", "Lorwick Herald", "Harrow Times"])
    >>> graph = citation_graph(articles)
    >>> graph.independent, graph.summary
    (2, '2 of 3 reports trace back to Kolvar Post.')
    """
    given: list[Any] = list(articles) if is_many(articles) else [articles]
    if wrong := [
        type(article).__name__ for article in given if not isinstance(article, CitingArticle)
    ]:
        raise InputError(
            f"articles must be CitingArticle, got {wrong[0]}. "
            "Make them of texts with citing_articles."
        )
    rows = sorted(given, key=lambda article: (article.date or LATEST, article.id))
    ids: set[str | None] = {None, *(row.id for row in rows)}
    if len(ids) <= len(rows):
        raise InputError("articles must have different ids, got one twice: number them.")
    if absent := [row.copy_of for row in rows if row.copy_of not in ids]:
        raise InputError(f"an article is a copy of {absent[0]!r}, which is not there: add it.")
    owners = [key_of(row.source or "") or f"#{row.id}" for row in rows]
    links = Counter(
        (owner, key)
        for row, owner in zip(rows, owners, strict=True)
        for key in {citation.key for citation in row.citations} - {owner}
    )
    nodes = _nodes(rows, owners, links)
    voices = voices_of(rows, owners)
    cited = sorted((node for node in nodes.values() if node.cited_by), key=_by_weight)
    circles = circles_of(links)
    return CitationGraph(
        nodes=tuple(nodes.values()),
        edges=tuple(
            Edge(source=source, target=target, articles=count)
            for (source, target), count in sorted(links.items())
        ),
        voices=tuple(voices),
        origins=tuple(node.key for node in cited),
        circles=tuple(circles),
        summary=_summary(rows, voices, nodes, circles),
    )


def _nodes(
    rows: Sequence[CitingArticle], owners: Sequence[str], links: Counter[tuple[str, str]]
) -> dict[str, Node]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, set[str]] = defaultdict(set)
    dates: dict[str, str] = {}
    for row, owner in zip(rows, owners, strict=True):
        is_known = not owner.startswith("#")
        names[owner][(row.source or "").strip() if is_known else row.id] += 1
        kinds[owner].add("outlet" if is_known else "article")
        if row.date:
            dates.setdefault(owner, row.date)
        for citation in row.citations:
            names[citation.key][citation.name] += 1
            kinds[citation.key].add(citation.kind)
    own, by = Counter(owners), Counter(key for _, key in links.elements())
    return {
        key: Node(
            key=key, name=min(written, key=lambda name: (name.islower(), -written[name], name)),
            kind=min(kinds[key], key=_KINDS.index),
            articles=own[key], cited_by=by[key], date=dates.get(key),
        )
        for key, written in sorted(names.items())
    }  # fmt: skip


def _by_weight(node: Node) -> tuple[int, str, str]:
    return -node.cited_by, node.date or LATEST, node.key


def _summary(
    rows: Sequence[CitingArticle], voices: Sequence[Sequence[str]], nodes: dict[str, Node],
    circles: Sequence[Sequence[str]],
) -> str:  # fmt: skip
    """One sentence on where most of the articles come from."""
    size = len(rows)
    if size < 2:
        return "There is one report." if size else "There are no reports."
    if len(voices[0]) == 1:
        return "No report was seen to pass on another."
    ids = set(voices[0])
    largest = [row for row in rows if row.id in ids]
    copies = max(Counter(row.copy_of or row.id for row in largest).values())
    sentences = [(copies, "are copies of one text")]
    outlets = Counter(key for row in largest if (key := key_of(row.source or "")))
    if outlets:
        key = min(outlets, key=lambda key: (-outlets[key], key))
        sentences.append((outlets[key], f"are by one outlet, {nodes[key].name}"))
    roots = roots_of(largest)
    traced = Counter(roots.values())
    if traced:
        key = min(traced, key=lambda key: (-traced[key], *_by_weight(nodes[key])))
        origin = next((circle for circle in circles if key in circle), (key,))
        name = f"one post ({nodes[key].name})" if nodes[key].kind == "post" else nodes[key].name
        if len(origin) > 1:
            name = f"{len(origin)} outlets that cite each other in a circle"
        ids = {
            row.id
            for row in largest
            if roots.get(row.id) in origin or key_of(row.source or "") in origin
        }
        reports = sum(not ids.isdisjoint((row.id, row.copy_of)) for row in largest)
        sentences.append((reports, f"trace back to {name}"))
    count, what = max(reversed(sentences), key=lambda entry: entry[0])  # the later of equals
    if count < size:
        return f"{count} of {size} reports {what}."
    return f"{'Both' if size == 2 else f'All {size}'} reports {what}."
