"""A Reading holds the input of the signals: a text, its tape, its cues, its attributions."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Sized
from functools import cached_property

import numpy as np

from credscore.attribution import UNASSERTED, Sources, find_attributions, sourced
from credscore.claim import CentralClaims, ContentWords, find_claims
from credscore.errors import InputError, number_of
from credscore.evidence import SOURCE_KINDS, Statement
from credscore.lexicon import Cues, Lexicon, write_tape
from credscore.lexicon import shipped as shipped_lexicon
from credscore.patterns import Rows
from credscore.text import Text


class Reading:
    """An article read once, or several read together. Positions are token indexes, ends exclusive.

    `text` holds the tokens; `tape` has a character for each, `codes` the same as numbers (Tape).
    `rows(signal)` are the cues of a signal's lexicon in text order, as rows of findings.
    `findings(rows)` gives rows their words. `sentence(position)` is the sentence around a token.

    Raises InputError if a text or a title is not a string.

    >>> reading = Reading("Two officials said it sank.")
    >>> [statement.kind for statement in reading.attributions]
    ['unnamed']
    """

    def __init__(self, text: str, title: str | None = None) -> None:
        self._read([text], [title])

    @classmethod
    def together(cls, texts: Sequence[str], titles: Sequence[str | None]) -> "Reading":
        """One reading of one or more articles, with one title for each (None: no title)."""
        reading = cls.__new__(cls)
        reading._read(texts, titles)
        return reading

    def _read(self, texts: Sequence[str], titles: Sequence[str | None]) -> None:
        for text, title in zip(texts, titles, strict=True):
            require_texts(text, title)
        self.lexicon: Lexicon = shipped_lexicon()
        self.text = Text(texts, titles)
        self._tape = write_tape(self.text, self.lexicon)
        self.codes, self.tape = self._tape
        self._cues = Cues(self._tape, self.text, self.lexicon)
        self.rows, self.findings = self._cues.rows_of, self.lexicon.table.findings
        self.sentence = self.text.sentence
        self._quotation_bounds = self.text.quotations.reshape(-1).data

    @cached_property
    def sources(self) -> Sources:
        return Sources(self._tape, self.text, self.lexicon)

    @cached_property
    def _statements(self) -> tuple[Rows, Rows]:
        """The statements that the text asserts, and those that it does not assert."""
        rows = find_attributions(self.sources, self.text, self._cues, "attribution")
        said = rows[:, 1] != self.lexicon.table.name_numbers[UNASSERTED]
        return rows.compress(said, axis=0), rows.compress(~said, axis=0)

    @property
    def statements(self) -> Rows:
        """Who is said to have said what; found once, used by several signals."""
        return self._statements[0]

    @cached_property
    def sourced(self) -> dict[str, Rows]:
        """The statements whose sources are evidence of each signal."""
        return sourced(self.statements, self.lexicon.table, self.text)

    @cached_property
    def attributions(self) -> tuple[Statement, ...]:
        return self.words_of(self.statements)

    @cached_property
    def attitudes(self) -> tuple[Statement, ...]:
        """What sources only feel, do or may say; no signal uses it."""
        felt = find_attributions(self.sources, self.text, self._cues, "attitude")
        return self.words_of(self._statements[1]) + self.words_of(felt)

    def words_of(self, rows: Rows) -> tuple[Statement, ...]:
        """Rows of statements with their words."""
        names, statements = self.lexicon.table.names, rows.tolist()
        return tuple(Statement(SOURCE_KINDS[k], names[cue], *at) for k, cue, *at in statements)

    @cached_property
    def content_words(self) -> ContentWords:
        return ContentWords(self.text, self.codes, self.lexicon)

    @cached_property
    def claims(self) -> CentralClaims:
        """The central claim of each article."""
        return find_claims(self.content_words, np.arange(len(self.text.body_starts)))

    def quotation(self, position: int) -> tuple[int, int] | None:
        """The tokens of the quotation around a token, with its marks; None if there is none."""
        at = bisect_right(self._quotation_bounds, position)
        bounds = self._quotation_bounds
        return (bounds[at - 1], bounds[at]) if at % 2 else None

    def in_quote(self, position: int) -> bool:
        """Whether a token stands inside quotation marks."""
        return bisect_right(self._quotation_bounds, position) % 2 == 1


def require_texts(text: object, title: object = None) -> None:
    """Raise InputError if a text is not a string, or a title neither a string nor None."""
    if isinstance(text, str) and (title is None or isinstance(title, str)):
        return
    for name, value in (("text", text), ("title", "" if title is None else title)):
        if not isinstance(value, str):
            hint = " Decode bytes first." if isinstance(value, bytes | bytearray) else ""
            raise InputError(f"{name} must be a str, got {type(value).__name__}.{hint}")


def is_many(values: object) -> bool:
    """Whether values can be iterated, which one string and an array without dimensions can't."""
    single = isinstance(values, str | bytes) or getattr(values, "ndim", 1) == 0
    return isinstance(values, Iterable) and not single


def require_many(texts: object, titles: object = None) -> None:
    """Raise InputError if texts or titles are no iterables of strings, or titles are too many.

    Iterators have no length: it is not known whether they are too many.
    """
    for name, values in (("texts", texts), ("titles", () if titles is None else titles)):
        if not is_many(values):
            raise InputError(f"{name} must be an iterable of str, got one {type(values).__name__}.")
        if isinstance(values, Mapping) or hasattr(values, "columns"):
            kind = type(values).__name__
            raise InputError(f"{name} must be an iterable of str, got a {kind}: name its column.")
    if isinstance(titles, Sized) and isinstance(texts, Sized) and len(titles) > len(texts):
        raise InputError(
            f"{len(titles):,} titles are more than {number_of(len(texts), 'text')}. Give each text "
            "its title, or None."
        )
