"""Where an article ends: before whose it is, who worked on it, where it appeared, what changed."""

import re

from credscore.text.characters import place_behind, visible, without_accents
from credscore.text.page_lines import BEFORE_NAMES, DATED, LEAST_ARTICLE
from credscore.text.revisions import CHANGED, DATE_OF_NOTE, LABEL, OPENING, STORY, VERSION

_NOTICE = re.compile(
    r"(?:\n|[.!?…\"”’)]\s)\s{0,20}(?:(?:copyright\s*)?(?:©|(?P<item>\(c\)))"
    r"(?=(?:\s*\S+\s){0,12}?\s*\S*(?:(?:19|20)\d\d|reserved))|"
    r"copyright\s+(?:19|20)\d\d,?\s+(?:by\s+)?(?-i:[A-Z])|all\s+rights\s+reserved\b)"
    r"(?:[^\n]|(?<![.!?])\n(?!\s*\n))*\s{0,20}\Z",
    re.IGNORECASE,
)
"""Whose a text is, at its end: "© 2024 Lorwick Herald. All rights reserved."."""
_LINE_END = r"\n(?!\s*\n)"  # no empty line
_SAID = rf"(?:[^\n.!?]|{_LINE_END}|[.!?](?![\"”’')]*\s))"  # no end of a sentence
_JOINING = (
    "additional|also|and|at|bureaus?|by|compiled|correspondents?|do|editing|editors?|for|from|in|"
    "journalists?|newsroom|of|on|reporters?|reporting|research|staff|the|to|with|writers?|"
    f"writing|{BEFORE_NAMES}"
)
_NAMES = (
    rf"(?-i:[A-Z])\S*(?:(?:[^\S\n]+|{_LINE_END})"
    rf"(?-i:[^\sa-z]\S*|[a-z]{{1,4}}[-'’]?[A-Z]\S*|(?:{_JOINING})[,.;:)]*)){{0,80}}?"
)
"""Names and what joins them in credits: a verb ends them."""
_CREDITS = re.compile(
    r"(?:\n|[.!?…\"”’)_]\s)[\W_]{0,20}(?:"
    rf"(?:with\s+|additional\s+){{0,2}}(?:reporting|writing|editing)\s+by\s+{_NAMES}|"
    rf"contributing:\s+{_NAMES}|{_NAMES}\s+(?:contributed|reported\s+from\s+{_NAMES})|"
    rf"(?-i:[A-Z])(?=[\s\S]{{2,200}}(?-i:contribut)){_SAID}{{2,200}}\bcontribut(?:ed|ing)\s+"
    rf"(?:to\s+th(?:is|e)\s+(?:report|stor|article)|reporting){_SAID}{{0,80}}|"
    rf"our\s+standards:\s+{_SAID}{{0,80}}|"
    rf"published\s+(?:in|on|by)\s+(?-i:[A-Z]){_SAID}{{0,60}}\d{{4}}|"
    rf"(?:follow|contact|e-?mail|send)\s+{_SAID}{{2,160}}@{_SAID}{{2,160}}|"
    rf"(?:sign\s+up|subscribe)\s+(?:for|to|here|now){_SAID}{{0,160}}|"
    rf"this\s+(?:story|article|post|report)\s+(?:was\s+|has\s+(?:since\s+)?been\s+)?(?:originally\s+|first\s+)?"
    rf"(?:appeared|published|corrected|updated|refiled){_SAID}{{0,160}})[.!)\]]{{0,2}}\s*\Z",
    re.IGNORECASE,
)
"""Who worked on a text, where it appeared, whom to follow: "(Editing by Anna Holm)"."""
_REVISION = re.compile(
    rf"(?:\n{OPENING}(?-i:C(?:orrection|larification)s?){DATE_OF_NOTE}|"
    rf"(?:\n|[.!?…\"”’)_]\s){OPENING}(?:(?-i:C(?:ORRECTION|LARIFICATION)S?){DATE_OF_NOTE}|"
    rf"{LABEL}\b(?:[^\n]|{_LINE_END}){{0,45}}?\b(?:"
    rf"{VERSION}(?:this|an?|the)\s+(?:\S+\s+)?{STORY}\b|{CHANGED})|"
    rf"{VERSION}this\s+(?:\S+\s+)?{STORY}\b|{CHANGED}))"
    r"(?:[^\n]|(?<![.!?])\n(?!\s*\n))*\s*\Z",
    re.IGNORECASE,
)
"""What was changed in a text: "Correction: An earlier version of this story said that ...".

Without a label it speaks of this text; "an earlier version of the report" may be a document.
"""
_STAMP = re.compile(
    r"(?:\n[^\S\n]*\n(?!\s)|(?:\n|[.!?…\"”’)_]\s)"
    r"(?=\W{0,3}(?:(?:first|last|originally)\s+)?(?:posted|published|updated)\b))"
    rf"{DATED}\s*\Z",
    re.IGNORECASE,
)
"""When a text was published, at its end: "Updated June 3, 2025"."""
_REVISED = (
    "ersion of", "ORRECT", "orrect", "LARIFI", "larifi", "mended", "hanged", "dited", "evised",
    "pdated", "ginally", "viously", "neously", "nitially", "istaken", "rongly",
)  # fmt: skip
_TOLD = re.compile(r"\b(?:said|says|told|denie[sd]|show(?:s|ed)|prove[sd]|false)\b")
"""Words of a story: no small print has them."""
_DONE = (
    "eporting", "iting", "ontribut", "eported from", "tandards:", "ublished", "@", "Sign",
    "ubscribe", "ppeared", "pdated", "orrected", "efiled",
)  # fmt: skip
_LONGEST_REVISION = 800  # characters
_DIGIT = re.compile(r"\d")
_BEHIND_DIGIT = 40  # characters behind the last digit of a date and time, at most
_LAST = 300  # characters at the end in which one of these stands
_OWNED = ("©", "(c)", "(C)", "opyr", "OPYR", "erved", "ERVED")  # one is in all of them
_FOOTER = 1500  # characters at the end of a text in which its small print is sought
_NOTICE_WORDS = 60  # of small print, at most


def end_of_article(text: str) -> int:
    """Where the small print begins that ends a text: whose it is, who worked on it, where to go.

    >>> body = 9 * "It was sold in May 1912. "
    >>> end_of_article(body + "(Reporting by Anna Holm; Editing by Bo Lind)") == len(body.rstrip())
    True
    """
    first = max(0, len(text) - _FOOTER)
    footer = without_accents(visible(text[first:]))
    size = whole = len(footer.rstrip())
    while True:
        shown = footer[:size]
        line = _notice(shown) or _credits(shown, first)
        if line and _TOLD.search(line[0]):
            line = None
        line = line or _revision(shown, first)
        if not line:
            return first + place_behind(text[first:], size) if size < whole else len(text)
        size = line.start() + 1


def _notice(footer: str) -> re.Match[str] | None:
    """The words at an end that say whose a text is; no last item of a list."""
    notice = _NOTICE.search(footer) if _ends_with_any(footer, _OWNED) else None
    if notice is None or len(notice[0].split()) > _NOTICE_WORDS:
        return None
    return None if notice["item"] and "(b)" in footer.lower() else notice


def _credits(footer: str, first: int) -> re.Match[str] | None:
    """A last sentence that says who worked on a text, if there is more of it."""
    begin = max(0, len(footer) - 2 * _LAST)
    line = _CREDITS.search(footer, begin) if _ends_with_any(footer, _DONE) else None
    return line if line and first + line.start() >= LEAST_ARTICLE else None


def _revision(footer: str, first: int) -> re.Match[str] | None:
    """A last sentence or line that says when a text was published, or what was changed in it."""
    begin = max(0, len(footer) - _LONGEST_REVISION)
    dated = _DIGIT.search(footer, len(footer) - _BEHIND_DIGIT)
    line = _STAMP.search(footer, max(begin, len(footer) - _LAST)) if dated else None
    if not line and any(map(footer[begin:].__contains__, _REVISED)):
        line = _REVISION.search(footer, begin)
    return line if line and first + line.start() >= LEAST_ARTICLE else None


def _ends_with_any(footer: str, words: tuple[str, ...]) -> bool:
    return any(map(footer[-_LAST:].__contains__, words))
