"""The page at /, under a Content-Security-Policy that allows its own script and style alone."""

import base64
import hashlib
import re

from fastapi import APIRouter, Request, Response

from credscore.service import openapi
from credscore.service.desk import Desk
from credscore.service.limits import Limits
from credscore.service.messages import TEXT, TITLE, PageRequest

_PARTS = re.compile(r"<(script|style)(?:\s[^>]*)?>(.*?)</\1>", re.DOTALL | re.IGNORECASE)


def home(page: str, desk: Desk, limits: Limits) -> APIRouter:
    """The page, in which nothing may come from elsewhere, and what it asks for."""
    router = APIRouter(default_response_class=Response)
    headers = {"Content-Security-Policy": policy(page), "Cache-Control": "no-cache"}

    @router.get("/", include_in_schema=False)
    async def show() -> Response:
        """The page."""
        return Response(page, headers=headers, media_type="text/html; charset=utf-8")

    @router.post(
        "/v1/page",
        summary="What the page shows of a text",
        openapi_extra=openapi.body(
            "PageRequest",
            {
                "a text": {"text": TEXT, "title": TITLE},
                "a web page": {"html": f"<html><h1>{TITLE}</h1><p>{TEXT}</p></html>"},
            },
        ),
        responses=openapi.answers("PageAnswer", *openapi.READING),
    )
    async def content(request: Request) -> Response:
        """The report, its text, and what would change the score."""
        asked = await limits.read(request, PageRequest)
        limits.check_text(asked.text or asked.html or "", asked.title)
        with limits:
            return Response(await desk.show(asked), media_type="application/json")

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
