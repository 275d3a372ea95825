"""Sources that nobody can name, read off the attributions and the lexicon's own phrases."""

import numpy as np

from credscore.evidence import ANONYMOUS, KIND_NUMBERS
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_ANONYMITY = ("anonymity_granted", "anonymity_sought", "name_kept_back", "not_to_be_named")
"""Rules that find how anonymity is told, and not whose it is."""
_CONFIDENTIAL = KIND_NUMBERS["anonymous_sources", "confidential"]


def find(reading: Reading) -> Rows:
    """Source noun phrases of unnamed sources, and phrases that carry hearsay or anonymity."""
    table = reading.lexicon.table
    rows = np.concatenate([reading.rows("anonymous_sources"), reading.sourced["anonymous_sources"]])
    found: list[list[int]] = []
    earlier, stop, of = -1, -1, -1  # start, end and kind of the last one
    for row in rows[rows[:, 0].argsort(kind="stable")].tolist():
        start, end, kind, _ = row
        if start >= stop:
            found.append(row)
        elif start == earlier and (end > stop or (end < stop and kind == of)):
            found[-1] = row  # what is read as a source has its true borders
        else:
            continue
        earlier, stop, of = start, end, kind
    anonymity = {table.name_numbers[name] for name in _ANONYMITY}
    kept = [row for row in found if row[-1] not in anonymity]
    if len(kept) < len(found):
        told = {reading.sentence(start) for start, _, kind, _ in kept if kind == _CONFIDENTIAL}
        kept += [
            [_start(reading, start), *others]
            for start, *others in found
            if others[-1] in anonymity and reading.sentence(start) not in told
        ]
    return np.array(kept, np.int32).reshape(-1, 4)


def _start(reading: Reading, start: int) -> int:
    """Where a phrase of anonymity begins with its source: "a nurse who asked not to be named"."""
    source = reading.sources.subject(start, reading.sentence(start)[0])
    if source and source.kind in ANONYMOUS and start - source.end <= 3:
        return source.start
    return start
