"""The sentence of a reason: what was found of a signal, or was not, in words for readers.

A new signal is a function here and a row of `_SENTENCES`; without them it is told plainly.
"""

import re
from collections.abc import Callable

from credscore.evidence import (
    ANONYMOUS,
    NAMED,
    SIGNALS,
    SOURCES,
    Found,
    counted,
    listed,
    number,
    opened,
)
from credscore.text import read_table

Groups = tuple[tuple[tuple[str, ...], str, str], ...]
_UNNAMED: Groups = (
    (("confidential", "unnamed"), "unnamed people", "unnamed people"),
    (("hearsay",), "hearsay", "hearsay"),
)
_NAMED: Groups = (
    (("person",), "a named person", "named people"),
    (("institution",), "an institution", "institutions"),
)
_ONE = re.compile(r"an? ")
_MANY = 6  # more pieces than these are few only for a long text
_QUOTED = ("loaded", "deceit", "insistence", "disclosure", "shouting", "question")
"""Kinds of sensationalism that are worth a quote."""
_CHECKED = ("date", "figure", "document", "place")
"""Kinds of specifics that can be checked; words that compare are told apart."""
_ABSENCES: dict[str, str] = read_table("report/absences.toml")
"""By signal what is told if it was not found, and that speaks for the claim."""
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


def sentence_of(signals: tuple[str, ...], found: Found) -> str | None:
    """The sentence of signals that make one reason; None if there is nothing to be told."""
    signal = signals[0]
    if signals == SOURCES:
        return _sources(found)
    if not found.size and signal in _ABSENCES:
        return _ABSENCES[signal] if found.is_for else None
    tell = _SENTENCES.get(signal)
    return tell(found) if tell else _plain(signal, found)


def _who(found: Found, groups: Groups) -> str:
    """On whom statements rest: those of the groups that were found, or all of them."""
    told = list[str]()
    if groups is _NAMED and all(map(found.count, NAMED)) and found.is_one(*NAMED):
        return "one named source"
    for kinds, one, many in groups:
        count = found.count(*kinds)
        is_one = groups is _NAMED and found.is_one(*kinds)
        if count:
            told.append(one if count == 1 else _ONE.sub("one ", one) if is_one else many)
    return " and ".join(told) or " or ".join(many for _, _, many in groups)


def _anonymous_sources(found: Found) -> str | None:
    if found.is_for:
        return _few_on(found, _UNNAMED)
    return _all_on(found, _UNNAMED) or _hardly_any(found)


def _named_sources(found: Found) -> str | None:
    return _all_on(found, _NAMED) if found.is_for else _few_on(found, _NAMED)


def _sources(found: Found) -> str | None:
    """Unnamed and named sources that speak the same way."""
    unnamed, named = found.count(*ANONYMOUS), found.count(*NAMED)
    if found.is_for:
        if not named:
            return _few_on(found, _UNNAMED)
        rest = f"on {_who(found, _NAMED)}{found.cues(*NAMED)}"
        if unnamed:
            return opened(f"{_rest(named, found.attributed)} {rest}.")
        return opened(f"{_rest(named)} {rest}; no unnamed source was found.")
    if not unnamed:
        return _hardly_any(found)
    opening = f"{_rest(unnamed)} on {_who(found, _UNNAMED)}{found.cues(*ANONYMOUS)}"
    few = f"{'only ' if 0 < named < unnamed else ''}{number(named) if named else 'none'}"
    return opened(f"{opening}, {few} on {_who(found, _NAMED)}.")


def _rest(count: int, of: int = 0) -> str:
    """How many statements rest on somebody, of so many if that is told."""
    if of > count:
        return f"{number(count)} of {number(of)} attributed statements rest{'s' * (count == 1)}"
    return counted(count, "statement rests", "statements rest")


def _all_on(found: Found, groups: Groups) -> str | None:
    """How many statements rest on somebody; nothing of none."""
    who = _who(found, groups)
    return opened(f"{_rest(found.size)} on {who}{found.cues()}.") if found.size else None


def _few_on(found: Found, groups: Groups) -> str | None:
    """That few statements, or none, rest on somebody; nothing of more than few."""
    count, who = found.size, _who(found, groups)
    if not count and groups is _UNNAMED:
        return "No unnamed source was found."
    if not count:
        of = f"Not one of {number(found.attributed)} attributed statements rests"
        return f"{of if found.attributed > 1 else 'No statement rests'} on {who}."
    sentence = opened(f"{_rest(count, found.attributed)} on {who}{found.cues()}")
    if count == 1 or 3 * count <= found.attributed:
        return f"Only {sentence[0].lower()}{sentence[1:]}."
    return None


def _hardly_any(found: Found) -> str:
    if not found.attributed:
        return "Nobody is introduced as a source."
    statements = counted(found.attributed, "statement is", "statements are")
    return f"Only {statements} attributed to anyone."


def _official_denials(found: Found) -> str | None:
    denials, false, missing = map(found.count, ("denial", "debunk", "non_confirmation"))
    parts = {
        "denial": counted(denials, "denial is reported", "denials are reported"),
        "debunk": f"{_report(false)} called false{_in_places(false)}",
        "non_confirmation": f"confirmation or comment is missing{_in_places(missing)}",
    }
    return _parts(found, parts)


def _unverifiable_media(found: Found) -> str | None:
    media, reports = found.count("media"), found.count("report")
    shown = "photos, videos or documents are"
    if media == 1:
        quote = found.cues("media")
        shown = next((f"{name} is" for name, word in _MEDIA if word.search(quote)), shown)
    parts = {
        "media": f"{shown} not verified{_in_places(media)}",
        "report": f"{_report(reports)} called unconfirmed{_in_places(reports)}",
    }
    return _parts(found, parts)


def _parts(found: Found, parts: dict[str, str]) -> str | None:
    """What was found of each kind, with two quotes in all."""
    if found.is_for:
        return None
    held = [kind for kind in parts if found.count(kind)]
    clauses = [
        parts[kind] + (found.cues(kind, most=2 if len(held) == 1 else 1) if place < 2 else "")
        for place, kind in enumerate(held)
    ]
    return f"{opened(listed(clauses))}."


def _report(count: int) -> str:
    return "a report is" if count == 1 else "reports are"


def _in_places(count: int) -> str:
    return "" if count == 1 else f" in {number(count)} places"


def _hedges(found: Found) -> str | None:
    count = found.size
    if not found.is_for:
        return opened(f"{counted(count, 'word')} of doubt{found.cues()}.")
    if count > _MANY:
        return f"Few words of doubt for so long a text: {number(count)}{found.cues()}."
    return f"Only {counted(count, 'word')} of doubt{found.cues()}."


def _specifics(found: Found) -> str | None:
    compared = found.count("comparison")
    compares = counted(compared, "word that measures or compares", "words that measure or compare")
    dates, quotes = found.count("date"), found.cues(*_CHECKED)
    counts = [(found.count(kind), kind) for kind in _CHECKED]
    details = [counted(count, kind) for count, kind in counts if count]
    if found.is_for:
        if not details:
            return opened(f"{compares}{found.cues()}.") if compared else None
        behind = f", and {compares}, as factual reports do" if compared else ""
        return opened(f"{listed(details)} that can be checked{quotes}{behind}.")
    if not details:
        only = f", only {compares}{found.cues()}" if compared else ""
        return f"No date, figure, document or place was found that can be checked{only}."
    if not dates:
        return f"No date was found, but {listed(details)} that can be checked{quotes}."
    early, all_over = (found.moves.get(f"specifics_date_{where}", 0) for where in ("lead", "rate"))
    if early < min(0, all_over):
        inside = f"{listed(details)} that can be checked{quotes}"
        return f"No date in the first sentences; in all {inside}."
    few = "Only one date" if dates == 1 else f"Few dates for so long a text: {number(dates)}"
    others = f", with {listed(details[1:])} that can be checked" if details[1:] else ""
    return f"{few}{others}{quotes}."


def _sensationalism(found: Found) -> str | None:
    kinds = {
        "loaded": ("loaded word",), "shouting": ("passage in capitals", "passages in capitals"),
        "exclamation": ("exclamation mark",), "question": ("questioning headline",),
        "insistence": ("word that insists", "words that insist"),
        "deceit": ("accusation of deceit", "accusations of deceit"),
        "disclosure": ("word that sells a disclosure", "words that sell a disclosure"),
    }  # fmt: skip
    words = listed([counted(count, *names) for count, names in found.named(kinds)])
    if found.is_for:
        little = "Little" if found.size > _MANY else "Hardly any"
        long = " for so long a text" if found.size > _MANY else ""
        return f"{little} loud wording{long}: {words}{found.cues(*_QUOTED)}."
    quoted = sum(found.evidence[place].in_quote for place in found.places)
    share = "" if 2 * quoted <= found.size else ", most of it" if quoted < found.size else ", all"
    said = f"{share} in quotation marks" if share else ""
    return f"Loud wording{said}: {words}{found.cues(*_QUOTED)}."


def _second_hand(found: Found) -> str | None:
    count, retold = found.size, found.count("retelling")
    if found.is_for:
        return None
    repeats = counted(count - retold, "passage repeats", "passages repeat")
    retells = f"{counted(retold, 'verb is', 'verbs are')} common where stories are retold"
    if retold == count:
        return opened(f"{retells}{found.cues()}.")
    if not retold:
        return opened(f"{repeats} other reports or posts{found.cues()}.")
    cues = found.cues("report", "post", most=1), found.cues("retelling", most=1)
    return opened(f"{repeats} other reports or posts{cues[0]}, and {retells}{cues[1]}.")


def _style(found: Found) -> str:
    """What of the style of writing speaks most, and which way."""
    habits = [
        _STYLE[name][move > 0]
        for name, move in sorted(found.moves.items(), key=lambda one: -abs(one[1]))
        if name in _STYLE and move and (move > 0) == found.is_for
    ]
    words = f": {'; '.join(habits[:_MOST_STYLE])}" if habits else ""
    kind = "true" if found.is_for else "false"
    return f"The style of writing is more often that of {kind} reports{words}."


def _plain(signal: str, found: Found) -> str:
    """Of any other signal: how many passages, that there is none, or which way it speaks."""
    name = signal.replace("_", " ")
    if found.size:
        return f"{opened(name)}: {counted(found.size, 'passage')}{found.cues()}."
    known = {row.name: row for row in SIGNALS}.get(signal)
    if known and (known.direction > 0) != found.is_for:
        return f"No {known.noun}."
    return f"The {name} of the text speaks {'for' if found.is_for else 'against'} the claim."


_SENTENCES: dict[str, Callable[[Found], str | None]] = {
    "anonymous_sources": _anonymous_sources,
    "named_sources": _named_sources,
    "official_denials": _official_denials,
    "unverifiable_media": _unverifiable_media,
    "hedges": _hedges,
    "specifics": _specifics,
    "sensationalism": _sensationalism,
    "second_hand": _second_hand,
    "style": _style,
}
