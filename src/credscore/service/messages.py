"""The bodies of requests and answers, with examples of our own."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from credscore.report import Attribution, Report
from credscore.service.problems import Problem

TEXT = (
    "Two officials, who spoke on condition of anonymity, said the harbour bridge may close "
    "on Monday. The port authority denied the reports. A video of the cracks could not be "
    "verified."
)
TITLE = "Harbour bridge may close"
Prior = Annotated[
    float,
    Field(
        gt=0, lt=1, allow_inf_nan=False, examples=[0.5],
        description="Base rate of true claims where the text comes from.",
    ),
]  # fmt: skip


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SourcingRequest(_Strict):
    """A text whose sources are asked for."""

    text: str = Field(description="The article; it may be empty.", examples=[TEXT])
    title: str | None = Field(None, description="Its headline.", examples=[TITLE])


class ScoreRequest(SourcingRequest):
    """A text to score."""

    prior: Prior = 0.5


class PageRequest(_Strict):
    """A text, or a saved web page with an article in it, to be shown by the page."""

    text: str | None = Field(None, description="The article.", examples=[TEXT])
    html: str | None = Field(
        None, description="In place of a text: a whole web page, whose article is taken out."
    )
    title: str | None = Field(None, description="The headline; a page has its own.")
    prior: Prior = 0.5

    @model_validator(mode="after")
    def _one_of_them(self) -> "PageRequest":
        if (self.text is None) == (self.html is None):
            raise ValueError("send either text or html")
        return self


class ClaimArticle(SourcingRequest):
    """A report on a claim."""

    source: str | None = Field(
        None, description="The outlet that it is of.", max_length=1_000, examples=["Harbour Post"]
    )
    date: str | None = Field(
        None, max_length=100, examples=["2026-03-01"],
        description="When it came out, in ISO 8601 or RFC 2822; one that is neither is none.",
    )  # fmt: skip


class ClaimRequest(_Strict):
    """Reports on one claim, in any order; each is limited as one text is."""

    claim: str | None = Field(
        None, description="What the claim is called.", max_length=1_000, examples=[TITLE]
    )
    articles: list[ClaimArticle] = Field(
        json_schema_extra={"items": ClaimArticle.model_json_schema()}  # whole: a $ref fails
    )
    prior: Prior = 0.5

    @field_validator("articles", mode="before")
    @classmethod
    def _few(cls, articles: object, info: ValidationInfo) -> object:
        """Too many are refused by the context before each is looked at, which takes longer."""
        if info.context and isinstance(articles, list):
            info.context(len(articles))
        return articles


class BatchRequest(_Strict):
    """Texts to score. Each item is looked at by itself: one that does not fit spoils no other."""

    items: list[Any] = Field(
        description="Each an object as for /v1/score.",
        json_schema_extra={"items": {"anyOf": [ScoreRequest.model_json_schema(), {}]}},
    )


class BatchAnswer(BaseModel):
    """One result for every item, in the order of the items: `report`, or `error` and why."""

    scored: int
    failed: int
    results: list[dict[Literal["report", "error"], Report | Problem]]


class ClaimPageAnswer(BaseModel):
    """What the page shows of a claim. In both all text is escaped; nothing in it is a script."""

    html: str = Field(description="A section, to be put into the page.")
    file: str = Field(description="The same as a file that needs nothing else.")


class SourcingAnswer(BaseModel):
    """Who said what, and the sourcing profile: as `credscore sourcing --json`."""

    attributions: list[Attribution]
    profile: dict[str, Any] = Field(description="As the profile of a report.")
    summary: str


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


def characters(body: Any) -> int:
    """The length of a text with its title."""
    return len(body.text or "") + len(body.title or "")
