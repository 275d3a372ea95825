"""Sums articles up by source while they are read, and makes the ranked table of all sources.

A mean of few articles is shrunk to that of all (empirical Bayes). The model is the one-way random
model with groups of unequal size. Its variances are estimated by the analysis of variance (Searle,
Casella and McCulloch, Variance Components, Wiley 1992), and taken as known.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from credscore.citation import originals
from credscore.model import Z90
from credscore.signals import Floats

if TYPE_CHECKING:
    import pandas as pd

MIN_ARTICLES = 10
AGREEMENT = (  # from benchmarks/results/sources.json
    "This says how an outlet's articles are sourced, not how right they are: the rank correlation "
    "with outlets' factuality as rated by others is 0.17 (90 % interval -0.05 to 0.38)."
)
_MOST_SIGNALS = 3
_COUNTS = ("articles", "attributed", "named", "unnamed", "debunks", "copies", "failed")
_SHOWN = 2  # decimals of a shown score; scores that look equal share a rank


class Shrunk(NamedTuple):
    """Group means of the model y ~ N(group mean, within), group mean ~ N(centre, between)."""

    mean: Floats
    low: Floats
    high: Floats
    centre: float
    within: float
    between: float


def shrink(count: Floats, total: Floats, squares: Floats) -> Shrunk:
    """The shrunk mean of each group with its 90 % interval; an empty group gets the centre."""
    counted = count > 0
    if not counted.any():
        unknown, nan = np.full(len(count), np.nan), float("nan")
        return Shrunk(unknown, unknown, unknown, nan, nan, nan)
    means = np.divide(total, count, out=np.zeros_like(total), where=counted)
    size, groups = float(count.sum()), int(counted.sum())
    grand = float(total.sum()) / size
    inner = float((squares - count * means**2)[counted].sum())
    outer = float((count * (means - grand) ** 2).sum())
    if size > groups:
        within = max(inner / (size - groups), 0.0)
        spread = size - float((count**2).sum()) / size
        between = max((outer - (groups - 1) * within) / spread, 0.0) if spread > 0 else 0.0
    else:  # with one observation in each group, groups can't be told from chance
        within, between = outer / max(groups - 1, 1), 0.0
    noise = within / np.maximum(count, 1)
    spread_out = between + noise if within or between else 1 / np.maximum(count, 1)
    weight = np.where(counted, 1 / spread_out, 0.0)
    centre = float((weight * means).sum() / weight.sum())
    share = between / (between + noise) if between else np.zeros_like(noise)
    share = np.where(counted, share, 0.0)
    mean = centre + share * (means - centre)
    variance = share * noise + (1 - share) ** 2 / weight.sum() + np.where(counted, 0.0, between)
    reach = Z90 * np.sqrt(variance)
    return Shrunk(mean, mean - reach, mean + reach, centre, within, between)


@dataclass(frozen=True, slots=True)
class Article:
    """What is needed of an article: its score, if it has one, and its log-odds by signal."""

    source: str
    score: float | None
    debunks: bool = False
    attributed: int = 0
    named: int = 0
    unnamed: int = 0
    signals: dict[str, float] = field(default_factory=dict)
    sketch: Sequence[int] = ()
    key: bytes = b""
    """By it one of several copies is chosen: a hash of the source, the title and the text."""

    def sums(self) -> dict[str, float]:
        """What it adds to the sums of its source; a debunk adds nothing to the mean."""
        if self.score is None or self.debunks:
            return {"failed" if self.score is None else "debunks": 1}
        values = {"score": self.score, **self.signals}
        return {
            "articles": 1, "attributed": self.attributed, "named": self.named,
            "unnamed": self.unnamed, **values,
            **{f"{name} squared": value**2 for name, value in values.items()},
        }  # fmt: skip


class RollUp:
    """Sums by source; of several copies only the one with the smallest key counts.

    So the order of the articles decides nothing. `sums` are those of a source: its scores and
    log-odds, their squares, and the counts that `_COUNTS` names.
    """

    def __init__(self) -> None:
        self.sums: dict[str, Counter[str]] = defaultdict(Counter)
        self._waiting: list[Article] = []

    def add(self, articles: Sequence[Article]) -> None:
        """Add articles; copies of one another are counted once, after all are added."""
        self._waiting += articles

    def count(self, article: Article) -> None:
        """Count an article at once; it is taken as no copy."""
        self.sums[article.source].update(article.sums())

    def _count_waiting(self) -> None:
        waiting = sorted(self._waiting, key=attrgetter("key", "source"))
        self._waiting.clear()
        first = originals([article.sketch for article in waiting])
        for article, original in zip(waiting, first, strict=True):
            if original is None:
                self.count(article)
            else:
                self.sums[article.source]["copies"] += 1

    def table(self, name: str, min_articles: int = MIN_ARTICLES) -> "pd.DataFrame":
        """One row for each source by rank and `named_share`; sources of few articles come last."""
        import pandas as pd

        self._count_waiting()
        sources = sorted(self.sums)
        sums = pd.DataFrame([self.sums[source] for source in sources], dtype=float)
        names = {"score", *(str(name) for name in sums if f"{name} squared" in sums)}
        sums = sums.reindex(columns=[*_COUNTS, *names, *(f"{name} squared" for name in names)])
        sums = sums.fillna(0.0)
        count = sums["articles"].to_numpy()
        shrunk = _shrunk(sums, "score")
        frame = pd.DataFrame(
            {
                name: pd.Series(sources, dtype=object),  # the type str refuses surrogates
                "articles": count.astype(int),
                "attributed_per_article": _share(sums["attributed"], count),
                "named_share": _share(sums["named"], sums["attributed"]),
                "unnamed_share": _share(sums["unnamed"], sums["attributed"]),
                "rank": pd.array([pd.NA] * len(sources), dtype="Int64"),  # set below
                "score": np.where(count > 0, shrunk.mean, np.nan),
                "low": np.where(count > 0, np.clip(shrunk.low, 0, 1), np.nan),
                "high": np.where(count > 0, np.clip(shrunk.high, 0, 1), np.nan),
                "mean": _share(sums["score"], count),
                "stands_out": _distinctive_signals(sums, sorted(names - {"score"})),
                **sums[["debunks", "copies", "failed"]].astype(int),
            }
        )
        few = frame["articles"] < min_articles
        shown = frame["score"].round(_SHOWN)
        order = np.lexsort((-frame["named_share"], -shown, few))
        frame["rank"] = shown.mask(few).rank(method="min", ascending=False).astype("Int64")
        return frame.iloc[order].reset_index(drop=True)


def _share(sums: "pd.Series[float]", counts: Any) -> "pd.Series[float]":
    return sums / np.where(counts, counts, np.nan)


def _shrunk(sums: "pd.DataFrame", name: str) -> Shrunk:
    return shrink(*sums[["articles", name, f"{name} squared"]].to_numpy().T)


def _distinctive_signals(sums: "pd.DataFrame", signals: Sequence[str]) -> list[str]:
    """Signals whose shrunk log-odds differ from those of all sources by their 90 % intervals."""
    gaps: list[list[tuple[float, str]]] = [[] for _ in range(len(sums))]
    for signal in signals:
        shrunk = _shrunk(sums, signal)
        beyond = (shrunk.low > shrunk.centre) | (shrunk.high < shrunk.centre)
        for row in np.flatnonzero(beyond & (sums["articles"] > 0)):
            gaps[row].append((float(shrunk.mean[row] - shrunk.centre), signal))
    return [
        ", ".join(
            f"{signal} {gap:+.2f}"
            for gap, signal in sorted(of_source, key=lambda item: -abs(item[0]))[:_MOST_SIGNALS]
        )
        for of_source in gaps
    ]
