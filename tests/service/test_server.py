"""`credscore serve`: settings, exit codes, logs, an end that finishes what it accepted."""

import http.client
import inspect
import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

import credscore
from credscore.cli import command_line as cli
from credscore.cli.commands.serve import serve
from credscore.service import Settings
from credscore.service.problems import TITLES
from credscore.service.server import _listener, _page

ROOT = Path(__file__).resolve().parents[2]
HOST = "must be an IP address or a name, such as 127.0.0.1"
MARKED = "Xylophonist Quibbleworth allegedly fled."


def refused(monkeypatch: pytest.MonkeyPatch, capsys: Any, *arguments: str) -> tuple[int, str]:
    monkeypatch.setattr("sys.argv", ["credscore", "serve", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return int(stopped.value.code or 0), capsys.readouterr().err


def test_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert refused(monkeypatch, capsys, "--port", port) == (
            2,
            f"credscore: 127.0.0.1:{port}: can't be listened at: Address already in use. "
            "Name another --port, or another --host.\n",
        )
    for arguments, code, message in [
        (["--host", "192.0.2.1", "--port", "0"], 2, "can't be listened at"),
        (["--host", "no:such:host"], 2, "can't be listened at"),
        *((["--host", host], 2, f"--host or CREDSCORE_HOST: {HOST}, got {host!r}.")
          for host in ("", " ", "*", "<broadcast>", "[::1]", "http://127.0.0.1")),
        (["--port", "70000"], 2, "CREDSCORE_PORT: must be less than or equal to 65535, got 70000."),
        (["--max-items", "0"], 2, "--max-items or CREDSCORE_MAX_ITEMS"),
        (["--cors-origin", "foo"], 2, "--cors-origin or CREDSCORE_CORS_ORIGINS: must be as https:"),
        (["--log-level", "loud"], 2, "--log-level or CREDSCORE_LOG_LEVEL"),
        (["--api-key-file", str(tmp_path / "none")], 2, "can't be read"),
        (["--port", "0", "--model", str(tmp_path)], 3, "model.json"),
    ]:  # fmt: skip
        got, told = refused(monkeypatch, capsys, *arguments)
        assert (got, message in told) == (code, True), (arguments, got, told)
    (tmp_path / "key").write_text("short\n")
    got, told = refused(monkeypatch, capsys, "--api-key-file", str(tmp_path / "key"))
    assert (got, "short" in told) == (2, False)
    assert "--api-key-file or CREDSCORE_API_KEY: must have 16 characters or more." in told


def test_settings_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CREDSCORE_MAX_ITEMS", "7")
    monkeypatch.setenv("CREDSCORE_CORS_ORIGINS", "https://a.example, https://b.example")
    monkeypatch.setenv("CREDSCORE_SHARED", "somewhere")
    settings = Settings()
    assert settings.max_items == 7
    assert settings.cors_origins == ("https://a.example", "https://b.example")
    assert Settings(max_items=8).max_items == 8
    monkeypatch.setenv("CREDSCORE_CORS_ORIGINS", "")
    assert Settings().cors_origins == ()
    monkeypatch.setenv("CREDSCORE_API_KEY", "correct horse battery")
    assert "correct" not in repr(Settings())
    monkeypatch.setenv("CREDSCORE_MAX_ITEMS", "many")
    code, told = refused(monkeypatch, capsys)
    assert (code, "CREDSCORE_MAX_ITEMS" in told) == (2, True)


def test_every_setting_has_a_flag_and_is_documented() -> None:
    page = (ROOT / "docs" / "reference" / "service.md").read_text("utf-8")
    flags = set(inspect.signature(serve).parameters)
    special = {"api_key": "api_key_file", "cors_origins": "cors_origin"}
    assert flags == {special.get(name, name) for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        default = {None: "none", (): "none"}.get(field.default, str(field.default))
        flag = special.get(name, name).replace("_", "-")
        row = f"| `--{flag}` | `CREDSCORE_{name.upper()}` | {default} | {field.description} |"
        assert row in page, row


def test_every_problem_is_documented() -> None:
    page = (ROOT / "docs" / "reference" / "service.md").read_text("utf-8")
    for kind, (status, title) in TITLES.items():
        assert f"| {status} | `{kind}` | {title} |" in page, kind


def test_flags_are_heeded(start: Callable[..., Any], tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("correct horse battery\n")
    server = start("--max-items", "1", "--api-key-file", str(key), CREDSCORE_MAX_ITEMS="5")
    headers = {"X-API-Key": "correct horse battery"}
    items = {"items": [{"text": ""}] * 2}
    assert server.client.post("/v1/score:batch", json=items).status_code == 401
    answer = server.client.post("/v1/score:batch", json=items, headers=headers)
    assert answer.status_code == 413


def test_only_loopback_unless_told(start: Callable[..., Any], server: Any) -> None:
    def listened(process: subprocess.Popen[bytes]) -> set[str]:
        found = psutil.Process(process.pid).net_connections("tcp")
        return {one.laddr.ip for one in found if one.status == psutil.CONN_LISTEN}

    assert listened(server.process) == {"127.0.0.1"}
    other = start("--host", "0.0.0.0")
    assert listened(other.process) == {"0.0.0.0"}
    assert other.wait_for("open to the network without an API key")["level"] == "warning"


def test_small_packets_are_sent_at_once() -> None:
    """asyncio turns Nagle's algorithm off only where a socket states its protocol.

    Otherwise every answer waits 40 ms for the acknowledgement of its head.
    """
    with _listener(Settings(port=0)) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_logs_are_json_lines_without_text(server: Any) -> None:
    body = {"text": MARKED, "title": "Quibbleworth"}
    answer = server.client.post("/v1/score", json=body)
    server.client.post("/v1/score", json=body | {"Quibbleworth": 1})
    server.client.post("/v1/score", json={"text": [MARKED]})
    server.client.post("/v1/score", content=MARKED, headers={"Content-Type": "application/json"})
    server.client.post("/v1/score:batch", json={"items": [body, MARKED]})
    server.client.post("/v1/Quibbleworth?q=Quibbleworth", json=body)
    server.client.get("/v1/model", headers={"User-Agent": "Quibbleworth", "X-Request-Id": "Quibb"})
    server.client.request("QUIBBLEWORTH", "/v1/model")
    server.client.get("/livez")
    whole = server.log.read_text("utf-8")
    for word in ("Xylo", "uibble", "QUIBBLE", "fled"):
        assert word not in whole, word
    wanted = answer.headers["x-request-id"]
    (line,) = [one for one in server.lines() if one.get("request_id") == wanted]
    assert (line["route"], line["status"], line["method"]) == ("/v1/score", 200, "POST")
    assert line["bytes_in"] > len(MARKED)
    assert line["bytes_out"] == len(answer.content)
    assert {"unmatched", "/v1/score:batch"} <= {one.get("route") for one in server.lines()}


def wait_until(reached: Callable[[], bool]) -> None:
    for _ in range(2000):
        if reached():
            return
        time.sleep(0.005)
    pytest.fail("waited for in vain")


def listening(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_end_that_finishes_what_was_accepted(
    start: Callable[..., Any], rumour: str, number: int
) -> None:
    """The end comes amid three requests, of which each still lacks its last byte."""
    server = start()
    items = [{"text": f"{rumour * 8} {place}"} for place in range(200)]
    body = json.dumps({"items": items}).encode()
    head = (
        "POST /v1/score:batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode()
    address = ("127.0.0.1", server.port)
    with ExitStack() as held:
        callers = [
            held.enter_context(socket.create_connection(address, timeout=60)) for _ in range(3)
        ]
        for caller in callers:
            caller.sendall(head + body[:-1])
        wait_until(lambda: "in_flight 4.0" in server.client.get("/metrics").text)
        server.client.close()
        server.process.send_signal(number)
        wait_until(lambda: not listening(address))
        for caller in callers:
            caller.sendall(body[-1:])
        found = [answered(caller)[1] for caller in callers]
    assert [one["scored"] for one in found] == [200] * 3
    expected = credscore.score(**items[-1])
    assert found[0]["results"][-1]["report"]["score"] == expected.score
    assert server.process.wait(30) == 0
    assert server.lines()[-1]["event"] == "stopped"


def answered(connection: socket.socket) -> tuple[int, dict[str, Any]]:
    """Status and JSON of the answer on a connection."""
    answer = http.client.HTTPResponse(connection)
    answer.begin()
    return answer.status, json.loads(answer.read())


def post(path: str, body: object) -> bytes:
    content = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_end_in_the_first_moment_loses_nothing(start: Callable[..., Any], workers: str) -> None:
    """The signal comes as soon as the server says that it listens, behind eight requests."""
    server = start("--workers", workers)
    with ExitStack() as held:
        callers = [
            held.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=60))
            for _ in range(8)
        ]
        for caller in callers:
            caller.sendall(post("/v1/score", {"text": "He may have fled."}))
        server.process.send_signal(signal.SIGTERM)
        assert [answered(caller)[0] for caller in callers] == [200] * 8
    assert server.process.wait(40) == 0


def test_an_end_before_any_request(start: Callable[..., Any]) -> None:
    server = start()
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(40) == 0
    assert server.lines()[-1]["event"] == "stopped"


def test_an_end_amid_eight_batches(start: Callable[..., Any], rumour: str) -> None:
    server = start()
    items = [{"text": f"{rumour * 8} {number}"} for number in range(100)]
    with ExitStack() as held:
        callers = [
            held.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=60))
            for _ in range(8)
        ]
        for caller in callers:
            caller.sendall(post("/v1/score:batch", {"items": items}))
        server.process.send_signal(signal.SIGTERM)
        answers = [answered(caller) for caller in callers]
    assert [(status, answer["scored"]) for status, answer in answers] == [(200, 100)] * 8
    assert server.process.wait(40) == 0


def test_an_end_amid_batches_that_take_longer(start: Callable[..., Any], rumour: str) -> None:
    """Each answer is complete: what is not scored in time has its own 503."""
    server = start("--shutdown-seconds", "2", "--threads", "1")
    body = {"items": [{"text": f"{rumour * 80} {number}"} for number in range(16)]}
    with ExitStack() as held:
        callers = [
            held.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=60))
            for _ in range(20)
        ]
        for caller in callers:
            caller.sendall(post("/v1/score:batch", body))
        assert callers[0].recv(1, socket.MSG_PEEK)
        server.process.send_signal(signal.SIGTERM)
        answers = [answered(caller) for caller in callers]
    assert server.process.wait(40) == 0
    for status, answer in answers:
        results = answer.get("results", [])
        failed = [one["error"]["status"] for one in results if "error" in one]
        assert (status, len(results)) in ((200, 16), (503, 0))
        assert failed == [503] * answer.get("failed", 0)


def test_an_end_amid_work_that_does_not_end(start: Callable[..., Any]) -> None:
    """A page of 600,000 tags takes minutes: its caller is told 503, and the process ends."""
    server = start("--shutdown-seconds", "4")
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as caller:
        caller.sendall(post("/v1/page", {"html": "<html>" + "<p>" * 600_000}))
        process = psutil.Process(server.process.pid)
        wait_until(lambda: bool(process.children()))
        (reader,) = process.children()
        server.process.send_signal(signal.SIGTERM)
        status, document = answered(caller)
        assert (status, document["type"]) == (503, "urn:credscore:problem:unavailable")
        assert server.process.wait(40) == 0
    assert not reader.is_running()


def test_several_processes_count_every_request_once(start: Callable[..., Any]) -> None:
    server = start("--workers", "2")
    workers = worker_processes(server)
    assert len(workers) == 2
    for _ in range(40):  # each on a connection of its own, which either process may take
        answer = httpx.post(f"{server.url}/v1/score", json={"text": "He may have fled."})
        assert answer.status_code == 200
    counted = 'credscore_requests_total{method="POST",route="/v1/score",status="200"} 40.0'
    for _ in range(10):
        exposition = httpx.get(f"{server.url}/metrics").text
        assert counted in exposition
        assert 'credscore_texts_total{outcome="scored"} 40.0' in exposition
        assert "credscore_requests_in_flight 1.0" in exposition
    assert server.stop() == 0
    wait_until(lambda: not any(worker.is_running() for worker in workers))


def test_a_process_that_dies_is_replaced_and_its_counts_stay(start: Callable[..., Any]) -> None:
    server = start("--workers", "2")
    for _ in range(10):
        httpx.post(f"{server.url}/v1/score", json={"text": "He may have fled."})
    counted = 'credscore_requests_total{method="POST",route="/v1/score",status="200"} 10.0'
    metrics = partial(httpx.get, f"{server.url}/metrics", timeout=30)
    wait_until(lambda: counted in metrics().text)  # a request is counted once it is answered
    before = worker_processes(server)
    before[0].kill()
    assert server.wait_for("worker died")["code"] == -signal.SIGKILL
    wait_until(lambda: len(set(worker_processes(server)) - set(before)) == 1)
    assert counted in metrics().text
    assert server.stop() == 0


def test_worker_processes_end_with_their_parent(start: Callable[..., Any]) -> None:
    server = start("--workers", "2")
    workers = worker_processes(server)
    server.process.kill()
    server.process.wait()
    wait_until(lambda: not any(worker.is_running() for worker in workers))


def worker_processes(server: Any) -> list[psutil.Process]:
    children = psutil.Process(server.process.pid).children()
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


def test_without_the_extra(tmp_path: Path, command: list[str]) -> None:
    """A clear word where FastAPI is not installed."""
    (tmp_path / "fastapi.py").write_text("raise ModuleNotFoundError('no', name='fastapi')")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    result = subprocess.run(
        [*command, "serve"],
        capture_output=True, text=True, env=os.environ | {"PYTHONPATH": path},
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (
        2, "credscore: fastapi is not installed. Run: pip install 'credscore[service]'.\n",
    )  # fmt: skip


@pytest.mark.parametrize("flags", [[], ["--log-format", "json"]])
@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
def test_on_a_terminal_a_person_is_told_the_address(flags: list[str], command: list[str]) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen([*command, "serve", "--port", "0", *flags], stderr=theirs)
    os.close(theirs)
    told = b""
    while b"Ctrl-C" not in told and b"listening" not in told:
        told += os.read(ours, 4096)
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    os.close(ours)
    if flags:
        line = json.loads(told.splitlines()[0])
        assert line["event"] == "listening"
        assert line["page"] == f"http://127.0.0.1:{line['port']}/"
    else:
        assert re.match(rb"The page: http://127\.0\.0\.1:\d+/  The API: http://\S+/docs  ", told)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"), ("0.0.0.0", "http://127.0.0.1:80/"),
        ("::", "http://[::1]:80/"), ("192.0.2.7", "http://192.0.2.7:80/"),
    ],
)  # fmt: skip
def test_the_address_that_a_person_opens(host: str, url: str) -> None:
    assert _page(host, 80) == url
