"""Work with an end in time, and the reading of web pages, which needs a process for that."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from subprocess import PIPE

from starlette.types import Receive

from credscore.service.problems import ProblemError, later

_WATCHED = 0.01
"""Seconds after which a caller is watched: short work is done before, at less cost."""


@asynccontextmanager
async def in_time(end: float, receive: Receive) -> AsyncIterator[None]:
    """Cancel what is awaited inside at `end` (on the loop's clock), or when the caller goes.

    Then a ProblemError is raised: 503 if the time is over, 400 if the caller has gone.
    """
    gone = False

    async def watch() -> None:
        nonlocal gone
        await asyncio.sleep(_WATCHED)
        while (await receive())["type"] != "http.disconnect":
            pass
        gone = True
        limit.reschedule(0)

    watching = asyncio.create_task(watch())
    try:
        async with asyncio.timeout_at(end) as limit:
            yield
    except TimeoutError:
        if gone:
            raise ProblemError("bad_request", "The caller went before the answer.") from None
        raise later("unavailable", "Not done in time. Send less, or try again.", 5) from None
    finally:
        watching.cancel()


async def article_of(html: str) -> tuple[str, str | None]:
    """The text and the title of a web page.

    It may take minutes, and a thread cannot be stopped: a process is, when this is cancelled.
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
