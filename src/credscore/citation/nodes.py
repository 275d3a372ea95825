"""What a graph of citations consists of: who cites or is cited, and who cites whom."""

from pydantic import BaseModel, ConfigDict


class Node(BaseModel):
    """An outlet, agency, document or post, or an article whose outlet is not known.

    `key` is the folded name (`key_of`), or "#" and the id of an article. `articles` is how many of
    the articles are its own, `cited_by` how many others cite it, `date` the earliest of its own.
    """

    model_config = ConfigDict(frozen=True)
    key: str
    name: str
    kind: str
    articles: int
    cited_by: int
    date: str | None = None


class Edge(BaseModel):
    """Who (`source`) cites whom (`target`), by the keys of their nodes, in how many articles."""

    model_config = ConfigDict(frozen=True)
    source: str
    target: str
    articles: int
