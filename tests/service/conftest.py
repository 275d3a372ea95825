"""A real server on loopback: `credscore serve` in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from credscore.cli import main; main()"]


class Server:
    """A running service."""

    def __init__(self, log: Path, flags: tuple[str, ...], environment: dict[str, str]) -> None:
        self.log = log
        command = [*COMMAND, "serve", "--port", "0", *flags]
        with log.open("wb") as stream:
            self.process = subprocess.Popen(
                command, stderr=stream, env=os.environ | environment, cwd=log.parent
            )
        self.port = int(self.wait_for("listening")["port"])
        self.url = f"http://127.0.0.1:{self.port}"
        self.client = httpx.Client(base_url=self.url, timeout=30)

    def lines(self) -> list[dict[str, Any]]:
        """What was logged; every line is JSON."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]

    def wait_for(self, event: str) -> dict[str, Any]:
        """The first line of an event, once it is there."""
        for _ in range(3000):
            whole = self.log.read_text("utf-8").rpartition("\n")[0].splitlines()
            for line in map(json.loads, whole):
                if line["event"] == event:
                    return line
            assert self.process.poll() is None, self.log.read_text("utf-8")
            time.sleep(0.01)
        raise AssertionError(f"{event} was not logged")

    def stop(self) -> int:
        """End it as a supervisor does; the exit code."""
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts a server with flags and settings of the environment; stopped at the end."""
    running: list[Server] = []

    def begin(*flags: str, **environment: str) -> Server:
        log = tmp_path_factory.mktemp("service") / "log.jsonl"
        running.append(Server(log, flags, environment))
        return running[-1]

    yield begin
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def server(start: Callable[..., Server]) -> Server:
    """A server with default settings, shared by the tests."""
    return start()


@pytest.fixture(scope="session")
def command() -> list[str]:
    """The command line of credscore."""
    return COMMAND


@pytest.fixture
def rumour() -> str:
    """An article of our own."""
    return (ROOT / "examples" / "rumour.txt").read_text("utf-8")
