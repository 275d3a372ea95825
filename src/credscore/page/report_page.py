"""The page of one report: in a file, in a notebook, and at the service's root."""

import functools
import html
from typing import Any

from credscore.page.parts import paragraph, policy, rendered, script_json

EXAMPLE = (
    "The harbour bridge may be closed for a year, according to a person familiar with the matter. "
    "Insiders claim that inspectors found cracks in two piers last week, and a photo that "
    "circulated on Tuesday appears to show a fissure. The image could not be independently "
    "verified.\n\nThe port authority denied the reports. “There is no truth to these rumours,” "
    "said Maria Oduya, its chief engineer. She pointed to an inspection report of 3 March that "
    "lists 14 minor repairs. The city council declined to comment.\n\nTwo dock workers said that "
    "lorries had reportedly been turned away on Monday night."
)
"""The text that the page of the service shows scored, until it is asked about another."""
EXAMPLE_TITLE = "Harbour bridge said to close for a year"


def standalone(content: dict[str, Any], summary: str) -> str:
    """A file that shows one report; `summary` stands for it if scripts are off."""
    return _filled("report", content, summary)


@functools.cache
def app() -> str:
    """The page of the service, which asks `v1/page` beside it about a text.

    What it shows at first it asks of `example.json`: so its first paint waits for no score.
    """
    return _filled("app", None, "This page needs JavaScript, all of which is inside the page.")


def framed(document: str, summary: str) -> str:
    """A page inside another, such as a notebook: in a sandbox, under a line of plain text."""
    return (
        f'{paragraph(summary)}<iframe sandbox="allow-scripts allow-downloads" title="credscore" '
        'style="width:100%;height:44rem;border:1px solid #8888;border-radius:6px;resize:vertical" '
        f'srcdoc="{html.escape(document)}"></iframe>'
    )


def _filled(mode: str, content: Any, fallback: str) -> str:
    return rendered(
        "page.html", mode=mode, title="credscore", policy=policy(mode),
        content=script_json(content), fallback=fallback,
    )  # fmt: skip
