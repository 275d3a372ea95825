"""A traced sentence as lines to read."""

from collections.abc import Iterator

from credscore.trace.records import Sentence

_LINES = {
    "rules": '{0.file}.toml {0.rule} "{0.quote}"{1}: {0.outcome}',
    "verbs": '"{0.quote}" ({0.file}.toml {0.rule}): {0.outcome}',
    "evidence": '{0.signal}, {0.kind} "{0.quote}": {0.origin}',
}
"""The line of each record, by the list of a sentence; {1} are the words of a longer match."""


def as_lines(sentence: Sentence) -> Iterator[str]:
    """The lines of a sentence: a heading, its tokens, then its rules, verbs and evidence."""
    where = "title" if sentence.in_title else "text"
    yield f"Sentence {sentence.number}: {where}, {sentence.start} to {sentence.end}"
    width = max(len(token.quote) for token in sentence.tokens)
    for token in sentence.tokens:
        traits = f"; traits: {', '.join(token.traits)}" if token.traits else ""
        classes = ", ".join(token.classes)
        yield f"  {_plain(token.quote):{width}}  {token.letter}  {classes}{traits}"
    for name, form in _LINES.items():
        if records := getattr(sentence, name):
            yield f"  {name.capitalize()}"
        for record in records:
            match = getattr(record, "match", record.quote)
            whole = "" if match == record.quote else f' in "{match}"'
            yield f"    {_plain(form.format(record, whole))}"
            yield from (f"      {_plain(step)}" for step in getattr(record, "steps", ()))


def _plain(words: str) -> str:
    """The words on one line, without control characters, which could move a terminal's cursor."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(words.split()))
