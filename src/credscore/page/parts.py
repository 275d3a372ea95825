"""What pages are made of: templates, a policy, paragraphs, and JSON that can stand in a page."""

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
    """A template filled in: no value becomes markup, and halves of surrogate pairs are U+FFFD."""
    return _LOOSE.sub("\ufffd", _templates().get_template(template).render(values))


@functools.cache
def _templates() -> Environment:
    """The templates; `safe` in one marks what the package itself has made."""
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
    """The Content-Security-Policy: own script and style by hash, and nothing from elsewhere.

    `mode` is app (the page that may ask the service), report, or batch (a page without a script).
    """
    scripts = "'none'" if mode == "batch" else _digest("page.js")
    connect = "'self'" if mode == "app" else "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_digest('page.css')}; "
        f"img-src data:; connect-src {connect}; base-uri 'none'; form-action 'none'"
    )


def script_json(content: Any) -> str:
    """JSON that can stand in a script element: no mark ends the element or begins a comment.

    Halves of surrogate pairs become U+FFFD one by one, so that offsets stay right.

    >>> script_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = _LOOSE.sub("\ufffd", json.dumps(content, ensure_ascii=False, allow_nan=False))
    for mark in "<>&\u2028\u2029":  # str.translate is fifteen times slower, and holds all threads
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def source(name: str) -> str:
    """One of the files of the page; of scripts and styles without what only we read."""
    text = files("credscore.page").joinpath(name).read_text("utf-8")
    if name.endswith(".html"):
        return text
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@functools.cache
def _digest(name: str) -> str:
    """The hash by which a policy allows one of the files."""
    value = hashlib.sha256(source(name).encode()).digest()
    return f"'sha256-{base64.b64encode(value).decode()}'"
