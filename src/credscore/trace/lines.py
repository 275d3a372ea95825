"""A traced sentence as an object for JSON, and that as lines to read."""

from collections.abc import Iterator, Mapping
from typing import Any

from credscore.trace.sentences import Sentence, Trace


def as_object(trace: Trace, sentence: Sentence, tries: bool = False) -> dict[str, Any]:
    """A sentence for JSON; with `tries` also the rules that were tried and do not match.

    `start` and `end` are characters of the text, or of the title if `in_title`.
    """

    def span(start: int | None, end: int | None) -> dict[str, Any]:
        if start is None or end is None:
            return {"start": None, "end": None, "quote": None}
        first, last = trace.offsets[start][0], trace.offsets[end - 1][1]
        return {"start": first, "end": last, "quote": trace.quote(start, end)}

    return {
        "number": sentence.number,
        "in_title": sentence.start < trace.body,
        **span(sentence.start, sentence.end),
        "tokens": [
            {**span(at, at + 1), **trace.tokens[at]._asdict()}
            for at in range(sentence.start, sentence.end)
        ],
        "matches": [
            {"file": row.file, "rule": row.rule, "signal": row.signal, "kind": row.kind,
             **span(row.evidence_start, row.evidence_end), "match": span(row.start, row.end),
             "outcome": row.outcome}
            for row in sentence.matches
        ],
        "tries": [
            {"file": row.file, "rule": row.rule, **span(row.anchor, row.anchor + 1)}
            for row in (sentence.tries if tries else ())
        ],
        "verbs": [
            {"file": row.file, "rule": row.rule, "cue": row.cue, **span(row.start, row.end),
             "kind": row.kind, "source": span(row.source_start, row.source_end),
             "phrases": [
                 {**span(phrase.start, phrase.end), "head": trace.tokens[phrase.head].word,
                  "kind": phrase.kind, "refused": phrase.refused}
                 for phrase in row.phrases
             ],
             "reasons": row.reasons}
            for row in sentence.verbs
        ],
        "evidence": [
            {"signal": finding.signal, "kind": finding.kind, "cue": finding.cue,
             **span(finding.start, finding.end), "origin": origin}
            for finding, origin in sentence.evidence
        ],
    }  # fmt: skip


def as_lines(sentence: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a sentence that `as_object` gives."""
    where = "title" if sentence["in_title"] else "text"
    yield f"Sentence {sentence['number']}: {where}, {sentence['start']} to {sentence['end']}"
    rows = [
        (_plain(token["word"]), f"{token['letter']} {token['meaning']}",
         ", ".join(token["classes"]), token["traits"])
        for token in sentence["tokens"] if token["word"].strip("\0\n")
    ]  # fmt: skip
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for word, letter, classes, traits in rows:
        more = f"; traits: {', '.join(traits)}" if traits else ""
        yield f"  {word:{widths[0]}}  {letter:{widths[1]}}  {classes}{more}".rstrip()
    tries: dict[tuple[int, str], list[str]] = {}
    for row in sentence["tries"]:
        tries.setdefault((row["start"], _quote(row)), []).append(
            f"{row['file']}.toml {row['rule']}"
        )
    for heading, lines in (
        ("Rules that matched", [_match(row) for row in sentence["matches"]]),
        ("Rules that were tried and do not match",
         [f"at {anchor}: {', '.join(rules)}" for (_, anchor), rules in tries.items()]),
        ("Verbs", [line for verb in sentence["verbs"] for line in _verb(verb)]),
        ("Evidence", [f"{row['signal']}, {row['kind']} {_quote(row)}: {row['origin']}"
                      for row in sentence["evidence"]]),
    ):  # fmt: skip
        if lines:
            yield f"  {heading}"
        yield from (f"    {line}" for line in lines)


def _match(row: Mapping[str, Any]) -> str:
    whole = "" if row["match"]["quote"] == row["quote"] else f" in {_quote(row['match'])}"
    return f"{row['file']}.toml {row['rule']} {_quote(row)}{whole}: {row['outcome']}"


def _verb(verb: Mapping[str, Any]) -> Iterator[str]:
    unsaid = "" if verb["cue"] == verb["rule"] else f", {verb['cue']}"
    source = f"{verb['kind']}{unsaid}, {_quote(verb['source'])}" if verb["kind"] else "no source"
    yield f"{_quote(verb)} ({verb['file']}.toml {verb['rule']}): {source}"
    for row in verb["phrases"]:
        outcome = row["kind"] or f"refused: {row['refused']}"
        yield f'  read {_quote(row)}, head "{_plain(row["head"])}": {outcome}'
    yield from (f"  because {reason}" for reason in verb["reasons"])


def _quote(row: Mapping[str, Any]) -> str:
    return f'"{" ".join(_plain(row["quote"]).split())}"'


def _plain(words: str) -> str:
    """The words without control characters, which could move the cursor of a terminal."""
    return "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in words)
