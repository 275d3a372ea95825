"""The page at /, under a Content-Security-Policy that allows its own script and style alone."""

import base64
import hashlib
import re

from fastapi import APIRouter, Response

PLACEHOLDER = (
    '<!doctype html><html lang="en"><title>credscore</title>'
    "<p>The service runs. Its addresses are in <a href='openapi.json'>openapi.json</a>.</p></html>"
)
_PARTS = re.compile(r"<(script|style)(?:\s[^>]*)?>(.*?)</\1>", re.DOTALL | re.IGNORECASE)


def home(page: str) -> APIRouter:
    """The route of a page; nothing in it may come from elsewhere."""
    router = APIRouter()
    headers = {"Content-Security-Policy": policy(page), "Cache-Control": "no-cache"}

    @router.get("/", include_in_schema=False)
    async def show() -> Response:
        """The page."""
        return Response(page, headers=headers, media_type="text/html; charset=utf-8")

    return router


def policy(page: str) -> str:
    """The Content-Security-Policy that lets a page run what it holds, and nothing else.

    >>> policy("<p>").split("; ")[:2]
    ["default-src 'none'", "script-src 'none'"]
    """
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for name, content in _PARTS.findall(page):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        hashes[name.lower()].append(f"'sha256-{digest}'")
    allowed = {name: " ".join(found) or "'none'" for name, found in hashes.items()}
    return (
        f"default-src 'none'; script-src {allowed['script']}; style-src {allowed['style']}; "
        "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
