"""What the addresses answer: the library's own results, to the last bit."""

import csv
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

import credscore
from credscore.page import EXAMPLE, EXAMPLE_TITLE
from credscore.service import create_app
from credscore.service.messages import ScoreRequest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
COMMAND = [sys.executable, "-c", "from credscore.cli import main; main()"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("prior", [0.5, 0.137])
def test_one_score_everywhere(server: Any, tmp_path: Path, text: str, prior: float) -> None:
    """API, API's batch, command line, CSV and library agree to the last bit."""
    expected = credscore.score(text, prior=prior)
    body = {"text": text, "prior": prior}
    api = server.client.post("/v1/score", json=body).json()
    batch = server.client.post("/v1/score:batch", json={"items": [body, body]}).json()
    article = tmp_path / "article.txt"
    article.write_bytes(text.encode())
    options = ["--prior", str(prior)]
    shown = subprocess.run(
        [*COMMAND, "score", str(article), "--json", *options], check=True, capture_output=True
    )
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["text"], [text]])
    subprocess.run(
        [*COMMAND, "batch", "in.csv", "out.csv", *options],
        check=True, capture_output=True, cwd=tmp_path,
    )  # fmt: skip
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        row = next(csv.DictReader(stream))
    whole = json.loads(expected.model_dump_json())
    assert api == whole
    assert [result["report"] for result in batch["results"]] == [whole, whole]
    assert json.loads(shown.stdout) == whole
    assert float(row["credscore_score"]).hex() == expected.score.hex() == api["score"].hex()
    assert (float(row["credscore_low"]), float(row["credscore_high"])) == expected.interval


def test_a_title_counts(server: Any, rumour: str) -> None:
    body = {"text": rumour, "title": "Leader may have fled, sources say"}
    answer = server.client.post("/v1/score", json=body)
    assert answer.content == credscore.score(**body).model_dump_json().encode()


def test_every_item_has_its_own_result_in_order(server: Any) -> None:
    items = [
        {"text": "A source claims he fled."},
        {"text": 7},
        None,
        {"text": "He fled.", "prior": 1.5},
        {"text": "x" * 200_001},
        {"text": "The ministry denied it.", "prior": 0.2, "title": "Denied"},
        {"text": "He fled.", "colour": "red"},
    ]
    got = server.client.post("/v1/score:batch", json={"items": items})
    answer, request = got.json(), f"urn:credscore:request:{got.headers['x-request-id']}"
    results = answer["results"]
    assert (answer["scored"], answer["failed"], len(results)) == (2, 5, 7)
    for number in (0, 5):
        expected = credscore.score(**items[number])
        assert results[number] == {"report": json.loads(expected.model_dump_json())}
    statuses = {number: results[number]["error"]["status"] for number in (1, 2, 3, 4, 6)}
    assert statuses == {1: 422, 2: 422, 3: 422, 4: 413, 6: 422}
    assert results[2]["error"]["detail"] == "#: must be an object, got null. See errors."
    assert results[3]["error"]["errors"][0]["pointer"] == "#/prior"
    assert {one["error"]["instance"] for one in results if "error" in one} == {request}


def test_an_empty_batch_and_an_empty_text(server: Any) -> None:
    empty = server.client.post("/v1/score:batch", json={"items": []})
    assert empty.json() == {"scored": 0, "failed": 0, "results": []}
    blank = server.client.post("/v1/score", json={"text": ""}).json()
    assert not blank["reliable"]


def test_large_work_gives_the_same(server: Any, rumour: str) -> None:
    """Long texts and large batches go through threads."""
    long = rumour * 40
    assert len(long) > 20_000
    one = server.client.post("/v1/score", json={"text": long})
    assert one.content == credscore.score(long).model_dump_json().encode()
    items = [{"text": f"{rumour} {number}", "prior": 0.1 + 0.3 * (number % 2)}
             for number in range(100)]  # fmt: skip
    batch = server.client.post("/v1/score:batch", json={"items": items}).json()
    expected = [json.loads(credscore.score(**item).model_dump_json()) for item in items]
    assert [result["report"] for result in batch["results"]] == expected


def test_many_callers_at_once_get_their_own_answers(server: Any, rumour: str) -> None:
    """What arrives together is read together; nobody gets another's report."""
    bodies = [
        {"text": f"{rumour} {'He may have fled. ' * (number % 7)}", "prior": 0.2 + number % 3 / 5}
        for number in range(120)
    ]
    expected = [credscore.score(**body).model_dump_json().encode() for body in bodies]

    def ask(body: dict[str, Any]) -> bytes:
        return httpx.post(f"{server.url}/v1/score", json=body, timeout=30).content

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(ask, bodies)) == expected


def test_sourcing_is_that_of_the_command(server: Any, tmp_path: Path, rumour: str) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(rumour.encode())
    shown = subprocess.run(
        [*COMMAND, "sourcing", str(article), "--json"], check=True, capture_output=True
    )
    answer = server.client.post("/v1/sourcing", json={"text": rumour}).json()
    assert answer == json.loads(shown.stdout)
    assert answer["attributions"]


def test_model_and_health(server: Any) -> None:
    about = server.client.get("/v1/model").json()
    model = credscore.Scorer.load().model
    assert about["model_id"] == model.model_id
    assert about["sha256"] == model.sha256
    assert about["limits"] == {"body_bytes": 2_000_000, "items": 256, "characters": 200_000}
    for address, status in [("/livez", "alive"), ("/readyz", "ready"), ("/healthz", "ready")]:
        answer = server.client.get(address)
        assert (answer.status_code, answer.json()["status"]) == (200, status)


def test_get_addresses_answer_head(server: Any) -> None:
    for path in ("/", "/docs", "/openapi.json", "/example.json", "/livez", "/v1/model"):
        answer = server.client.head(path)
        assert (answer.status_code, answer.content) == (200, b"")


def test_the_example_of_the_page_is_scored_as_any_text(server: Any) -> None:
    shown = server.client.get("/example.json").json()
    assert (
        shown
        == server.client.post("/v1/page", json={"text": EXAMPLE, "title": EXAMPLE_TITLE}).json()
    )
    assert shown["report"]["reliable"]
    assert {one["signal"] for one in shown["report"]["evidence"]} <= set(shown["signals"])


def test_the_page_of_the_addresses_needs_nothing_from_elsewhere(server: Any) -> None:
    answer = server.client.get("/docs")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for path, methods in server.client.get("/openapi.json").json()["paths"].items():
        for method, operation in methods.items():
            assert f"<code>{method.upper()} {path}</code> {operation['summary']}" in answer.text
    assert "<script" not in answer.text
    links = re.findall(r'(?:href|src)="([^"]*)"', answer.text)
    assert links == ["data:,", "openapi.json"]


def test_metrics_count_and_hold_no_text(server: Any) -> None:
    def value(name: str) -> float:
        lines = server.client.get("/metrics").text.splitlines()
        return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))

    answered = 'credscore_requests_total{method="POST",route="/v1/score",status="200"}'
    before = value(answered), value('credscore_texts_total{outcome="scored"}')
    server.client.post("/v1/score", json={"text": "Xylophonist may have fled."})
    server.client.post("/v1/xylophonist", json={})
    for path in ("/docs", "/openapi.json"):
        counted = f'credscore_requests_total{{method="GET",route="{path}",status="200"}}'
        asked = value(counted)
        server.client.get(path)
        assert value(counted) == asked + 1
    assert value(answered) == before[0] + 1
    assert value('credscore_texts_total{outcome="scored"}') == before[1] + 1
    assert "xylophonist" not in server.client.get("/metrics").text.lower()


def test_two_apps_count_for_themselves() -> None:
    assert create_app() is not create_app()


def test_defaults_are_those_of_the_library() -> None:
    assert ScoreRequest(text="").prior == 0.5
