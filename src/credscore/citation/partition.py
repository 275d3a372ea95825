"""Groups articles into voices, and finds outlets that cite each other in a circle."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from graphlib import TopologicalSorter
from typing import TypeVar

import numpy as np

from credscore.citation.articles import CitingArticle
from credscore.citation.known_names import key_of

LATEST = "\U0010ffff"  # sorts behind all dates: stands for a missing one

Item = TypeVar("Item", bound=Hashable)


def voices_of(rows: Sequence[CitingArticle], owners: Sequence[str]) -> list[tuple[str, ...]]:
    """The ids of the articles of each voice, connected by outlet, text or what they pass on.

    All ids are in the order of `rows`; the largest voice comes first. `owners` are the keys of the
    articles' outlets.
    """
    links: list[tuple[Hashable, Hashable]] = []
    for row, owner in zip(rows, owners, strict=True):
        article = (row.id,)  # no key is a tuple
        links.append((article, owner))
        if row.passes_on:
            links.append((article, row.passes_on))
        if row.copy_of is not None:
            links.append((article, (row.copy_of,)))
    label = _components(links, "weak")
    voices: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        voices[label[(row.id,)]].append(row.id)
    return sorted(map(tuple, voices.values()), key=len, reverse=True)


def roots_of(rows: Sequence[CitingArticle]) -> dict[str, str]:
    """For each article that passes on a report, by its id, the key where the report comes from.

    The chain is followed while outlets only pass on; in a circle it ends at the first key that
    occurs again.
    """
    onward: dict[str, str | None] = {}
    for row in rows:
        owner = key_of(row.source or "")
        if owner and (row.passes_on is None or owner not in onward):
            onward[owner] = row.passes_on
    roots: dict[str, str] = {}
    for start in {row.passes_on: None for row in rows if row.passes_on}:
        path = dict.fromkeys([start])
        key = start
        while key not in roots and (after := onward.get(key)) is not None and after not in path:
            path[after], key = None, after
        roots.update(dict.fromkeys(path, roots.get(key, key)))
    return {row.id: roots[row.passes_on] for row in rows if row.passes_on}


def circles_of(links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The keys that cite each other in a circle. Circles and keys are in their order."""
    rings: dict[int, list[str]] = defaultdict(list)
    for key, number in _components(list(links), "strong").items():
        rings[number].append(key)
    return sorted(tuple(sorted(ring)) for ring in rings.values() if len(ring) > 1)


def _components(links: Sequence[tuple[Item, Item]], connection: str) -> dict[Item, int]:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    items = dict.fromkeys(item for link in links for item in link)
    if not items:
        return {}
    numbers = {item: number for number, item in enumerate(items)}
    ends = np.array([(numbers[start], numbers[end]) for start, end in links], np.int32)
    matrix = coo_array((np.ones(len(ends), bool), ends.T), (len(numbers), len(numbers)))
    labels = connected_components(matrix, connection=connection)[1]
    return dict(zip(items, labels.tolist(), strict=True))


def depths_of(links: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The number of steps from each key to one that cites nobody; a circle counts as one step."""
    ring = _components(links, "strong")
    after: dict[int, set[int]] = {number: set() for number in ring.values()}
    for source, target in links:
        if ring[source] != ring[target]:
            after[ring[source]].add(ring[target])
    depths: dict[int, int] = {}
    for number in TopologicalSorter(after).static_order():
        depths[number] = max((depths[target] + 1 for target in after[number]), default=0)
    return {key: depths[number] for key, number in sorted(ring.items())}
