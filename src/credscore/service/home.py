"""The page at /, under a Content-Security-Policy that allows its own script and style alone."""

import base64
import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

from credscore.service.endpoint import Endpoint

PLACEHOLDER = (
    '<!doctype html><html lang="en"><title>credscore</title>'
    "<p>The service runs. Its addresses are in <a href='openapi.json'>openapi.json</a>.</p></html>"
)
_PARTS = re.compile(r"<(script|style)(?:\s[^>]*)?>(.*?)</\1>", re.DOTALL | re.IGNORECASE)


def home(page: str) -> Endpoint:
    """The endpoint of a page; nothing in it may come from elsewhere."""
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

    return Endpoint("GET", "/", show, "The page", media_type="text/html")


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
