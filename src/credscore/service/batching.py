"""Where texts are scored: short ones at once and together, long ones and batches in threads.

Scoring is work for the processor, and a text read in company costs a fraction of one read alone
and scores the same. So short texts that arrive in the same turns of the event loop are read
together, in the loop itself; a hand-over to a thread would cost more than it gains.
"""

import asyncio
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from typing import TypeVar

from credscore.errors import CredscoreError
from credscore.page import script_json
from credscore.report import Attribution, Failure, Profile, Report
from credscore.scorer import Scorer
from credscore.service.messages import PageRequest, ScoreRequest, SourcingRequest, report_json
from credscore.service.problems import ProblemError, later
from credscore.service.settings import Settings
from credscore.sourcing import sourcing
from credscore.web_page import take_out

INLINE_CHARACTERS = 20_000
"""A longer text, or a batch of more in all, is worked on in a thread."""
BLOCK_TEXTS = 32
BLOCK_CHARACTERS = 100_000
"""No more is read together in the loop: others wait for it, some milliseconds."""

Done = TypeVar("Done")
_Waiting = tuple[ScoreRequest, "asyncio.Future[bytes]"]


class Desk:
    """Scores for one app. Used from one event loop at a time."""

    def __init__(self, scorer: Scorer, settings: Settings) -> None:
        self.scorer = scorer
        self._seconds = settings.request_seconds
        self._threads = ThreadPoolExecutor(settings.threads, "credscore")
        self._waiting: list[_Waiting] = []

    async def score(self, asked: ScoreRequest) -> bytes:
        """The report of one text as JSON."""
        if _size(asked) > INLINE_CHARACTERS:
            return await self._in_thread(
                lambda _: report_json(self.scorer.score(asked.text, asked.title, asked.prior))
            )
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[bytes] = loop.create_future()
        self._waiting.append((asked, answer))
        if len(self._waiting) == 1:
            # in the turn after the next: the loop reads what has arrived meanwhile before it
            loop.call_soon(loop.call_soon, self._gather, 1)
        return await answer

    async def score_all(self, asked: list[ScoreRequest]) -> list[bytes]:
        """The report of every text as JSON, in their order."""

        def work(stopped: threading.Event) -> list[bytes]:
            written: list[bytes] = []
            for report in score_each(self.scorer, asked):
                written.append(report_json(report))
                if stopped.is_set():
                    break
            return written

        if sum(map(_size, asked)) <= INLINE_CHARACTERS:
            return work(threading.Event())
        return await self._in_thread(work)

    async def sourcing(self, asked: SourcingRequest) -> tuple[tuple[Attribution, ...], Profile]:
        """The attributions and the profile of one text."""
        if _size(asked) > INLINE_CHARACTERS:
            return await self._in_thread(lambda _: sourcing(asked.text, asked.title))
        return sourcing(asked.text, asked.title)

    async def show(self, asked: PageRequest) -> bytes:
        """What the page shows of a text, as JSON."""
        return await self._in_thread(lambda _: self._content(asked))

    def _content(self, asked: PageRequest) -> bytes:
        text, title = asked.text or "", asked.title
        if asked.html is not None:
            try:
                text, found = take_out(asked.html)
            except CredscoreError as error:
                raise ProblemError("invalid", str(error)) from None
            title = title or found
        content = self.scorer.score(text, title, asked.prior).page_content()
        return script_json(content).encode()

    async def _in_thread(self, work: Callable[[threading.Event], Done]) -> Done:
        """The result of work in a thread; the work is told to stop when nobody waits any more."""
        stopped = threading.Event()
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._seconds):
                return await loop.run_in_executor(self._threads, work, stopped)
        except TimeoutError:
            raise later(
                "unavailable", f"Not done in {self._seconds:g} s. Send less, or try again.", 5
            ) from None
        finally:
            stopped.set()

    def _gather(self, seen: int) -> None:
        """Wait a turn more for as long as every turn brings more, up to a block."""
        number = len(self._waiting)
        if seen < number < BLOCK_TEXTS:
            asyncio.get_running_loop().call_soon(self._gather, number)
        else:
            self._score_waiting()

    def _score_waiting(self) -> None:
        """Answer what waits, up to the size of one block; the rest in the next turn."""
        waiting = [one for one in self._waiting if not one[1].done()]  # some callers have gone
        number = _first_block(asked for asked, _ in waiting)
        block, self._waiting = waiting[:number], waiting[number:]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._score_waiting)
        for (_, answer), report in zip(block, self._scored([one[0] for one in block]), strict=True):
            if isinstance(report, Exception):
                answer.set_exception(report)
            else:
                answer.set_result(report)

    def _scored(self, asked: list[ScoreRequest]) -> Sequence[bytes | Exception]:
        """The reports of a block; where that fails, each by itself: one spoils no other."""
        try:
            return list(map(report_json, score_each(self.scorer, asked)))
        except Exception as error:
            if len(asked) <= 1:
                return [error]
            return [report for one in asked for report in self._scored([one])]


def score_each(scorer: Scorer, asked: list[ScoreRequest]) -> Iterator[Report]:
    """Reports in order; neighbours of one prior are read together."""
    for prior, group in groupby(asked, key=lambda one: one.prior):
        members = list(group)
        texts, titles = [one.text for one in members], [one.title for one in members]
        for report in scorer.score_many(texts, titles, prior):
            if isinstance(report, Failure):
                raise RuntimeError(report.error)
            yield report


def _size(asked: SourcingRequest) -> int:
    return len(asked.text) + len(asked.title or "")


def _first_block(asked: Iterable[SourcingRequest]) -> int:
    number = size = 0
    for one in asked:
        size += _size(one)
        if number and (number == BLOCK_TEXTS or size > BLOCK_CHARACTERS):
            break
        number += 1
    return number
