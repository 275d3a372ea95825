"""The parts of pages: templates, a policy, paragraphs, and JSON inside a page."""

import base64
import functools
import hashlib
import html
import json
import re
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

_LOOSE = re.compile("[\ud800-\udfff]")


def rendered(template: str, **values: Any) -> str:
    """A template with its values, escaped as text. Halves of surrogate pairs become U+FFFD."""
    return _LOOSE.sub("\ufffd", _templates().get_template(template).render(values))


@functools.cache
def _templates() -> Environment:
    """The templates; `safe` in them marks only what the package itself has made."""
    templates = Environment(
        loader=FunctionLoader(source), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    templates.globals["source"] = source
    templates.filters |= {
        "thousands": "{:,}".format,
        "whole": "{:.0f}".format,
        "decimal": "{:.1f}".format,
        "printable": lambda text: "".join(filter(str.isprintable, text)),
        "of_100": lambda score: "–" if score is None else f"{100 * score:.0f}",
    }
    return templates


def paragraph(text: str) -> str:
    return f"<p>{html.escape(text)}</p>"


def policy(mode: str = "app") -> str:
    """The Content-Security-Policy: it allows only own script and style, by hash.

    `mode` is "app" (the page that may call the service), "report", or "batch" (no script).
    """
    scripts = "'none'" if mode == "batch" else _digest("page.js")
    connect = "'self'" if mode == "app" else "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_digest('page.css')}; "
        f"img-src data:; connect-src {connect}; base-uri 'none'; form-action 'none'"
    )


def script_json(content: Any) -> str:
    """JSON for a script element: no character in it can end the element or begin a comment.

    Each half of a surrogate pair becomes one U+FFFD, so that offsets stay right.

    >>> script_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = _LOOSE.sub("\ufffd", json.dumps(content, ensure_ascii=False, allow_nan=False))
    for mark in "<>&\u2028\u2029":  # str.translate is fifteen times slower and blocks all threads
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def source(name: str) -> str:
    """A file of the page; comments are removed from scripts and styles."""
    text = files("credscore.page").joinpath(name).read_text("utf-8")
    if name.endswith(".html"):
        return text
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@functools.cache
def _digest(name: str) -> str:
    """The hash by which a policy allows a file."""
    value = hashlib.sha256(source(name).encode()).digest()
    return f"'sha256-{base64.b64encode(value).decode()}'"
