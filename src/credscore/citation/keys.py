"""Names of outlets folded, so that one outlet has one key however it is written."""

import re
import unicodedata

from credscore.citation.known_names import folded_names, other_names

_DOMAIN = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.)*?([\w-]+)\.(?:(?:co|com|org|net|gov|ac)\.[a-z]{2}|[a-z]{2,5})"
    r"(?:[:/].*)?$"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_TAIL = re.compile(r"\s+(?:magazine|newspaper|online|website|digital)$")
_NO_LETTER = re.compile(r"[\W_]+")


def key_of(name: str) -> str:
    """A name folded for comparison: letters and digits, lower case, without accents.

    An article, the ending of a domain and what stands before its last part, and a last word such
    as "magazine" or "online" are left out; so is "news" behind a name that known_outlets.toml has
    without it ("BBC News" is "BBC", but "Lorwick News" is not "Lorwick"). A short list there joins
    names that share no letters ("AP"). What is no name gives "".

    >>> [key_of(name) for name in ("Daily Mail", "the Daily Mail", "www.dailymail.co.uk")]
    ['dailymail', 'dailymail', 'dailymail']
    >>> key_of("BBC News"), key_of("theguardian.com"), key_of("The Associated Press")
    ('bbc', 'guardian', 'ap')
    """
    folded = unicodedata.normalize("NFKD", name).casefold().strip()
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    domain = _DOMAIN.match(folded)
    if domain:
        folded = domain[1].removeprefix("the") or domain[1]
    else:
        folded = _TAIL.sub("", _ARTICLE.sub("", folded))
    key = _NO_LETTER.sub("", folded)
    short = key.removesuffix("news")
    if short in folded_names():
        key = short
    return other_names().get(key, key)
