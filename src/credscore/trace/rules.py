"""The rules of the lexicons that were tried on a text, and what became of each."""

from collections import defaultdict

import numpy as np

from credscore.patterns import RuleTable
from credscore.signals import Reading
from credscore.sourcing import span_of
from credscore.trace.plain_source import plain_twin, recorded
from credscore.trace.records import Rule

NO_MATCH = "does not match"
_NEAR = 40  # matches that a match can overlap with


def try_rules(reading: Reading) -> list[Rule]:
    """All matches in the order in which they are compared, then the tries without a match."""
    text, lexicon = reading.text, reading.lexicon
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    table = plain_twin(RuleTable)(lexicon.rules, lexicon.table.arrays)
    rows, steps = recorded(table.find, reading.codes, bounds)
    cues = {tuple(row) for row in rows.tolist()}
    files = [name for name, file in lexicon.files.items() for _ in file.rules]
    matches, failures = set(), set()
    for step in steps:
        if step.function != "Matcher._try":
            continue
        at, rule, start, end, first, last = step.variables
        if step.value:
            matches.add((start, bool(lexicon.rules[rule].kind), start - end, rule, first, last))
        else:
            failures.add((at, rule))
    tried: list[Rule] = []
    standing: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for start, is_evidence, length, rule, first, last in sorted(matches):
        signal, kind, name = lexicon.rules[rule]
        others = standing[signal][-_NEAR:]
        overlaps = [effect for begin, stop, effect in others if first < stop and begin < last]
        outcome = "cue" if (first, last, rule) in cues else (*overlaps, "blocks others")[0]
        if outcome in ("cue", "blocks others"):
            effect = f"{'covered' if is_evidence else 'blocked'} by {files[rule]}.toml {name}"
            standing[signal].append((first, last, effect))
        whole, evidence = span_of(text, start, start - length)[-1], span_of(text, first, last)
        tried.append(Rule(*evidence, files[rule], name, signal, kind, whole, outcome))
    for at, rule in sorted(failures):
        signal, kind, name = lexicon.rules[rule]
        anchor = span_of(text, at, at + 1)
        tried.append(Rule(*anchor, files[rule], name, signal, kind, anchor[-1], NO_MATCH))
    return tried
