"""Notes on what was changed in an article: "Correction: An earlier version of this story ..."."""

import re

from credscore.text.toml_tables import PAGE_FORMS

_NOTE = PAGE_FORMS.pattern("{note_lead}(?:{notes_before}|{changes})", r"\s", flags=re.IGNORECASE)
_RETRACTS = re.compile(r"\b(?:debunk|fake|false|hoax|parod|retract|satir|untrue)", re.IGNORECASE)
_SIGNS = PAGE_FORMS.signs["notes_before"]
_LONGEST = 500  # characters of a note
_OPENS = 40  # characters in which one of its signs stands


def is_revision(line: str) -> bool:
    """Whether a paragraph tells what was changed in the article, and not that it is false.

    >>> is_revision("Correction: An earlier version of this story gave the wrong year.")
    True
    >>> is_revision("Correction: this story is a hoax."), is_revision("Update: the bridge is shut.")
    (False, False)
    """
    if len(line) > _LONGEST or not any(map(line[:_OPENS].__contains__, _SIGNS)):
        return False
    return bool(_NOTE().match(line)) and not _RETRACTS.search(line)
