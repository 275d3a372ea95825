"""Reads and validates one lexicons/*.toml.

A lexicon file holds:

    signal = "official_denials"          # or "" for shared classes
    source = "where the entries come from"

    [classes]                            # word classes; words may end in ~ (verb) or % (plural)
    deny = ["deny~", "refute~"]

    [capitalised]                        # classes of words that must be capitalised
    weekday = ["monday"]

    [beside_number]                      # the same, and a number must stand beside the word:
    month = ["may"]                      # "5 May" holds the month, not the modal

    [either]                             # words that keep their meaning even if they are
    body = ["ministry"]                  # capitalised inside a sentence

    [[rules]]
    name = "denied_report"               # the cue of its evidence
    kind = "denial"                      # "": a pseudo-trigger, which only blocks other rules
    patterns = ["<deny> <det>? <report>"]   # alternatives: see patterns/language.py
    hits = ["The minister [denied the report] today."]   # brackets: the evidence expected
    misses = ["He was denied bail."]

    [names]                              # words that are always names when capitalised
    given = ["will", "mark"]

Every word of every class and pattern gets two characters of the tape: one for its lower-case
form and one for its capitalised form. A capitalised word inside a sentence is a name: "May" is no
modal in "then May said". Classes under capitalised, beside_number or either are exempt.
"""

import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from credscore.errors import LexiconError
from credscore.evidence import SIGNALS

_KINDS = {signal.name: signal.kinds for signal in SIGNALS}


class RuleEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    kind: str
    patterns: tuple[str, ...] = Field(min_length=1)
    hits: tuple[str, ...] = Field(min_length=1)
    misses: tuple[str, ...] = Field(min_length=1)

    @property
    def pattern(self) -> str:
        return " | ".join(self.patterns)


class LexiconFile(BaseModel):
    """One lexicon file, validated."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    signal: str
    source: Annotated[str, Field(min_length=1)]
    classes: dict[str, tuple[str, ...]] = {}
    capitalised: dict[str, tuple[str, ...]] = {}
    beside_number: dict[str, tuple[str, ...]] = {}
    either: dict[str, tuple[str, ...]] = {}
    names: dict[str, tuple[str, ...]] = {}
    rules: tuple[RuleEntry, ...] = ()

    @model_validator(mode="after")
    def _kinds_are_in_the_catalogue(self) -> "LexiconFile":
        kinds = _KINDS.get(self.signal)  # other files, such as attribution.toml, have their own
        for rule in self.rules:
            if kinds is not None and rule.kind and rule.kind not in kinds:
                raise ValueError(
                    f"rule {rule.name}: kind {rule.kind!r} is not one of {self.signal}: choose "
                    f"from {', '.join(kinds)}, or add it to evidence/signals.toml"
                )
        return self


def read(name: str, content: str) -> LexiconFile:
    """Parse and validate one lexicon file.

    Raises LexiconError, with the name of the file, if it is not as described above.
    """
    try:
        return LexiconFile.model_validate(tomllib.loads(content))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise LexiconError(f"{name}: {error}") from None
