"""The app inside other apps, and one scorer for all."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount

import credscore
from credscore.service import Settings, create_app

BODY = {"text": "Two officials said the bridge may close."}
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def in_fastapi() -> Any:
    site = FastAPI()

    @site.get("/hello")
    async def hello() -> dict[str, str]:
        return {"says": "hello"}

    site.mount("/credibility", create_app())
    return site


def in_starlette() -> Any:
    return Starlette(routes=[Mount("/credibility", create_app())])


@pytest.mark.parametrize("host", [in_fastapi, in_starlette])
def test_mounted(host: Any) -> None:
    """Under a real server: answers, problems, page, and the host's own addresses."""
    config = uvicorn.Config(host(), port=0, log_config=None, ws="none")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        while not running.started:
            thread.join(0.01)
        port = running.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            answer = client.post("/credibility/v1/score", json=BODY)
            assert answer.content == credscore.score(**BODY).model_dump_json().encode()
            assert client.post("/credibility/v1/score", json={}).status_code == 422
            problem = client.get("/credibility/nothing")
            assert problem.headers["content-type"] == "application/problem+json"
            assert "default-src" in client.get("/credibility/").headers["content-security-policy"]
            document = client.get("/credibility/openapi.json").json()
            assert document["servers"] == [{"url": "/credibility"}]
            counted = client.get("/credibility/metrics").text
            assert 'route="/v1/score",status="200"} 1.0' in counted
            own = client.get("/hello")
            assert "content-security-policy" not in own.headers
            assert own.status_code == (200 if host is in_fastapi else 404)
    finally:
        running.should_exit = True
        thread.join()


def test_apps_in_threads_share_a_scorer() -> None:
    """Four servers in four threads, one scorer: the same answers as one after the other."""
    scorer = credscore.Scorer.load()
    texts = [
        f"{BODY['text']} Sources say {number} fled." * (1 + number % 5) for number in range(40)
    ]
    expected = [scorer.score(text).model_dump_json().encode() for text in texts]
    found: dict[int, list[bytes]] = {}

    async def ask_all() -> list[bytes]:
        transport = httpx.ASGITransport(create_app(Settings(), scorer))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            asked = (client.post("/v1/score", json={"text": text}) for text in texts)
            return [answer.content for answer in await asyncio.gather(*asked)]

    def work(number: int) -> None:
        found[number] = asyncio.run(ask_all())

    threads = [threading.Thread(target=work, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(4)] == [expected] * 4


def test_the_import_stays_light() -> None:
    """Neither FastAPI nor what it needs is loaded by scoring or by other commands."""
    script = (
        "import sys, credscore, credscore.cli\ncredscore.score('He fled.')\nprint(*sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in result.stdout.split()}
    assert not loaded & {"fastapi", "starlette", "uvicorn", "prometheus_client", "asyncio"}


def test_layers_that_a_host_adds_stand_before_the_addresses() -> None:
    """Nothing that is wrapped around the app is gone around."""
    app = create_app()

    @app.middleware("http")
    async def closed(request: Any, call_next: Any) -> Any:
        return Response(status_code=418)

    async def ask() -> list[int]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            scored = await client.post("/v1/score", json=BODY)
            return [scored.status_code, (await client.get("/livez")).status_code]

    assert asyncio.run(ask()) == [418, 418]


def test_started_and_stopped_by_a_server_of_one_s_own() -> None:
    """The messages of a server's beginning and end reach the app."""

    async def work() -> list[str]:
        asked = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
        told: list[str] = []

        async def receive() -> dict[str, str]:
            return next(asked)

        async def send(message: Any) -> None:
            told.append(message["type"])

        await create_app()({"type": "lifespan", "state": {}}, receive, send)
        return told

    assert asyncio.run(work()) == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
