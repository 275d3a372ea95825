"""Work that takes longer than a few milliseconds: in threads, stopped when nobody waits for it."""

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from starlette.types import Receive

from credscore.service.problems import ProblemError, later
from credscore.service.request_limits import RequestLimits

Result = TypeVar("Result")


class StoppedError(Exception):
    """Raised by work that was told to stop."""


class Stop(threading.Event):
    """A flag that long work looks at between its steps; it also ends the process of the work."""

    process: "subprocess.Popen[bytes] | None" = None

    def set(self) -> None:
        """Tell the work to stop."""
        super().set()
        if self.process:
            self.process.kill()

    def check(self) -> None:
        """Raise StoppedError if the work is to stop."""
        if self.is_set():
            raise StoppedError


class LongWork:
    """Threads for work of one kind, so that another kind does not wait for it."""

    def __init__(self, limits: RequestLimits, threads: int, seconds: float) -> None:
        self._limits = limits
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(threads, "credscore")

    async def run(
        self, work: Callable[[Stop], Result], receive: Receive, end: float | None = None
    ) -> Result:
        """The result of work, unless its time (until `end` on the loop's clock) is over.

        Work that is given up is told to stop, and counts as a request until it has stopped. Then
        a ProblemError is raised: 503 if the time is over, 400 if the caller has gone.
        """
        loop, stop = asyncio.get_running_loop(), Stop()
        seconds = self._seconds if end is None else max(end - loop.time(), 0)
        task = self._threads.submit(work, stop)
        result = asyncio.wrap_future(task)
        gone = asyncio.ensure_future(_until_gone(receive))
        try:
            await asyncio.wait((result, gone), timeout=seconds, return_when="FIRST_COMPLETED")
            if result.done():
                return result.result()
            if gone.done():
                raise ProblemError("bad_request", "The caller has gone before the answer.")
            detail = f"Not done in {self._seconds:g} s. Send less, or try again."
            raise later("unavailable", detail, 5)
        finally:
            gone.cancel()
            stop.set()
            result.cancel()
            if not task.done():
                self._limits.take()
                task.add_done_callback(self._limits.release)


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def article_of(html: str, stop: Stop) -> tuple[str, str | None]:
    """The text and the title of a web page, taken out in a process that can be ended.

    The time that this takes depends on the page, and it can't be stopped in a thread.
    """
    stop.check()
    command = [sys.executable, "-m", "credscore.web_page"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        stop.process = process
        if stop.is_set():  # since the check above: before there was a process to end
            process.kill()
        output, _ = process.communicate(json.dumps(html).encode())
    stop.check()
    if process.returncode:
        raise RuntimeError(f"the process that reads web pages ended with {process.returncode}")
    text, title, error = json.loads(output)
    if error is not None:
        raise ProblemError("invalid", error)
    return text, title
