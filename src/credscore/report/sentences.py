"""Writes the sentence of a reason: what was found of a signal, or was not, in plain words.

A new signal needs a function here and a row of `_SENTENCES`; without them `_plain` describes it.
"""

import re
from collections.abc import Callable, Sequence

from credscore.evidence import (
    SIGNALS,
    SOURCES,
    Basis,
    counted,
    listed,
    number,
    opened,
    tell_named,
    tell_sources,
    tell_unnamed,
)
from credscore.text import read_table

_PLURAL = re.compile(r"\bwords\b")
_MANY = 6  # more pieces than these are few only for a long text
_QUOTED = ("loaded", "deceit", "insistence", "disclosure", "shouting", "question")
"""Kinds of sensationalism that are worth a quote."""
_CHECKED = ("date", "figure", "document", "place")
"""Kinds of specifics that can be checked; words that compare are told apart."""
ABSENCES: dict[str, str] = read_table("report/absences.toml")
"""By signal that speaks for the claim if it is absent or rare, what is told if it is absent."""
_MOST_STYLE = 2
_STYLE: dict[str, list[str]] = read_table("report/style.toml")
"""By feature of style what it means if it speaks against the claim, and for it."""
_MEDIA = (
    ("a video", re.compile(r"video|footage|clip", re.IGNORECASE)),
    ("a photo", re.compile(r"photo|image|picture|screenshot", re.IGNORECASE)),
    ("a recording", re.compile(r"audio|recording|tape", re.IGNORECASE)),
    ("a document", re.compile(r"document|letter|memo|email", re.IGNORECASE)),
    ("a post", re.compile(r"\bpost|tweet", re.IGNORECASE)),
)


def sentence_of(signals: tuple[str, ...], basis: Basis) -> str | None:
    """The sentence of the signals of one reason; None if there is nothing to say."""
    signal = signals[0]
    if signals == SOURCES:
        return tell_sources(basis)
    tell = _SENTENCES.get(signal)
    return tell(basis) if tell else _plain(signal, basis)


def absence_sentence(parts: Sequence[str]) -> str:
    """One sentence of all that is absent or rare.

    >>> absence_sentence(["no words of doubt", "no denial of the claim"])
    'No words of doubt and no denial of the claim were found.'
    """
    is_one = len(parts) == 1 and not _PLURAL.search(parts[0])
    return f"{opened(listed(parts))} {'was' if is_one else 'were'} found."


def absence_of(signal: str, basis: Basis) -> str | None:
    """That one of ABSENCES is absent or rare; None if it is neither."""
    if not basis.size:
        return ABSENCES[signal]
    if signal == "sensationalism":
        little = "little" if basis.size > _MANY else "hardly any"
        return f"{little} loud wording{_for_length(basis)}{basis.quotes(*_QUOTED)}"
    if signal == "hedges":
        words = counted(basis.size, "word")
        few = "few words" if basis.size > _MANY else f"only {words}"
        return f"{few} of doubt{_for_length(basis)}{basis.quotes()}"
    return None


def _for_length(basis: Basis) -> str:
    return " for so long a text" if basis.size > _MANY else ""


def _official_denials(basis: Basis) -> str | None:
    denials, false, missing = map(basis.count, ("denial", "debunk", "non_confirmation"))
    parts = {
        "denial": counted(denials, "denial is reported", "denials are reported"),
        "debunk": f"{_report(false)} called false{_in_places(false)}",
        "non_confirmation": f"confirmation or comment is missing{_in_places(missing)}",
    }
    return _parts(basis, parts)


def _unverifiable_media(basis: Basis) -> str | None:
    media, reports = basis.count("media"), basis.count("report")
    shown = "photos, videos or documents are"
    if media == 1:
        quote = basis.quotes("media")
        shown = next((f"{name} is" for name, word in _MEDIA if word.search(quote)), shown)
    parts = {
        "media": f"{shown} not verified{_in_places(media)}",
        "report": f"{_report(reports)} called unconfirmed{_in_places(reports)}",
    }
    return _parts(basis, parts)


def _parts(basis: Basis, parts: dict[str, str]) -> str | None:
    """What was found of each kind, with two quotes in all."""
    if not basis.size:
        return None
    held = [kind for kind in parts if basis.count(kind)]
    clauses = [
        parts[kind] + (basis.quotes(kind, most=2 if len(held) == 1 else 1) if index < 2 else "")
        for index, kind in enumerate(held)
    ]
    return f"{opened(listed(clauses))}."


def _report(count: int) -> str:
    return "a report is" if count == 1 else "reports are"


def _in_places(count: int) -> str:
    return "" if count == 1 else f" in {number(count)} places"


def _hedges(basis: Basis) -> str | None:
    words = counted(basis.size, "word")
    return opened(f"{words} of doubt{basis.quotes()}.") if basis.size else None


def _specifics(basis: Basis) -> str | None:
    """The details that a reader can check; each counts once, however often it is named."""
    compared = basis.count_different("comparison")
    compares = counted(compared, "word that measures or compares", "words that measure or compare")
    counts = {kind: count for kind in _CHECKED if (count := basis.count_different(kind))}
    most = 2 if len(counts) == 1 else 1
    details = [counted(count, of) + basis.quotes(of, most=most) for of, count in counts.items()]
    dates = counts.get("date", 0)
    if basis.is_for:
        if not details:
            return opened(f"{compares}{basis.quotes()}.") if compared else None
        behind = f", and {compares}, as factual reports do" if compared else ""
        return opened(f"{listed(details)} that can be checked{behind}.")
    if not details:
        only = f", only {compares}{basis.quotes()}" if compared else ""
        return f"No date, figure, document or place was found that can be checked{only}."
    if not dates:
        return f"No date was found, but {listed(details)} that can be checked."
    early, all_over = (basis.moves.get(f"specifics_date_{where}", 0) for where in ("lead", "rate"))
    if early < min(0, all_over):
        return f"No date in the first sentences; in all {listed(details)} that can be checked."
    few = "Only one date" if dates == 1 else f"Few dates for so long a text: {number(dates)}"
    others = f", with {listed(details[1:])} that can be checked" if details[1:] else ""
    return f"{few}{basis.quotes('date', most=most)}{others}."


def _sensationalism(basis: Basis) -> str | None:
    kinds = {
        "loaded": ("loaded word",), "shouting": ("passage in capitals", "passages in capitals"),
        "exclamation": ("exclamation mark",), "question": ("questioning headline",),
        "insistence": ("word that insists", "words that insist"),
        "deceit": ("accusation of deceit", "accusations of deceit"),
        "disclosure": ("word that sells a disclosure", "words that sell a disclosure"),
    }  # fmt: skip
    if basis.count("question") == basis.size:
        return "The headline asks a question."
    words = listed([counted(count, *names) for count, names in basis.with_nouns(kinds)])
    quoted = sum(basis.evidence[index].in_quote for index in basis.places)
    share = "" if 2 * quoted <= basis.size else ", most of it" if quoted < basis.size else ", all"
    said = f"{share} in quotation marks" if share else ""
    return f"Loud wording{said}: {words}{basis.quotes(*_QUOTED)}."


def _second_hand(basis: Basis) -> str | None:
    count, retold = basis.size, basis.count("retelling")
    if not count:
        return None
    repeats = counted(count - retold, "passage repeats", "passages repeat")
    retells = f"{counted(retold, 'verb is', 'verbs are')} common where stories are retold"
    if retold == count:
        return opened(f"{retells}{basis.quotes()}.")
    if not retold:
        return opened(f"{repeats} other reports or posts{basis.quotes()}.")
    quotes = basis.quotes("report", "post", most=1), basis.quotes("retelling", most=1)
    return opened(f"{repeats} other reports or posts{quotes[0]}, and {retells}{quotes[1]}.")


def _style(basis: Basis) -> str:
    """The part of the style of writing that speaks most, and in which direction."""
    habits = [
        _STYLE[name][move > 0]
        for name, move in sorted(basis.moves.items(), key=lambda pair: -abs(pair[1]))
        if name in _STYLE and move and (move > 0) == basis.is_for
    ]
    words = f": {'; '.join(habits[:_MOST_STYLE])}" if habits else ""
    kind = "true" if basis.is_for else "false"
    return f"The style of writing is more often that of {kind} reports{words}."


def _plain(signal: str, basis: Basis) -> str:
    """Any other signal: its number of passages, that there are none, or its direction."""
    name = signal.replace("_", " ")
    if basis.size:
        return f"{opened(name)}: {counted(basis.size, 'passage')}{basis.quotes()}."
    of_catalogue = {row.name: row for row in SIGNALS}.get(signal)
    if of_catalogue and (of_catalogue.direction > 0) != basis.is_for:
        return f"No {of_catalogue.noun}."
    return f"The {name} of the text speaks {'for' if basis.is_for else 'against'} the claim."


_SENTENCES: dict[str, Callable[[Basis], str | None]] = {
    "anonymous_sources": tell_unnamed,
    "named_sources": tell_named,
    "official_denials": _official_denials,
    "unverifiable_media": _unverifiable_media,
    "hedges": _hedges,
    "specifics": _specifics,
    "sensationalism": _sensationalism,
    "second_hand": _second_hand,
    "style": _style,
}
