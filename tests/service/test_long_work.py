"""Work in threads and processes, and how it ends."""

import threading

import psutil
import pytest

from credscore.service.long_work import Stop, StoppedError, article_of
from credscore.service.problems import ProblemError

PAGE = "<html><h1>Line</h1><p>The minister said on Monday that the line may open.</p></html>"


def test_an_article_is_taken_out_in_a_process() -> None:
    text, title = article_of(PAGE, Stop())
    assert (text, title) == ("The minister said on Monday that the line may open.", "Line")


def test_a_page_without_an_article_is_a_problem() -> None:
    with pytest.raises(ProblemError, match="invalid"):
        article_of("<html></html>", Stop())


def test_the_process_is_ended_when_the_work_is_to_stop() -> None:
    """A page of 600,000 tags takes longer than anyone waits."""
    stop, before = Stop(), set(psutil.Process().children())
    threading.Timer(1, stop.set).start()
    with pytest.raises(StoppedError):
        article_of(f"<html>{'<p>' * 600_000}", stop)
    assert set(psutil.Process().children()) <= before


def test_work_that_was_told_to_stop_is_not_begun() -> None:
    stop = Stop()
    stop.set()
    with pytest.raises(StoppedError):
        article_of(PAGE, stop)
