"""Whether a text begins with its headline: a first line that is no sentence of a paragraph."""

import re
from itertools import islice

_LINES = re.compile(r"[^\n]*\S[^\n]*\n?")
_LONGEST = 200
"""Characters of the longest headline."""
_FEWEST, _MOST = 2, 25
"""Words of a headline."""
_PARAGRAPH = 10
"""Words of the shortest line that is a paragraph."""
_NEAR = 4
"""Lines among which the first paragraph stands; bylines and dates stand before it."""


def headline_end(text: str) -> int:
    r"""Where the headline of a text without a title ends; 0 if the text begins with none.

    A headline is a short line that does not end as a sentence does, before a paragraph. The lines
    of a wrapped paragraph are as long as each other, so the paragraph must be longer, or stand
    behind a blank line.

    >>> lead = "The council of Lorwick met on Monday and voted for the new bridge at last."
    >>> headline_end(f"Council votes for bridge\n{lead}"), headline_end(lead)
    (25, 0)
    """
    lines = list(islice(_LINES.finditer(text, 0, 8 * _LONGEST), _NEAR))
    if len(lines) < 2 or len(lines[0][0]) > _LONGEST:
        return 0
    headline, following = lines[0][0].strip(), lines[1:]
    if not _FEWEST <= len(headline.split()) <= _MOST or headline.rstrip("\"'”’")[-1:] in ".,;:…—–-":
        return 0
    paragraph = next((line for line in following if len(line[0].split()) >= _PARAGRAPH), None)
    if paragraph is None or paragraph[0].lstrip()[0].islower():
        return 0
    parted = paragraph is not following[0] or "\n" in text[lines[0].end() : paragraph.start()]
    return lines[0].end() if parted or 2 * len(paragraph[0]) >= 3 * len(headline) else 0
