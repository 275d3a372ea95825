"""Defines what is found in a text: findings count tokens, evidence counts characters."""

from credscore.evidence.catalogue import (
    ANONYMOUS,
    KIND_NUMBERS,
    KINDS,
    NAMED,
    OWN_CUES,
    SIGNALS,
    SOURCE_KINDS,
    SOURCES,
    legend,
)
from credscore.evidence.finding import Evidence, Finding, Statement
from credscore.evidence.source_sentences import (
    tell_all_sources,
    tell_named,
    tell_sources,
    tell_unnamed,
)
from credscore.evidence.wording import (
    BODY_NOUNS,
    DETERMINERS,
    Basis,
    counted,
    listed,
    number,
    opened,
)
