"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

From every reporting verb the source is looked for to the left (subject) and then to the right
(inverted: "said two officials"); from "according to" only to the right. A source is told named
from unnamed by the form of its noun phrase, never by a list of names. The scheme of source, cue
and content follows PolNeAR (Newell et al. 2018).
"""

import functools
import re
from typing import NamedTuple

from credscore.cues import Finding
from credscore.lexicon import Lexicon
from credscore.text import Text

WINDOW = 28
"""Tokens to the left and right of a verb in which its source is looked for."""


class Attribution(NamedTuple):
    """One attributed statement; positions are token indexes, ends exclusive.

    `kind` is one of confidential, unnamed, hearsay, person, institution, document, pronoun.
    """

    kind: str
    cue: str
    source_start: int
    source_end: int
    verb_start: int
    verb_end: int


class _Grammar:
    """Regular expressions over the tape, compiled once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def one(*names: str) -> str:
            return "".join(lexicon.characters(name) for name in names)

        def any_of(*names: str) -> str:
            return f"[{re.escape(one(*names))}]"

        head_names = (
            "<role>", "<confidential_noun>", "<hearsay_noun>", "<institution>", "<speaker>",
            "<office>", "<paper>", "<name>", "<plural>", "<lower>",
        )  # fmt: skip
        modifier = any_of(
            "<lower>", "<name>", "<number>", "<role_modifier>", "<hearsay_modifier>", "<genitive>",
            "<institution>", "<role>", "<office>", "<speaker>", "<possessive>", "<paper>",
            "<confidential_noun>", "<hearsay_noun>",
        )  # fmt: skip
        head = any_of(*head_names)
        inner = any_of("<word>")
        verbs = one("<say>", "<believe>", "<be>", "<have>", "<modal_any>", "<do>")
        no_verb = f"(?![{re.escape(verbs)}]){inner}"
        linked = any_of("<close_to>")
        relative = any_of("<relative>")
        phrase = f"(?:{any_of('<det>')}?(?:{modifier}|'){{0,7}}?{head}(?:and{head})?)".replace(
            "and", any_of("and", "or")
        )
        post = (
            f"(?:{linked}{no_verb}{{1,9}}?|,?{relative}{inner}{{1,12}},?"
            f"|,{no_verb}(?:{no_verb}|[”'—-]){{0,11}},)"
        )
        between = any_of("<also>", "<ly>", "<have>", "<speech_gap>", "<be>", "<modal_any>")
        gap = f"(?:,?{between}{{0,4}},?)"
        self.subject = re.compile(
            f"(?:^|(?<=[^{re.escape(one('<lower>', '<name>', '<det>'))}]))"
            f"({phrase})({post}?)({gap})$"
        )
        self.pronoun = re.compile(f"{any_of('<pronoun>')}{gap}$")
        onward = any_of(
            "<role>", "<confidential_noun>", "<hearsay_noun>", "<institution>", "<speaker>",
            "<office>", "<plural>", "<name>",
        )  # fmt: skip
        self.object = re.compile(f'({phrase})(?!{onward})({post}(?=[,.”"\n—;:]|$))?')
        for name in ("role", "confidential_noun", "hearsay_noun", "institution", "speaker",
                     "office", "paper", "name", "det", "possessive", "genitive"):  # fmt: skip
            setattr(self, name, frozenset(one(f"<{name}>")))
        self.definite = frozenset(one("the", "this", "that", "its", "their", "<possessive>"))
        self.indefinite = frozenset(
            one("a", "an", "one", "some", "<number>", "two", "three", "four", "five", "several",
                "many")
        )  # fmt: skip
        self.plural = frozenset(one("<plural>"))
        self.hidden = re.compile(any_of("anonymity", "anonymous", "unnamed", "unidentified"))
        self.not_named = lexicon.compile(
            "( not to be | not be | not being ) ( named | identified )"
        )
        self.familiar = lexicon.compile(
            "( familiar with | close to | with knowledge | briefed on | with direct knowledge )"
        )
        self.be = frozenset(one("<be>"))
        self.speaking = frozenset(one("saying", "telling", "claiming", "reporting", "warning"))
        self.by_speech = frozenset(one("<say>"))

    role: frozenset[str]
    confidential_noun: frozenset[str]
    hearsay_noun: frozenset[str]
    institution: frozenset[str]
    speaker: frozenset[str]
    office: frozenset[str]
    paper: frozenset[str]
    name: frozenset[str]
    det: frozenset[str]
    possessive: frozenset[str]
    genitive: frozenset[str]


@functools.lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    return _Grammar(lexicon)


def find_attributions(
    tape: str, text: Text, cues: list[Finding], lexicon: Lexicon
) -> tuple[Attribution, ...]:
    """All attributions, in text order; the verbs come as cues of attribution.toml."""
    grammar = _grammar(lexicon)
    starts = [0, *text.sentence_starts.tolist()]
    found: list[Attribution] = []
    sentence, limit = 0, len(tape)
    for cue in cues:
        while sentence + 1 < len(starts) and starts[sentence + 1] <= cue.start:
            sentence += 1
        begin = max(starts[sentence], cue.start - WINDOW)
        end = min(starts[sentence + 1] if sentence + 1 < len(starts) else limit, cue.end + WINDOW)
        source = None
        if cue.kind == "verb":
            window = tape[begin : cue.start]
            if grammar.pronoun.search(window):
                found.append(
                    Attribution("pronoun", cue.cue, cue.start - 1, cue.start, cue.start, cue.end)
                )
                continue
            match = grammar.subject.search(window)
            passive = match is not None and not grammar.be.isdisjoint(match[3])
            if passive and tape[cue.start] not in grammar.speaking:
                continue  # those who "were told" say nothing
            source = _source(grammar, match, begin)
            if source is not None and match is not None:
                source = _apposed(grammar, source, tape, begin, cue.start)
            inverted = cue.start > starts[sentence] and tape[cue.start - 1] in ',”"'
            if source is None and inverted and tape[cue.start] in grammar.by_speech:
                source = _source(grammar, grammar.object.match(tape, cue.end, end), 0)
        else:
            source = _source(grammar, grammar.object.match(tape, cue.end, end), 0)
        if source is not None:
            kind, source_start, source_end = source
            found.append(Attribution(kind, cue.cue, source_start, source_end, cue.start, cue.end))
    return tuple(found)


def _apposed(
    grammar: _Grammar, source: tuple[str, int, int], tape: str, begin: int, verb: int
) -> tuple[str, int, int]:
    """The name before "NAME, a historian, said" instead of the description after it."""
    kind, start, _ = source
    comma = start - 1
    described = kind == "unnamed" and comma > begin and tape[comma] == tape[verb - 1] == ","
    if not described or tape[comma - 1] not in grammar.name:
        return source
    first = comma
    while first > begin and tape[first - 1] in grammar.name:
        first -= 1
    return "person", first, comma


def _source(
    grammar: _Grammar, match: re.Match[str] | None, offset: int
) -> tuple[str, int, int] | None:
    if match is None:
        return None
    phrase, post = match[1], match[2] or ""
    kind = classify(grammar, phrase, post)
    if kind is None:
        return None
    end = match.end(2) if match[2] else match.end(1)
    if post.endswith(","):
        end -= 1
    if kind in ("person", "institution"):
        end = match.end(1)
    return kind, match.start(1) + offset, end + offset


def classify(grammar: _Grammar, phrase: str, post: str) -> str | None:
    """The kind of a source noun phrase (tape characters), or None where it is no source."""
    head, first = phrase[-1], phrase[0]
    whole = phrase + post
    names = [character in grammar.name for character in phrase]
    if grammar.not_named.search(whole) or grammar.hidden.search(whole):
        return "confidential"
    if head in grammar.confidential_noun:
        return "confidential"
    if head in grammar.speaker:
        return "institution"
    if head in grammar.name:
        article = first in grammar.det
        if article or (len(phrase) == 1 and head == "X"):
            return "institution"
        return "person"
    if head in grammar.role:
        if post and grammar.familiar.match(post):
            return "confidential"
        named = len(phrase) > 1 and names[-1]
        return "person" if named else "unnamed"
    if head in grammar.hearsay_noun and head not in grammar.institution:
        return "hearsay" if first not in grammar.definite else "document"
    if head in grammar.institution:
        return "institution"
    if head in grammar.office:
        return "institution" if first not in grammar.indefinite else "unnamed"
    if head in grammar.paper:
        return "document"
    if head in grammar.plural and len(phrase) <= 2 and not any(names) and not post:
        return "unnamed" if first not in grammar.possessive else None
    return None
