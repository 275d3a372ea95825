"""Writes a report as JSON-LD in common vocabularies.

The score is a schema.org Observation about the Claim of the text. It is no ClaimReview, which is a
fact-check. A signal is an Observation about the text, a piece of evidence a Web Annotation. The
signals of the W3C Credible Web Community Group have no vocabulary of IRIs; `sameAs` names the
section of the draft of 26 November 2019 with nearly the same meaning.
"""

from collections import Counter
from typing import Any

from credscore.evidence import SIGNALS
from credscore.report.records import Claim

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "credweb": "https://credweb.org/signals-20191126#",
    "sameAs": {"@type": "@id"},
    "observationAbout": {"@type": "@id"},
    "appearance": {"@type": "@id"},
    "oa:hasSource": {"@type": "@id"},
    "oa:hasBody": {"@type": "@id"},
}
_SECTIONS = {signal.name: signal.section for signal in SIGNALS if signal.section}
_TEXT, _TITLE, _CLAIM, _SCORE = "#text", "#title", "#claim", "#score"


def graph(report: dict[str, Any], summary: str, url: str | None = None) -> dict[str, Any]:
    """The JSON-LD of a report that was read from its JSON."""
    text = url or _TEXT
    low, high = report["interval"]
    judgement = {name: report[name] for name in ("reliable", "stance", "prior")}
    judgement["caveats"] = " ".join(report["caveats"])
    score = {
        "@id": _SCORE,
        "@type": "Observation",
        "description": summary,
        "name": "Probability that the claim is true, judged from its sourcing alone",
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": value}
            for name, value in judgement.items()
        ],
        "measurementTechnique": report["model_id"],
        **_observation(_SCORE, _CLAIM, "probability_of_truth", report["score"]),
        "minValue": low,
        "maxValue": high,
    }
    signals = [
        _observation(f"#{name}", text, name, count) | {"unitText": "pieces of evidence"}
        for name, count in Counter(item["signal"] for item in report["evidence"]).items()
    ]
    return {
        "@context": _CONTEXT,
        "@graph": [
            {"@id": text, "@type": "Article", "wordCount": report["profile"]["words"]},
            {"@id": _TITLE, "@type": "CreativeWork", "isPartOf": {"@id": text}},
            _claim(report["claim"], text),
            score,
            *signals,
            *(_annotation(item, text) for item in report["evidence"]),
        ],
    }


def _claim(claim: dict[str, Any] | None, text: str) -> dict[str, Any]:
    """The claim; if a sentence only denies it, the sentence describes it."""
    properties = {}
    if claim:
        words = Claim(**claim)
        properties = {"description" if words.denied else "text": words.told}
    return {"@id": _CLAIM, "@type": "Claim", "appearance": text, **properties}


def _observation(at: str, about: str, name: str, value: float) -> dict[str, Any]:
    section = {"sameAs": f"credweb:{_SECTIONS[name]}"} if name in _SECTIONS else {}
    return {
        "@id": at,
        "@type": "Observation",
        "observationAbout": about,
        "measuredProperty": {"@type": "Property", "name": name, **section},
        "value": value,
    }


def _annotation(item: dict[str, Any], text: str) -> dict[str, Any]:
    position = {"oa:start": item["start"], "oa:end": item["end"]}
    selectors = [
        {"@type": "oa:TextPositionSelector", **position},
        {"@type": "oa:TextQuoteSelector", "oa:exact": item["quote"]},
    ]
    source = _TITLE if item["in_title"] else text
    return {
        "@type": "oa:Annotation",
        "name": f"{item['signal']}: {item['kind']}",
        "oa:hasBody": f"#{item['signal']}",
        "oa:hasTarget": {"oa:hasSource": source, "oa:hasSelector": selectors},
    }
