"""The bodies of requests and answers, with examples.

A named tuple in an answer, such as Evidence, needs the annotation AsObject() of
report/json_objects.py. Without it, its JSON Schema is that of an array.
"""

from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from credscore.page import EXAMPLE, EXAMPLE_TITLE
from credscore.problem import Problem
from credscore.report import REPORT_FIELDS, Attribution, Report

DESCRIPTION = (
    "How credibly a news-like text is sourced, and the words behind it. Offsets (start, end) count "
    "Unicode code points, as Python does. JavaScript counts UTF-16 units: there, "
    '[...text].slice(start, end).join("") is the quote.'
)
TITLED = {"text": EXAMPLE, "title": EXAMPLE_TITLE}
RATED = {**TITLED, "prior": 0.3}
PASSED_ON = {"text": "It may be closed, the Harbour Post reported.", "source": "Kolvar 9"}
CLAIM = {
    "claim": EXAMPLE_TITLE,
    "articles": [{**TITLED, "source": "Harbour Post", "date": "2026-03-01"}, PASSED_ON],
}
LINES = "application/x-ndjson"  # one JSON value a line
LINES_SCHEMA = {
    "schema": {"description": "Lines, each an item of a batch, or the result of one."},
    "example": '{"id": "a-17", "text": "He allegedly fled."}\n',
}
FIELDS_PARAMETER = {
    "name": "fields", "in": "query", "style": "form", "explode": False,
    "description": "The fields of the report that are answered; without it all.",
    "schema": {"type": "array", "minItems": 1, "items": {"enum": list(REPORT_FIELDS)}},
    "example": ["score", "interval", "verdict"],
}  # fmt: skip
_BASE_RATE = "Base rate of true claims where the text comes from."
Prior = Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False, description=_BASE_RATE)]
Name = Annotated[str | None, Field(max_length=1_000)]


def _few(values: object, info: ValidationInfo) -> object:
    """The values, if they are few enough; checking the values first would take longer."""
    if info.context and isinstance(values, list):
        info.context(len(values))
    return values


class Body(BaseModel):
    """The body of a request. Unknown keys and other types are refused."""

    model_config = ConfigDict(extra="forbid", strict=True)

    @property
    def size(self) -> int:
        """The characters of text and title; 0 if each of many items is checked by itself."""
        return sum(len(getattr(self, name, None) or "") for name in ("text", "title"))


class SourcingRequest(Body):
    """A text whose sources are asked for."""

    text: str = Field(description="The article; it may be empty.")
    title: str | None = Field(None, description="Its headline.")


class ScoreRequest(SourcingRequest):
    """A text to score."""

    prior: Prior = 0.5


def _allowed_id(value: object) -> object:
    """The id of an item; one message for both of its types, at the place of the item itself."""
    if value is None or type(value) in (str, int):
        return value
    raise ValueError("must be a string or an integer")


class BatchItem(ScoreRequest):
    """A text of a batch."""

    id: Annotated[str | int | None, BeforeValidator(_allowed_id)] = Field(
        None, description="A name of your own; the result has it too."
    )


class PageRequest(Body):
    """A text, or a saved web page with an article in it, to be shown by the page."""

    text: str | None = Field(None, description="The article.")
    html: str | None = Field(None, description="In place of a text: a web page with an article.")
    title: str | None = Field(None, description="The headline; a page has its own.")
    prior: Prior = 0.5

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.text is None) == (self.html is None):
            raise ValueError("send either text or html")
        return self


class ClaimArticle(SourcingRequest):
    """A report on a claim."""

    source: Name = Field(None, description="The outlet that it is of.")
    date: str | None = Field(None, description="ISO 8601 or RFC 2822; else none.", max_length=100)


class ClaimRequest(Body):
    """Reports on one claim, in any order; each has the limits of one text."""

    claim: Name = Field(None, description="What the claim is called.")
    articles: Annotated[list[ClaimArticle], BeforeValidator(_few)] = Field(
        json_schema_extra={"items": ClaimArticle.model_json_schema()}  # in full: a $ref fails
    )
    prior: Prior = 0.5

    @property
    def size(self) -> int:
        return max((article.size for article in self.articles), default=0)


class BatchRequest(Body):
    """Texts to score. Each item is checked by itself: one that does not fit affects no other."""

    items: Annotated[list[Any], BeforeValidator(_few)] = Field(
        description="Each an object as for /v1/score, and an `id` if you like.",
        json_schema_extra={"items": {"anyOf": [BatchItem.model_json_schema(), {}]}},
    )


class BatchLines(BatchRequest):
    """A batch sent as lines of JSON, and answered in lines. Items may be problems."""


class BatchResult(BaseModel):
    """The `report` of an item, or its `error`; and its `id` if the item has one."""

    model_config = ConfigDict(extra="forbid")

    id: str | int | None = None
    report: Report | dict[str, Any] | None = None
    error: Problem | None = None


class BatchAnswer(BaseModel):
    """One result for every item, in the order of the items."""

    scored: int
    failed: int
    results: list[BatchResult]


class SourcingAnswer(BaseModel):
    """Who said what, and the sourcing profile: as `credscore sourcing --json`."""

    attributions: list[Attribution]
    profile: dict[str, Any] = Field(
        description="As the profile of a report: the text alone, and each share of one kind."
    )
    summary: str = Field(
        description="One sentence that counts the attributions, unlike the profile also those of "
        "the title, documents and denials without a verb of speech; all unnamed kinds are one."
    )


class ModelAnswer(BaseModel):
    """The model that scores, and what a request may hold at most."""

    model_id: str
    created: str
    format_version: int
    sha256: str
    features: list[str]
    credscore_version: str
    schema_version: int
    limits: dict[str, int]
