"""The record of one citation."""

from dataclasses import dataclass
from typing import Literal

CitedKind = Literal["outlet", "agency", "document", "post"]
"""What is cited: a newspaper, site or broadcaster; a news agency; a written record; a post."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet, agency, document or post that a text names as the source of what it relays.

    `quote` is `text[start:end]`, or `title[start:end]` if `in_title`; offsets count characters,
    ends are exclusive. `name` is the quote on one line, `key` the name folded, by which the same
    outlet is found again (see `key_of`). `kind` is one of

    - agency: a news agency ("Reuters"), also as a dateline ("(AP) -");
    - outlet: a newspaper, magazine, site, broadcaster ("the Lorwick Herald", "kolvar.com");
    - document: a written record ("court documents", "a leaked memo"), named by its kind;
    - post: a platform on which something was posted, a tweet, an account ("@noravale").

    `is_credit` tells whether the whole text is credited to it: a dateline, or a line at the end.

    >>> import credscore
    >>> text = "Two officials told the Lorwick Herald that it sank."
    >>> (cited,) = credscore.citations(text)
    >>> cited.name, cited.key, cited.kind, text[cited.start : cited.end] == cited.quote
    ('Lorwick Herald', 'lorwickherald', 'outlet', True)
    """

    name: str
    key: str
    kind: CitedKind
    start: int
    end: int
    quote: str
    in_title: bool
    is_credit: bool = False
