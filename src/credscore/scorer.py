"""Composes all steps: text -> cues -> evidence -> features -> log-odds -> report."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import chain, repeat
from pathlib import Path
from typing import TypeVar

from credscore.blocks import Block, in_blocks
from credscore.errors import InputError
from credscore.evidence import Evidence
from credscore.features import measure
from credscore.model import Model, default_folder, prior_log_odds
from credscore.report import (
    Explainer,
    Failure,
    Origin,
    Report,
    Score,
    WhatIf,
    claims_of,
    denials,
    judge,
    leave_out,
    locate,
)
from credscore.signals import Findings, find

Answer = TypeVar("Answer")
Answering = Callable[[Findings, float], Iterable[Answer]]
"""From findings and a prior to an answer for each article: a report or a score."""


class Scorer:
    """Scores texts with one model. It keeps no state of the texts, and threads may share it."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._explainer = Explainer(model)

    def __reduce__(self) -> tuple[type["Scorer"], tuple[Model]]:
        return Scorer, (self.model,)  # only the model is pickled

    @classmethod
    def load(cls, path: str | Path | None = None, style: bool = True) -> "Scorer":
        """A scorer with the shipped model, or with the model of a folder.

        With `style=False` the style of writing (tense, brackets, length ...) moves no score. Raises
        ModelFileError if the model file is missing, damaged, altered or of another format, and
        InputError if `style` is no bool.
        """
        if not isinstance(style, bool):
            raise InputError(f"style must be a bool, got {type(style).__name__}.")
        model = Model.load(default_folder() if path is None else path)
        return cls(model if style else model.without_style())

    def score(self, text: str, title: str | None = None, prior: float = 0.5) -> Report:
        """The report of a text and its title; an empty text gets a report with caveats.

        `prior` is the base rate of true claims where the text comes from, strictly between 0 and 1.

        Raises InputError if text or title is not a string, or prior is not a number. Raises
        InputValueError if prior is out of range.

        >>> from credscore.scorer import Scorer
        >>> report = Scorer.load().score("Insiders claim that the minister allegedly fled.")
        >>> [(e.quote, e.kind) for e in report.evidence if e.kind == "confidential"]
        [('Insiders', 'confidential')]
        """
        prior_log_odds(prior)
        return next(self._reports(find([text], [title]), prior))

    def score_many(
        self, texts: Iterable[str], titles: Iterable[str | None] | None = None,
        prior: float | None = None, n_jobs: int = 1,
    ) -> Iterator[Report | Failure]:  # fmt: skip
        """Reports in input order; a text that can't be scored yields a Failure.

        `n_jobs` processes share the work; -1 takes one for each core. Texts and titles are read
        lazily, in blocks of up to 512. If there are fewer titles than texts, the remaining texts
        have none. More titles than texts raise InputError if both have a length.
        """
        return _answers(self._reports, texts, titles, prior, n_jobs)

    def scores(
        self, texts: Iterable[str], titles: Iterable[str | None] | None = None,
        prior: float | None = None, n_jobs: int = 1,
    ) -> Iterator[Score | Failure]:  # fmt: skip
        """The scores without evidence and contributions: like score_many, but faster.

        >>> [score.stance for score in Scorer.load().scores(["The firm denied the report."])]
        ['disputed']
        """
        return _answers(self._scores, texts, titles, prior, n_jobs)

    def what_if(self, text: str, title: str | None = None, prior: float = 0.5) -> WhatIf:
        """The score of a text without each signal, and without each piece of evidence.

        Parameters and errors are those of `score`.

        >>> scorer, text = Scorer.load(), "Insiders claim that the minister allegedly fled."
        >>> len(scorer.what_if(text).evidence) == len(scorer.score(text).evidence)
        True
        """
        return leave_out(self.model, find([text], [title]), prior_log_odds(prior))

    def _scores(self, findings: Findings, prior: float) -> list[Score]:
        return judge(self.model, findings, denials(findings), measure(findings), prior)[0]

    def _reports(self, findings: Findings, prior: float) -> Iterator[Report]:
        features, denying = measure(findings), denials(findings)
        scores, contributions = judge(self.model, findings, denying, features, prior)
        evidence = locate(findings)
        explained = self._explainer.explain(findings, features, contributions)
        text = findings.reading.text
        origins = map(Origin, text.bodies, text.titles, repeat(self))
        claims = claims_of(findings, denying, [score.caveats for score in scores])
        return map(Report.of, scores, explained, evidence, claims, origins)


@cache
def shipped(style: bool = True) -> Scorer:
    """The scorer of the shipped model, loaded once."""
    return Scorer.load(style=style)


def _answers(
    answer: Answering[Answer], texts: Iterable[str], titles: Iterable[str | None] | None,
    prior: float | None, n_jobs: int,
) -> Iterator[Answer | Failure]:  # fmt: skip
    """An answer or a Failure for each text, in order."""
    base_rate = 0.5 if prior is None else prior
    prior_log_odds(base_rate)  # refuses an impossible prior before any text is read
    work = partial(_block_answers, answer, base_rate)
    return chain.from_iterable(in_blocks(work, texts, titles, n_jobs))


def _block_answers(answer: Answering[Answer], prior: float, block: Block) -> list[Answer | Failure]:
    texts, titles, failures = block.without_failures()
    answers = iter(answer(find(texts, titles), prior) if texts else ())
    return [failures.get(index) or next(answers) for index in range(len(block.texts))]


def extract(text: str, title: str | None = None) -> tuple[Evidence, ...]:
    """The evidence in a text; no model is needed.

    >>> [e.quote for e in extract("He allegedly fled.")]
    ['allegedly']
    """
    return next(locate(find([text], [title])))
