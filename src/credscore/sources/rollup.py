"""What is kept of each source while its articles pass, and the ranked table at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from credscore.sources.near_duplicates import Originals
from credscore.sources.shrinkage import Array, Tally, moments, shrink

if TYPE_CHECKING:
    import pandas as pd

MIN_ARTICLES = 10
_MOST_SIGNALS = 3


@dataclass(frozen=True, slots=True)
class Article:
    """What a roll-up needs of an article; `signals` are log-odds by signal."""

    source: str
    score: float
    debunks: bool
    attributed: int
    unnamed: int
    signals: dict[str, float]
    sketch: tuple[int, ...]


@dataclass
class _Tally(Tally):
    copies: int = 0
    attributed: int = 0
    unnamed: int = 0
    signals: dict[str, tuple[float, float]] = field(default_factory=dict)


class RollUp:
    """Sources and their articles; a copy of an earlier article counts for no source."""

    def __init__(self) -> None:
        self._tallies: dict[str, _Tally] = {}
        self._originals = Originals()

    def add(self, articles: Sequence[Article]) -> None:
        """Count articles, in order."""
        copies = self._originals.copies([article.sketch for article in articles])
        for article, copy in zip(articles, copies, strict=True):
            tally = self._tallies.setdefault(article.source, _Tally())
            if copy:
                tally.copies += 1
                continue
            tally.add(article.score, debunks=article.debunks)
            if not article.debunks:
                tally.attributed += article.attributed
                tally.unnamed += article.unnamed
                for signal, value in article.signals.items():
                    total, squares = tally.signals.get(signal, (0.0, 0.0))
                    tally.signals[signal] = total + value, squares + value**2

    def add_failed(self, source: str) -> None:
        """Count an article that could not be scored."""
        self._tallies.setdefault(source, _Tally()).failed += 1

    def table(self, name: str, min_articles: int = MIN_ARTICLES) -> "pd.DataFrame":
        """One row for each source: the ranked ones first, then those of too few articles."""
        import pandas as pd

        tallies = list(self._tallies.values())
        count, total, squares = moments(tallies)
        shrunk = shrink(count, total, squares)
        counted = count > 0
        attributed = np.array([tally.attributed for tally in tallies], float)
        unnamed = np.array([tally.unnamed for tally in tallies], float)
        frame = pd.DataFrame(
            {
                "rank": pd.array([pd.NA] * len(tallies), dtype="Int64"),
                name: pd.Series(list(self._tallies), dtype=object),  # str refuses surrogates
                "score": np.where(counted, shrunk.mean, np.nan),
                "low": np.where(counted, np.clip(shrunk.low, 0, 1), np.nan),
                "high": np.where(counted, np.clip(shrunk.high, 0, 1), np.nan),
                "articles": count.astype(int),
                "mean": np.divide(total, count, out=np.full(len(count), np.nan), where=counted),
                "debunks": [tally.debunks for tally in tallies],
                "copies": [tally.copies for tally in tallies],
                "failed": [tally.failed for tally in tallies],
                "unnamed_share": np.divide(
                    unnamed, attributed, out=np.full(len(count), np.nan), where=attributed > 0
                ),
                "stands_out": self._standing_out(tallies, count),
            }
        )
        few, mean = (
            (count < min_articles).tolist(),
            np.where(counted, -shrunk.mean, np.inf).tolist(),
        )
        order = [
            at for *_, at in sorted(zip(few, mean, self._tallies, range(len(few)), strict=True))
        ]
        ranked = few.count(False)
        frame = frame.iloc[order].reset_index(drop=True)
        frame.loc[: ranked - 1, "rank"] = range(1, ranked + 1)
        return frame

    @staticmethod
    def _standing_out(tallies: list[_Tally], count: Array) -> list[str]:
        """Signals whose shrunk log-odds differ from those of all sources, 90 % surely."""
        names = sorted({signal for tally in tallies for signal in tally.signals})
        signals: list[list[tuple[float, str]]] = [[] for _ in tallies]
        for signal in names:
            pairs = np.array([tally.signals.get(signal, (0.0, 0.0)) for tally in tallies], float)
            shrunk = shrink(count, pairs[:, 0], pairs[:, 1])
            beyond = (shrunk.low > shrunk.centre) | (shrunk.high < shrunk.centre)
            for place in np.flatnonzero(beyond & (count > 0)):
                signals[place].append((float(shrunk.mean[place] - shrunk.centre), signal))
        return [
            ", ".join(
                f"{signal} {difference:+.2f}"
                for difference, signal in sorted(differences, key=lambda item: -abs(item[0]))[
                    :_MOST_SIGNALS
                ]
            )
            for differences in signals
        ]
