"""The only composition: text -> cues -> evidence -> features -> log-odds -> report."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import TypeVar

import numpy as np

from credscore import profile
from credscore.collector import at_rest
from credscore.errors import CredscoreError, InputError, InputValueError
from credscore.evidence import Evidence
from credscore.explanation import Explainer, locate
from credscore.extractors import find_all
from credscore.features import measure
from credscore.findings import Findings, Floats
from credscore.model import Model, default_folder
from credscore.reading import Reading, require_many, require_texts
from credscore.report import UNRELIABLE, Failure, Origin, Report, Score
from credscore.text import MAX_CHARACTERS
from credscore.what_if import without_evidence, without_signals
from credscore.without import WhatIf, Without

_Z90 = 1.6448536269514722  # 95th percentile of the standard normal distribution
BLOCK_TEXTS = 128
BLOCK_CHARACTERS = 300_000
"""Texts are read together up to these sizes of a block; a longer text is a block of its own."""

_Item = tuple[int, str, str | None]
Answer = TypeVar("Answer")


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
        self._explainer = Explainer(model)

    def __reduce__(self) -> tuple[type["Scorer"], tuple[Model]]:
        return Scorer, (self.model,)  # sent to other processes as its model

    @classmethod
    def load(cls, path: str | Path | None = None) -> "Scorer":
        """A scorer with the shipped model, or with the model of a folder.

        Raises
        ------
        ModelFileError
            Where the model file is missing, damaged, altered or of another format.
        """
        return cls(Model.load(default_folder() if path is None else path))

    @at_rest()
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
        prior_log_odds(prior)
        return next(self._reports(_find([text], [title]), prior))

    def score_many(
        self,
        texts: Iterable[str],
        titles: Iterable[str | None] | None = None,
        prior: float | None = None,
        n_jobs: int = 1,
    ) -> Iterator[Report | Failure]:
        """Reports in input order; a text that can't be scored yields a Failure instead.

        `n_jobs` processes share the work (joblib); -1 takes one for every core. Texts and titles
        are consumed lazily, in blocks of up to 128. With fewer titles than texts the rest has none.
        """
        return self._in_blocks(self._reports, texts, titles, prior, n_jobs)

    def scores(
        self,
        texts: Iterable[str],
        titles: Iterable[str | None] | None = None,
        prior: float | None = None,
        n_jobs: int = 1,
    ) -> Iterator[Score | Failure]:
        """As score_many, without evidence, contributions and profiles: the quicker way to tables.

        >>> [one.stance for one in Scorer.load().scores(["The firm denied the report."])]
        ['disputed']
        """
        return self._in_blocks(self._scores, texts, titles, prior, n_jobs)

    def _in_blocks(
        self,
        answer: Callable[[Findings, float], Iterable[Answer]],
        texts: Iterable[str],
        titles: Iterable[str | None] | None,
        prior: float | None,
        n_jobs: int,
    ) -> Iterator[Answer | Failure]:
        base_rate = 0.5 if prior is None else prior
        prior_log_odds(base_rate)
        require_many(texts, titles, n_jobs)
        headings = chain(titles, repeat(None)) if titles is not None else repeat(None)
        pairs = zip(texts, headings, strict=False)
        blocks = _blocks((i, text, title) for i, (text, title) in enumerate(pairs))
        if n_jobs == 1:
            return chain.from_iterable(_attempt(answer, block, base_rate) for block in blocks)
        from joblib import Parallel, delayed

        work = Parallel(n_jobs=n_jobs, return_as="generator")
        return chain.from_iterable(
            work(delayed(_finish)(answer, block, base_rate) for block in blocks)
        )

    def _scores(self, found: Findings, prior: float) -> Iterator[Score]:
        return self._judge(found, measure(found), prior)[0]

    def _judge(
        self, found: Findings, features: Floats, prior: float
    ) -> tuple[Iterator[Score], Floats]:
        """The scores, and the contributions of each article's features."""
        terms = self.model.terms
        offsets = terms.offsets(features)
        contributions = terms.contributions(offsets)
        shift = prior_log_odds(prior)
        base = self.model.intercept + shift
        log_odds, spreads = self._log_odds(offsets, contributions, base)
        flagged = self.model.flagged_false([expit(middle - shift) for middle in log_odds], prior)
        stances = profile.stances(found)
        caveats = profile.caveats(found, stances, terms.outside(features), len(terms.columns))
        scores = (
            Score(
                expit(middle), (expit(middle - spread), expit(middle + spread)), stance,
                UNRELIABLE.isdisjoint(warnings), warnings, float(prior), middle, base,
                self.model.model_id, false,
            )
            for middle, spread, stance, warnings, false in zip(
                log_odds, spreads, stances, caveats, flagged, strict=True
            )
        )  # fmt: skip
        return scores, contributions

    def _log_odds(
        self, offsets: Floats, contributions: Floats, base: float
    ) -> tuple[list[float], list[float]]:
        """The log-odds, and how far its 90 % interval reaches to either side."""
        spreads: list[float] = (_Z90 * self.model.terms.deviations(offsets)).tolist()
        return [base + math.fsum(row) for row in contributions.tolist()], spreads

    def what_if(self, text: str, title: str | None = None, prior: float = 0.5) -> WhatIf:
        """What would change the score of a text: without each signal, without each evidence.

        Parameters and errors are those of `score`.

        >>> scorer, text = Scorer.load(), "Insiders claim that the minister allegedly fled."
        >>> found = scorer.what_if(text)
        >>> len(found.evidence) == len(scorer.score(text).evidence)
        True
        """
        base, found = self.model.intercept + prior_log_odds(prior), _find([text], [title])
        signals, without = without_signals(found, self.model)
        offsets = np.concatenate([without, without_evidence(found, self.model)])
        log_odds, spreads = self._log_odds(offsets, self.model.terms.contributions(offsets), base)
        answers = [
            Without(expit(middle), (expit(middle - spread), expit(middle + spread)), middle)
            for middle, spread in zip(log_odds, spreads, strict=True)
        ]
        return WhatIf(dict(zip(signals, answers, strict=False)), tuple(answers[len(signals) :]))

    def _reports(self, found: Findings, prior: float) -> Iterator[Report]:
        features = measure(found)
        scores, contributions = self._judge(found, features, prior)
        evidence = locate(found)
        explained = self._explainer.explain(found, features, contributions)
        profiles = profile.profiles(found)
        text = found.reading.text
        origins = map(Origin, text.bodies, text.titles, repeat(self))
        return map(Report.of, scores, explained, evidence, profiles, origins)


def _blocks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Items in blocks of limited size, whatever they hold."""
    block: list[_Item] = []
    size = 0
    for item in items:
        length = len(item[1]) if isinstance(item[1], str) else 0
        if block and (len(block) == BLOCK_TEXTS or size + length > BLOCK_CHARACTERS):
            yield block
            block, size = [], 0
        block.append(item)
        size += min(length, MAX_CHARACTERS)
    if block:
        yield block


def _attempt(
    answer: Callable[[Findings, float], Iterable[Answer]], block: list[_Item], prior: float
) -> Iterator[Answer | Failure]:
    failures: dict[int, Failure] = {}
    for index, text, title in block:
        try:
            require_texts(text, title)
        except CredscoreError as error:
            failures[index] = Failure(index, str(error))
    fine = [item for item in block if item[0] not in failures]
    answers: Iterator[Answer] = iter(())
    if fine:
        _, texts, titles = zip(*fine, strict=True)
        answers = iter(answer(_find(texts, titles), prior))
    return (failures[index] if index in failures else next(answers) for index, *_ in block)


def _finish(
    answer: Callable[[Findings, float], Iterable[Answer]], block: list[_Item], prior: float
) -> list[Answer | Failure]:
    return list(_attempt(answer, block, prior))


def _find(texts: Sequence[str], titles: Sequence[str | None]) -> Findings:
    reading = Reading.together(texts, titles)
    return Findings(reading, find_all(reading))


def extract(text: str, title: str | None = None) -> tuple[Evidence, ...]:
    """The evidence alone, without a model.

    >>> [e.quote for e in extract("He allegedly fled.")]
    ['allegedly']
    """
    return next(locate(_find([text], [title])))
