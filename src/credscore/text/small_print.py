"""Finds the small print that ends a text: rights, credits, first publication, corrections."""

import re

from credscore.text.characters import place_behind, visible, without_accents
from credscore.text.page_lines import LEAST_ARTICLE
from credscore.text.toml_tables import PAGE_FORMS

_FORMS = {
    kind: (most, PAGE_FORMS.pattern(form, r"\s", flags=re.IGNORECASE))
    for kind, most, form in (
        ("notices", 1500, r"{begun}\s{0,20}{notices}{to_the_end}\s{0,20}\Z"),
        ("credits", 600, r"{begun}[\W_]{0,20}{credits}[.!)\]]{0,2}\s*\Z"),
        ("owners", 600, r"{begun}[\W_]{0,20}{owners}[.!)\]]{0,2}\s*\Z"),
        ("contributors", 600, r"{begun}[\W_]{0,20}{contributors}[.!)\]]{0,2}\s*\Z"),
        ("changes", 800, r"{begun}{note_lead}(?:{changes}|{notes_behind}){to_the_end}\s*\Z"),
        ("corrections", 800, r"\n{note_lead}{corrections}{to_the_end}\s*\Z"),
        ("stamps", 300, r"{stamps}\s*\Z"),
        ("workers", 2000, r"\n[\W_]{0,20}{workers}\Z"),
        ("writers", 600, r"(?:\n|[_—]{2}\s)[\W_]{0,20}{writers}[.!)\]]{0,2}\s*\Z"),
    )
}
"""Small print by what it says: how many characters it has at most, and its form."""
_SIGNS = [(sign, kind) for kind in _FORMS for sign in PAGE_FORMS.signs.get(kind, ())]
_SIGNED = 800  # a sign of small print stands in the last characters
_DIGIT = re.compile(r"\d")
_BEHIND_DIGIT = 40  # the most characters behind the last digit of a stamp
_TOLD = re.compile(r"\b(?:said|says|told|denie[sd]|show(?:s|ed)|prove[sd]|false)\b")
"""Words of a story: only what tells of changes has them."""
_FREE = ("changes", "corrections", "workers")
_AND_MORE = "workers"  # what follows it belongs to the text
_FOOTER = 2000  # small print is searched for in the last characters
_NOTICE_WORDS = 60  # the most words of a notice


def end_of_article(text: str) -> int:
    """The offset where the small print at the end of a text begins: rights, credits, links.

    >>> body = 9 * "It was sold in May 1912. "
    >>> end_of_article(body + "(Reporting by Anna Holm; Editing by Bo Lind)") == len(body.rstrip())
    True
    """
    first = max(0, len(text) - _FOOTER)
    footer = visible(text[first:])
    size = whole = len(footer.rstrip())
    while (begin := _small_print(footer[:size], first)) is not None:
        size = begin
    return first + place_behind(text[first:], size) if size < whole else len(text)


def _small_print(footer: str, before: int) -> int | None:
    """The offset of the last small print in a footer that `before` characters precede."""
    size, last = len(footer), footer.rstrip()
    last = " ".join(last[max(0, last.rfind("\n\n"), len(last) - _SIGNED) :].split())
    kinds = ["stamps"] if _DIGIT.search(footer, size - _BEHIND_DIGIT) else []
    kinds += [kind for sign, kind in _SIGNS if sign in (footer if kind == _AND_MORE else last)]
    for kind in dict.fromkeys(kinds):
        most, form = _FORMS[kind]
        line = form().search(without_accents(footer[-most:]))
        if not line or (kind not in _FREE and _TOLD.search(line[0])):
            continue
        begin = max(0, size - most) + line.start()
        if _is_notice(line[0], footer) if kind == "notices" else before + begin >= LEAST_ARTICLE:
            return begin + 1
    return None


def _is_notice(words: str, footer: str) -> bool:
    """Whether the words say who owns a text, and are not the last item of a list."""
    is_item = "(c)" in words.lower() and "(b)" in footer.lower()
    return len(words.split()) <= _NOTICE_WORDS and not is_item
