"""The page at /docs: the OpenAPI document for people, without scripts and without other hosts."""

import json
from html import escape
from typing import Any

from credscore import page

_NONE: dict[str, Any] = {}


def docs_page(document: dict[str, Any]) -> str:
    """The page of an OpenAPI document.

    >>> docs_page({"info": {"title": "a", "version": "1"}, "paths": {}}).count("<h1>")
    1
    """
    info = document["info"]
    operations = [
        _operation(f"{method.upper()} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    title = f"{info['title']} {info['version']}"
    return (
        f'<!doctype html>\n<html lang="en">\n{page.head(title, page.policy())}<body>\n<main>\n'
        f"<h1>{escape(title)}</h1>\n{page.paragraph(info.get('description', ''))}"
        '<p>For machines: <a href="openapi.json">openapi.json</a>.</p>\n'
        f"{''.join(operations)}</main>\n</body>\n</html>\n"
    )


def _operation(address: str, operation: dict[str, Any]) -> str:
    body = operation.get("requestBody", _NONE).get("content", _NONE).get("application/json", _NONE)
    examples = "".join(
        f"{page.paragraph(title)}<pre>{escape(json.dumps(example['value'], indent=1))}</pre>\n"
        for title, example in body.get("examples", _NONE).items()
    )
    rows = "".join(
        f"<tr><td>{escape(status)}</td><td>{escape(response['description'])}</td></tr>"
        for status, response in operation["responses"].items()
    )
    key = "<p>Needs the API key.</p>" if operation.get("security") else ""
    return (
        f"<section>\n<h2><code>{escape(address)}</code> {escape(operation['summary'])}</h2>\n"
        f"{page.paragraph(operation['description'])}{key}{examples}"
        f"<table><tr><th>Status</th><th>Answer</th></tr>{rows}</table>\n</section>\n"
    )
