"""The client answers as the library does, over a real server."""

import datetime
import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

import credscore
from credscore import Article, Failure, InputError, InputValueError
from credscore.client import Client, ServiceError, Sourcing

TEXT = "Two officials said that the bridge may close. The port authority denied the reports."
TITLE = "Bridge may close"
ARTICLES = [
    Article(TEXT, TITLE, "Harbour Post", datetime.date(2026, 3, 1)),
    Article("The bridge closes on Monday, the Harbour Post reported.", source="Kolvar Echo"),
]


@pytest.fixture(scope="module")
def client(server: Any) -> Iterator[Client]:
    with Client(server.url) as client:
        yield client


def answering(answer: Callable[[httpx.Request], httpx.Response], **options: Any) -> Client:
    return Client("http://here", transport=httpx.MockTransport(answer), **options)


def test_a_report_is_that_of_the_library(client: Client) -> None:
    report, expected = client.score(TEXT, TITLE, 0.3), credscore.score(TEXT, TITLE, 0.3)
    assert report == expected
    assert report.reasons == expected.reasons
    assert TEXT in report.to_html(TEXT, TITLE)


def test_sourcing_is_that_of_the_library(client: Client) -> None:
    answer = client.sourcing(TEXT, TITLE)
    assert isinstance(answer, Sourcing)
    assert answer.attributions == credscore.attributions(TEXT, TITLE)
    assert answer.profile == credscore.score(TEXT, TITLE).profile
    assert answer.summary == "1 of 2 statements rest on unnamed people."


def test_a_claim_is_that_of_the_library(client: Client) -> None:
    expected = credscore.score_claim(ARTICLES, 0.3, "The bridge closes")
    assert client.score_claim(ARTICLES, 0.3, "The bridge closes") == expected
    assert client.score_claim([TEXT]) == credscore.score_claim([TEXT])


def test_many_texts_in_the_order_of_the_library(client: Client) -> None:
    """More than one batch; one text is too long, one holds half of a surrogate pair."""
    texts = [f"{TEXT} Number {number} may be hit." for number in range(300)]
    texts[7] = "It may. " * 30_000
    texts[299] = "\ud800"
    titles = [TITLE, None, *([TITLE] * 100)]
    found = list(client.score_many(texts, titles, 0.2))
    expected = list(credscore.Scorer.load().score_many(texts, titles, 0.2))
    for index, (one, other) in enumerate(zip(found, expected, strict=True)):
        if index in (7, 299):
            assert isinstance(one, Failure)
            assert one.index == index
        else:
            assert one == other
    assert "characters" in found[7].error  # type: ignore[union-attr]
    assert list(client.score_many([])) == []
    assert list(client.score_many(["He fled."])) == [credscore.score("He fled.")]


def test_what_is_no_text_fails_as_in_the_library(client: Client) -> None:
    texts = [None, "It sank.", "It swam.", b"raw", "It fell."]
    found = list(client.score_many(texts))  # type: ignore[arg-type]
    assert found == list(credscore.Scorer.load().score_many(texts))  # type: ignore[arg-type]


def test_many_texts_are_taken_as_they_are_needed(client: Client) -> None:
    taken: list[int] = []

    def texts() -> Any:
        for number in range(2000):
            taken.append(number)
            yield f"{TEXT} {number}"

    next(client.score_many(texts()))
    assert len(taken) == 257


def test_a_batch_takes_half_the_bytes_of_a_body_at_most() -> None:
    """The answer to a text is larger than the text."""
    report = credscore.score(TEXT).model_dump_json()
    sent: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/model":
            return httpx.Response(200, json={"limits": {"items": 256, "body_bytes": 1000}})
        sent.append(len(request.content))
        lines = request.content.splitlines()
        return httpx.Response(200, text=f'{{"report":{report}}}\n' * len(lines))

    assert list(answering(answer).score_many([TEXT] * 20)) == [credscore.score(TEXT)] * 20
    assert len(sent) == 7
    assert max(sent) <= 500


def test_a_key(start: Callable[..., Any]) -> None:
    server = start(CREDSCORE_API_KEY="correct horse battery")
    with Client(server.url, "correct horse battery") as client:
        assert client.score(TEXT) == credscore.score(TEXT)
    with (
        Client(server.url) as client,
        pytest.raises(ServiceError, match="401: The API key is missing or wrong") as raised,
    ):
        client.score(TEXT)
    assert raised.value.problem is not None
    assert raised.value.problem.type == "urn:credscore:problem:unauthorised"


def test_what_the_service_refuses_is_a_house_error(client: Client) -> None:
    with pytest.raises(ServiceError, match="#/prior") as raised:
        client.score(TEXT, prior=2)
    assert isinstance(raised.value, credscore.CredscoreError)
    assert raised.value.status == 422
    assert raised.value.problem is not None
    assert raised.value.problem.errors is not None
    assert raised.value.problem.errors[0].pointer == "#/prior"
    with pytest.raises(InputError, match="bytes"):
        client.score(b"raw")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="texts must be an iterable"):
        next(client.score_many(TEXT))
    with pytest.raises(InputError, match="articles must be many"):
        client.score_claim(TEXT)


def test_no_service() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ServiceError, match=f"{port}.*Is the service running") as raised:
        Client(f"http://127.0.0.1:{port}").score(TEXT)
    assert raised.value.status is None
    with pytest.raises(ServiceError, match=r"no answer: .* protocol\. Is the service"):
        Client("nonsense").score(TEXT)
    with pytest.raises(InputValueError, match="no address"):
        Client("http://here:door")
    with pytest.raises(InputValueError, match="tries"):
        Client(tries=0)


def problem(status: int, kind: str) -> str:
    return json.dumps({"type": kind, "title": "No.", "status": status, "detail": "Later."})


@pytest.mark.parametrize("status", [429, 503])
def test_a_problem_that_passes_is_waited_for(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    answers = iter(["5", "Mon, 30 Nov 2026 05:24:42 GMT", "9999", None])

    def answer(request: httpx.Request) -> httpx.Response:
        assert json.loads(request.content)["text"] == TEXT  # the body is sent whole each time
        if (pause := next(answers)) is None:
            return httpx.Response(200, text=credscore.score(TEXT).model_dump_json())
        return httpx.Response(status, text=problem(status, "busy"), headers={"Retry-After": pause})

    assert answering(answer, tries=4).score(TEXT) == credscore.score(TEXT)
    assert slept == [5.0, 1.0, 60.0]


def test_tries_end(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    client = answering(lambda request: httpx.Response(503, text=problem(503, "unavailable")))
    with pytest.raises(ServiceError, match="503: No") as raised:
        client.score(TEXT)
    assert (raised.value.status, slept) == (503, [1.0, 1.0])


def test_what_is_no_answer_of_the_service() -> None:
    proxy = answering(lambda request: httpx.Response(502, html="<h1>Bad gateway</h1>"))
    with pytest.raises(ServiceError, match="502 without a problem document") as raised:
        proxy.score(TEXT)
    assert (raised.value.status, raised.value.problem) == (502, None)
    with pytest.raises(ServiceError, match="does not fit"):
        answering(lambda request: httpx.Response(200, html="<h1>Hello</h1>")).score(TEXT)
    later = {**json.loads(credscore.score(TEXT).model_dump_json()), "colour": "red"}
    newer = answering(lambda request: httpx.Response(200, json=later))
    with pytest.raises(ServiceError, match="colour"):
        newer.score(TEXT)


def test_an_item_that_was_not_done_in_time_is_sent_alone() -> None:
    report = credscore.score(TEXT).model_dump_json()

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/model":
            return httpx.Response(200, json={"limits": {"items": 2, "body_bytes": 1000}})
        if request.url.path == "/v1/score:batch":
            late = problem(503, "unavailable")
            return httpx.Response(200, text=f'{{"report":{report}}}\n{{"error":{late}}}\n')
        return httpx.Response(200, text=report)

    assert list(answering(answer).score_many([TEXT] * 3)) == [credscore.score(TEXT)] * 3


def test_an_answer_that_lost_a_line() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/model":
            return httpx.Response(200, json={"limits": {"items": 2, "body_bytes": 1000}})
        return httpx.Response(200, text="")

    with pytest.raises(ServiceError, match="0 results came for 2 texts"):
        list(answering(answer).score_many([TEXT] * 2))


def test_the_client_needs_no_library_of_the_server() -> None:
    """It may be installed where FastAPI is not."""
    code = "import sys, credscore.client\nprint(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"fastapi", "starlette", "uvicorn"} & set(shown.stdout.split())
