"""Finds citations: a name that has the form of an outlet, beside words that cite it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import numpy as np

from credscore.citation.keys import key_of
from credscore.citation.records import Citation, CitedKind
from credscore.citation.rules import rules
from credscore.evidence import Finding
from credscore.lexicon import find_cues, write_tape
from credscore.signals import Reading, require_texts
from credscore.text import Text

_HEAD = 40
"""Tokens at the beginning of a text in which a dateline stands."""
_GAP = 6
"""Tokens between the words that cite and the name: "told the local tabloid Kolvar Blik"."""
_BETWEEN = 3
"""Tokens between two names of a list."""
_DASHES, _LINE, _QUOTES = "-—", "\n", "“”\"'"


def citations(text: str, title: str | None = None) -> tuple[Citation, ...]:
    """The outlets, agencies, documents and posts that a text names as its sources.

    Those of the title come first, then in text order. It needs no model, and moves no score.

    Raises
    ------
    InputError
        If text or title is not a string.

    Examples
    --------
    >>> text = "LORWICK (Reuters) - It sank, the mayor wrote on Facebook, citing court documents."
    >>> [(cited.name, cited.kind) for cited in citations(text)]
    [('Reuters', 'agency'), ('Facebook', 'post'), ('court documents', 'document')]
    """
    require_texts(text, title)
    return citations_in(Text([text], [title]))[0]


def citations_in(text: Text | Reading) -> list[tuple[Citation, ...]]:
    """The citations of each article of a text, or of a reading: several that are read together.

    >>> texts = Text(["It sank, Reuters said.", "It sank."], [None, None])
    >>> [len(cited) for cited in citations_in(texts)]
    [1, 0]
    """
    text = text.text if isinstance(text, Reading) else text
    rows: list[list[Citation]] = [[] for _ in text.bodies]
    for article, _, cited in located(text):
        rows[article].append(cited)
    return [tuple(row) for row in rows]


def located(text: Text) -> Iterator[tuple[int, int, Citation]]:
    """The article, the first token and the record of every citation, in the order of tokens."""
    spans = sorted(_Search(text).found())
    starts = [start for start, *_ in spans]
    articles = np.searchsorted(text.title_starts - 1, starts, side="right") - 1
    for (start, end, kind, is_credit), article in zip(spans, articles.tolist(), strict=True):
        in_title, first, last, quote = text.passage(article, start, end)
        name = " ".join(quote.split())
        key, cited = key_of(name), cast("CitedKind", kind)
        if key:
            yield (
                article,
                start,
                Citation(name, key, cited, first, last, quote, in_title, is_credit),
            )


class _Search:
    """The citations of one text, as tokens."""

    def __init__(self, text: Text) -> None:
        self._text, lexicon = text, rules()
        tape = write_tape(text, lexicon)
        cues = find_cues(tape, text, lexicon)
        self._names, self._documents = cues.of("cited_names"), cues.of("cited_documents")
        before, after = cues.of("citing_before"), cues.of("citing_after")
        self._before = {cue.end for cue in before if cue.kind == "before"}
        self._on = {cue.end for cue in before if cue.kind == "on_platform"}
        self._after = {cue.start for cue in after if cue.kind == "after"}
        self._of = {cue.start for cue in after if cue.kind == "of_platform"}
        self._tape = tape.characters + _LINE
        self._first = set(text.sentence_starts.tolist())
        self._bodies = set(text.body_starts.tolist())
        characters = lexicon.characters
        self._name = characters("<name>")
        self._articles = characters("<article>") + characters("<the>")
        self._nouns = characters("<outlet_noun>") + characters("<own_noun>")
        self._between = self._articles + "&," + characters("and") + characters("or")
        self._fillers = (
            characters("<lower>") + characters("<press_kind>") + "'-," + characters("'s")
        )
        self._pictures = characters("<picture>")
        self._via = characters("via")
        self._crediting = ":(" + "".join(map(characters, ("via", "by", "courtesy", "of", "from")))
        self._conjunctions = "&" + characters("and") + characters("or")
        self._lone = characters("<never_alone>")
        self._weak = self._lone + "".join(
            characters(f"<{label}>") for label in ("outlet_word", "lone_outlet")
        )

    def found(self) -> Iterator[tuple[int, int, str, bool]]:
        """First token, end and kind of every citation, and whether it is a credit."""
        names = [self._trimmed(name) for name in self._names if self._is_name(name)]
        cited = [self._is_cited(name) for name in names]
        pairs = list(pairwise(range(len(names))))
        for first, second in (*pairs, *((b, a) for a, b in reversed(pairs))):
            cited[second] |= cited[first] and self._are_listed(names[first], names[second])
        for name, is_cited in zip(names, cited, strict=True):
            if is_cited:
                is_credit = name.kind != "post" and self._is_dateline(name.start, name.end)
                yield name.start, name.end, name.kind, is_credit
        for start, end in self._other_datelines():
            yield start, end, "outlet", True
        for cue in self._documents:
            yield cue.start, cue.end, "document", False

    def _trimmed(self, name: Finding) -> Finding:
        """A name without the bracket behind an account."""
        has_bracket = self._tape[name.end - 1] == ")"
        return name._replace(end=name.end - 1) if has_bracket else name

    def _is_name(self, name: Finding) -> bool:
        """Whether a match of the rules is the name of an outlet, or the word for a post."""
        start, end, tape = name.start, name.end, self._tape
        if name.cue in ("tweet", "domain"):
            return True
        if name.cue == "embedded":
            return tape[start - 1] == "(" or tape[end] != ")"
        if not any(self._text.capital[start:end]):
            return False
        if name.cue == "word" and tape[end] in self._name:
            return False  # "the Post Office"
        has_article, is_alone = tape[start - 1] in self._articles, end == start + 1
        if is_alone and tape[start] in self._weak:
            begins = start in self._first or tape[start - 1] in _QUOTES
            is_told = self._is_introduced(start) or (end in self._after and not begins)
            return tape[start] not in self._lone and (has_article or is_told)
        return not (name.cue == "apposition" and is_alone and has_article)

    def _is_cited(self, name: Finding) -> bool:
        start, end = name.start, name.end
        if name.kind == "post":
            return (
                name.cue not in ("platform", "letter")
                or start in self._on
                or self._is_introduced(start)
                or end in self._of
            )
        if self._is_picture_credit(start, end):
            return False
        return self._is_introduced(start) or end in self._after or self._is_dateline(start, end)

    def _is_introduced(self, start: int) -> bool:
        """Whether words that cite stand before a name, with an article or "the tabloid" between."""
        plain = noun = False
        for at in range(start, max(0, start - _GAP), -1):
            if at in self._before and (noun or not plain):
                return True
            before = self._tape[at - 1]
            if before in self._nouns:
                noun = True
            elif before in self._fillers:
                plain = True
            elif before not in self._articles and before not in _QUOTES:
                return False
        return False

    def _is_picture_credit(self, start: int, end: int) -> bool:
        """Whether a name is that of a picture's owner: "Photo by AFP", "(Kirill/Pool via AP)"."""
        tape, at = self._tape, start - 1
        while tape[at] in self._crediting:
            at -= 1
        is_bracket = tape[end] == ")" and tape[start - 1] in self._via
        return is_bracket or tape[at] in self._pictures or "/" in tape[start - 3 : end + 1]

    def _is_dateline(self, start: int, end: int) -> bool:
        """Whether a name is a label of what follows, or a credit behind it."""
        tape = self._tape
        if tape[start - 1] == "(" and tape[end] == ")":
            return tape[end + 1] in _DASHES
        ends_title = end + 1 in self._bodies  # the site's own name: "Ferry sinks - Kolvar Post"
        return tape[start - 1] in _DASHES and tape[end] == _LINE and not ends_title

    def _are_listed(self, cited: Finding, other: Finding) -> bool:
        """Whether a name stands in a list with one that is cited, "CNN and the Herald"."""
        if "post" in (cited.kind, other.kind):
            return False
        left, right = sorted((cited, other))
        between = self._tape[left.end : right.start]
        is_list = 0 < len(between) <= _BETWEEN and all(mark in self._between for mark in between)
        joins = self._conjunctions + ("," if other is left else "")
        return is_list and any(mark in joins for mark in between)

    def _other_datelines(self) -> Iterator[tuple[int, int]]:
        """Names of any form in brackets at the beginning, a dash behind them: "(WKRG) -"."""
        names = {name.start for name in self._names}
        for first, last in zip(self._text.body_starts, self._text.body_ends, strict=True):
            begin, limit = int(first), min(int(first) + _HEAD, int(last) - 3)
            for at in range(begin, limit):
                if self._tape[at] != "(" or at + 1 in names:
                    continue
                end = self._tape.find(")", at, at + 5)
                inner = self._tape[at + 1 : end]
                is_dateline = end > at + 1 and self._tape[end + 1] in _DASHES
                if is_dateline and all(mark in self._name for mark in inner):
                    yield at + 1, end
