"""Computes the sourcing profiles and stances of articles from their findings, without a model."""

import functools
import re

import numpy as np

from credscore.evidence import BODY_NOUNS, DETERMINERS, KIND_NUMBERS, KINDS, SOURCE_KINDS
from credscore.features import Pieces, Sums
from credscore.lexicon import Lexicon
from credscore.patterns import character_class
from credscore.report.records import Profile, Stance
from credscore.signals import DENIALS, REST, TITLE, Bools, Findings, Floats, Reading
from credscore.text import WordTable

_DENIAL = KIND_NUMBERS["official_denials", "denial"]
_DEBUNK = KIND_NUMBERS["official_denials", "debunk"]
_NAMED = np.array([signal == "named_sources" for signal, _ in KINDS])
_INSTITUTION = KIND_NUMBERS["named_sources", "institution"]
_BODY_NOUNS = WordTable(dict.fromkeys(BODY_NOUNS, 1))
_DETERMINERS = WordTable(dict.fromkeys(DETERMINERS, 1))
_OTHERS = [SOURCE_KINDS.index(kind) for kind in ("pronoun", "document")]
_QUESTION = KIND_NUMBERS["sensationalism", "question"]
_NO_NAMES = ("hoax", "hoaxes", "myth", "myths", "nonsense", "satire")
"""Nouns for what is false that are nobody's name, with a capital either."""
_TOPICS = ("disinformation", "misinformation", "propaganda", "libel", "forgery", "forgeries")
"""Nouns for what is false that articles are about: campaigns, crimes."""
_NEAR = 60  # the first comma before a denial is searched in so many tokens
_ACQUITTALS = "<acquitting> <word>{0,4} of | <rule_out> out | not guilty"
"""Words by which a sentence clears somebody of what another one denies."""

_COLUMNS = (  # in the order of Profile
    ("named_sources", "person"), ("named_sources", "institution"),
    ("anonymous_sources", "unnamed"), ("anonymous_sources", "confidential"),
    ("anonymous_sources", "hearsay"),
    ("official_denials", "denial"), ("official_denials", "non_confirmation"),
    ("official_denials", "debunk"), ("unverifiable_media", "media"),
)  # fmt: skip
_COUNTED = Sums([
    *(Pieces(signal, frozenset({kind}), "all of the body").slots() for signal, kind in _COLUMNS),
    Pieces("hedges").slots(),
])  # fmt: skip


def profiles(findings: Findings) -> list[Profile]:
    """The profile of each article: to whom its statements are attributed, and what it doubts."""
    layout, rows = findings.layout, []
    counts = _COUNTED(findings.counts).tolist()
    columns = (
        layout.words.tolist(), layout.sentences.tolist(), counts, _named_sources(findings),
        findings.source_counts[:, _OTHERS].tolist(),
    )  # fmt: skip
    for words, sentences, (*counted, hedges), named, of_others in zip(*columns, strict=True):
        sources, others = counted[:5], counted[5:]
        total = sum(sources)
        shares = (number / total if total else None for number in sources)
        rate = 1000 * hedges / max(words, 1)
        values = words, sentences, total, *shares, *others, rate, named, *of_others
        rows.append(Profile._make(values))
    return rows


def _named_sources(findings: Findings) -> list[int]:
    """The number of different named people and institutions that speak in each body, by last name.

    Of institutions the word before it counts, too: "Harrow Council" and "Lorwick Council" are two,
    but "the Council" is one of them. "The mayor" is the person who has a name, and "the agency" the
    institution, if one has.
    """
    text, places = findings.reading.text, findings.places
    named = _NAMED[places.kinds] & (places.zones != TITLE)
    starts, last = places.starts[named], places.ends[named] - 1
    names = np.maximum.accumulate(np.where(text.capital, np.arange(len(text)), 0))[last]
    has_name = names >= starts + _DETERMINERS.of(text.hashes[starts])
    keys, articles = text.hashes[np.where(has_name, names, last)], places.articles[named]
    of_body = places.kinds[named] == _INSTITUTION
    bodies, people = (articles[has_name & of] for of in (of_body, ~of_body))
    has_body, has_person = (np.bincount(of, minlength=len(findings)) > 0 for of in (bodies, people))
    again = np.where(of_body, has_body[articles] & (_BODY_NOUNS.of(keys) > 0), has_person[articles])
    own = has_name | ~again
    of_two = of_body & has_name & (names > starts) & text.capital[names - 1]
    of_two &= _DETERMINERS.of(text.hashes[names - 1]) == 0
    columns = articles, keys, np.where(of_two, text.hashes[names - 1], 0)
    sources = {*zip(*(column[own].tolist() for column in columns), strict=True)}
    longer = {(of, key) for of, key, before in sources if before}
    counted = [of for of, key, before in sources if before or (of, key) not in longer]
    counts: list[int] = np.bincount(counted, minlength=len(findings)).tolist()
    return counts


Denials = tuple[Bools, Bools, Floats]


def denials(findings: Findings) -> Denials:
    """Whether each finding denies the claim, calls it false; what those of each article weigh.

    False claims that a body speaks of without a word for which they are ("a series of false
    claims") are no claim of its own.
    """
    places, of_claim = findings.places, findings.of_claim
    denies, debunks = of_claim & (places.kinds == _DENIAL), of_claim & (places.kinds == _DEBUNK)
    debunking, inside = debunks.nonzero()[0], places.zones != TITLE
    own = _general_claims(findings.reading.lexicon)
    for row in debunking[inside[debunking]].tolist():
        start, end = int(places.starts[row]), int(places.ends[row])
        debunks[row] = not own.match(findings.reading.tape, start - 1, end)
    ahead = places.zones != REST
    each = (denies & ahead) + debunks * (1.0 + (ahead & ~places.in_quote))
    weights: Floats = np.bincount(places.articles, each, len(findings)).astype(np.float64)
    return denies, debunks, weights


def stances(findings: Findings, denials: Denials) -> list[Stance]:
    """Whether each article relays its claim, reports that it is disputed, or debunks it.

    Only what concerns the claim counts. In the title or lead a denial counts 1 and a statement that
    the claim is false 2, or 1 in quotation marks; behind the lead the latter counts 1. An article
    that says once that the claim is false debunks it with 2, or if its title asks. So does one with
    1 if its title negates something in its own words, or its title or lead has another word for
    what is false. A party's denials alone dispute the claim, and so does a title that is
    somebody's: "No spy fled, says the ministry".
    """
    places, count, (denies, debunks, weights) = findings.places, len(findings), denials
    disputed = np.bincount(places.articles, denies, count) + weights > 0
    layout, asked = findings.layout, np.bincount(places.articles, places.kinds == _QUESTION, count)
    debunked = (np.bincount(places.articles, debunks, count) > 0) & ((asked > 0) | (weights > 1))
    for article in ((weights > 0) & ~debunked).nonzero()[0].tolist():
        start, end = int(layout.title_starts[article]), int(layout.lead_ends[article])
        debunked[article] = _is_negated(findings, article, start, end, own_words=True)
    both = zip(debunked.tolist(), disputed.tolist(), strict=True)
    return ["debunks" if false else "disputed" if denied else "relays" for false, denied in both]


def are_denied(findings: Findings, denials: Denials) -> list[bool]:
    """Whether the main clause that states the central claim of each article contests something.

    The features count its denial: the score is then about what it denies. So it is too if title or
    lead hold a denial, or the text a debunk, and the title that states the claim negates ("Bridge
    is not closed") or the claim has another word for what is false; and if it acquits somebody
    ("Cyclist cleared of doping") and the text holds any denial of the claim.
    """
    reading, claims, places = findings.reading, findings.reading.claims, findings.places
    denies, debunks, weights = denials
    contests = denies | debunks
    contested, acquits = places.starts[contests], reading.lexicon.compile(_ACQUITTALS)
    denied = [False] * len(findings)
    for article in set(places.articles[contests].tolist()):
        start, end = int(claims.starts[article]), int(claims.ends[article])
        inside = contested[slice(*contested.searchsorted([start, end]))].tolist()
        denied[article] = (
            not all(_is_in_passing(reading, start, token) for token in inside)
            or (weights[article] > 0 and _is_negated(findings, article, start, end))
            or bool(acquits.search(reading.tape, start, end))
        )
    return denied


def _is_negated(
    findings: Findings, article: int, start: int, end: int, *, own_words: bool = False
) -> bool:
    """Whether tokens of an article have a word for what is false, or a title's negation.

    Words of denials do not count. With `own_words` nor does a negation that the title attributes.
    """
    reading, places = findings.reading, findings.places
    body = int(findings.layout.body_starts[article])
    speaks, checks = map(reading.lexicon.compile, ("<speech_of_denial>", "<debunker>"))
    title = reading.tape, start, min(body, end)  # of somebody, but of none who checks reports?
    is_told = own_words and speaks.search(*title) and not checks.search(*title)
    own = slice(*findings.bounds[article : article + 2])
    of = (places.starts[own] < end) & DENIALS[places.kinds[own]]
    denials = reading.findings(findings.rows[own][of])
    for word in _negating(reading.lexicon).finditer(reading.tape, start, end):
        at = word.start()
        attributed = is_told or (own_words and reading.in_quote(at))
        if (word.lastgroup == "false" or (at < body and not attributed)) and not any(
            denial.start <= at < denial.end for denial in denials
        ):
            return True
    return False


def _is_in_passing(reading: Reading, start: int, token: int) -> bool:
    """Whether a denial in a sentence stands there by the way: "Mayor, who", "Mayor resigns,"."""
    before = reading.tape[token - 1]
    if before == ",":
        return start < token - 1 and "," not in reading.tape[max(start, token - _NEAR) : token - 1]
    return token > start and before in reading.lexicon.characters("<relative>")


@functools.lru_cache(maxsize=4)
def _general_claims(lexicon: Lexicon) -> re.Pattern[str]:
    """A word that tells of no one report, and false reports: "of false claims"."""
    telling = lexicon.characters("<det>") + lexicon.characters("<possessive>") + "\0"
    false, report = map(lexicon.characters, ("<false_adjective>", "<report_noun>"))
    telling, false, report = map(character_class, (telling, false, report))
    return re.compile(f"(?!{telling}).{false}(?:.{{0,3}}{report})", re.DOTALL)


@functools.lru_cache(maxsize=4)
def _negating(lexicon: Lexicon) -> re.Pattern[str]:
    """Negations, and as a group words for what is false; possible names in lower case only."""
    vocabulary = lexicon.vocabulary
    capitals = {chr(vocabulary.code(word) + 1) for word in vocabulary.words}
    nouns = set(lexicon.characters("<false_noun>") + lexicon.characters("<plainly_false>"))
    nouns -= capitals - set("".join(map(lexicon.characters, _NO_NAMES)))
    nouns -= set("".join(map(lexicon.characters, _TOPICS)))
    nouns.update(lexicon.characters("<false_adjective>"))
    negations = character_class(lexicon.characters("<negation>"))
    false = character_class("".join(sorted(nouns)))
    return re.compile(f"(?P<false>{false})|{negations}")
