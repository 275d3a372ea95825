"""Repeats what was tried on a text: rules of the lexicons, and the search for sources of verbs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from credscore.attribution import Sources, find_attributions
from credscore.evidence import Finding, Statement
from credscore.lexicon import Cues, Tape
from credscore.patterns import RuleTable
from credscore.signals import Reading
from credscore.sourcing import span_of
from credscore.text import Text
from credscore.trace.plain_source import REFUSING, Return, plain_twin, recorded
from credscore.trace.records import Rule, Span, Verb

NO_MATCH = "does not match"
_NEAR = 40  # a match can overlap only with so many next to it
_SEARCH = ("Sources.", "SourcePhrases.", "SourcesApart.")


def try_rules(reading: Reading) -> list[Rule]:
    """All matches, in the order in which they are compared, then the tries without a match."""
    text, lexicon = reading.text, reading.lexicon
    table = plain_twin(RuleTable)(lexicon.rules, lexicon.table.arrays)
    rows, steps = recorded(table.find, reading.codes, text.sentence_bounds)
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


def find_verbs(reading: Reading) -> list[Verb]:
    """The verbs of a text, by the same search for sources that scores use."""
    text, lexicon = reading.text, reading.lexicon
    tape = Tape(reading.codes, reading.tape)
    sources, cues = plain_twin(Sources)(tape, text, lexicon), Cues(tape, text, lexicon)
    verbs = [
        _verb(text, "attribution", Finding(line.verb_start, line.verb_end, *3 * [line.cue]), line)
        for line in reading.attributions
        if line.cue in ("byline", "credit")
    ]
    for file in ("attribution", "attitude"):
        statements, returns = recorded(plain_twin(find_attributions), sources, text, cues, file)
        by_verb = defaultdict[int, list[Statement | None]](list)
        for statement in reading.words_of(statements):
            by_verb[statement.verb_start].append(statement)
        rows, search = iter(cues.of(file)), list[Return]()
        for step in returns:
            search.append(step)
            if step.function == "Sources.of":
                row = next(rows)
                for line in by_verb.get(row.start) or [None]:
                    verbs.append(_verb(text, file, row, line, search))
                search = []
    return sorted(verbs, key=lambda verb: verb.token)


def _verb(
    text: Text, file: str, row: Finding, statement: Statement | None, search: Sequence[Return] = ()
) -> Verb:
    """A verb with the steps of the search for its source, and its statement if it has a source."""
    span, steps = span_of(text, row.start, row.end), tuple(dict.fromkeys(_steps(text, search)))
    if statement is None:
        return Verb(*span, file, row.cue, row.cue, None, "no source", steps)
    source = Span(*span_of(text, statement.source_start, statement.source_end))
    cue = "" if statement.cue == row.cue else f"{statement.cue}, "
    outcome = f'{statement.kind}, {cue}"{source.quote}"'
    read = tuple(step for step in steps if step.startswith("read "))
    return Verb(*span, file, row.cue, statement.cue, source, outcome, read)


def _steps(text: Text, search: Sequence[Return]) -> Iterator[str]:
    """The phrases that were read with their outcomes, and where the search gave up."""
    for before, step in pairwise([*search[-1:], *search]):
        gives_up = "None" in step.statement and before.function not in REFUSING
        if step.function == "kind_of":
            start, head, end = step.variables
            refusal = (step if gives_up else before).statement
            outcome = step.value or f"refused: {refusal}"
            noun = span_of(text, head, head + 1)[-1]
            yield f'read "{span_of(text, start, end)[-1]}", head "{noun}": {outcome}'
        elif step.function in REFUSING or (
            gives_up and step.function.startswith(_SEARCH) and before.function != "kind_of"
        ):
            yield f"because {step.statement}"
