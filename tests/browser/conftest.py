"""A real browser and a real service on loopback; skipped, and says so, where there is none."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

KEY = "not a secret, 16"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Debian's Chromium with a fresh profile."""
    api = pytest.importorskip("playwright.sync_api", reason="needs the extra browser")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("needs chromium: apt-get install chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """A tab, with what it asked for and what went wrong in it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("console", lambda line: line.type == "error" and self.complaints.append(line.text))


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Visit]]:
    """Opens an address in a context of its own; nothing may go wrong in it unless expected."""
    opened = []

    def open_tab(url: str, expected: str = "", **options: Any) -> Visit:
        context = chromium.new_context(**{"viewport": {"width": 1200, "height": 900}} | options)
        context.set_default_timeout(10_000)
        tab = Visit(context.new_page())
        opened.append((context, tab, expected))
        tab.page.goto(url)
        return tab

    yield open_tab
    for context, tab, expected in opened:
        context.close()
        unexpected = [line for line in tab.complaints if not expected or expected not in line]
        assert unexpected == []


@contextmanager
def running(app: Any) -> Iterator[str]:
    """An ASGI app under uvicorn in a thread; its address."""
    import uvicorn

    config = uvicorn.Config(app, port=0, log_config=None, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The service alone at /, mounted at /credibility/, and with a key at /locked/."""
    pytest.importorskip("fastapi", reason="needs the extra service")
    from fastapi import FastAPI
    from pydantic import SecretStr

    from credscore.scorer import Scorer
    from credscore.service import create_app
    from credscore.service.settings import Settings

    scorer = Scorer.load()
    app = FastAPI()
    app.mount("/credibility", create_app(Settings(), scorer))
    app.mount("/locked", create_app(Settings(api_key=SecretStr(KEY)), scorer))
    app.mount("/", create_app(Settings(), scorer))
    with running(app) as url:
        yield url
