"""The MCP server asked by the official client: in memory, over standard input, over HTTP."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import credscore

pytest.importorskip("mcp.server.mcpserver", reason="needs the extra mcp")
import httpx2
from mcp import Client, StdioServerParameters, stdio_client

from credscore.integrations import mcp as module
from credscore.integrations.mcp import ADVICE, LENGTH, MAX_ARTICLES, ROWS, create_server
from tests.integrations.passages import DEBUNK, RUMOUR, SOUND

COMMAND = [sys.executable, "-c", "from credscore.cli import main; main()", "mcp"]
TOOLS = {"score_text", "extract_evidence", "sourcing", "score_claims"}
SECRET = "Quillfeather"
Answer = dict[str, Any]


def asked(server: Any, ask: Callable[[Client], Awaitable[Any]]) -> Any:
    """What the client gets from a server."""

    async def run() -> Any:
        async with Client(server) as client:
            return await ask(client)

    return asyncio.run(asyncio.wait_for(run(), 120))


@pytest.fixture(scope="module")
def server() -> Any:
    return create_server()


@pytest.fixture
def call(server: Any) -> Callable[..., Answer]:
    """Calls a tool; its answer, or what the error says."""

    def called(tool: str, **arguments: object) -> Answer:
        result = asked(server, lambda client: client.call_tool(tool, arguments))
        if result.is_error:
            return {"error": result.content[0].text}
        assert json.loads(result.content[0].text) == result.structured_content
        return dict(result.structured_content)

    return called


def test_what_there_is(server: Any) -> None:
    tools = asked(server, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert tool.input_schema["additionalProperties"] is False
    (card,) = asked(server, lambda client: client.list_resources()).resources
    (content,) = asked(server, lambda client: client.read_resource(card.uri)).contents
    assert "# Model card" in content.text
    assert server.instructions == ADVICE


def test_a_score_is_the_scorers(call: Callable[..., Answer]) -> None:
    for text, title, prior in ((RUMOUR, None, 0.5), (DEBUNK, "The bridge stands", 0.2)):
        answer = call("score_text", text=text, title=title, prior=prior)
        report = credscore.score(text, title, prior)
        for name in ("score", "verdict", "stance", "reliable", "prior", "model_id"):
            assert answer[name] == getattr(report, name)
        assert answer["summary"] == report.summary()
        assert answer["claim"] == (report.claim and report.claim.told)
        assert list(answer)[:3] == ["verdict", "summary", "claim"]  # no number leads
        for told, one in zip(answer["reasons"], report.reasons, strict=True):
            assert told["quotes"] == [report.evidence[at].quote for at in one.evidence][:12]


def test_evidence_and_sourcing(call: Callable[..., Answer]) -> None:
    answer = call("extract_evidence", text=RUMOUR)
    assert answer["evidence"] == [item._asdict() for item in credscore.extract(RUMOUR)]
    assert (answer["total"], answer["next_row"]) == (len(answer["evidence"]), None)
    told = call("sourcing", text=SOUND)
    sources = [row.source for row in credscore.attributions(SOUND)]
    assert [row["source"] for row in told["attributions"]] == sources
    assert told["profile"] == credscore.score(SOUND).profile._asdict()


def test_claims_are_pooled(call: Callable[..., Answer]) -> None:
    articles = [
        {"text": RUMOUR, "claim": "He fled", "source": "Echo", "date": "2026-05-04"},
        {"text": RUMOUR, "claim": "He fled", "source": "Herald", "date": "2026-05-05"},
        {"text": SOUND},
    ]
    pooled, alone = call("score_claims", articles=articles)["claims"]
    expected = credscore.score_claim(
        [credscore.Article(RUMOUR, None, *one) for one in
         (("Echo", "2026-05-04"), ("Herald", "2026-05-05"))], claim="He fled"
    )  # fmt: skip
    assert (pooled["claim"], pooled["copies"]) == ("He fled", 1)
    assert pooled["score"] == expected.score
    assert [member["source"] for member in pooled["members"]] == ["Echo", "Herald"]
    assert (alone["claim"], alone["articles"]) == (None, 1)


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("score_text", {"text": "x" * 200_001}, "at most 200,000"),
        ("score_text", {"text": "x" * 199_999, "title": "yy"}, "200,001 characters in a text"),
        ("score_text", {"text": SOUND, "prior": 1.5}, "strictly between 0 and 1"),
        ("score_text", {"text": SOUND, "prior": "high"}, "prior"),
        ("score_text", {}, "text"),
        ("extract_evidence", {"text": 3}, "text"),
        ("sourcing", {"text": SOUND, "from_row": -1}, "from_row"),
        ("score_claims", {"articles": []}, "articles"),
        ("score_claims", {"articles": [{"text": ""}] * (MAX_ARTICLES + 1)}, "articles"),
        ("score_claims", {"articles": [{"text": "x" * 200_000}] * 11}, "2,200,000 in all"),
        ("score_text", {"text": SOUND, "titel": "Ship"}, "titel"),
        ("score_claims", {"articles": [{"text": SOUND, "sorce": "Echo"}]}, "articles.0.sorce"),
        ("praise", {"text": SOUND}, "praise"),
    ],
)
def test_errors_are_answers_of_the_tool(
    tool: str, arguments: Answer, message: str, call: Callable[..., Answer]
) -> None:
    assert message in call(tool, **arguments)["error"]


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00\x1b[2J \u202e", "\U0001f600" * 99, "word " * 999]
)
def test_odd_texts_are_answered(text: str, call: Callable[..., Answer]) -> None:
    assert call("score_text", text=text)["reliable"] is False
    assert call("sourcing", text=text)["attributions"] == []
    assert call("score_claims", articles=[{"text": text}])["claims"][0]["reliable"] is False


def test_answers_are_bounded(call: Callable[..., Answer]) -> None:
    hedged = f"Insiders claim that {SECRET} allegedly fled, sources said, "
    text = hedged * (200_000 // len(hedged))  # one sentence
    for tool in ("score_text", "extract_evidence", "sourcing"):
        assert len(json.dumps(call(tool, text=text))) < 100_000
    assert len(json.dumps(call("score_claims", articles=[{"text": text}] * 3))) < 100_000
    first = call("extract_evidence", text=text)
    assert (len(first["evidence"]), first["next_row"]) == (ROWS, ROWS)
    last = call("extract_evidence", text=text, from_row=first["total"] - 1)
    assert (len(last["evidence"]), last["next_row"]) == (1, None)
    assert len(call("score_text", text=text)["claim"]) == LENGTH


def test_no_text_is_logged(
    call: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str, title: str | None) -> None:
        raise KeyError(text)

    caplog.set_level("INFO")
    monkeypatch.setattr(module, "extract", fail)
    error = call("extract_evidence", text=f"{SECRET} fled.")["error"]
    assert "Unexpected KeyError" in error
    call("score_text", text=f"{SECRET} fled.", prior=7)
    call("score_text", text=[SECRET])
    assert SECRET not in error + caplog.text


def test_another_model(tmp_path: Path) -> None:
    with pytest.raises(credscore.ModelFileError):
        create_server(tmp_path)


def test_over_standard_input(tmp_path: Path) -> None:
    parameters = StdioServerParameters(
        command=COMMAND[0], args=[*COMMAND[1:], "--max-characters", "999"], env={**os.environ}
    )

    async def ask(client: Client) -> tuple[Any, Any]:
        text = {"text": RUMOUR}
        return await client.call_tool("score_text", text), await client.call_tool(
            "score_text", {"text": RUMOUR * 4}
        )

    right, wrong = asked(stdio_client(parameters), ask)
    assert right.structured_content["score"] == credscore.score(RUMOUR).score
    assert "at most 999" in wrong.content[0].text


@pytest.fixture
def served() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command on a free port of the loopback, and its address."""
    process = subprocess.Popen([*COMMAND, "--http", "--port", "0"], stderr=subprocess.PIPE,
                               text=True)  # fmt: skip
    assert process.stderr is not None
    line = process.stderr.readline()
    assert line.startswith("credscore: MCP at http://127.0.0.1:"), line
    yield process, line.split()[-1]
    process.kill()
    process.wait(60)
    process.stderr.close()


def test_over_http(served: tuple[subprocess.Popen[str], str]) -> None:
    process, url = served

    async def ask(client: Client) -> tuple[Any, Any]:
        tools = await client.list_tools()
        return tools, await client.call_tool("score_text", {"text": SECRET + RUMOUR})

    tools, answer = asked(url, ask)
    assert {tool.name for tool in tools.tools} == TOOLS
    assert answer.structured_content["score"] == credscore.score(SECRET + RUMOUR).score
    hello = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    for name in ("Origin", "Host"):  # pages of other hosts, and names bound to the loopback
        headers = {name: "http://evil.example" if name == "Origin" else "evil.example"}
        assert httpx2.post(url, json=hello, headers=headers).status_code in (403, 421)
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate(timeout=60)
    assert SECRET not in logged
    assert "Traceback" not in logged


def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    from credscore.cli import command_line

    for arguments, message in [
        (["--http", "--host", "192.0.2.1", "--port", "0"], "can't be listened at"),
        (
            ["--http", "--host", ""],
            "--host: must be an IP address or a name, such as 127.0.0.1, got",
        ),
        (["--http", "--port", "70000"], "65535"),
        (["--max-characters", "0"], "max-characters"),
    ]:
        monkeypatch.setattr(sys, "argv", ["credscore", "mcp", *arguments])
        with pytest.raises(SystemExit) as stop:
            command_line.main()
        assert (stop.value.code, message in capsys.readouterr().err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_it_at_once() -> None:
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "protocolVersion": "2025-06-18", "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"}}}  # fmt: skip
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(json.dumps(hello) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        process.send_signal(signal.SIGINT)  # while it waits for input, which stays open
        try:
            code = process.wait(timeout=30)
        finally:
            process.kill()
        assert (code, process.stderr.read()) == (130, "")
