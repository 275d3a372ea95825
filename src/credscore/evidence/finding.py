"""What is found in a text, by its tokens: evidence, and who is said to have said something."""


class Finding:
    """Tokens start (inclusive) to end (exclusive) that speak for a signal, and by which cue.

    They come in the order of these five.

    >>> Finding(1, 2, "hedges", "modal", "may") < Finding(1, 3, "hedges", "modal", "might")
    True
    """

    def __init__(self, start: int, end: int, signal: str, kind: str, cue: str) -> None:
        self.start, self.end = start, end
        self.signal, self.kind, self.cue = signal, kind, cue

    def precedes(self, other: "Finding") -> bool:
        """Whether it comes before another in the order of a text."""
        if self.start != other.start:
            return self.start < other.start
        if self.end != other.end:
            return self.end < other.end
        return (self.signal, self.kind, self.cue) < (other.signal, other.kind, other.cue)

    def __lt__(self, other: "Finding") -> bool:
        return self.precedes(other)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.signal, self.kind, self.cue))

    def __repr__(self) -> str:
        return f"Finding({self.start}, {self.end}, {self.signal!r}, {self.kind!r}, {self.cue!r})"


class Attribution:
    """One attributed statement; positions are token indexes, ends exclusive.

    `kind` is one of confidential, unnamed, hearsay, person, institution, document, pronoun.
    """

    def __init__(
        self, kind: str, cue: str, source_start: int, source_end: int, verb_start: int,
        verb_end: int,
    ) -> None:  # fmt: skip
        self.kind, self.cue = kind, cue
        self.source_start, self.source_end = source_start, source_end
        self.verb_start, self.verb_end = verb_start, verb_end
