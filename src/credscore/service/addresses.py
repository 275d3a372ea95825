"""Does the work of each address: a short text in the event loop, a long one in a thread."""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import repeat
from subprocess import PIPE
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json
from starlette.requests import Request

from credscore.page import claim_section, script_json
from credscore.pooling import Article, ClaimReport, PoolingModel, pool_articles, read_articles
from credscore.scorer import Scorer
from credscore.service import messages
from credscore.service.batching import Batching, blocks
from credscore.service.messages import BatchItem, ClaimArticle, ClaimRequest, ScoreRequest
from credscore.service.metrics import Metrics
from credscore.service.problems import REQUEST_ID, ProblemError, invalid
from credscore.service.request_limits import RequestLimits, fields_of, in_time
from credscore.service.settings import Settings
from credscore.sourcing import sourcing, summary
from credscore.text import worded

INLINE_CHARACTERS = 5_000
"""A longer text is scored in a thread: this many take about 5 ms at most, whatever they say."""


class Addresses:
    """The work of one app, with a method for each address. Use it from one event loop only."""

    def __init__(self, scorer: Scorer, settings: Settings) -> None:
        self.settings, self.limits = settings, RequestLimits(settings)
        self.metrics = Metrics(scorer.model.model_id)
        self._scorer, self._batching = scorer, Batching(scorer)
        self._pooling = PoolingModel.load(settings.model)
        self._for_text = partial(self.limits.in_thread, ThreadPoolExecutor(settings.threads))
        self._for_page = partial(self.limits.in_thread, ThreadPoolExecutor(1))  # one for pages
        self._articles = asyncio.Semaphore(settings.threads)

    async def score(self, body: ScoreRequest, request: Request) -> bytes:
        """The report: the score, its interval, and the words it rests on."""
        fields = fields_of(request)
        if body.size > INLINE_CHARACTERS:
            (report,) = await self._for_text(self._batching.reports, [body], [fields])
        else:
            report = await self._batching.report(body, fields)
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
            for block in blocks(items):
                texts = [item for item in block if isinstance(item, BatchItem)]
                reports: Iterator[bytes] = iter(())
                if not late:
                    try:
                        async with in_time(end, request.receive):
                            work = self._for_text(self._batching.reports, texts, repeat(fields))
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
                        result = b'"error":%b' % problem.json(request.scope.get(REQUEST_ID))
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
            title = worded(title) or headline
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
        for block in blocks(body.articles):
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


def _name(item: Any) -> bytes:
    """The id of an item for its result, even if the item does not fit."""
    name = item.get("id") if isinstance(item, dict) else None
    fits = isinstance(name, str | int) and not isinstance(name, bool)
    return b'"id":%b,' % to_json(name) if fits else b""
