"""An MCP server: language models ask by the Model Context Protocol how a text is sourced.

`credscore mcp` runs it. Texts and answers are bounded, and no text is logged.

>>> import asyncio
>>> from mcp import Client
>>> async def ask():
...     async with Client(create_server()) as client:
...         return await client.call_tool("extract_evidence", {"text": "He allegedly fled."})
>>> asyncio.run(ask()).structured_content["evidence"][0]["quote"]
'allegedly'
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

from credscore.errors import CredscoreError
from credscore.model import CARD_FILE, default_folder, read_file
from credscore.pooling import Article, ClaimReport, loaded, pool_articles, read_articles
from credscore.report import Report
from credscore.scorer import extract
from credscore.sourcing import sourcing as find_sourcing
from credscore.sourcing import summary

ADVICE = (
    "credscore tells from a news-like English text alone how well its claim is sourced. It is no "
    "fact-check and knows nothing of the world. The score is the probability that the claim is "
    "true, among claims worth checking, at the base rate `prior`; it rates the claim, not the "
    "writer: a debunking scores low. Where `reliable` is false, give no score. Show the verdict "
    "and the quotes, not the number alone; a person decides."
)
MAX_CHARACTERS, MAX_ARTICLES = 200_000, 64
LENGTH = 500  # the most characters of a quote, a claim, a heading
ROWS = 100  # the most rows of an answer
Text = Annotated[str, Field(description="The whole article, plain text.")]
Title = Annotated[str | None, Field(description="Its headline.")]
Prior = Annotated[float, Field(description="Base rate of true claims, between 0 and 1.")]
FromRow = Annotated[int, Field(ge=0, description="The first row of the answer.")]
Name = Annotated[str | None, Field(max_length=LENGTH)]
_QUOTES = 12  # the most quotes of a reason
_SCORE = {"verdict", "score", "interval", "stance", "reliable", "caveats", "prior", "model_id"}
_CLAIM = {"claim", "score", "interval", "reliable", "caveats", "prior", "articles", "copies",
          "reports", "repeats", "left_out", "failed", "relays", "disputed", "debunks", "reasons",
          "events"}  # fmt: skip
_MEMBER = ("source", "date", "stance", "score", "part", "error")


def answer_of_score(report: Report) -> dict[str, Any]:
    """The verdict, the score and the reasons, each with its quotes and their number."""
    quotes = [item.quote[:LENGTH] for item in report.evidence]
    reasons = [
        {"text": entry.text, "speaks": entry.speaks, "count": len(entry.evidence),
         "quotes": [quotes[at] for at in entry.evidence[:_QUOTES]]}
        for entry in report.reasons
    ]  # fmt: skip
    claim = report.claim and report.claim._replace(text=report.claim.text[:LENGTH]).told
    scored = report.model_dump(mode="json", include=_SCORE)
    first = {"verdict": report.verdict, "summary": report.summary(), "claim": claim}
    return first | scored | {"reasons": reasons}


def answer_of_claim(report: ClaimReport) -> dict[str, Any]:
    """The verdict, the pooled score and the part of each article."""
    members = [
        {"heading": entry.heading[:LENGTH], **{name: getattr(entry, name) for name in _MEMBER}}
        for entry in report.members
    ]
    claim = report.model_dump(mode="json", include=_CLAIM)
    return {"verdict": report.verdict, "summary": report.summary(), **claim, "members": members}


def page_of(name: str, rows: Sequence[dict[str, Any]], from_row: int) -> dict[str, Any]:
    """At most 100 rows from `from_row` on, the number of all, and where the next ones begin."""
    stop = from_row + ROWS
    page = [
        {key: value[:LENGTH] if isinstance(value, str) else value for key, value in row.items()}
        for row in rows[from_row:stop]
    ]
    return {name: page, "total": len(rows), "next_row": stop if stop < len(rows) else None}


class ClaimArticle(BaseModel, extra="forbid"):
    """An article: its text, and what is known of claim, headline, outlet and date (ISO 8601)."""

    text: Text
    claim: Name = None
    title: Title = None
    source: Name = None
    date: Name = None


def tool_of(function: Any) -> Tool:
    """The tool of a function; an argument that it does not know is an error."""
    tool = Tool.from_function(function, annotations=ToolAnnotations(read_only_hint=True))
    arguments = tool.fn_metadata.arg_model
    arguments.model_config["extra"] = "forbid"
    arguments.model_rebuild(force=True)
    tool.parameters = arguments.model_json_schema()
    return tool


def create_server(model: Path | None = None, max_characters: int = MAX_CHARACTERS) -> MCPServer:
    """The server, with the shipped model or the model of a folder.

    A text with its title may have `max_characters`; all articles of a call together ten times as
    many. Raises ModelFileError if the model folder is refused.
    """
    scorer, pooling = loaded(model)
    scorer.score("The lexicons are read before the first caller asks.")

    @contextmanager
    def checked(*articles: tuple[str, str | None]) -> Iterator[None]:
        """Refuse texts that are too long; send errors to the caller and never log them."""
        counts = [len(text) + len(title or "") for text, title in articles]
        if max(counts) > max_characters or sum(counts) > 10 * max_characters:
            raise ToolError(
                f"{max(counts):,} characters in a text, {sum(counts):,} in all: at most "
                f"{max_characters:,} and {10 * max_characters:,} are allowed. Send less."
            )
        try:
            yield
        except CredscoreError as error:
            raise ToolError(str(error)) from None
        except Exception as error:  # its message may quote a text
            raise ToolError(f"Unexpected {type(error).__name__}: please report it.") from None

    def score_text(text: Text, title: Title = None, prior: Prior = 0.5) -> dict[str, Any]:
        """How well a text is sourced: verdict, score with 90 % interval, claim, reasons, quotes."""
        with checked((text, title)):
            return answer_of_score(scorer.score(text, title, prior))

    def extract_evidence(text: Text, title: Title = None, from_row: FromRow = 0) -> dict[str, Any]:
        """Words that speak for or against a text's sourcing; `start`, `end` are code points."""
        with checked((text, title)):
            return page_of("evidence", [item._asdict() for item in extract(text, title)], from_row)

    def sourcing(text: Text, title: Title = None, from_row: FromRow = 0) -> dict[str, Any]:
        """Who is said to have said what, and which kinds of sources a text rests on."""
        with checked((text, title)):
            rows, profile = find_sourcing(text, title)
            answer = {"summary": summary(rows), "profile": profile._asdict()}
            return answer | page_of("attributions", [asdict(row) for row in rows], from_row)

    def score_claims(
        articles: Annotated[list[ClaimArticle], Field(min_length=1, max_length=MAX_ARTICLES)],
        prior: Prior = 0.5,
    ) -> dict[str, Any]:
        """What articles on the same claim (the same words in `claim`) add up to; copies count once.

        `events` are the first report, denial and confirmation; `members` the articles by date.
        """
        claims: dict[str | None, list[Article]] = defaultdict(list)
        for entry in articles:
            claims[entry.claim].append(Article(entry.text, entry.title, entry.source, entry.date))
        with checked(*((entry.text, entry.title) for entry in articles)):
            pooled = (pool_articles(read_articles(scorer, group), pooling, prior, claim)
                      for claim, group in claims.items())  # fmt: skip
            return {"claims": list(map(answer_of_claim, pooled))}

    def model_card() -> str:
        """What the model learnt from, how well it does, what it must not be used for."""
        return read_file(Path(model or default_folder()) / CARD_FILE)

    tools = list(map(tool_of, (score_text, extract_evidence, sourcing, score_claims)))
    server = MCPServer("credscore", instructions=ADVICE, version=version("credscore"),
                       tools=tools, log_level="WARNING")  # fmt: skip
    server.resource("credscore://model-card", mime_type="text/markdown")(model_card)
    return server
