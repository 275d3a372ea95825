"""What is answered can be chosen, and a batch can be lines: in, and out while it is scored."""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import credscore
from credscore import Report, Scorer
from credscore.report import REPORT_FIELDS
from credscore.service import Settings, create_app
from credscore.service.batching import BLOCK_TEXTS

TEXT = "Insiders claim that the mayor fled. Her office denied it."
LINES = {"Content-Type": "application/x-ndjson"}


def whole(text: str, **options: Any) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(credscore.score(text, **options).model_dump_json())
    return answer


def lines_of(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert answer.text.endswith("\n")
    return [json.loads(line) for line in answer.text.splitlines()]


def test_fields_choose_and_order(server: Any) -> None:
    expected = whole(TEXT)
    for chosen in (["score"], ["verdict", "score", "reasons"], list(REPORT_FIELDS)):
        address = f"/v1/score?fields={','.join(chosen)}"
        answer = server.client.post(address, json={"text": TEXT}).json()
        assert list(answer) == chosen
        assert answer == {name: expected[name] for name in chosen}
    repeated = server.client.post("/v1/score?fields=score&fields=stance", json={"text": TEXT})
    assert list(repeated.json()) == ["score", "stance"]
    assert set(expected) == set(REPORT_FIELDS)


def test_fields_of_long_texts_and_of_batches(server: Any) -> None:
    long = TEXT * 200
    answer = server.client.post("/v1/score?fields=score", json={"text": long}).json()
    assert answer == {"score": credscore.score(long).score}
    body = {"items": [{"text": TEXT}, {"text": 3}, {"text": long, "prior": 0.2}]}
    results = server.client.post("/v1/score:batch?fields=score,prior", json=body).json()["results"]
    assert results[0]["report"] == {"score": credscore.score(TEXT).score, "prior": 0.5}
    assert results[1]["error"]["status"] == 422
    assert results[2]["report"] == {"score": credscore.score(long, prior=0.2).score, "prior": 0.2}


@pytest.mark.parametrize("fields", ["colour", "", "score,", "score,colour"])
def test_unknown_fields_are_refused(server: Any, fields: str) -> None:
    for path, body in (("score", {"text": TEXT}), ("score:batch", {"items": []})):
        answer = server.client.post(f"/v1/{path}?fields={fields}", json=body)
        assert answer.status_code == 400
        assert "allowed are verdict, claim, stance" in answer.json()["detail"]


def test_callers_of_one_moment_get_the_fields_that_each_asked_for() -> None:
    async def work() -> list[Any]:
        transport = httpx.ASGITransport(create_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as http:
            asked = [
                http.post("/v1/score", params={"fields": name} if name else {}, json={"text": TEXT})
                for name in ("score", "", "stance", "score")
            ]
            return [answer.json() for answer in await asyncio.gather(*asked)]

    expected = whole(TEXT)
    one = {"score": expected["score"]}
    assert asyncio.run(work()) == [one, expected, {"stance": expected["stance"]}, one]


def test_ids_come_back(server: Any) -> None:
    items = [
        {"text": TEXT, "id": "a-17"},
        {"text": TEXT},
        {"id": 2**70, "text": 3},
        {"id": 'a "b" é', "text": "x" * 200_001},
        {"id": True, "text": TEXT},
        {"id": [1], "text": TEXT},
    ]
    results = server.client.post("/v1/score:batch", json={"items": items}).json()["results"]
    assert [result.get("id", "none") for result in results] == [
        "a-17", "none", 2**70, 'a "b" é', "none", "none",
    ]  # fmt: skip
    assert results[0] == {"id": "a-17", "report": whole(TEXT)}
    statuses = [result["error"]["status"] for result in results[2:]]
    assert statuses == [422, 413, 422, 422]
    alone = server.client.post("/v1/score", json=items[0])
    assert alone.status_code == 422  # one text needs no name


def test_a_line_out_for_every_line_in(server: Any) -> None:
    sent = b"\n".join(
        [
            b'{"text": "He fled.", "id": 1}\r',
            b"",
            b'{"text": "He fled.", "prior": 0.2}',
            b"  ",
            b'{"text": 7, "id": 3}',
            b'{"text": "He fled."',
            b'{"text": "He fled.", "text": "She fled."}',
            b'{"text": "\\ud800"}',
            b'{"text": "\xff"}',
            b"[" * 1000,
            b"null",
            b'{"text": "It rains."}',
        ]
    )
    for content in (sent, sent + b"\n"):
        lines = lines_of(server.client.post("/v1/score:batch", content=content, headers=LINES))
        assert lines[0] == {"id": 1, "report": whole("He fled.")}
        assert lines[1] == {"report": whole("He fled.", prior=0.2)}
        assert lines[9] == {"report": whole("It rains.")}
        assert lines[2]["id"] == 3
        statuses = [line["error"]["status"] for line in lines[2:9]]
        assert statuses == [422, 400, 400, 400, 400, 400, 422]
        assert len(lines) == 10


@given(st.lists(st.binary(max_size=30).filter(lambda line: b"\n" not in line), max_size=40))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_lines_each_has_its_own(server: Any, sent: list[bytes]) -> None:
    valid = b'{"text": "He fled.", "id": "last"}'
    content = b"\n".join([*sent, valid])
    address = "/v1/score:batch?fields=stance"
    lines = lines_of(server.client.post(address, content=content, headers=LINES))
    assert len(lines) == 1 + sum(1 for line in sent if line.strip())
    assert lines[-1] == {"id": "last", "report": {"stance": "relays"}}


def test_lines_are_limited_as_items_are(server: Any) -> None:
    def status(content: bytes, address: str = "/v1/score:batch", **headers: str) -> int:
        answer = server.client.post(address, content=content, headers=LINES | headers)
        assert "problem+json" in answer.headers["content-type"]
        code: int = answer.status_code
        return code

    assert status(b"{}\n" * 257) == 413
    assert status(b" " * 2_000_001) == 413
    assert status(b"{}", "/v1/score") == 415
    assert status(b"{}", **{"Content-Encoding": "gzip"}) == 415
    assert status(b"{}", "/v1/score:batch?fields=no") == 400
    empty = server.client.post("/v1/score:batch", content=b"\n" * 2_000_000, headers=LINES)
    assert (empty.status_code, empty.content) == (200, b"")


def test_lines_are_sent_while_the_rest_is_scored() -> None:
    """The first block arrives whole, its last line too, before the second is scored."""

    class Held(Scorer):
        go = threading.Event()

        def score_many(self, texts: Any, *args: Any, **options: Any) -> Iterator[Any]:
            if "hanging" in texts:
                self.go.wait(60)
            return super().score_many(texts, *args, **options)

    scorer = Held(Scorer.load().model)
    app = create_app(Settings(), scorer)
    body = b'{"text": "He fled."}\n' * BLOCK_TEXTS + b'{"text": "hanging"}'
    scope = {
        "type": "http", "method": "POST", "path": "/v1/score:batch", "raw_path": b"",
        "query_string": b"fields=score", "root_path": "", "http_version": "1.1",
        "headers": [(b"content-type", b"application/x-ndjson")],
    }  # fmt: skip
    pieces: list[bytes] = []

    async def work() -> None:
        sent = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> Any:
            for message in sent:
                return message
            await asyncio.Event().wait()

        async def send(message: Any) -> None:
            if message.get("body"):
                pieces.append(message["body"])
                assert scorer.go.is_set() == (len(pieces) > 1)
                scorer.go.set()

        await app(scope, receive, send)

    asyncio.run(work())
    assert [piece.count(b"\n") for piece in pieces] == [BLOCK_TEXTS, 1]
    assert all(piece.endswith(b"\n") for piece in pieces)


def test_a_report_is_not_looked_at_but_for_its_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is a report validated, nor are its reasons computed where nobody asks for them."""
    report = credscore.score(TEXT)

    def fail(*_: object) -> None:
        raise AssertionError("was asked for")

    monkeypatch.setattr(Report, "reasons", property(fail))
    assert report.model_dump(mode="json", include={"stance"}) == {"stance": report.stance}
