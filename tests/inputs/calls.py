"""Every public call and every address as a call on one text, and what the texts are full of.

A call on many articles gets the text in pieces: each is an article of its own outlet and day, and
cites another.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import httpx
import numpy as np
import pandas as pd

import credscore
from credscore import Article
from credscore.batch.job import Options, run
from credscore.client import Client
from credscore.scorer import shipped
from credscore.service import Settings, create_app
from credscore.sourcing import sourcing
from credscore.trace import trace_text
from credscore.web_page import take_out
from tests.inputs.growth import Call

UNITS = {
    "quotes": '"It fell." ',
    "hedges": "It may. ",
    "denials": "The ministry denied it. ",
    "names": "Nora Vale said it. ",
    "ordinary": "The ferry left the harbour on Monday with 40 people, and two officials said that "
    "it may have sunk; the port denied the reports. ",
}
"""Texts that every call is tried on."""
MORE_UNITS = {
    "open quotes": "“It fell. ",
    "speech in single marks": "'It fell,' said Nora Vale. ",
    "quoted statements": '"It fell," said Nora Vale. ',
    "sources in one sentence": "he said, ",
    "roles in one sentence": "a clerk said so and the clerk said it and Nora Vale said it, ",
    "denials in one sentence": "denied the ",
    "marks": "—, ",
    "quotation marks": '"',
    "question marks": "?! ",
    "credits": "It fell (Photo by Nora Vale). ",
    "lines of a page": "Share on Facebook\n",
}
"""Texts that the calls on one text are tried on."""
PIECE = 500
"""Characters of an article in a call on many."""
_SCORER = shipped()


def articles(text: str) -> list[Article]:
    """The pieces of a text as articles."""
    return [
        Article(
            f"{text[start : start + PIECE]} The Post {start // PIECE // 2} reported it.",
            f"Ferry {start}", f"The Post {start // PIECE}", f"2026-01-{1 + start % 28:02}",
        )
        for start in range(0, len(text), PIECE)
    ]  # fmt: skip


def frame(text: str) -> pd.DataFrame:
    """The pieces as a table, with eight articles on each claim and of each publisher."""
    table = pd.DataFrame(articles(text))
    return table.assign(claim=table.index // 8, publisher=table.index % (len(table) // 8 + 1))


def _graph(text: str) -> credscore.CitationGraph:
    table = frame(text)
    ids = map(str, table.index)
    return credscore.citation_graph(
        credscore.citing_articles(table.text, ids, table.title, table.source, table.date)
    )


def _claim(text: str) -> credscore.ClaimReport:
    return credscore.score_claim(articles(text))


def _batch(ending: str) -> Call:
    """A batch on a file of the pieces."""

    def call(text: str) -> None:
        with TemporaryDirectory() as folder:
            source = Path(folder, f"in.{ending}")
            if ending == "csv":
                frame(text).to_csv(source, index=False)
            else:
                frame(text).to_json(source, orient="records", lines=True)
            run(source, Path(folder, f"out.{ending}"), _SCORER, Options())

    return call


class _Inline(Executor):
    """Does its work at once and in the same thread: there it can be counted."""

    def __init__(self, threads: int) -> None:
        pass

    def submit(self, work: Callable[..., Any], /, *given: Any, **more: Any) -> Future[Any]:
        future = Future[Any]()
        future.set_result(work(*given, **more))
        return future


_LIMITS = ("body_bytes", "items", "characters", "answer_bytes", "buffered_bytes")
with patch("credscore.service.addresses.ThreadPoolExecutor", _Inline):
    APP = create_app(Settings(**{f"max_{name}": 10**9 for name in _LIMITS}))  # type: ignore[arg-type]


class _Transport(httpx.BaseTransport):
    """Answers by the app, in this thread and without a network."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(APP)) as client:
                return await client.send(request)

        answer = asyncio.run(ask())
        return httpx.Response(answer.status_code, content=answer.content)


def _post(path: str, body: Callable[[str], object]) -> Call:
    """A call on an address."""

    def call(text: str) -> None:
        answer = _HTTP.post(path, json=body(text))
        assert answer.status_code == 200, answer.text[:300]

    return call


def _get(path: str) -> Call:
    """A call on an address that takes no text; its query has one."""
    return lambda text: _HTTP.get(path, params={"text": text})


def _rows(text: str) -> list[dict[str, Any]]:
    rows = frame(text)[["text", "title", "source", "date"]].to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in rows]


_HTTP = httpx.Client(base_url="http://test", transport=_Transport())
_CLIENT = Client("http://test", transport=_Transport())
CALLS: dict[str, Call] = {
    "score": credscore.score,
    "score, as title": lambda text: credscore.score("It sank.", text),
    "Scorer.score_many": lambda text: list(_SCORER.score_many(frame(text).text, frame(text).title)),
    "Scorer.scores": lambda text: list(_SCORER.scores(frame(text).text, frame(text).title)),
    "Scorer.what_if": _SCORER.what_if,
    "Report.reasons": lambda text: credscore.score(text).reasons,
    "Report.summary": lambda text: credscore.score(text).summary(),
    "Report.what_if": lambda text: credscore.score(text).what_if(),
    "Report.to_html": lambda text: credscore.score(text).to_html(),
    "Report.to_jsonld": lambda text: credscore.score(text).to_jsonld(),
    "Report.model_dump_json": lambda text: credscore.score(text).model_dump_json(),
    "extract": credscore.extract,
    "attributions": credscore.attributions,
    "sourcing": sourcing,
    "citations": credscore.citations,
    "citing_articles": lambda text: credscore.citing_articles(frame(text).text),
    "copies_of": lambda text: credscore.copies_of(frame(text).text),
    "citation_graph": _graph,
    "CitationGraph.to_svg": lambda text: _graph(text).to_svg(),
    "CitationGraph.to_dict": lambda text: _graph(text).to_dict(),
    "group_articles": lambda text: credscore.group_articles(frame(text).text, frame(text).title),
    "score_claim": _claim,
    "ClaimReport.summary": lambda text: _claim(text).summary(),
    "ClaimReport.to_html": lambda text: _claim(text).to_html(),
    "ClaimReport.model_dump_json": lambda text: _claim(text).model_dump_json(),
    "score_claims": lambda text: credscore.score_claims(
        frame(text), title="title", source="source", date="date"
    ),
    "score_claims, grouped": lambda text: credscore.score_claims(frame(text), None),
    "score_sources": lambda text: credscore.score_sources(frame(text), min_articles=1),
    "score_frame": lambda text: credscore.score_frame(frame(text), features=True, evidence=True),
    "estimate_prior": lambda text: credscore.estimate_prior(np.linspace(0.1, 0.9, len(text))),
    "batch, CSV": _batch("csv"),
    "batch, JSON Lines": _batch("jsonl"),
    "explain-text": trace_text,
    "web page": lambda text: take_out(
        f"<html><article><p>It sank.<p>{text.replace('. ', '.<p>')}</article></html>"
    ),
    "Client.score": _CLIENT.score,
    "Client.score_many": lambda text: list(_CLIENT.score_many(frame(text).text)),
    "Client.sourcing": _CLIENT.sourcing,
    "Client.score_claim": lambda text: _CLIENT.score_claim(articles(text)),
    "Client.model": lambda text: _CLIENT.model(),
    "/v1/score": _post("/v1/score", lambda text: {"text": text}),
    "/v1/score:batch": _post("/v1/score:batch", lambda text: {
        "items": [{"text": row["text"]} for row in _rows(text)]
    }),
    "/v1/score:batch, one item": _post("/v1/score:batch", lambda text: {"items": [{"text": text}]}),
    "/v1/sourcing": _post("/v1/sourcing", lambda text: {"text": text}),
    "/v1/claims": _post("/v1/claims", lambda text: {"articles": _rows(text)}),
    "/v1/claims:page": _post("/v1/claims:page", lambda text: {"articles": _rows(text)}),
    "/v1/page": _post("/v1/page", lambda text: {"text": text}),
    **{path: _get(path) for path in (
        "/", "/docs", "/example.json", "/healthz", "/livez", "/metrics", "/openapi.json", "/readyz",
        "/v1/model",
    )},
}  # fmt: skip
"""Every public call of the library and the client, and every address of the service."""
ON_ONE = ("score", "extract", "attributions", "citations", "Report.to_html")
"""Calls on one text, which all others make."""
TRIED = [
    *((name, *text) for name in CALLS for text in UNITS.items()),
    *((name, *text) for name in ON_ONE for text in MORE_UNITS.items()),
]
"""Calls, and for each the name of a text and what it is full of."""
