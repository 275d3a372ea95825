"""Scores texts that arrive together together: that costs much less, and the scores are the same."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from pydantic_core import to_json

from credscore.report import Report
from credscore.scorer import Scorer
from credscore.service.messages import Body, ScoreRequest
from credscore.service.problems import ProblemError

BLOCK_CHARACTERS, BLOCK_TEXTS = 70_000, 32
"""No more is scored at once: between two blocks others get their turn, and work can stop."""
IDLE_TURNS = 10
"""Short texts are scored when in so many turns of the event loop none has come: 50 us."""

Item = TypeVar("Item", bound=Body | ProblemError)
Fields = Sequence[str]
"""The requested fields of a report; none: all."""


class Waiting(NamedTuple):
    """A short text that is scored with the next block, and where its report goes."""

    body: ScoreRequest
    fields: Fields
    report: asyncio.Future[bytes]


class Batching:
    """Scores the texts of one app, in blocks. Use it from one event loop only."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._waiting: list[Waiting] = []
        self._scoring: asyncio.Task[None] | None = None

    async def report(self, body: ScoreRequest, fields: Fields) -> bytes:
        """The report of a short text, scored with those that come in the next turns."""
        waiting = Waiting(body, fields, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if not self._scoring or self._scoring.done():
            self._scoring = asyncio.create_task(self._score_waiting())
        return await waiting.report

    def reports(self, bodies: Sequence[ScoreRequest], fields: Iterable[Fields]) -> list[bytes]:
        """Reports as JSON, in order; neighbouring texts with one prior are scored together."""
        reports = list[Any]()
        for prior, group in groupby(bodies, key=lambda body: body.prior):
            texts, titles = zip(*((body.text, body.title) for body in group), strict=True)
            reports += self._scorer.score_many(texts, titles, prior)
        return list(map(_json, reports, fields))

    async def _score_waiting(self) -> None:
        """Score the waiting texts block by block, each as soon as no more texts arrive."""
        while self._waiting:
            number = 0
            while number < min(len(self._waiting), BLOCK_TEXTS):
                number = len(self._waiting)
                for _ in range(IDLE_TURNS):
                    await asyncio.sleep(0)
            wanted = [text for text in self._waiting if not text.report.done()]  # or given up
            number = len(next(blocks([text.body for text in wanted]), []))
            self._waiting = wanted[number:]
            self._score_block(wanted[:number])

    def _score_block(self, block: list[Waiting]) -> None:
        """Score texts at once; an error affects only its own text."""
        try:
            reports = self.reports([text.body for text in block], [text.fields for text in block])
        except Exception as error:
            if len(block) == 1:
                block[0].report.set_exception(error)
                return
            for text in block:
                self._score_block([text])
        else:
            for text, report in zip(block, reports, strict=True):
                text.report.set_result(report)


def _json(report: Report, fields: Sequence[str]) -> bytes:
    """The report as JSON; with `fields`, only these, in that order."""
    if not fields:
        return report.model_dump_json().encode()
    chosen = report.model_dump(mode="json", include=set(fields))
    return to_json({name: chosen[name] for name in fields})


def blocks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items that are worked on at once, each of at least one and within the limits of a block."""
    block, total = list[Item](), 0
    for item in items:
        total += item.size
        if block and (len(block) == BLOCK_TEXTS or total > BLOCK_CHARACTERS):
            yield block
            block, total = [], item.size
        block.append(item)
    if block:
        yield block
