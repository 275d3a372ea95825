"""Does the work of each address. Short texts are scored in the event loop, others in threads.

Several texts cost much less together than one by one, and get the same scores. So texts that arrive
in the same turns of the event loop are scored together.
"""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby, repeat
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
from credscore.service.messages import BatchItem, ClaimArticle, ClaimRequest, ScoreRequest
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


Item = TypeVar("Item", bound=messages.Body | ProblemError)
Fields = Sequence[str]
"""The requested fields of a report; none: all."""


class Waiting(NamedTuple):
    """A short text that is scored with the next block, and where its report goes."""

    body: ScoreRequest
    fields: Fields
    report: asyncio.Future[bytes]


class Batching:
    """The work of one app, with a method for each address. Use it from one event loop only."""

    def __init__(self, scorer: Scorer, settings: Settings) -> None:
        self.settings, self.limits = settings, RequestLimits(settings)
        self.metrics = Metrics(scorer.model.model_id)
        self._scorer = scorer
        self._pooling = PoolingModel.load(settings.model)
        self._for_text = partial(self.limits.in_thread, ThreadPoolExecutor(settings.threads))
        self._for_page = partial(self.limits.in_thread, ThreadPoolExecutor(1))  # one for pages
        self._articles = asyncio.Semaphore(settings.threads)
        self._waiting: list[Waiting] = []
        self._scoring: asyncio.Task[None] | None = None

    async def score(self, body: ScoreRequest, request: Request) -> bytes:
        """The report: the score, its interval, and the words it rests on."""
        fields = fields_of(request)
        if body.size > INLINE_CHARACTERS:
            (report,) = await self._for_text(self._reports, [body], [fields])
        else:
            waiting = Waiting(body, fields, asyncio.get_running_loop().create_future())
            self._waiting.append(waiting)
            if not self._scoring or self._scoring.done():
                self._scoring = asyncio.create_task(self._score_waiting())
            report = await waiting.report
        self.metrics.count(1, body.size)
        return report

    async def score_batch(
        self, body: messages.BatchRequest, request: Request
    ) -> AsyncGenerator[bytes, None]:
        """One result for every item, in their order: its report, or why there is none.

        Items may also be sent as lines, application/x-ndjson: each has a line in the answer.
        """
        # Block by block: the next is scored when the last one is sent. The problem of the first
        # block is raised; a later one is the result of all texts that are left.
        end, fields = self.limits.end_of_work(), fields_of(request)
        items = list(map(self._item, body.items))
        lines, names = isinstance(body, messages.BatchLines), map(_name, body.items)
        before, between, after = (b"", b"", b"\n") if lines else (b'{"results":[', b",", b"")
        size = scored = 0
        late: ProblemError | None = None
        with self.limits.slot():
            for block in _blocks(items):
                texts = [item for item in block if isinstance(item, BatchItem)]
                reports: Iterator[bytes] = iter(())
                if not late:
                    try:
                        async with in_time(end, request.receive):
                            work = self._for_text(self._reports, texts, repeat(fields))
                            reports = iter(await work)
                    except ProblemError as error:
                        if not size:
                            raise
                        late = error
                pieces = list[bytes]()
                for item, name in zip(block, names, strict=False):
                    problem = item if isinstance(item, ProblemError) else late
                    if not problem:
                        report = next(reports)
                        problem = self.limits.excess("max_answer_bytes", size + len(report))
                    if problem:
                        result = b'"error":%b' % problem.json()
                    else:
                        result = b'"report":%b' % report
                        self.metrics.count(1, item.size)
                        scored += 1
                    pieces.append(b"{%b%b}%b" % (name, result, after))
                    size += len(pieces[-1])
                yield before + between.join(pieces)
                before = between
        failed = len(items) - scored
        self.metrics.count(0, 0, failed)
        counts = b"" if lines else b'],"scored":%d,"failed":%d}' % (scored, failed)
        yield counts if items else before + counts

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
            self.limits.check("max_characters", len(text) + len(title or ""))
        report = await self._for_page(self._scorer.score, text, title, body.prior)
        content = await self._for_page(report.page_content)
        return (await self._for_page(script_json, content)).encode()

    async def _pooled(self, body: ClaimRequest) -> ClaimReport:
        """Articles are read block by block, then pooled at once."""

        def read(block: list[ClaimArticle]) -> list[Any]:
            articles = [Article(**article.model_dump()) for article in block]
            return list(read_articles(self._scorer, articles))

        articles = list[Any]()
        for block in _blocks(body.articles):
            articles += await self._for_text(read, block)
        report = await self._for_text(
            pool_articles, articles, self._pooling, body.prior, body.claim
        )
        size = sum(article.size for article in body.articles)
        self.metrics.count(report.articles - report.failed, size, report.failed)
        return report

    def _item(self, item: object) -> BatchItem | ProblemError:
        """An item of a batch, or the problem of an item or line that does not fit."""
        if isinstance(item, ProblemError):
            return item
        try:
            body = BatchItem.model_validate(item)
        except ValidationError as error:
            return invalid(error, BatchItem)
        return self.limits.excess("max_characters", body.size) or body

    def _reports(self, bodies: Sequence[ScoreRequest], fields: Iterable[Fields]) -> list[bytes]:
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
            number = len(next(_blocks([text.body for text in wanted]), []))
            self._waiting = wanted[number:]
            self._score_block(wanted[:number])

    def _score_block(self, block: list[Waiting]) -> None:
        """Score texts at once; an error affects only its own text."""
        try:
            reports = self._reports([text.body for text in block], [text.fields for text in block])
        except Exception as error:
            if len(block) == 1:
                block[0].report.set_exception(error)
                return
            for text in block:
                self._score_block([text])
        else:
            for text, report in zip(block, reports, strict=True):
                text.report.set_result(report)


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


def _blocks(items: Iterable[Item]) -> Iterator[list[Item]]:
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
