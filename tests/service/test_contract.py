"""The OpenAPI document is kept: no 5xx, no answer it does not tell of (schemathesis)."""

import json
import re
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import positive_data_acceptance

from credscore.service import create_app
from credscore.service.problems import TITLES

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/service.md"


@schemathesis.serializer("application/x-ndjson")
def lines(_: Any, value: object) -> bytes:
    """Lines may hold anything to the OpenAPI document."""
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


schema = schemathesis.openapi.from_asgi("/openapi.json", create_app())


@schema.parametrize()
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_5xx_and_no_undocumented_answer(case: Any, server: Any) -> None:
    may_refuse = case.path == "/v1/page"  # a web page without an article in it
    excluded = [positive_data_acceptance] if may_refuse else []
    case.call_and_validate(base_url=server.url, excluded_checks=excluded)


def test_every_address_tells_its_problems(server: Any) -> None:
    document = server.client.get("/openapi.json").json()
    posts = {path: one["post"] for path, one in document["paths"].items() if "post" in one}
    for operation in posts.values():
        told = set(operation["responses"])
        assert {"400", "401", "408", "413", "415", "422", "429", "503"} <= told
        assert "examples" in operation["requestBody"]["content"]["application/json"]
    known = {str(status) for status, _ in TITLES.values()}
    for methods in document["paths"].values():
        for operation in methods.values():
            assert set(operation["responses"]) <= known | {"200"}


def test_every_address_is_documented(server: Any) -> None:
    page = PAGE.read_text("utf-8")
    for path, methods in server.client.get("/openapi.json").json()["paths"].items():
        row = rf"^\| `{'|'.join(methods).upper()} [^|]*{re.escape(path)}`"
        assert re.search(row, page, re.MULTILINE), f"{path} needs a row in {PAGE}"


def test_examples_fit_and_are_answered(server: Any) -> None:
    document = server.client.get("/openapi.json").json()
    for path, methods in document["paths"].items():
        for operation in methods.values():
            asked = operation.get("requestBody")
            for example in (
                asked and asked["content"]["application/json"]["examples"].values()
            ) or ():
                answer = server.client.post(path, json=example["value"])
                assert answer.status_code == 200, (path, answer.text)
                content = operation["responses"]["200"]["content"]["application/json"]
                wanted = content["schema"] | {"components": document["components"]}
                Draft202012Validator(wanted).validate(answer.json())
