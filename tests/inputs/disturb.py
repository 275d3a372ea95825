"""Ways in which a text is disturbed on its way, or dressed up by someone who wants a better score.

Every function takes a text and gives a text. `NEUTRAL` must leave a score as it is; `NOISE` may
move it, and benchmarks/stability/robustness.py says by how much; `GAMING` is what a writer may try.
What is random depends on the text alone, so that every run disturbs alike.
"""

import html
import random
import re
import textwrap
import unicodedata
from collections.abc import Callable

from credscore import extract

Change = Callable[[str], str]

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_WORD_END_QUOTE = re.compile(r'(^|[\s(\[—–-])"')


def straight_quotes(text: str) -> str:
    """Straight quotation marks and apostrophes instead of curly ones."""
    return text.translate(_STRAIGHT)


def curly_quotes(text: str) -> str:
    """Curly quotation marks and apostrophes instead of straight ones."""
    return _WORD_END_QUOTE.sub(r"\1“", text).replace('"', "”").replace("'", "’")


def en_dashes(text: str) -> str:
    """En dashes instead of em dashes."""
    return text.replace("—", "–")


def unicode_hyphens(text: str) -> str:
    """U+2010 inside words instead of the hyphen of the keyboard."""
    return re.sub(r"(?<=\w)-(?=\w)", "\u2010", text)


def double_spaces(text: str) -> str:
    """Two spaces between words."""
    return text.replace(" ", "  ")


def no_break_spaces(text: str) -> str:
    """No-break spaces between words."""
    return text.replace(" ", "\u00a0")


def tabs(text: str) -> str:
    """Tabs between words."""
    return text.replace(" ", "\t")


def windows_lines(text: str) -> str:
    """Lines that end in carriage return and line feed."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def wrapped(text: str) -> str:
    """Paragraphs of one line broken into lines of at most 72 characters."""
    return re.sub(
        r"(?<![^\n]\n)^[^\n]{73,}$(?!\n[^\n])",
        lambda line: textwrap.fill(
            line[0], 72, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
        ),
        text,
        flags=re.MULTILINE,
    )


def more_blank_lines(text: str) -> str:
    """Three blank lines between paragraphs."""
    return re.sub(r"\n\s*\n", "\n\n\n\n", text)


def trailing_spaces(text: str) -> str:
    """Spaces at the end of every line, and blank lines around the text."""
    return "\n" + text.replace("\n", "  \n") + "  \n\n"


def nfd(text: str) -> str:
    """Letters and accents apart (NFD)."""
    return unicodedata.normalize("NFD", text)


def nfc(text: str) -> str:
    """Letters and accents together (NFC)."""
    return unicodedata.normalize("NFC", text)


def byte_order_mark(text: str) -> str:
    """A byte order mark before the text."""
    return "\ufeff" + text


def soft_hyphens(text: str) -> str:
    """Soft hyphens inside long words."""
    return re.sub(r"\b(\w{4})(\w{4,})", "\\1\u00ad\\2", text)


def zero_width(text: str) -> str:
    """Zero-width spaces inside every word of four letters and more."""
    return re.sub(r"\b(\w{2})(\w{2,})", "\\1\u200b\\2", text)


NEUTRAL: dict[str, Change] = {
    change.__name__: change
    for change in (
        straight_quotes, curly_quotes, en_dashes, unicode_hyphens, double_spaces,
        no_break_spaces, tabs, windows_lines, wrapped, more_blank_lines, trailing_spaces, nfd, nfc,
        byte_order_mark, soft_hyphens, zero_width,
    )
}  # fmt: skip


def html_entities(text: str) -> str:
    """Quotation marks, apostrophes and ampersands as HTML entities, undecoded."""
    named = html.escape(text, quote=True)
    for mark, entity in (("“", "&ldquo;"), ("”", "&rdquo;"), ("’", "&rsquo;"), ("—", "&mdash;")):
        named = named.replace(mark, entity)
    return named


def ocr(text: str, share: float = 0.01) -> str:
    """One letter in a hundred read wrongly, doubled or lost."""
    generator = random.Random(text)
    wrong = {"l": "1", "o": "0", "e": "c", "m": "rn", "i": "l", "s": "5", "a": "o", "n": "u"}

    def letter(character: str) -> str:
        if not character.isalpha() or generator.random() > share:
            return character
        return generator.choice((wrong.get(character, "x"), character * 2, ""))

    return "".join(map(letter, text))


def drop_sentences(text: str, share: float = 0.1) -> str:
    """A tenth of the sentences left out."""
    generator = random.Random(text)
    sentences = re.split(r"(?<=[.!?])(\s+)", text)
    kept = [
        sentence + space
        for sentence, space in zip(sentences[::2], [*sentences[1::2], ""], strict=True)
        if generator.random() > share
    ]
    return "".join(kept) or text


def shuffle_paragraphs(text: str) -> str:
    """Paragraphs in another order."""
    paragraphs = re.split(r"\n+", text.strip())
    random.Random(text).shuffle(paragraphs)
    return "\n\n".join(paragraphs)


NOISE: dict[str, Change] = {
    change.__name__: change for change in (ocr, drop_sentences, shuffle_paragraphs, html_entities)
}


def append_named_source(text: str) -> str:
    """A named person who says nothing, ten times."""
    return text.rstrip() + " It is so, said John Smith on Monday." * 10


def append_figures(text: str) -> str:
    """Dates and figures that nobody asked for, ten times."""
    return text.rstrip() + " There were 14 people there on May 3, 2014." * 10


def delete_hedges(text: str) -> str:
    """All hedges cut out; what remains is said as a fact."""
    for item in reversed([e for e in extract(text) if e.signal == "hedges"]):
        text = text[: item.start].rstrip(" ") + text[item.end :]
    return text


def hide_allegedly(text: str) -> str:
    """Zero-width characters inside the distancing adverbs."""
    return re.sub(r"(alleg|report|suppos)(edly)", "\\1\u200b\u200d\\2", text)


def homoglyphs(text: str) -> str:
    """Cyrillic letters that look like Latin ones, inside hedges."""
    look = str.maketrans("aeopcy", "аеорсу")
    for item in reversed([e for e in extract(text) if e.signal == "hedges"]):
        text = text[: item.start] + item.quote.translate(look) + text[item.end :]
    return text


def spaced_letters(text: str) -> str:
    """The letters of hedges set apart."""
    for item in reversed([e for e in extract(text) if e.signal == "hedges"]):
        text = text[: item.start] + " ".join(item.quote) + text[item.end :]
    return text


def pad(text: str) -> str:
    """Thirty sentences of nothing."""
    return text.rstrip() + " The harbour is old and the water there is deep." * 30


def quote_everything(text: str) -> str:
    """Every paragraph in quotation marks."""
    return "\n".join(f"“{line}”" if line.strip() else line for line in text.split("\n"))


GAMING: dict[str, Change] = {
    change.__name__: change
    for change in (
        append_named_source, append_figures, delete_hedges, hide_allegedly, homoglyphs,
        spaced_letters, pad, quote_everything,
    )
}  # fmt: skip
