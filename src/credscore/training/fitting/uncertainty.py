"""How far a score may still move: the factor of the covariance that a model file stores.

The interval is to hold, for nine texts of ten, the score of a model that learnt from one more
corpus. Its shape is that of a jackknife (Efron and Tibshirani 1993, chapter 11; of groups: Kott
2001): the models without each corpus in turn, and without each tenth of the claims or publishers,
its variance divided by the corpora less one, because a further corpus moves a fit by that much
less than a new sample would. Its width is calibrated on what is known (nested, as the jackknife+
of Barber et al. 2021): each model without one corpus has its own jackknife over the corpora left
to it, and the factor is the one under which nine tenths of the moves that the missing corpus
makes, seen on its own texts, lie inside; of few corpora, a k-th of the rest too, because the next
corpus is not among the k that the factor was seen on. benchmarks/quality/uncertainty.py measures
whether it holds.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd
from joblib import Parallel, delayed

from credscore.features import NAMES
from credscore.model import Model
from credscore.training.data.weights import row_weights

Floats = npt.NDArray[np.float64]
Fit = Callable[[pd.DataFrame], Model]

PARTS = 10
LEVEL = 0.9
Z = 1.6448536269514722  # half the width of a normal distribution's 90 % interval, in sd
COMPONENTS = 8
_LEAST = 1e-6


def covariance_factor(model: Model, frame: pd.DataFrame, fit: Fit, n_jobs: int = 1) -> Floats:
    """F of shape (components, 1 + terms) for `model`, which `fit` made of `frame`.

    Parameters
    ----------
    frame
        Labelled features with columns corpus and group.
    fit
        From rows to a model; its uncertainty is not read.
    n_jobs
        Processes for the refits (joblib).
    """
    corpora = list(pd.unique(frame["corpus"]))
    removed = [*combinations(corpora, 1), *combinations(corpora, 2)] if len(corpora) > 1 else []
    removed = [names for names in removed if len(names) < len(corpora)]
    parts = [frame[part] for part in _without_parts(frame["group"])]
    subsets = [frame[~frame["corpus"].isin(names)] for names in removed] + parts
    fits = Parallel(n_jobs=n_jobs)(
        delayed(fit)(part.reset_index(drop=True))
        for part in subsets
        if part["label"].nunique() == 2
    )
    usable = iter(fits)
    made = [next(usable) if part["label"].nunique() == 2 else None for part in subsets]
    without = {names: one for names, one in zip(removed, made[: len(removed)], strict=True) if one}
    of_groups = _rows(model, [one for one in made[len(removed) :] if one])
    of_groups *= np.sqrt((PARTS - 1) / PARTS / max(len(corpora) - 1, 1))
    single = [without[names] for names in removed if len(names) == 1 and names in without]
    of_corpora = _rows(model, single) / np.sqrt(max(len(single), 1))
    inflation = _inflation(model, frame, corpora, without, of_groups)
    return inflation * compressed(np.vstack([of_corpora, of_groups]))


def compressed(rows: Floats) -> Floats:
    """At most COMPONENTS rows F with F'F close to the sum of the outer products of `rows`."""
    _, sizes, directions = np.linalg.svd(rows, full_matrices=False)
    return np.asarray(sizes[:COMPONENTS, None] * directions[:COMPONENTS], float)


def _without_parts(groups: "pd.Series[str]") -> list[npt.NDArray[np.bool_]]:
    """Masks of the rows that stay when each tenth of the groups goes."""
    names = pd.unique(groups)
    order = np.random.default_rng(0).permutation(len(names))
    part = pd.Series(order % PARTS, index=names)
    of_rows = groups.map(part).to_numpy()
    return [of_rows != number for number in range(min(PARTS, len(names)))]


def _rows(model: Model, others: Sequence[Model]) -> Floats:
    """How each other model differs in (intercept, weights of `model`'s features)."""
    found = np.zeros((len(others), 1 + len(model.weights)))
    for row, other in zip(found, others, strict=True):
        theirs = {weight.feature: weight for weight in other.weights}
        row[0] = other.intercept - model.intercept
        for place, own in enumerate(model.weights, start=1):
            weight = theirs.get(own.feature)
            row[place] = (weight.weight if weight else 0.0) - own.weight
            row[0] += weight.weight * (own.center - weight.center) if weight else 0.0
    return found


def _inflation(
    model: Model, frame: pd.DataFrame, corpora: Sequence[str],
    without: dict[tuple[str, ...], Model], of_groups: Floats,
) -> float:  # fmt: skip
    """The factor under which each corpus, added to the others, moves nine tenths as foretold."""
    if len(corpora) < 3:
        return 1.0
    ratios, masses = [], []
    for name in corpora:
        here = frame[frame["corpus"] == name]
        values = here[list(NAMES)].to_numpy(float)
        smaller = without.get((name,))
        pairs = [one for names, one in without.items() if len(names) == 2 and name in names]
        if smaller is None or not pairs:
            continue
        own = _rows(smaller, pairs) / np.sqrt(len(pairs))
        moves = (offsets_with_one(smaller, values) @ own.T) ** 2
        noise = (offsets_with_one(model, values) @ of_groups.T) ** 2
        sd = np.sqrt(moves.sum(1) + noise.sum(1)) + _LEAST
        ratios.append(np.abs(log_odds(model, values) - log_odds(smaller, values)) / (Z * sd))
        masses.append(row_weights(here) / len(here))
    level = 1 - (1 - LEVEL) * (1 - 1 / len(corpora))
    return weighted_quantile(np.concatenate(ratios), np.concatenate(masses), level)


def weighted_quantile(values: Floats, weight: Floats, level: float) -> float:
    """The least value that `level` of the weight does not exceed.

    >>> weighted_quantile(np.array([3.0, 1.0, 2.0]), np.array([1.0, 1.0, 8.0]), 0.9)
    2.0
    """
    order = np.argsort(values)
    mass = np.cumsum(weight[order])
    place = int(np.searchsorted(mass, level * mass[-1] * (1 - 1e-12)))
    return float(values[order][min(place, len(values) - 1)])


def log_odds(model: Model, values: Floats) -> Floats:
    """The log-odds of rows of all features, shape (rows, len(NAMES)), at a prior of 0.5."""
    terms = model.terms
    found: Floats = model.intercept + terms.contributions(terms.offsets(values)).sum(axis=1)
    return found


def offsets_with_one(model: Model, values: Floats) -> Floats:
    """[1, value - center] of every row, shape (rows, 1 + terms): sd = |F of these|."""
    offsets = model.terms.offsets(values)
    return np.column_stack([np.ones(len(offsets)), offsets])
