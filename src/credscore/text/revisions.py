"""Notes on what was changed in an article: "Correction: An earlier version of this story ..."."""

import re

STORY = r"(?:article|column|copy|headline|page|piece|post|posting|report|story)"
LABEL = (
    r"(?:corrections?(?:\s*(?:/|&|and)\s*clarifications?)?|clarifications?|editor[’']?s[’']?\s+note|"
    r"note|updated?|for\s+the\s+record)"
)
VERSION = r"an?\s+(?:(?:different|earlier|previous|prior)\s+)?version\s+of\s+"
CHANGED = (
    rf"this\s+{STORY}\s+(?:(?:was|has(?:\s+since)?\s+been)\s+"
    r"(?:amended|changed|clarified|corrected|edited|revised|updated)\b(?!\s+by\b)|"
    r"(?:erroneously|incorrectly|initially|mistakenly|originally|previously|wrongly)\s+"
    r"(?:described|gave|identified|implied|listed|named|referred|reported|said|stated)\b)"
)
OPENING = r"[^\w\"“‘’']{0,20}"
DATE_OF_NOTE = r"(?:\s*[,(][^\n:]{0,30})?:"
_NOTE = re.compile(
    rf"{OPENING}(?:(?:corrections?|clarifications?|editor[’']?s[’']?\s+note)\b[^\n:]{{0,30}}:"
    rf"(?=[^\n]*\b(?:this|the)\s+{STORY}\b)|{LABEL}{DATE_OF_NOTE}?\s*(?:{VERSION}|{CHANGED})|"
    rf"{CHANGED}|{VERSION}this\s+(?:\S+\s+)?{STORY}\b)",
    re.IGNORECASE,
)
_RETRACTS = re.compile(r"\b(?:debunk|fake|false|hoax|parod|retract|satir|untrue)", re.IGNORECASE)
_LONGEST = 500  # characters of a note
_OPENS = 40  # characters in which one of these stands
_ANY = ("orrection", "ORRECTION", "larification", "LARIFICATION", "ote", "OTE", "pdate", "PDATE",
        "ecord", "his ", "ersion")  # fmt: skip


def is_revision(line: str) -> bool:
    """Whether a paragraph tells what was changed in the article, and not that it is false.

    >>> is_revision("Correction: An earlier version of this story gave the wrong year.")
    True
    >>> is_revision("Correction: this story is a hoax."), is_revision("Update: the bridge is shut.")
    (False, False)
    """
    if not any(map(line[:_OPENS].__contains__, _ANY)) or len(line) > _LONGEST:
        return False
    return bool(_NOTE.match(line)) and not _RETRACTS.search(line)
