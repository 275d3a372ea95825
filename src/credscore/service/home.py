"""The page at /, under a Content-Security-Policy that allows its own script and style alone."""

import base64
import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

from credscore.service.batching import Desk
from credscore.service.endpoint import READING, Endpoint
from credscore.service.messages import TEXT, TITLE, PageRequest
from credscore.service.request_limits import Limits

_PARTS = re.compile(r"<(script|style)(?:\s[^>]*)?>(.*?)</\1>", re.DOTALL | re.IGNORECASE)


def home(page: str, desk: Desk, limits: Limits) -> list[Endpoint]:
    """The page, in which nothing may come from elsewhere, and what it asks for."""
    headers = {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": policy(page),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
    }

    async def show(request: Request) -> Response:
        """The page: paste a text, and see what its score rests on."""
        return Response(page, headers=headers, media_type="text/html")

    def check(asked: PageRequest) -> None:
        limits.check_length(len(asked.text or asked.html or "") + len(asked.title or ""))

    async def content(request: Request) -> Response:
        """The report, its text, and what would change the score."""
        asked = await limits.read(request, PageRequest, check)
        with limits:
            return Response(await desk.show(asked), media_type="application/json")

    examples = {
        "a text": {"text": TEXT, "title": TITLE},
        "a web page": {"html": f"<html><h1>{TITLE}</h1><p>{TEXT}</p></html>"},
    }
    return [
        Endpoint("GET", "/", show, "The page", media_type="text/html"),
        Endpoint(
            "POST", "/v1/page", content, "What the page shows of a text", "PageAnswer", READING,
            "PageRequest", examples, guarded=True,
        ),
    ]  # fmt: skip


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
