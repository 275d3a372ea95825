"""On whom statements rest, in sentences: how many on named sources, how many on unnamed ones."""

import re

from credscore.evidence.catalogue import ANONYMOUS, NAMED
from credscore.evidence.wording import Basis, counted, listed, number, opened

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


def _who(basis: Basis, groups: Groups) -> str:
    """“named people and an institution”: the groups that were found; if none, all groups."""
    phrases = list[str]()
    if groups is _NAMED and all(map(basis.count, NAMED)) and basis.is_one(*NAMED):
        return "one named source"
    for kinds, single, many in groups:
        count = basis.count(*kinds)
        is_one = groups is _NAMED and basis.is_one(*kinds)
        if count:
            phrases.append(single if count == 1 else _ONE.sub("one ", single) if is_one else many)
    return " and ".join(phrases) or " or ".join(many for _, _, many in groups)


def tell_unnamed(basis: Basis) -> str | None:
    """Unnamed sources alone; None if there is nothing to be told."""
    if basis.is_for:
        return _few_on(basis, _UNNAMED)
    return _all_on(basis, _UNNAMED) or _hardly_any(basis)


def tell_named(basis: Basis) -> str | None:
    """Named sources alone; None if there is nothing to be told."""
    return _all_on(basis, _NAMED) if basis.is_for else _few_on(basis, _NAMED)


def tell_sources(basis: Basis) -> str | None:
    """Unnamed and named sources that speak the same way."""
    unnamed, named = basis.count(*ANONYMOUS), basis.count(*NAMED)
    if basis.is_for:
        if not named:
            return _few_on(basis, _UNNAMED)
        rest = f"on {_who(basis, _NAMED)}{basis.quotes(*NAMED)}{_others_too(basis)}"
        if unnamed:
            return opened(f"{_resting(named, basis.attributed)} {rest}.")
        return opened(f"{_resting(named)} {rest}; no unnamed source was found.")
    if not unnamed:
        return _hardly_any(basis)
    opening = f"{_resting(unnamed)} on {_who(basis, _UNNAMED)}{basis.quotes(*ANONYMOUS)}"
    few = f"{'only ' if 0 < named < unnamed else ''}{number(named) if named else 'none'}"
    return opened(f"{opening}, {few} on {_who(basis, _NAMED)}{_others_too(basis)}.")


def tell_all_sources(basis: Basis) -> str:
    """On whom statements rest, whichever way that speaks; there is at least one."""
    unnamed, named = basis.count(*ANONYMOUS), basis.count(*NAMED)
    on_unnamed = f"on {_who(basis, _UNNAMED)}{basis.quotes(*ANONYMOUS)}"
    if not named:
        return opened(
            f"{_resting(unnamed)} {on_unnamed}, none on {_who(basis, _NAMED)}{_others_too(basis)}."
        )
    others = f", {number(unnamed)} {on_unnamed}" if unnamed else ""
    none = "" if unnamed else "; no unnamed source was found"
    on_named = f"on {_who(basis, _NAMED)}{basis.quotes(*NAMED)}"
    return opened(f"{_resting(named)} {on_named}{others}{_others_too(basis)}{none}.")


def _resting(count: int, of: int = 0) -> str:
    """“two statements rest”; with `of`: “two of nine attributed statements rest”."""
    if of > count:
        return f"{number(count)} of {number(of)} attributed statements rest{'s' * (count == 1)}"
    return counted(count, "statement rests", "statements rest")


def _others(basis: Basis) -> list[tuple[int, str]]:
    """How many statements have a pronoun, or a document, as their source, and words for these."""
    pronouns = "a pronoun" if basis.pronouns == 1 else "pronouns"
    documents = "a document" if basis.documents == 1 else "documents"
    groups = (basis.pronouns, f"{pronouns} such as 'he' or 'she'"), (basis.documents, documents)
    return [(count, what) for count, what in groups if count]


def _others_too(basis: Basis) -> str:
    """“, two more on a document” behind what rests on people; "" if there are none."""
    return "".join(f", {number(count)} more on {what}" for count, what in _others(basis))


def _others_only(basis: Basis) -> str:
    """“; two statements rest on a document” if nothing rests on people; "" if there are none."""
    clauses = [f"{_resting(count)} on {what}" for count, what in _others(basis)]
    return f"; {listed(clauses)}" if clauses else ""


def _all_on(basis: Basis, groups: Groups) -> str | None:
    """“Two statements rest on named people (“Holm”).”; None if there are none."""
    if not basis.size:
        return None
    more = _others_too(basis) if groups is _NAMED else ""
    return opened(f"{_resting(basis.size)} on {_who(basis, groups)}{basis.quotes()}{more}.")


def _few_on(basis: Basis, groups: Groups) -> str | None:
    """“Only one statement rests on a named person.”; None if it is not only a few."""
    count, who, of = basis.size, _who(basis, groups), basis.attributed
    if not count and groups is _UNNAMED:
        return "No unnamed source was found."
    if groups is _UNNAMED:
        of += basis.pronouns + basis.documents
    more = _others_too(basis) if groups is _NAMED else ""
    if not count:
        none = f"Not one of {number(of)} attributed statements rests"
        return f"{none if of > 1 else 'No statement rests'} on {who}{_others_only(basis)}."
    sentence = opened(f"{_resting(count, of)} on {who}{basis.quotes()}{more}")
    if count == 1 or 3 * count <= of:
        return f"Only {sentence[0].lower()}{sentence[1:]}."
    return None


def _hardly_any(basis: Basis) -> str:
    """That few statements, or none, rest on anybody."""
    if basis.attributed:
        named = f"{_who(basis, _NAMED)}{basis.quotes(*NAMED)}"
        return f"Only {_resting(basis.attributed)} on {named}{_others_too(basis)}."
    return f"Nobody is introduced as a source{_others_only(basis)}."
