"""Articles on one claim, over HTTP: the library's own report, within the limits of one text."""

import asyncio
import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from starlette.requests import Request

from credscore import Article, Scorer, score_claim
from credscore.page import claim_section
from credscore.pooling import read_articles
from credscore.service import Settings
from credscore.service.addresses import Addresses
from credscore.service.batching import BLOCK_TEXTS
from credscore.service.messages import ClaimRequest
from credscore.service.problems import ProblemError
from credscore.service.request_limits import in_time
from tests.pooling.stories import CONFIRMED, FERRY, OTHER

ARTICLES = [*FERRY, OTHER, CONFIRMED]
MANY = [Article(f"{one.text} {n}.", one.title, f"Paper {n}") for n in range(25) for one in FERRY]
EVIL = "<script>alert(1)</script><img src=x onerror='alert(2)'>"
ADDRESSES = ("/v1/claims", "/v1/claims:page")


def body(articles: list[Article], **others: object) -> dict[str, object]:
    names = ("text", "title", "source", "date")
    return {"articles": [{name: getattr(one, name) for name in names} for one in articles]} | others


@pytest.mark.parametrize("articles", [ARTICLES, MANY, ARTICLES[:1], []])
def test_the_answer_is_the_report_of_the_library(server: Any, articles: list[Article]) -> None:
    expected = score_claim(articles, 0.3, "The ferry sank")
    asked = body(articles, prior=0.3, claim="The ferry sank")
    answer = server.client.post("/v1/claims", json=asked)
    assert answer.content == expected.model_dump_json().encode()
    shown = server.client.post("/v1/claims:page", json=asked).json()
    assert shown == {"html": claim_section(expected.page_content()), "file": expected.to_html()}


def test_an_article_without_a_score_spoils_no_other(server: Any) -> None:
    """An empty text, and dates that no calendar has."""
    dates = ["0001-01-01T00:00:00+05:00", "Mon, 01 Jan 99999999999999999999 10:00:00 +0000"]
    more = [{"text": ""}, *({"text": FERRY[0].text, "date": date} for date in dates)]
    asked = body([*FERRY])
    asked["articles"] += more  # type: ignore[operator]
    report = server.client.post("/v1/claims", json=asked).json()
    assert report["reliable"]
    assert [one["date"] for one in report["members"]].count(None) == 3
    empty = next(one for one in report["members"] if not one["heading"])
    assert (empty["influence"], empty["reliable"]) == (None, False)


def test_markup_stays_text(server: Any) -> None:
    cited = [Article(f"{one.text} {EVIL}", EVIL, f"{EVIL} Post", EVIL) for one in ARTICLES]
    answer = server.client.post("/v1/claims:page", json=body(cited, claim=EVIL)).json()
    for html in answer.values():
        assert "&lt;script&gt;" in html
        assert "<script" not in html
        assert "<img" not in html


@pytest.mark.parametrize("path", ADDRESSES)
def test_what_does_not_fit_is_refused(server: Any, path: str) -> None:
    fine = {"text": "He fled."}
    for sent, pointer in [
        ({}, "#/articles"),
        ({"articles": fine}, "#/articles"),
        ({"articles": ["He fled."]}, "#/articles/0"),
        ({"articles": [fine, {"text": 3}]}, "#/articles/1/text"),
        ({"articles": [{**fine, "date": 20260301}]}, "#/articles/0/date"),
        ({"articles": [{**fine, "source": "x" * 1_001}]}, "#/articles/0/source"),
        ({"articles": [{**fine, "colour": "red"}]}, "#/articles/0/colour"),
        ({"articles": [fine], "prior": 1}, "#/prior"),
        ({"articles": [fine], "claim": "x" * 1_001}, "#/claim"),
    ]:
        answer = server.client.post(path, json=sent)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    twice = b'{"articles": [{"text": "He fled.", "text": "He did not."}]}'
    headers = {"Content-Type": "application/json"}
    assert server.client.post(path, content=twice, headers=headers).status_code == 400


@pytest.mark.parametrize("path", ADDRESSES)
def test_limits_are_those_of_the_service(server: Any, path: str) -> None:
    for articles, told in [
        ([{"text": ""}] * 100_000, "100,000 items"),
        ([{"text": 3}] * 257, "257 items in a batch, or articles on a claim; 256 are allowed"),
        ([{"text": ""}, {"text": "x" * 200_000, "title": "x"}], "200,001 characters"),
        ([{"text": "x" * 190_000}] * 11, "bytes"),
    ]:
        answer = server.client.post(path, json={"articles": articles})
        assert answer.status_code == 413
        assert answer.json()["type"] == "urn:credscore:problem:too_large"
        assert told in answer.json()["detail"]


def test_the_answer_is_bounded(start: Callable[..., Any]) -> None:
    client = start("--max-answer-bytes", "2000").client
    for path in ADDRESSES:
        answer = client.post(path, json=body(ARTICLES))
        assert answer.status_code == 413
        assert "bytes in the answer" in answer.json()["detail"]


class Held(Scorer):
    """Waits at texts that say so, and remembers what was read together, and where."""

    def __init__(self) -> None:
        super().__init__(Scorer.load().model)
        self.blocks: list[int] = []
        self.threads: set[str] = set()
        self.go = threading.Event()

    def score_many(self, texts: Any, *args: Any, **options: Any) -> Any:
        self.blocks.append(len(texts))
        self.threads.add(threading.current_thread().name)
        if "hanging" in texts[0]:
            self.go.wait(60)
        return super().score_many(texts, *args, **options)


async def stays() -> Any:
    await asyncio.Event().wait()


CALL = Request({"type": "http"}, stays)


def request(texts: list[str]) -> ClaimRequest:
    return ClaimRequest.model_validate({"articles": [{"text": text} for text in texts]})


def test_articles_are_read_in_blocks_outside_of_the_loop() -> None:
    scorer = Held()
    asked = request([f"Number {number}." for number in range(2 * BLOCK_TEXTS + 1)])
    answer = json.loads(asyncio.run(Addresses(scorer, Settings()).claims(asked, CALL)))
    assert answer["articles"] == 2 * BLOCK_TEXTS + 1
    assert scorer.blocks == [BLOCK_TEXTS, BLOCK_TEXTS, 1]
    assert threading.current_thread().name not in scorer.threads


@pytest.mark.parametrize("why", ["unavailable", "bad_request"])
def test_work_stops_at_the_next_block(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time is over, and when the caller has gone; nothing is pooled."""
    scorer, pooled = Held(), list[Any]()
    monkeypatch.setattr("credscore.service.addresses.pool_articles", pooled.append)

    async def goes() -> Any:
        while not scorer.blocks:
            await asyncio.sleep(0.01)
        return {"type": "http.disconnect"}

    async def work() -> None:
        asked = request(["hanging"] + ["He fled."] * 2 * BLOCK_TEXTS)
        seconds, receive = (0.2, stays) if why == "unavailable" else (60, goes)
        with pytest.raises(ProblemError, match=why):
            async with in_time(asyncio.get_running_loop().time() + seconds, receive):
                await Addresses(scorer, Settings()).claims(asked, CALL)
        scorer.go.set()

    asyncio.run(work())
    assert (scorer.blocks, pooled) == ([BLOCK_TEXTS], [])


def test_every_article_is_counted_as_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(scorer: Scorer, articles: Any) -> Any:
        """As if the second one had no score."""
        no_text = Article(None)
        return read_articles(scorer, [articles[0], no_text, *articles[2:]])

    monkeypatch.setattr("credscore.service.addresses.read_articles", read)
    addresses = Addresses(Held(), Settings())
    answer = json.loads(asyncio.run(addresses.claims(request(["He fled."] * 3), CALL)))
    assert (answer["articles"], answer["failed"]) == (3, 1)
    assert any(one["error"] for one in answer["members"])
    told = addresses.metrics.exposition().decode()
    assert 'credscore_texts_total{outcome="scored"} 2.0' in told
    assert 'credscore_texts_total{outcome="refused"} 1.0' in told
