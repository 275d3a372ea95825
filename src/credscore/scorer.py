"""The only composition: text -> cues -> evidence -> features -> log-odds -> report."""

import math
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path

import numpy as np

from credscore.errors import CredscoreError, InputError, InputValueError
from credscore.evidence import Evidence
from credscore.extractor import Finding
from credscore.extractors import find_all
from credscore.features import FEATURES, Feature, Findings, Measured, measure
from credscore.model import Model, default_folder
from credscore.profile import caveats, profile, stance
from credscore.reading import Reading
from credscore.report import Contribution, Failure, Report

_Z90 = 1.6448536269514722  # 95th percentile of the standard normal distribution
_UNRELIABLE = frozenset({"too_short", "not_english", "no_attribution", "unusual", "truncated"})
_FEATURES = {feature.name: (index, feature) for index, feature in enumerate(FEATURES)}


def expit(log_odds: float) -> float:
    """The probability of a log-odds, without overflow.

    >>> expit(0.0), expit(-1000.0)
    (0.5, 0.0)
    """
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1 + odds)


def prior_log_odds(prior: float) -> float:
    """The log-odds of a base rate strictly between 0 and 1.

    Raises
    ------
    InputError
        Where the prior is no number.
    InputValueError
        Where it is not strictly between 0 and 1.
    """
    if isinstance(prior, bool) or not isinstance(prior, int | float):
        raise InputError(f"prior must be a number, got {type(prior).__name__}.")
    if not 0 < prior < 1:
        raise InputValueError(f"prior must lie strictly between 0 and 1, got {prior!r}.")
    return math.log(prior) - math.log1p(-prior)


class Scorer:
    """Scores texts with one model. It holds no state of the texts and may be shared by threads."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._uncertainty = np.array(model.uncertainty, float).reshape(-1, 1 + len(model.weights))
        self._terms = [
            (*_FEATURES[w.feature], w.weight, w.center, w.low, w.high) for w in model.weights
        ]
        self._used = [index for index, *_ in self._terms]
        self._ranges = [(w.low, w.high) for w in model.weights]

    @classmethod
    def load(cls, path: str | Path | None = None) -> "Scorer":
        """A scorer with the shipped model, or with the model of a folder.

        Raises
        ------
        ModelFileError
            Where the model file is missing, damaged, altered or of another format.
        """
        return cls(Model.load(Path(path) if path is not None else default_folder()))

    def score(self, text: str, title: str | None = None, prior: float = 0.5) -> Report:
        """The report of one text.

        Parameters
        ----------
        text, title
            The article and its headline; an empty text gets a report with caveats.
        prior
            The base rate of true claims where the text comes from, strictly between 0 and 1.

        Raises
        ------
        InputError
            Where text or title is no string, or prior no number.
        InputValueError
            Where prior is not strictly between 0 and 1.

        Examples
        --------
        >>> from credscore.scorer import Scorer
        >>> report = Scorer.load().score("Insiders claim that the minister allegedly fled.")
        >>> [(e.quote, e.kind) for e in report.evidence if e.kind == "confidential"]
        [('Insiders', 'confidential')]
        """
        shift = prior_log_odds(prior)
        reading = Reading(text, title)
        findings = find_all(reading)
        values, measured = measure(reading, findings)
        evidence, places = _evidence(reading, findings)
        contributions = self._contributions(values, measured, places)
        base = self.model.intercept + shift
        log_odds = base + math.fsum(c.log_odds for c in contributions)
        spread = _Z90 * self._deviation(values)
        found = profile(measured)
        where = stance(measured, findings)
        used = [values[index] for index in self._used]
        warnings = caveats(measured, found, where, used, self._ranges)
        return Report.model_construct(
            score=expit(log_odds),
            interval=(expit(log_odds - spread), expit(log_odds + spread)),
            stance=where,
            reliable=_UNRELIABLE.isdisjoint(warnings),
            caveats=warnings,
            prior=float(prior),
            log_odds=log_odds,
            base_log_odds=base,
            contributions=contributions,
            evidence=evidence,
            profile=found,
            model_id=self.model.model_id,
        )

    def _contributions(
        self, values: list[float], measured: Measured, places: "_Places"
    ) -> tuple[Contribution, ...]:
        contributions = []
        for index, feature, weight, center, low, high in self._terms:
            value = values[index]
            supporting = _supporting(feature, measured, places)
            if math.isnan(value):
                contributions.append(
                    Contribution(feature.name, feature.signal, None, 0.0, supporting)
                )
            else:
                clipped = low if value < low else high if value > high else value
                log_odds = weight * (clipped - center)
                contributions.append(
                    Contribution(feature.name, feature.signal, value, log_odds, supporting)
                )
        contributions.sort(key=lambda c: -abs(c.log_odds))
        return tuple(contributions)

    def _deviation(self, values: list[float]) -> float:
        """The standard deviation of the log-odds: |F [1, x - center]|, F from the model file."""
        offsets = [1.0]
        for index, _, _, center, low, high in self._terms:
            value = values[index]
            clipped = low if value < low else high if value > high else value
            offsets.append(0.0 if math.isnan(value) else clipped - center)
        spread = self._uncertainty @ np.array(offsets)
        return math.sqrt(spread @ spread)

    def score_many(
        self,
        texts: Iterable[str],
        titles: Iterable[str | None] | None = None,
        prior: float | None = None,
        n_jobs: int = 1,
    ) -> Iterator[Report | Failure]:
        """Reports in input order; a text that can't be scored yields a Failure instead.

        `n_jobs` processes share the work in blocks (joblib); -1 takes one for every core.
        Text and titles are consumed lazily. With fewer titles than texts the rest has none.
        """
        base_rate = 0.5 if prior is None else prior
        prior_log_odds(base_rate)
        if isinstance(texts, str | bytes):
            raise InputError(f"texts must be an iterable of str, got one {type(texts).__name__}.")
        headings = chain(titles, repeat(None)) if titles is not None else repeat(None)
        numbered = ((i, t, h) for i, (t, h) in enumerate(zip(texts, headings, strict=False)))
        if n_jobs == 1:
            return (self._attempt(item, base_rate) for item in numbered)
        return self._parallel(numbered, base_rate, n_jobs)

    def _attempt(self, item: tuple[int, str, str | None], prior: float) -> Report | Failure:
        index, text, title = item
        try:
            return self.score(text, title, prior)
        except CredscoreError as error:
            return Failure(index, str(error))

    def _block(
        self, items: list[tuple[int, str, str | None]], prior: float
    ) -> list[Report | Failure]:
        return [self._attempt(item, prior) for item in items]

    def _parallel(
        self, numbered: Iterator[tuple[int, str, str | None]], prior: float, n_jobs: int
    ) -> Iterator[Report | Failure]:
        from joblib import Parallel, delayed

        blocks = iter(lambda: list(islice(numbered, 64)), [])
        work = Parallel(n_jobs=n_jobs, return_as="generator")
        for block in work(delayed(self._block)(items, prior) for items in blocks):
            yield from block


def extract(text: str, title: str | None = None) -> tuple[Evidence, ...]:
    """The evidence alone, without a model.

    >>> [e.quote for e in extract("He allegedly fled.")]
    ['allegedly']
    """
    reading = Reading(text, title)
    return _evidence(reading, find_all(reading))[0]


_Places = dict[str, list[tuple[int, bool, int, Finding]]]


def _evidence(reading: Reading, findings: Findings) -> tuple[tuple[Evidence, ...], "_Places"]:
    """All evidence in text order, the title's first, and where each signal's findings went."""
    text = reading.text
    ordered = sorted(
        (finding.start, finding.end, signal, finding)
        for signal, found in findings.items()
        for finding in found
    )
    starts, ends = text.starts.tolist(), text.ends.tolist()
    title_end, offset, source = text.title_tokens, text.offset, text.source
    evidence = []
    places: _Places = {}
    for number, (first, last, signal, finding) in enumerate(ordered):
        in_title = first < title_end
        begin, end = starts[first], ends[last - 1]
        shift = 0 if in_title else offset
        evidence.append(
            Evidence(
                signal, finding.kind, finding.cue, begin - shift, end - shift, source[begin:end],
                reading.in_quote(first), in_title,
            )
        )  # fmt: skip
        places.setdefault(signal, []).append((number, in_title, first, finding))
    return tuple(evidence), places


def _supporting(feature: Feature, measured: Measured, places: "_Places") -> tuple[int, ...]:
    found = places.get(feature.signal)
    if not found:
        return ()
    return tuple(
        number
        for number, in_title, first, finding in found
        if feature.counts(finding, in_title, first < measured.lead_end)
    )
