"""Does the work of each address. Short texts are scored in the event loop, others in threads.

Several texts cost much less together than one by one, and get the same scores. So texts that arrive
in the same turns of the event loop are scored together.
"""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import accumulate, groupby
from subprocess import PIPE
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import to_json
from starlette.requests import Request

from credscore.page import claim_section, script_json
from credscore.pooling import Article, ClaimReport, PoolingModel, pool_articles, read_articles
from credscore.report import Report
from credscore.scorer import Scorer
from credscore.service import messages
from credscore.service.messages import ClaimArticle, ClaimRequest, ScoreRequest
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, invalid
from credscore.service.request_limits import RequestLimits, fields_of, in_time
from credscore.service.settings import Settings
from credscore.sourcing import sourcing, summary

INLINE_CHARACTERS = 5_000
"""A longer text is scored in a thread: this many take about 5 ms at most, whatever they say."""
BLOCK_CHARACTERS, BLOCK_TEXTS = 70_000, 32
"""No more is scored at once: between two blocks others get their turn, and work can stop."""
IDLE_TURNS = 10
"""Short texts are scored when in so many turns of the event loop none has come: 50 us."""


class Asked(NamedTuple):
    """A text to score, its number of characters, and the requested fields of its report."""

    body: ScoreRequest
    size: int
    fields: Sequence[str]


Result = bytes | Exception
Sized = TypeVar("Sized", bound=Asked | ProblemError | ClaimArticle)


class Batching:
    """The work of one app, with a method for each address. Use it from one event loop only."""

    def __init__(
        self, scorer: Scorer, limits: RequestLimits, metrics: Metrics, settings: Settings
    ) -> None:
        self._scorer, self._limits, self._metrics = scorer, limits, metrics
        self._pooling = PoolingModel.load(settings.model)
        self._seconds = settings.request_seconds
        self._for_text = partial(limits.in_thread, ThreadPoolExecutor(settings.threads))
        self._for_page = partial(limits.in_thread, ThreadPoolExecutor(1))  # one thread for pages
        self._articles = asyncio.Semaphore(settings.threads)
        self._waiting: list[tuple[Asked, asyncio.Future[Result]]] = []
        self._scoring: asyncio.Task[None] | None = None

    async def score(self, body: ScoreRequest, request: Request) -> bytes:
        """The report: the score, its interval, and the words it rests on."""
        asked = Asked(body, body.size, fields_of(request))
        if asked.size > INLINE_CHARACTERS:
            (result,) = await self._for_text(self._results, [asked])
        else:
            future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
            self._waiting.append((asked, future))
            if not self._scoring or self._scoring.done():
                self._scoring = asyncio.create_task(self._score_waiting())
            result = await future
        return self._counted(asked, result)

    async def score_batch(
        self, body: messages.BatchRequest, request: Request
    ) -> AsyncGenerator[bytes, None]:
        """One result for every item, in their order: its report, or why there is none.

        Items may also be sent as lines, application/x-ndjson: each has a line in the answer.
        """
        # Block by block: the next is scored when the last one is sent. The problem of the first
        # block is raised; a later one is the result of all items that are left.
        end, fields = asyncio.get_running_loop().time() + self._seconds, fields_of(request)
        left = [self._item(item, fields) for item in body.items]
        lines, names = isinstance(body, messages.BatchLines), map(_name, body.items)
        before, between, after = (b"", b"", b"\n") if lines else (b'{"results":[', b",", b"")
        size = scored = 0
        with self._limits.slot():
            while left:
                block, left = _first_block(left)
                try:
                    async with in_time(end, request.receive):
                        results = await self._for_text(self._results, block)
                except ProblemError as error:
                    if not size:
                        raise
                    block, left = block + left, []
                    results = [error] * len(block)
                pieces = []
                for item, result, name in zip(block, results, names, strict=False):
                    try:
                        kind, content = b"report", self._counted(item, result, size)
                        scored += 1
                    except ProblemError as error:
                        kind, content = b"error", error.json()
                    pieces.append(b'{%b"%b":%b}%b' % (name, kind, content, after))
                    size += len(pieces[-1])
                yield before + between.join(pieces)
                before = between
        failed = len(body.items) - scored
        self._metrics.count(0, 0, failed)
        counts = b"" if lines else b'],"scored":%d,"failed":%d}' % (scored, failed)
        yield counts if body.items else before + counts

    async def sourcing(self, body: messages.SourcingRequest, request: Request) -> bytes:
        """The attributed statements of a text and its sourcing profile, without any model."""

        def work() -> bytes:
            rows, profile = sourcing(body.text, body.title)
            answer = {"attributions": rows, "profile": profile._asdict(), "summary": summary(rows)}
            return to_json(answer)

        return work() if body.size <= INLINE_CHARACTERS else await self._for_text(work)

    async def claims(self, body: ClaimRequest, request: Request) -> bytes:
        """What the articles on one claim add up to: score, who cites whom, course, and reasons."""
        report = await self._pooled(body)
        return await self._for_text(lambda: report.model_dump_json().encode())

    async def claims_page(self, body: ClaimRequest, request: Request) -> bytes:
        """What the page shows of the articles on one claim: as `html`, and the same as a `file`."""
        report = await self._pooled(body)

        def work() -> bytes:
            section = claim_section(report.page_content())
            return to_json({"html": section, "file": report.to_html()})

        return await self._for_text(work)

    async def page(self, body: messages.PageRequest, request: Request) -> bytes:
        """What the page shows of a text: the report, and what would change the score."""
        text, title = body.text or "", body.title
        if body.html is not None:
            async with self._articles:
                text, headline = await article_of(body.html)
            title = title or headline
            self._limits.check("max_characters", len(text) + len(title or ""))
        report = await self._for_page(self._scorer.score, text, title, body.prior)
        content = await self._for_page(report.page_content)
        return (await self._for_page(script_json, content)).encode()

    async def _pooled(self, body: ClaimRequest) -> ClaimReport:
        """Articles are read block by block, then pooled at once."""

        def read(block: list[ClaimArticle]) -> list[Any]:
            articles = [
                Article(request.text, request.title, request.source, request.date)
                for request in block
            ]
            return list(read_articles(self._scorer, articles))

        left, articles = body.articles, list[Any]()
        while left:
            block, left = _first_block(left)
            articles += await self._for_text(read, block)
        report = await self._for_text(
            pool_articles, articles, self._pooling, body.prior, body.claim
        )
        size = sum(article.size for article in body.articles)
        self._metrics.count(report.articles - report.failed, size, report.failed)
        return report

    def _item(self, item: object, fields: Sequence[str]) -> Asked | ProblemError:
        """An item of a batch; raises the problem of an item or line that does not fit."""
        if isinstance(item, ProblemError):
            return item
        try:
            body = messages.BatchItem.model_validate(item)
            self._limits.check("max_characters", body.size)
        except ValidationError as error:
            return invalid(error, messages.BatchItem)
        except ProblemError as error:
            return error
        return Asked(body, body.size, fields)

    def _counted(self, asked: Asked | ProblemError, result: Result, before: int = 0) -> bytes:
        """A report with the number of bytes before it in the answer; raises its error."""
        if isinstance(result, Exception):
            raise result
        self._limits.check("max_answer_bytes", before + len(result))
        self._metrics.count(1, asked.size)
        return result

    def _results(self, block: Sequence[Asked | ProblemError]) -> list[Result]:
        """The report or the error of each item; an error affects only its own item."""
        try:
            reports = self._reports([item for item in block if isinstance(item, Asked)])
            return [item if isinstance(item, ProblemError) else next(reports) for item in block]
        except Exception as error:
            if len(block) == 1:
                return [error]
            return [result for item in block for result in self._results([item])]

    def _reports(self, asked: list[Asked]) -> Iterator[bytes]:
        """Reports as JSON, in order; neighbouring texts with one prior are scored together."""
        for prior, group in groupby(asked, key=lambda request: request.body.prior):
            texts, titles, fields = zip(
                *((request.body.text, request.body.title, request.fields) for request in group),
                strict=True,
            )
            reports = self._scorer.score_many(texts, titles, prior)
            yield from map(_json, reports, fields)  # type: ignore[arg-type]

    async def _score_waiting(self) -> None:
        """Score the waiting texts block by block, each as soon as no more texts arrive."""
        while self._waiting:
            number = 0
            while number < min(len(self._waiting), BLOCK_TEXTS):
                number = len(self._waiting)
                for _ in range(IDLE_TURNS):
                    await asyncio.sleep(0)
            waiting = [pair for pair in self._waiting if not pair[1].done()]  # or its caller left
            block, _ = _first_block([asked for asked, _ in waiting])
            self._waiting = waiting[len(block) :]
            for (_, future), result in zip(waiting, self._results(block), strict=False):
                future.set_result(result)


async def article_of(html: str) -> tuple[str, str | None]:
    """The text and the title of a web page.

    It may take minutes, and a thread can't be stopped. So a process does the work; it is stopped
    when this call is cancelled.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "credscore.web_page", stdin=PIPE, stdout=PIPE
    )
    try:
        output, _ = await process.communicate(json.dumps(html).encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise RuntimeError(f"the process that reads web pages ended with {process.returncode}")
    text, title, error = json.loads(output)
    if error is not None:
        raise ProblemError("invalid", error)
    return text, title


def _json(report: Report, fields: Sequence[str]) -> bytes:
    """The report as JSON; with `fields`, only these, in that order."""
    if not fields:
        return report.model_dump_json().encode()
    chosen = report.model_dump(mode="json", include=set(fields))
    return to_json({name: chosen[name] for name in fields})


def _name(item: Any) -> bytes:
    """The id of an item for its result, even if the item does not fit."""
    name = item.get("id") if isinstance(item, dict) else None
    fits = isinstance(name, str | int) and not isinstance(name, bool)
    return b'"id":%b,' % to_json(name) if fits else b""


def _first_block(items: list[Sized]) -> tuple[list[Sized], list[Sized]]:
    """The items that are scored at once (at least one), and the remaining items."""
    sizes = accumulate(item.size for item in items[:BLOCK_TEXTS])
    number = max(1, sum(size <= BLOCK_CHARACTERS for size in sizes))
    return items[:number], items[number:]
