"""Reports as linked data, and the published JSON Schema of their JSON."""

import json
from pathlib import Path

import jsonschema
import pydantic
import pytest

import credscore
from credscore.report.report import Report

ROOT = Path(__file__).resolve().parents[2]
RUMOUR = (ROOT / "examples" / "rumour.txt").read_text("utf-8")
SCHEMA = json.loads((ROOT / "docs" / "reference" / "report.schema.json").read_text("utf-8"))
TEXTS = [RUMOUR, "", "He fled.", "Insiders \ud83d claim \udc00 he 😀 fled."]


@pytest.mark.skipif(
    tuple(map(int, pydantic.VERSION.split(".")[:2])) < (2, 12),
    reason="schemas of pydantic before 2.12 do not say that records have no other fields",
)
def test_the_published_schema_is_that_of_the_code() -> None:
    schema = Report.model_json_schema(mode="serialization")
    assert {**schema, "$schema": SCHEMA["$schema"]} == SCHEMA, "python docs/tools/generated.py"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("title", [None, "Mayor said to have fled"])
def test_every_report_fits_the_schema(text: str, title: str | None) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    report = json.loads(credscore.score(text, title).model_dump_json())
    validator.validate(report)
    for broken in (
        report | {"score": "high"},
        {name: value for name, value in report.items() if name != "interval"},
        report | {"stance": "unknown"},
        report | {"more": 1},
    ):
        assert not validator.is_valid(broken)


def test_linked_data_says_what_the_report_says() -> None:
    report = credscore.score(RUMOUR, "Mayor said to have fled", 0.4)
    document = report.to_jsonld("https://example.org/rumour")
    assert json.loads(json.dumps(document)) == document
    nodes = document["@graph"]
    score = next(node for node in nodes if node.get("@id") == "#score")
    assert (score["value"], score["minValue"], score["maxValue"]) == (
        report.score,
        *report.interval,
    )
    assert score["observationAbout"] == "#claim"
    values = {one["name"]: one["value"] for one in score["additionalProperty"]}
    assert values == {
        "prior": 0.4,
        "stance": report.stance,
        "reliable": report.reliable,
        "caveats": " ".join(report.caveats),
    }
    annotations = [node for node in nodes if node["@type"] == "oa:Annotation"]
    assert len(annotations) == len(report.evidence)
    for annotation, item in zip(annotations, report.evidence, strict=True):
        position, quote = annotation["oa:hasTarget"]["oa:hasSelector"]
        assert (position["oa:start"], position["oa:end"]) == (item.start, item.end)
        assert quote["oa:exact"] == item.quote
        named = next(node for node in nodes if node["@id"] == annotation["oa:hasBody"])
        assert named["value"] == sum(one.signal == item.signal for one in report.evidence)


def test_no_fact_check_is_claimed() -> None:
    document = json.dumps(credscore.score(RUMOUR).to_jsonld())
    assert "ClaimReview" not in document
    assert "Rating" not in document


def test_every_node_that_is_referred_to_is_there() -> None:
    document = credscore.score(RUMOUR, "Insiders say he fled").to_jsonld()
    names = {node.get("@id") for node in document["@graph"]}
    for node in document["@graph"]:
        for key in ("observationAbout", "appearance", "oa:hasBody"):
            assert node.get(key) is None or node[key] in names
        assert node.get("oa:hasTarget", {}).get("oa:hasSource", "#text") in names


def test_a_claim_that_is_denied_is_no_text_of_the_claim() -> None:
    text = "The mayor of Lorwick denied on Monday that the ferry Aurora had sunk off the pier. " * 4
    report = credscore.score(text, "Mayor denies that ferry sank")
    assert report.claim is not None
    assert report.claim.denied
    (claim,) = (node for node in report.to_jsonld()["@graph"] if node["@type"] == "Claim")
    assert claim["description"] == report.claim.told
    assert "text" not in claim


def test_no_number_leads_where_the_score_is_not_reliable() -> None:
    report = credscore.score("He allegedly fled.")
    assert list(json.loads(report.model_dump_json()))[:2] == ["verdict", "claim"]
    (score,) = (node for node in report.to_jsonld()["@graph"] if node.get("@id") == "#score")
    told = json.dumps(score)
    assert told.index("No score: ") < told.index(str(report.score))
