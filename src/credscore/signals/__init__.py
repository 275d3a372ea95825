"""The findings of every signal; one file a signal."""

from credscore.signals._places import (
    ARTICLE,
    BODY_END,
    BODY_START,
    END,
    FIRST,
    IN_QUOTE,
    KIND,
    LAST,
    LEAD,
    LEAD_SENTENCES,
    QUOTED,
    REST,
    START,
    TITLE,
    TITLE_START,
    WORDS,
    ZONE,
)
from credscore.signals.composition import find, find_all
from credscore.signals.findings import ZONES, Findings, Floats, Ints
from credscore.signals.reading import Reading, require_many, require_texts

__all__ = [
    "ARTICLE",
    "BODY_END",
    "BODY_START",
    "END",
    "FIRST",
    "IN_QUOTE",
    "KIND",
    "LAST",
    "LEAD",
    "LEAD_SENTENCES",
    "QUOTED",
    "REST",
    "START",
    "TITLE",
    "TITLE_START",
    "WORDS",
    "ZONE",
    "ZONES",
    "Findings",
    "Floats",
    "Ints",
    "Reading",
    "find",
    "find_all",
    "require_many",
    "require_texts",
]
