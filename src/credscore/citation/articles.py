"""Reads from each article what a citation graph needs: what it cites, passes on and copies."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain

from credscore.attribution import STANCES
from credscore.blocks import Block, in_blocks
from credscore.citation.copies import cells_of, copies_of, strings_of
from credscore.citation.known_names import key_of
from credscore.citation.search import Citation, located
from credscore.errors import InputError
from credscore.evidence import NAMED
from credscore.signals import Reading, require_many

_RELAYED = frozenset({"outlet", "agency", "post"})
"""Kinds of citations that can stand for an article's own reporting."""


@dataclass(frozen=True, slots=True)
class CitingArticle:
    """An article with its outlet and date as given, its citations and its origins.

    `passes_on` is the key of the outlet or post whose report the article only passes on, or None
    (see `citing_articles`). `copy_of` is the id of the first article with the same text, or None.

    >>> CitingArticle("a", (), "Lorwick Herald").source
    'Lorwick Herald'
    """

    id: str
    citations: tuple[Citation, ...] = ()
    source: str | None = None
    date: str | None = None
    passes_on: str | None = None
    copy_of: str | None = None


def citing_articles(
    texts: Iterable[str], ids: Iterable[str] | None = None,
    titles: Iterable[str | None] | None = None, sources: Iterable[str | None] | None = None,
    dates: Iterable[str | None] | None = None, n_jobs: int = 1,
) -> list[CitingArticle]:  # fmt: skip
    """Read texts as the articles that `citation_graph` takes.

    An article only passes on the report of another outlet in two cases. It is credited to the
    outlet: "(Reuters) -". Or it cites an outlet, agency or post that is not its own outlet, and all
    its named people and institutions speak in sentences with such a citation; what they say in
    later sentences does not count as its own either. It passes on the outlet it is credited to,
    else the one it cites most often, else the one it cites first.

    Without `ids`, the ids are the positions, from "0". `dates` are strings that sort by time. The
    name of every outlet in `sources` is recognised in all texts. `n_jobs` processes share the work;
    -1 takes one for each core.

    Raises InputError if `texts` is no collection, if there are not as many ids, titles, sources or
    dates, if a text or one of these is neither a string nor missing (None, NaN), or if an id
    occurs twice.

    >>> texts = ["It sank, the Lorwick Herald reported.", "It sank, Nora Vale told us."]
    >>> [(article.id, article.passes_on) for article in citing_articles(texts)]
    [('0', 'lorwickherald'), ('1', None)]
    """
    require_many(texts)
    strings = strings_of(texts)
    size = len(strings)
    names = list(map(str, range(size) if ids is None else cells_of("ids", ids, size)))
    heads = cells_of("titles", titles, size)
    outlets, days = cells_of("sources", sources, size), cells_of("dates", dates, size)
    if len(set(names)) != size:
        raise InputError("ids must differ, got one twice. Number the articles, or leave ids out.")
    read = partial(_of_block, names=tuple(sorted({name for name in outlets if name})))
    cited = chain.from_iterable(in_blocks(read, strings, heads, n_jobs))
    first = copies_of(strings, days, names)
    return [
        CitingArticle(
            names[index], tuple(citations), outlets[index], days[index],
            _passed_on(citations, own, key_of(outlets[index] or "")),
            names[first[index]] if first[index] != index else None,
        )
        for index, (citations, own) in enumerate(cited)
    ]  # fmt: skip


def _of_block(
    block: Block, names: tuple[str, ...]
) -> list[tuple[list[Citation], list[frozenset[str]]]]:
    """Each article's citations, and what the sentence of each named source's statement cites."""
    reading = Reading.together(block.texts, block.titles)
    text = reading.text
    citations: list[list[Citation]] = [[] for _ in block.texts]
    cited: dict[int, set[str]] = {}  # the keys that each sentence cites
    for article, token, citation in located(text, names):
        citations[article].append(citation)
        if citation.kind in _RELAYED:
            cited.setdefault(reading.sentence(token)[0], set()).add(citation.key)
    statements: list[list[frozenset[str]]] = [[] for _ in block.texts]
    hashes, article, keys_of = text.hashes, 0, dict[int, frozenset[str]]()
    for statement in reading.attributions:
        if statement.kind not in NAMED or statement.cue in STANCES:
            continue
        while text.body_ends[article] <= statement.source_start:
            article, keys_of = article + 1, {}
        keys = frozenset(cited.get(reading.sentence(statement.verb_start)[0], ()))
        name = int(hashes[statement.source_end - 1])
        if keys:
            keys_of[name] = keys
        statements[article].append(keys or keys_of.get(name, keys))
    return list(zip(citations, statements, strict=True))


def _passed_on(
    citations: Iterable[Citation], statements: Iterable[frozenset[str]], own: str
) -> str | None:
    """The key of the report that an article of the outlet `own` only passes on; else None."""
    others = [
        citation for citation in citations if citation.kind in _RELAYED and citation.key != own
    ]
    for citation in others:
        if citation.is_credit:
            return citation.key
    if not others or any(not keys - {own} for keys in statements):
        return None
    counts = Counter(citation.key for citation in others)
    return max(counts, key=counts.__getitem__)  # the first of equal ones
