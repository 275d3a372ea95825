"""The word forms that an entry of a lexicon stands for: `deny~`, `photo%`, `tipster`."""

import functools
import re

from credscore.text import read_table

_has_one_syllable = re.compile(r"(?:^|-)(?:[^aeiou-]|qu)*[aeiou][^aeiouwxy]$").search
_ends_in_y = re.compile(r"[^aeiou]y$").search
_ends_in_o = re.compile(r"[^aeiou]o$").search
_ends_in_c = re.compile(r"[aeiou]c$").search
_ends_in_l = re.compile(r"(?<![aeo])[aeiou]l$").search
_keeps_e = re.compile(r"[eoy]e$").search
_ends_in_sibilant = re.compile(r"(s|sh|(?<![girn]ar)ch|x|z)$").search
_before_preposition = re.compile(r"-(?=(?:in|of|to)-)").split
_VERBS = read_table("patterns/verbs.toml")
_DOUBLES = frozenset(_VERBS["doubling"].split())
_PASTS = {verb: pasts for verb, *pasts in map(str.split, _VERBS["irregular"].split(","))}


def verb_forms(verb: str) -> list[str]:
    """All forms of a verb, in British and in American spelling.

    >>> verb_forms("deny"), verb_forms("admit")
    (['deny', 'denies', 'denied', 'denying'], ['admit', 'admits', 'admitted', 'admitting'])
    >>> verb_forms("label")
    ['label', 'labels', 'labeled', 'labeling', 'labelled', 'labelling']
    >>> verb_forms("give"), verb_forms("let")
    (['give', 'gives', 'giving', 'gave', 'given'], ['let', 'lets', 'letting'])
    """
    forms = _regular(verb)
    if verb not in _PASTS:
        return forms
    present = [form for form in forms[1:] if not form.endswith("ed")]
    return [verb, *present, *_PASTS[verb]]


def _regular(verb: str) -> list[str]:
    if _ends_in_y(verb):
        stem = verb[:-1]
        return [verb, f"{stem}ies", f"{stem}ied", f"{verb}ing"]
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{_without_e(verb)}ing"]
    third = f"{verb}es" if _ends_in_o(verb) else _with_s(verb)
    return [verb, third, *(stem + ending for stem in _stems(verb) for ending in ("ed", "ing"))]


def _without_e(verb: str) -> str:
    """The stem of a verb in -e before -ing: `deriv`, `ly`, but `agree`, `dye`, `tiptoe`."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}y"
    return verb if _keeps_e(verb) else verb[:-1]


def _stems(verb: str) -> list[str]:
    """The stems to which -ed and -ing are added: `claim`, `grabb`, `panick`, `label`, `labell`."""
    if _ends_in_c(verb):
        return [f"{verb}k"]
    if verb in _DOUBLES or _has_one_syllable(verb):
        return [verb + verb[-1]]
    if _ends_in_l(verb):
        return [verb, f"{verb}l"]
    return [verb]


def noun_forms(noun: str) -> list[str]:
    """The singular and the regular plural of a noun.

    >>> noun_forms("agency"), noun_forms("photo"), noun_forms("son-in-law")
    (['agency', 'agencies'], ['photo', 'photos'], ['son-in-law', 'sons-in-law'])
    """
    head = _before_preposition(noun)[0]
    plural = f"{head[:-1]}ies" if _ends_in_y(head) else _with_s(head)
    return [noun, plural + noun[len(head) :]]


def _with_s(word: str) -> str:
    """A word with -s or -es: `claims`, `clashes`, `marches`, but `monarchs`."""
    return f"{word}es" if _ends_in_sibilant(word) else f"{word}s"


@functools.lru_cache(maxsize=8192)
def expand(word: str) -> tuple[str, ...]:
    """The forms of an entry: verb forms if it ends in ~, noun forms if it ends in %, else itself.

    >>> expand("deny~"), expand("photo%"), expand("Tip’s")
    (('deny', 'denies', 'denied', 'denying'), ('photo', 'photos'), ("tip's",))
    """
    word = word.lower().replace("’", "'")
    if word.endswith("~"):
        return tuple(verb_forms(word[:-1]))
    if word.endswith("%"):
        return tuple(noun_forms(word[:-1]))
    return (word,)
