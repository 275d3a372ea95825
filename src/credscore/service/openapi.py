"""The OpenAPI document: our own schemas by name, and every problem of every address."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from credscore.service.messages import MODELS
from credscore.service.problems import MEDIA_TYPE, TITLES, ProblemError

_PLACE = "#/components/schemas/"
Json = dict[str, Any]


def reference(name: str) -> Json:
    """Where the document has a schema."""
    return {"$ref": _PLACE + name}


def body(name: str, examples: dict[str, Any]) -> Json:
    """What FastAPI's `openapi_extra` takes for a JSON body."""
    named = {title: {"value": value} for title, value in examples.items()}
    content = {"application/json": {"schema": reference(name), "examples": named}}
    return {"requestBody": {"required": True, "content": content}}


def answers(name: str | None, *problems: str) -> dict[int | str, Json]:
    """What FastAPI's `responses` takes: the answer and the problems."""
    found: dict[int | str, Json] = {}
    if name:
        content = {"application/json": {"schema": reference(name)}}
        found[200] = {"description": "Done.", "content": content}
    for kind in problems:
        status, title = TITLES[kind]
        example = ProblemError(kind, title).document()
        found[status] = {
            "description": title,
            "content": {MEDIA_TYPE: {"schema": reference("Problem"), "example": example}},
        }
        if kind in ("busy", "unavailable"):
            found[status]["headers"] = {
                "Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}
            }
    return found


def document(app: FastAPI, with_key: bool) -> Json:
    """The document of an app, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        components = made.setdefault("components", {})
        _, definitions = models_json_schema(
            [(model, "serialization") for model in MODELS], ref_template=_PLACE + "{model}"
        )
        components["schemas"] = schemas = definitions["$defs"]
        schemas["SourcingAnswer"]["properties"]["profile"] = reference("Profile")
        if with_key:
            components["securitySchemes"] = {
                "bearer": {"type": "http", "scheme": "bearer"},
                "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            }
            for path, methods in made["paths"].items():
                if path.startswith("/v1/") or path == "/metrics":
                    for operation in methods.values():
                        operation["security"] = [{"bearer": []}, {"header": []}]
        app.openapi_schema = made
    return app.openapi_schema
