"""What is wrong is answered with a problem document, whoever noticed it."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from credscore.service.problems import MEDIA_TYPE, TITLES, ProblemError

JSON = {"Content-Type": "application/json"}
KEY = "correct horse battery"


def problem(answer: httpx.Response, kind: str) -> dict[str, Any]:
    """The document of an answer, after a look at what every one has."""
    status, title = TITLES[kind]
    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE), answer.text
    document: dict[str, Any] = answer.json()
    assert document["type"] == f"urn:credscore:problem:{kind}"
    assert (document["status"], document["title"]) == (status, title)
    assert document["detail"].endswith(".")
    assert document["instance"] == f"urn:credscore:request:{answer.headers['x-request-id']}"
    return document


BODIES: list[tuple[str, bytes, str]] = [
    ("nothing", b"", "bad_request"),
    ("no JSON", b"He allegedly fled.", "bad_request"),
    ("half of it", b'{"text": "He', "bad_request"),
    ("something behind", b'{"text": "He fled."} x', "bad_request"),
    ("bad UTF-8", b'{"text": "\xff\xfe"}', "bad_request"),
    ("overlong UTF-8", b'{"text": "\xc0\xaf"}', "bad_request"),
    ("a surrogate in UTF-8", b'{"text": "\xed\xa0\x80"}', "bad_request"),
    ("half a pair", b'{"text": "\\ud800"}', "bad_request"),
    ("a pair the wrong way round", b'{"text": "\\udc00\\ud800"}', "bad_request"),
    ("UTF-16", '{"text": "He fled."}'.encode("utf-16"), "bad_request"),
    ("a byte-order mark", b'\xef\xbb\xbf{"text": "He fled."}', "bad_request"),
    ("a raw control character", b'{"text": "\x01"}', "bad_request"),
    ("deep lists", b"[" * 100_000, "bad_request"),
    ("deep objects", b'{"text":' * 100_000, "bad_request"),
    ("depth in a part", b'{"text": "a", "prior": ' + b"[" * 50_000, "bad_request"),
    ("a key twice", b'{"text": "He fled.", "text": "He did not."}', "bad_request"),
    ("a key twice, once hidden", b'{"text": "He", "te\\u0078t": "She"}', "bad_request"),
    ("a number without end", b'{"text": "a", "prior": ' + b"1" * 500_000 + b"}", "bad_request"),
    ("a list", b"[]", "invalid"),
    ("null", b"null", "invalid"),
    ("a string", b'"He fled."', "invalid"),
    ("no text", b"{}", "invalid"),
    ("text null", b'{"text": null}', "invalid"),
    ("text a number", b'{"text": 1}', "invalid"),
    ("text a list", b'{"text": ["He fled."]}', "invalid"),
    ("title a number", b'{"text": "a", "title": 1}', "invalid"),
    ("unknown key", b'{"text": "a", "prio": 0.5}', "invalid"),
    ("prior NaN", b'{"text": "a", "prior": NaN}', "invalid"),
    ("prior Infinity", b'{"text": "a", "prior": Infinity}', "invalid"),
    ("prior -Infinity", b'{"text": "a", "prior": -Infinity}', "invalid"),
    ("prior too large a float", b'{"text": "a", "prior": 1e999}', "invalid"),
    ("prior 0", b'{"text": "a", "prior": 0}', "invalid"),
    ("prior 1", b'{"text": "a", "prior": 1.0}', "invalid"),
    ("prior a string", b'{"text": "a", "prior": "0.5"}', "invalid"),
    ("prior true", b'{"text": "a", "prior": true}', "invalid"),
]


@pytest.mark.parametrize(("body", "kind"), [b[1:] for b in BODIES], ids=[b[0] for b in BODIES])
def test_bodies(server: Any, body: bytes, kind: str) -> None:
    problem(server.client.post("/v1/score", content=body, headers=JSON), kind)


@pytest.mark.parametrize(
    "item",
    [
        b'{"text": "He fled.", "text": "He did not."}',
        b'{"text": "He fled.", "title": null, "title": "Fled"}',
        b'{"text": "He fled.", "prior": 0.1, "prior" : 0.9}',
        b'{"text": "He", "te\\u0078t": "She"}',
    ],
)
def test_a_key_twice_in_an_item(server: Any, item: bytes) -> None:
    body = b'{"items": [{"text": "\\"text\\" and \\"title\\""}, %b, {"text": "text"}, 3]}'
    fine = b'{"text": "prior", "title": "text"}'
    for sent, status in [(body % fine, 200), (body % item, 400)]:
        answer = server.client.post("/v1/score:batch", content=sent, headers=JSON)
        assert answer.status_code == status
    problem(answer, "bad_request")


def test_too_much(server: Any) -> None:
    client = server.client
    document = problem(client.post("/v1/score", json={"text": "a " * 100_001}), "too_large")
    assert "200,002 characters" in document["detail"]
    assert "200,000 are allowed" in document["detail"]
    problem(client.post("/v1/score", json={"text": "a", "title": "a" * 200_000}), "too_large")
    problem(client.post("/v1/sourcing", json={"text": "a" * 200_001}), "too_large")
    problem(client.post("/v1/score:batch", json={"items": [1] * 257}), "too_large")
    hundred_thousand = b'{"items":[%b]}' % b",".join([b'{"text":""}'] * 100_000)
    assert len(hundred_thousand) < 2_000_000
    answer = client.post("/v1/score:batch", content=hundred_thousand, headers=JSON)
    problem(answer, "too_large")


def test_what_is_wrong_is_pointed_at(server: Any) -> None:
    body = {"text": 3, "prior": 2, "a/b~c": 1}
    document = problem(server.client.post("/v1/score", json=body), "invalid")
    pointers = [error["pointer"] for error in document["errors"]]
    assert pointers == ["#/text", "#/prior", "#/a~1b~0c"]
    assert [error["detail"] for error in document["errors"]] == [
        "must be a valid string, got a number", "must be less than 1",
        "is unknown: allowed are text, title, prior",
    ]  # fmt: skip


def test_what_is_unknown_within_is_told_with_what_is_allowed_there(server: Any) -> None:
    body = {"articles": [{"text": "It sank.", "colour": "red"}]}
    document = problem(server.client.post("/v1/claims", json=body), "invalid")
    allowed = "is unknown: allowed are text, title, source, date"
    assert document["errors"] == [{"pointer": "#/articles/0/colour", "detail": allowed}]


def test_either_text_or_page(server: Any) -> None:
    document = problem(server.client.post("/v1/page", json={}), "invalid")
    assert document["detail"] == "#: send either text or html. See errors."


def test_an_unknown_parameter_is_told(server: Any) -> None:
    answer = server.client.post("/v1/score?field=score", json={"text": "It sank."})
    assert problem(answer, "bad_request")["detail"] == "?field= is unknown: allowed is ?fields=."


def test_many_mistakes_give_a_short_answer(server: Any) -> None:
    body = {f"unknown {'x' * 300} {number}": 1 for number in range(5_000)}
    answer = server.client.post("/v1/score", json=body)
    document = problem(answer, "invalid")
    assert document["detail"].startswith("5,001 parts do not fit.")
    assert len(answer.content) < 1_000
    answer = server.client.post("/v1/score", json={"text": "", "y" * 100_000: 1})
    assert len(problem(answer, "invalid")["errors"]) == 1
    assert len(answer.content) < 1_000


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": 'application/json; profile=a; charset="utf-16"'},
        {"Content-Type": "application/json; charset=utf-8; charset=latin-1"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
        {},
    ],
)
def test_media_types(server: Any, headers: dict[str, str]) -> None:
    body = b'{"text": "He fled."}'
    answer = server.client.post("/v1/score", content=body, headers=headers)
    problem(answer, "unsupported_media_type")
    assert answer.json()["title"] == "The body must be plain JSON in UTF-8, not compressed."


def test_utf_8_may_be_stated(server: Any) -> None:
    for kind in (
        "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"',
        "application/json; charset = utf8", "application/json; profile=a; charset=utf-8;",
        "application/json;",
    ):  # fmt: skip
        answer = server.client.post("/v1/score", content=b'{"text": ""}',
                                    headers={"Content-Type": kind})  # fmt: skip
        assert answer.status_code == 200


def test_the_framework_s_own(server: Any) -> None:
    problem(server.client.get("/nothing"), "not_found")
    problem(server.client.get("/v1/score/"), "not_found")
    problem(server.client.post("/v1/nothing", json={"text": "He fled."}), "not_found")
    answer = server.client.get("/v1/score")
    problem(answer, "method_not_allowed")
    assert answer.headers["allow"] == "POST"
    assert server.client.delete("/livez").headers["allow"] == "GET"


def test_a_key(start: Callable[..., Any]) -> None:
    server = start(CREDSCORE_API_KEY=KEY)
    body = {"text": "He fled."}
    paths = server.client.get("/openapi.json").json()["paths"]
    for path in [path for path, methods in paths.items() if "post" in methods]:
        answer = server.client.post(path, json=body)
        problem(answer, "unauthorised")
        assert answer.headers["www-authenticate"] == "Bearer"
    for path in ("/v1/model", "/metrics"):
        problem(server.client.get(path), "unauthorised")
    for path in ("/livez", "/readyz", "/healthz", "/openapi.json", "/example.json", "/"):
        assert server.client.get(path).status_code == 200
    for shown in ("", "wrong", KEY[:-1], f"{KEY}x", "ключ", "\xff"):
        for headers in ({"Authorization": f"Bearer {shown}".strip()}, {"X-API-Key": shown}):
            raw = {name: value.encode() for name, value in headers.items()}
            problem(server.client.post("/v1/score", json=body, headers=raw), "unauthorised")
    for headers in ({"Authorization": f"Bearer {KEY}"}, {"X-API-Key": KEY},
                    {"authorization": f"bearer {KEY}"}):  # fmt: skip
        assert server.client.post("/v1/score", json=body, headers=headers).status_code == 200
    document = server.client.get("/openapi.json").json()
    assert document["paths"]["/v1/score"]["post"]["security"] == [{"bearer": []}, {"header": []}]
    assert "security" not in document["paths"]["/livez"]["get"]
    assert KEY not in server.log.read_text("utf-8")


def test_headers_of_security(server: Any) -> None:
    for answer in (
        server.client.post("/v1/score", json={"text": "He fled."}),
        server.client.get("/nothing"),
        server.client.get("/livez"),
    ):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        policy = answer.headers["content-security-policy"]
        assert policy == "default-src 'none'; frame-ancestors 'none'"
        assert "access-control-allow-origin" not in answer.headers
        assert "server" not in answer.headers
    page = server.client.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "'unsafe" not in policy
    assert page.headers["content-type"] == "text/html; charset=utf-8"


def test_other_origins_only_where_allowed(server: Any, start: Callable[..., Any]) -> None:
    asked = {
        "Origin": "https://desk.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    problem(server.client.options("/v1/score", headers=asked), "method_not_allowed")
    other = start("--cors-origin", "https://desk.example")
    allowed = other.client.options("/v1/score", headers=asked)
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == "https://desk.example"
    scored = other.client.post("/v1/score", json={"text": ""}, headers=asked)
    assert scored.headers["access-control-allow-origin"] == "https://desk.example"
    refused = other.client.options(
        "/v1/score", headers=asked | {"Origin": "https://elsewhere.example"}
    )
    problem(refused, "bad_request")
    assert "access-control-allow-origin" not in refused.headers


def test_a_problem_before_its_request_has_an_id_names_none() -> None:
    problem = ProblemError("unexpected", "It is new.")
    assert "instance" not in json.loads(bytes(problem.response(None).body))
    assert json.loads(bytes(problem.response("7").body))["instance"].endswith(":7")


@pytest.mark.parametrize("name", [1.5, True, ["a"], {"a": 1}])
def test_a_pointer_names_the_id_itself(server: Any, name: object) -> None:
    body = {"items": [{"text": "It sank.", "id": name}]}
    (result,) = server.client.post("/v1/score:batch", json=body).json()["results"]
    (part,) = result["error"]["errors"]
    assert part == {"pointer": "#/id", "detail": "must be a string or an integer"}
