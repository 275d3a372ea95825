"""The bodies of requests and answers, with examples of our own."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import to_json

from credscore.report import Attribution, Report
from credscore.service.problems import Problem

TEXT = (
    "Two officials, who spoke on condition of anonymity, said the harbour bridge may close "
    "on Monday. The port authority denied the reports. A video of the cracks could not be "
    "verified."
)
TITLE = "Harbour bridge may close"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SourcingRequest(_Strict):
    """A text whose sources are asked for."""

    text: str = Field(description="The article; it may be empty.", examples=[TEXT])
    title: str | None = Field(None, description="Its headline.", examples=[TITLE])


class ScoreRequest(SourcingRequest):
    """A text to score."""

    prior: float = Field(
        0.5, gt=0, lt=1, allow_inf_nan=False, examples=[0.5],
        description="Base rate of true claims where the text comes from.",
    )  # fmt: skip


class BatchRequest(_Strict):
    """Texts to score. Each item is looked at by itself: one that does not fit spoils no other."""

    items: list[Any] = Field(
        description="Each an object as for /v1/score.",
        json_schema_extra={"items": {"anyOf": [{"$ref": "#/components/schemas/ScoreRequest"}, {}]}},
    )


class ItemScored(BaseModel):
    """The answer to an item that was scored."""

    report: Report


class ItemRefused(BaseModel):
    """The answer to an item that could not be scored, and why."""

    error: Problem


class BatchAnswer(BaseModel):
    """One result for every item, in the order of the items."""

    scored: int
    failed: int
    results: list[ItemScored | ItemRefused]


class SourcingAnswer(BaseModel):
    """Who said what, and the sourcing profile: as `credscore sourcing --json`."""

    attributions: list[Attribution]
    profile: dict[str, Any]


class Limits(BaseModel):
    """What a request may hold at most."""

    body_bytes: int
    items: int
    characters: int


class ModelAnswer(BaseModel):
    """The model that scores, and the limits of this service."""

    model_config = ConfigDict(protected_namespaces=())

    model_id: str
    created: str
    format_version: int
    sha256: str
    features: list[str]
    credscore_version: str
    schema_version: int
    limits: Limits


class Health(BaseModel):
    """The state of the service."""

    model_config = ConfigDict(protected_namespaces=())

    status: str
    model_id: str
    credscore_version: str


MODELS = (
    ScoreRequest, SourcingRequest, BatchRequest, Report, BatchAnswer, SourcingAnswer, ModelAnswer,
    Health, Problem,
)  # fmt: skip
"""What the OpenAPI document names."""


def report_json(report: Report) -> bytes:
    """The JSON of a report: as `model_dump_json`, without its walk over every record."""
    values = dict(report.__dict__)
    values["contributions"] = [one._asdict() for one in report.contributions]
    values["evidence"] = [one._asdict() for one in report.evidence]
    values["profile"] = report.profile._asdict()
    return to_json(values)
