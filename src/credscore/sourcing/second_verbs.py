"""Handles several verbs of one source: "rejected the reports and said that it sank"."""

import re
from collections.abc import Sequence, Set

from credscore.attribution import WINDOW
from credscore.evidence import Statement
from credscore.signals import Reading

_LATER = re.compile(r"[^.:;\n]{2,40}?[&c](?=V[tn\"])")
"""Letters up to a second verb behind a clause: "said that it sank but denied that it burned"."""
_OBJECT = re.compile(r"[^Vbhn.:;\n]{1,20}&y{0,2}(?=V[tndqiX])")
"""Letters between a verb and a second verb that begins no new clause."""


def with_second_verbs(reading: Reading) -> list[Statement]:
    """The attributions, and second verbs of speech that are joined to a verb with an object."""
    sources, said = reading.sources, reading.lexicon.characters("<say>")
    verbs, spoken = (
        {statement.verb_start for statement in reading.attributions},
        list(reading.attributions),
    )
    for statement in reading.attributions:
        gap = _OBJECT.match(sources.letters, statement.verb_end)
        gap = gap or _behind_clause(reading, statement, verbs)
        if gap is None or statement.source_end > statement.verb_start or gap.end() in verbs:
            continue
        if (
            reading.tape[gap.end()] in said
            and gap.end() < reading.sentence(statement.verb_start)[1]
        ):
            verbs.add(gap.end())
            second = statement._replace(
                cue="speech_verb", verb_start=gap.end(), verb_end=gap.end() + 1
            )
            spoken.append(second)
    return sorted(spoken, key=lambda statement: statement.verb_start)


def _behind_clause(reading: Reading, statement: Statement, verbs: Set[int]) -> re.Match[str] | None:
    """The letters up to a second verb behind a clause, if no other source speaks between."""
    tape, characters = reading.tape, reading.lexicon.characters
    gap = _LATER.match(reading.sources.letters, statement.verb_end)
    if gap is None or statement.kind == "document":
        return None
    joint = tape[gap.end() - 1] in characters("and") + characters("but")
    repeat = tape[gap.end()] in characters("told")  # "that she fled and told them"
    finite = reading.sources.is_finite(gap.end())
    alone = verbs.isdisjoint(range(statement.verb_end, gap.end() + 1))
    return gap if joint and finite and alone and not repeat else None


def ends_before_second_verbs(reading: Reading, statements: Sequence[Statement]) -> dict[int, int]:
    """For each verb, the token that joins a second verb to it, of the same or the next source.

    `statements` are in the order of their verbs.
    """
    letters, ends = reading.sources.letters, dict[int, int]()
    verbs, last = dict[int, int](), -WINDOW
    for statement in statements:
        first, at = verbs.get(statement.source_start), statement.verb_start
        if first is not None and at - first < WINDOW:
            while letters[at - 1] in "yh":
                at -= 1
            if letters[at - 1] in "&c," and at - 1 > first:
                ends[first] = at - 1
        if statement.source_end <= statement.verb_start:
            verbs[statement.source_start] = statement.verb_start
            border = statement.source_start - 1
            if last < border < last + WINDOW and not reading.in_quote(border):
                joined = letters[border] in "&c" and letters[border - 1] in ',"'
                closing = (
                    letters[border] == ","
                    and letters[statement.verb_end : statement.verb_end + 1] in ".\n"
                )
                if joined or closing:
                    ends[last] = border
        last = statement.verb_start
    return ends
