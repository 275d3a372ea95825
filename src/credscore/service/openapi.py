"""The OpenAPI document: our own schemas by name, and every problem of every address."""

from typing import Any

from pydantic.json_schema import models_json_schema
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from credscore.service.endpoint import Endpoint
from credscore.service.messages import MODELS
from credscore.service.problems import MEDIA_TYPE, TITLES, ProblemError

_PLACE = "#/components/schemas/"
Json = dict[str, Any]


def described(endpoints: list[Endpoint], version: str, with_key: bool) -> Endpoint:
    """The endpoint that tells of the others."""
    content = to_json(document(endpoints, version, with_key))

    async def openapi(request: Request) -> Response:
        """This document."""
        return Response(content, media_type="application/json")

    return Endpoint("GET", "/openapi.json", openapi, "The OpenAPI document")


def document(endpoints: list[Endpoint], version: str, with_key: bool) -> Json:
    """The document of an app."""
    _, definitions = models_json_schema(
        [(model, "serialization") for model in MODELS], ref_template=_PLACE + "{model}"
    )
    schemas = definitions["$defs"]
    schemas["SourcingAnswer"]["properties"]["profile"] = _reference("Profile")
    components: Json = {"schemas": schemas}
    if with_key:
        components["securitySchemes"] = {
            "bearer": {"type": "http", "scheme": "bearer"},
            "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
        }
    paths: Json = {}
    for endpoint in endpoints:
        operation = _operation(endpoint, with_key)
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "credscore",
            "version": version,
            "description": "How credibly a news-like text is sourced, and the words behind it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": components,
    }


def _operation(endpoint: Endpoint, with_key: bool) -> Json:
    operation: Json = {
        "summary": endpoint.summary,
        "description": endpoint.handler.__doc__,
        "operationId": endpoint.handler.__name__,
        "responses": {
            "200": {
                "description": "Done.",
                "content": {endpoint.media_type: {"schema": _reference(endpoint.gives)}},
            },
            **{str(TITLES[kind][0]): _problem(kind) for kind in endpoint.problems},
        },
    }
    if endpoint.asks:
        named = {title: {"value": value} for title, value in endpoint.examples.items()}
        content = {"schema": _reference(endpoint.asks), "examples": named}
        operation["requestBody"] = {"required": True, "content": {"application/json": content}}
    if with_key and endpoint.guarded:
        operation["security"] = [{"bearer": []}, {"header": []}]
    return operation


def _problem(kind: str) -> Json:
    title = TITLES[kind][1]
    example = ProblemError(kind, title).document()
    told: Json = {
        "description": title,
        "content": {MEDIA_TYPE: {"schema": _reference("Problem"), "example": example}},
    }
    if kind in ("busy", "unavailable"):
        told["headers"] = {
            "Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}
        }
    return told


def _reference(name: str | None) -> Json:
    return {"$ref": _PLACE + name} if name else {"type": "string"}
