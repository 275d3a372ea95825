"""Attribution on a part of PolNeAR (Newell et al. 2018): sources, kinds and cues.

A source is found where an attribution's source overlaps it. `silver_source_kind` was made by
machines; only what is clear in it is asked for by kind:

- clearly named: a person's name stands in the source (`named_person`);
- clearly unnamed: no name (`no_name`), no capital beyond the first letter, no figure, and people
  by form: indefinite or plural, and no word for a thing or an institution (THING below).

Beside all cues, those are counted apart that hold a quote verb of the Gender Gap Tracker: many
cues of the corpus tell an attitude and no statement ("vied for", "respect").

By the definitions of the signals "the bank", "the governor" and "a poll" are no unnamed people,
so they are not asked for, though the corpus counts them under `no_name`.
"""

import gzip
import json
import re
from pathlib import Path
from typing import Any

from benchmarks.quality.word_lists import ATTRIBUTION, matcher, phrases
from credscore.signals import Reading

NAMED = frozenset({"person", "institution"})
UNNAMED = frozenset({"unnamed", "confidential", "hearsay"})
THING = re.compile(
    r"\b(?:polls?|percent|studies|study|reports?|statements?|articles?|ads?|videos?|data|piece|"
    r"clips?|films?|letters?|accords?|problems?|rules|case|program|slides?|estimates?|compan(?:y|ies)|"
    r"corporations|firms?|unions?|bylaws|rulings?|returns|emails?|documents|analys[ie]s|averages|"
    r"statistics|records|recording|nations|countries|country|states|colleges|debates?|media|"
    r"publications|outlets|research|finding|courts?|panel|government|agency|agencies|review|account|"
    r"book|crisis|environment|labor|faith|law|mind|eyes|boards?|tweets?|discussion|raft|spot|"
    r"array|judge|said|according|spokes\w+|attorneys?|lawyers?|senators?)\b",
    re.IGNORECASE,
)
DEFINITE = re.compile(r"^(?:the|his|her|its|their|our|my|your|that|this)\b", re.IGNORECASE)
PLURAL = re.compile(r"\b(?:people|men|women|[a-z-]{3,}(?<![su])s)\b")
INDEFINITE = re.compile(r"^(?:an?|one|another|each|every|some|few)\b|^[a-z]+one\b", re.IGNORECASE)

Place = tuple[int, int]


def rows(folder: Path, split: str) -> list[dict[str, Any]]:
    """The attributions of a part, `dev` or `train`, as dictionaries."""
    with gzip.open(folder / "polnear_attributions.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["split"] == split]


def clear_kind(row: dict[str, Any]) -> str | None:
    """`named` or `unnamed` where that is clear, else None."""
    kind, source = row["silver_source_kind"], row["source"]
    if kind == "named_person":
        return "named"
    if kind != "no_name" or re.search(r".[A-Z]|\d", source) or THING.search(source):
        return None
    people = PLURAL.search(source) if not INDEFINITE.match(source) else True
    return "unnamed" if people and (PLURAL.search(source) or not DEFINITE.match(source)) else None


def places(row: dict[str, Any], label: str) -> list[Place]:
    """Character positions of a label's spans."""
    return [(a["start"], a["end"]) for a in row["annotations"] if a["label"] == label]


def touch(span: Place, others: list[Place]) -> bool:
    """Whether a place overlaps any of others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def found_sources(text: str) -> list[tuple[Place, str]]:
    """Source and kind of every attribution found in a text."""
    reading = Reading(text)
    starts, ends, shift = reading.text.starts, reading.text.ends, int(reading.text.body_offsets[0])
    return [
        ((int(starts[a.source_start]) - shift, int(ends[a.source_end - 1]) - shift), a.kind)
        for a in (*reading.attributions, *reading.attitudes)
    ]


def measure(folder: Path, errors: str | None = None, split: str = "dev") -> dict[str, Any]:
    """Shares of sources found, of the clear ones by kind; of cues found by published verb lists."""
    attributions = rows(folder / "spans", split)
    by_text: dict[str, list[tuple[Place, str]]] = {}
    sources = matched = 0
    speech = matcher(phrases(folder / "lexicons", ATTRIBUTION["Gender Gap Tracker"]))
    kinds_asked = ("named", "unnamed", "named_speech", "unnamed_speech")
    asked = dict.fromkeys(kinds_asked, 0)
    got = {kind: {"named": 0, "unnamed": 0, "other": 0} for kind in asked}
    for row in attributions:
        text, gold = row["text"], places(row, "source")
        if not gold:
            continue
        if text not in by_text:
            by_text[text] = found_sources(text)
        kinds = {kind for span, kind in by_text[text] if touch(span, gold)}
        sources += 1
        matched += bool(kinds)
        clear = clear_kind(row)
        if clear is None:
            continue
        called = (
            "named" if kinds & NAMED else "unnamed" if kinds & UNNAMED else "other" if kinds else ""
        )
        said = speech.search(row["cue"]) is not None
        for key in (clear, f"{clear}_speech") if said else (clear,):
            asked[key] += 1
            if called:
                got[key][called] += 1
        if errors == clear and called != clear:
            print(f"{called or '-'}\t{row['source']}\t{row['cue']}\t{text[:220]}")
    return {
        "sources": sources,
        "found": round(matched / sources, 4),
        **{f"clearly_{kind}": _shares(asked[kind], got[kind]) for kind in kinds_asked},
        "confused": round(
            (got["named"]["unnamed"] + got["unnamed"]["named"])
            / max(1, asked["named"] + asked["unnamed"]),
            4,
        ),
        "cues_by_word_lists": {name: _cues(folder, attributions, files) for name, files in
                               ATTRIBUTION.items()},
    }  # fmt: skip


def _shares(asked: int, got: dict[str, int]) -> dict[str, float | int]:
    return {"asked": asked, **{k: round(n / max(1, asked), 4) for k, n in got.items()}}


def _cues(
    folder: Path, attributions: list[dict[str, Any]], files: tuple[str, ...]
) -> dict[str, float]:
    """Recall of the annotated cues, and how many finds of a list are (part of) a cue."""
    cues: dict[str, list[Place]] = {}
    for row in attributions:
        cues.setdefault(row["text"], []).extend(places(row, "cue"))
    pattern = matcher(phrases(folder / "lexicons", files))
    hits = finds = recalled = 0
    for text, gold in cues.items():
        spans = [match.span() for match in pattern.finditer(text)]
        finds += len(spans)
        hits += sum(touch(span, gold) for span in spans)
        recalled += sum(touch(cue, spans) for cue in gold)
    total = sum(map(len, cues.values()))
    return {"precision": round(hits / max(1, finds), 4), "recall": round(recalled / total, 4)}
