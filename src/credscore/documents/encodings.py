"""Detects the encoding of a text whose file does not state it.

An English text has few letters that show its encoding: an apostrophe, a dash, a name.
charset-normalizer takes windows-1252 with so few letters for a Central European encoding. This
module asks instead whether each decoded sign can stand where it stands.
"""

import codecs
import re
from itertools import islice

from credscore.errors import InputTableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CONTROL = re.compile(rb"[\0-\x08]")
_FOREIGN = re.compile(r"[^\0-\x7f]")
_SEEN = 5000  # the most non-ASCII signs that are tested
_ODD_SHARE = 0.02
_WITHIN_WORDS = "’‘´–—…·\xad\xa0"
_NEVER_AFTER_LETTERS = "‚„‹«¡¿"
_NEVER = "\ufffdÿˆ˜¨¯¸¬¤ƒ∞≤≥∂∑∏π∫Ω√≈∆◊\uf8ff˘˙˚˝˛ˇ"


def find_encoding(sample: bytes) -> str:
    """The encoding of a text by its byte-order mark, its NULs or its letters; else UTF-8.

    A text that is no UTF-8 is windows-1252 or Mac Roman if hardly any sign would stand where it
    can't: a capital or a symbol within a word, or among similar letters.

    >>> find_encoding("He fled.".encode("utf-16")), find_encoding(b"He fled.")
    ('utf-16', 'utf-8')
    >>> find_encoding(b"It\\x92s over."), find_encoding(b"It\\xd5s over.")
    ('cp1252', 'mac_roman')
    """
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    pairs = len(sample) // 2
    halves = (sample[0::2], sample[1::2])
    for encoding, nuls, letters in (("utf-16-le", *halves[::-1]), ("utf-16-be", *halves)):
        if pairs > 3 and nuls.count(0) > 0.7 * pairs and not _CONTROL.search(letters):
            return encoding
    if sample.isascii() or _MULTIBYTE.search(sample):
        return "utf-8"
    for encoding in ("cp1252", "mac_roman"):
        text = sample.decode(encoding, "replace")
        places = (match.start() for match in islice(_FOREIGN.finditer(text), _SEEN))
        odd = [_is_odd(text[at - 1 : at], text[at], text[at + 1 : at + 2]) for at in places]
        if sum(odd) <= _ODD_SHARE * len(odd):
            return encoding
    return "utf-8"


def _is_odd(before: str, sign: str, after: str) -> bool:
    """Whether a non-ASCII sign can't stand between these two signs in a text in Latin letters."""
    if sign in _NEVER or (sign in _NEVER_AFTER_LETTERS and before.isalpha()):
        return True
    if sign in "£¥" and after.islower() and after not in "mbk":  # millions, billions, thousands
        return True
    if not sign.isalpha():
        return sign not in _WITHIN_WORDS and before.isalpha() and after.isalpha()
    if sign.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return True
    return all(letter.isalpha() and not letter.isascii() for letter in (before, after))


def encoding_of(sample: bytes, stated: str | None = None) -> str:
    """The codec of a text: that of the stated encoding, else the one that is found.

    UTF-16 without a byte-order mark has the order that its NULs show. Raises InputTableError if
    there is no such encoding, or no such order.

    >>> encoding_of("He fled.".encode("utf-16-be"), "UTF-16"), encoding_of(b"He fled.", "ascii")
    ('utf-16-be', 'utf-8')
    """
    detected = find_encoding(sample)
    if not stated:
        return detected
    try:
        name = codecs.lookup(stated).name
        bytes(4).decode(name, "surrogateescape")  # some are of bytes, such as base64, or of names
    except (LookupError, ValueError):  # ValueError: a NUL
        raise InputTableError(
            f"no encoding {stated!r}. Name one that Python knows, such as utf-8 or cp1252."
        ) from None
    if name in ("utf-16", "utf-32"):
        if not detected.startswith(name):
            raise InputTableError(f"no byte-order mark of {name}. State {name}-le or {name}-be.")
        return detected
    return "utf-8" if name in ("utf-8-sig", "ascii") else name
