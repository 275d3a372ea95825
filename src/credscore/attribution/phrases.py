"""Phrases that are read now and then, as regular expressions over letters (letters.py).

Those that are read for every verb are loops (_phrases.py). All read from a place on, as far as the
expression goes, and nothing at or beyond `stop`.
"""

import re

from credscore.attribution.letters import (
    AUXILIARIES,
    CLAUSES,
    COUNTS,
    HEADS,
    JOINTS,
    MODIFIERS,
    NAMES,
    PARTS,
    PREPOSITIONS,
)

_PHRASE = re.compile(
    rf"(?:[{COUNTS}][{COUNTS}am]{{0,3}}o)?[diqt]{{0,2}}[{COUNTS}]{{0,3}}\"?"  # "two of the"
    rf"(?:[{PARTS}{JOINTS}]|[.&](?=[{PARTS}]))*([{HEADS}])"
)
_MODIFIED = re.compile(
    rf"\"?(?:[{MODIFIERS}]{{0,2}}[{PREPOSITIONS}]{{1,2}}[diq]?"  # "of the firm"
    rf"(?:[{PARTS}0{JOINTS}]|\.(?=[{NAMES}]))+"
    rf"|,?w[^,.;:\"\n]{{1,14}})*"  # "who left"
)
_INFINITIVE = re.compile(
    rf"[yb]{{0,2}}p(?:(?=P)|y{{0,2}}[aeVm]|yi?(?=[{AUXILIARIES}]))i?[y{AUXILIARIES}]{{0,4}}"
    r"(?=[XURPCsi.)\"])"
)
_ASIDE = re.compile(r",[^,\"\n]{1,20}(?=,)|-[^\"\n-]{1,20}(?=-)")
_CLAUSE = re.compile(f"[{CLAUSES}]")


def head_after(letters: str, at: int, stop: int) -> int:
    """The head of the noun phrase that begins at `at`; -1 if there is none.

    >>> head_after("immPo", 0, 5)  # "two senior army officials of"
    3
    """
    match = _PHRASE.match(letters, at, stop)
    return match.start(1) if match else -1


def modified_end(letters: str, at: int, stop: int) -> int:
    """The end of what modifies the noun phrase that ends at `at`: "of the firm", "who left"."""
    match = _MODIFIED.match(letters, at, stop)
    return match.end() if match else at


def aside_end(back: str, at: int, stop: int) -> int:
    """The second of two commas or dashes, of which the first is at `at`; -1 if there is none."""
    match = _ASIDE.match(back, at, stop)
    return match.end() if match else -1


def infinitive_end(back: str, at: int, stop: int) -> int:
    """The end of what stands between an infinitive and its subject: "continued to"; -1: none."""
    match = _INFINITIVE.match(back, at, stop)
    return match.end() if match else -1


def begins_clause(letters: str, at: int, end: int) -> bool:
    """Whether letters before "by" give its agent to another verb."""
    return _CLAUSE.search(letters, at, end) is not None
