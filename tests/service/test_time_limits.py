"""Work in threads and processes, and how it ends."""

import asyncio
from typing import Any

import psutil
import pytest

from credscore.service.addresses import article_of
from credscore.service.problems import ProblemError
from credscore.service.request_limits import in_time

PAGE = "<html><h1>Line</h1><p>The minister said on Monday that the line may open.</p></html>"


async def caller_stays() -> Any:
    await asyncio.Event().wait()


async def caller_goes() -> Any:
    await asyncio.sleep(1)
    return {"type": "http.disconnect"}


def test_an_article_is_taken_out_in_a_process() -> None:
    text, title = asyncio.run(article_of(PAGE))
    assert (text, title) == ("The minister said on Monday that the line may open.", "Line")


def test_a_page_without_an_article_is_a_problem() -> None:
    with pytest.raises(ProblemError, match="invalid"):
        asyncio.run(article_of("<html></html>"))


@pytest.mark.parametrize(
    ("receive", "seconds", "kind"),
    [(caller_stays, 1, "unavailable"), (caller_goes, 60, "bad_request")],
)
def test_the_process_is_ended_with_the_time_or_the_caller(
    receive: Any, seconds: float, kind: str
) -> None:
    """A page of 600,000 tags takes longer than anyone waits."""
    before = set(psutil.Process().children())

    async def work() -> None:
        async with in_time(asyncio.get_running_loop().time() + seconds, receive):
            await article_of(f"<html>{'<p>' * 600_000}")

    with pytest.raises(ProblemError, match=kind):
        asyncio.run(work())
    assert set(psutil.Process().children()) <= before
