"""Which articles of a claim are pooled, and which of them are one voice."""

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np

from credscore.citation import citation_graph, citing_articles
from credscore.pooling.articles import ReadArticle
from credscore.pooling.pool import Pool


class Selection:
    """The articles of one claim by date, who cites whom, and the places of those that are pooled.

    `voices` has the number of each article's voice, `copy_of` the place of the article that it is
    a copy of, or None. `chosen` are the places of articles with a reliable score; without any of
    these, of all that have a score and any text or title. Pooled are those of `places`: originals,
    and the first copy of one that is not chosen. Of articles that name no claim none is.
    """

    def __init__(self, articles: Iterable[ReadArticle], is_one_claim: bool = True) -> None:
        self.is_one_claim = is_one_claim
        self.articles = sorted(articles, key=lambda each: each.order)
        width = len(str(len(self.articles)))
        ids = [f"{index:0{width}}" for index in range(len(self.articles))]
        texts, titles, sources, dates = (
            [getattr(each, name) for each in self.articles]
            for name in ("text", "title", "source", "date")
        )
        rows = citing_articles(texts, ids, titles, sources, dates)
        self.graph = citation_graph(rows)
        self.cites = [
            tuple(dict.fromkeys(citation.name for citation in row.citations)) for row in rows
        ]
        self.copy_of = [None if row.copy_of is None else int(row.copy_of) for row in rows]
        number = {id: at for at, voice in enumerate(self.graph.voices) for id in voice}
        self.voices = [number[id] for id in ids]
        scored = [
            at for at, each in enumerate(self.articles) if each.error is None and each.heading
        ]
        reliable = [at for at in scored if self.articles[at].reliable]
        self.is_reliable = is_one_claim and bool(reliable)
        self.chosen = (reliable or scored) if is_one_claim else []
        first: dict[int, int] = {}
        chosen = set(self.chosen)
        for at in self.chosen:
            original = self.copy_of[at]
            if original not in chosen:
                first.setdefault(at if original is None else original, at)
        self.places = list(first.values())
        self.pooled = [self.articles[at] for at in self.places]
        self._reports = (
            np.array([self.voices[at] for at in self.places], np.intp),
            np.array([article.log_odds for article in self.pooled]),
            np.array([article.stance == "debunks" for article in self.pooled], np.bool_),
        )

    def pool(self, end: int | None = None) -> Pool:
        """All articles that are pooled, or those of them before a place."""
        count = None if end is None else bisect_left(self.places, end)
        voices, log_odds, debunks = self._reports
        return Pool(voices[:count], log_odds[:count], debunks[:count])
