"""The findings of every signal; one file for each signal."""

from credscore.signals.findings import (
    COUNTED,
    DENIALS,
    LEAD,
    LEAD_SENTENCES,
    REST,
    SIDE,
    TITLE,
    ZONES,
    Findings,
    Layout,
    find,
    find_all,
)
from credscore.signals.reading import Reading, is_many, require_many, require_texts
from credscore.text import Bools, Floats, Ints
