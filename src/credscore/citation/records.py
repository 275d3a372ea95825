"""The record of one citation, and what a graph of citations consists of."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

CitedKind = Literal["outlet", "agency", "document", "post"]
"""What is cited: a newspaper, site or broadcaster; a news agency; a written record; a post."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet, agency, document or post that a text names as the source of what it relays.

    `quote` is `text[start:end]`, or `title[start:end]` if `in_title`; offsets count characters,
    ends are exclusive. `name` is the quote on one line, `key` the name folded, by which the same
    outlet is found again (see `key_of`). `kind` is one of

    - agency: a news agency ("Reuters"), also as a dateline ("(AP) -");
    - outlet: a newspaper, magazine, site, broadcaster ("the Lorwick Herald", "kolvar.com");
    - document: a written record ("court documents", "a leaked memo"), named by its kind;
    - post: a platform on which something was posted, a tweet, an account ("@noravale").

    `is_credit` tells whether the whole text is credited to it: a dateline, or a line at the end.

    >>> import credscore
    >>> text = "Two officials told the Lorwick Herald that it sank."
    >>> (cited,) = credscore.citations(text)
    >>> cited.name, cited.key, cited.kind, text[cited.start : cited.end] == cited.quote
    ('Lorwick Herald', 'lorwickherald', 'outlet', True)
    """

    name: str
    key: str
    kind: CitedKind
    start: int
    end: int
    quote: str
    in_title: bool
    is_credit: bool = False


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
