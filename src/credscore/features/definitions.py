"""Defines the features: the named numbers that a model weighs.

`FEATURES` is the only table: name, label, signal, unit, definition and expected direction (+1
speaks for the claim, -1 against it, 0 either way). docs/reference/features.md is generated from it.
No feature depends on who speaks, on a country or on an outlet. Lengths and positions count words
and sentences. A name of several words counts as one word, so a longer name makes no longer text.
"""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from credscore.evidence import KINDS, SIGNALS, SOURCE_KINDS
from credscore.features.form_counts import VERBS
from credscore.signals import COUNTED, LEAD, LEAD_SENTENCES, REST, SIDE, TITLE

RATE, FLAG, SHARE = "root of pieces per 20 words", "0 or 1", "0 to 1"
STYLE = "style"
"""Stands for a signal with the features that are only the style of writing: they have no evidence,
and a model caps what they add up to."""
_ZONES = {"body": (LEAD, REST), "lead": (LEAD,), "title": (TITLE,),
          "all of the body": (LEAD, REST, SIDE)}  # fmt: skip


class Pieces(NamedTuple):
    """Evidence that is counted together: of one signal, of some kinds (none: all), in one zone.

    `where` is "body", "lead" (a part of the body) or "title". These zones hold only what concerns
    the claim. "all of the body" adds evidence on side matters.

    >>> Pieces("hedges", frozenset({"modal"})).holds("hedges", "modal", LEAD)
    True
    """

    signal: str
    kinds: frozenset[str] = frozenset()
    where: str = "body"

    def holds(self, signal: str, kind: str, zone: int) -> bool:
        """Whether a finding of this signal, kind and zone is one of them."""
        of_kind = not self.kinds or kind in self.kinds
        return signal == self.signal and of_kind and zone in _ZONES[self.where]

    def slots(self) -> list[int]:
        """The columns of Findings.counts that count them."""
        slots = ((signal, kind, zone) for signal, kind in KINDS for zone in COUNTED)
        return [slot for slot, of in enumerate(slots) if self.holds(*of)]


Counted = tuple[Pieces | str, ...]  # evidence, or names of form_counts.COUNTS


@dataclass(frozen=True, slots=True)
class Feature:
    """One number for each article: (sum of `counts` + `usual`) / (sum of `of` + `weight`).

    vector.py computes it. `label` is the name that people read. The feature rests on the evidence
    of its signal that is in the zone `where` and of one of `kinds` (none: all).
    """

    name: str
    label: str
    signal: str
    unit: str
    definition: str
    direction: int
    counts: Counted
    of: Counted = ()
    usual: float = 0.0
    weight: float = 0.0
    where: str = "body"
    kinds: frozenset[str] = frozenset()


_FORMS = {
    "body": ("rate", "rate of {}", RATE, "root of {} in the body over its words / 20 + 5"),
    "lead": (
        "lead", f"{{}} in the first {LEAD_SENTENCES} sentences", FLAG,
        f"the first {LEAD_SENTENCES} sentences hold {{}}",
    ),
    "title": ("title", "{} in the title", FLAG, "the title holds {}; missing without a title"),
}  # fmt: skip
"""By zone: the ending of the names of its features, their label, unit and definition."""


def _counted(
    where: str, name: str, signal: str, noun: str, way: int, kinds: str = "", form: str = ""
) -> Feature:
    """The pieces of evidence in a zone; for STYLE, the column of COUNTS with the feature's name."""
    ending, label, unit, definition = _FORMS[where]
    chosen = frozenset(kinds.split())
    return Feature(
        f"{name}_{ending}", label.format(noun), signal, unit, definition.format(noun), way,
        (f"{where} {form or name}" if signal == STYLE else Pieces(signal, chosen, where),),
        where=where, kinds=chosen,
    )  # fmt: skip


rate, lead, title = (partial(_counted, where) for where in _FORMS)
"""Pieces in the body, over its words; whether the lead or the title holds any."""


def _spoken(*verbs: str) -> Counted:
    """The features of attributions by classes of verbs."""
    return tuple(f"{verb} {kind}" for verb in verbs for kind in SOURCE_KINDS)


_ANONYMOUS, _DENIALS, _HEDGES, _NAMED, _SPECIFICS, _LOUD, _SECOND_HAND = (
    "anonymous_sources", "official_denials", "hedges", "named_sources", "specifics",
    "sensationalism", "second_hand",
)  # fmt: skip
_OUTRIGHT = "denials and statements that the claim is false"
_SPOKEN, _OF_ALL = _spoken(*VERBS), "of all attributions in the body"
_SOURCES = (Pieces(_ANONYMOUS), Pieces(_NAMED))
_SENTENCES = "sentences over all sentences of the body + 5"

FEATURES: tuple[Feature, ...] = (
    *(
        of_zone(signal.name, signal.name, signal.noun, signal.direction)
        for signal in SIGNALS
        for of_zone in (rate, lead, title)
    ),
    Feature(
        f"{_ANONYMOUS}_share", "unnamed among all sources", _ANONYMOUS, SHARE,
        "(unnamed sources + 1) / (unnamed + named sources + 2)", -1, (Pieces(_ANONYMOUS),),
        _SOURCES, usual=1.0, weight=2.0,
    ),
    Feature(
        f"{_ANONYMOUS}_confidential_share", "confidential among all sources", _ANONYMOUS, SHARE,
        "(confidential sources + 0.2) / (unnamed + named sources + 2)", -1,
        (Pieces(_ANONYMOUS, frozenset({"confidential"})),), _SOURCES, usual=0.2, weight=2.0,
        kinds=frozenset({"confidential"}),
    ),
    rate(f"{_ANONYMOUS}_hearsay", _ANONYMOUS, "reports without a human source", -1, "hearsay"),
    Feature(
        f"{_ANONYMOUS}_quoted_share", "quotations with an unnamed source", _ANONYMOUS, SHARE,
        f"quoting {_SENTENCES} that hold an unnamed source", -1,
        ("unnamed_quoted",), ("sentences",), weight=5.0,
    ),
    rate(f"{_DENIALS}_outright", _DENIALS, _OUTRIGHT, -1, "denial debunk"),
    title(f"{_DENIALS}_outright", _DENIALS, _OUTRIGHT, -1, "denial debunk"),
    lead(f"{_DENIALS}_party", _DENIALS, "denials by a party", -1, "denial"),
    lead(f"{_DENIALS}_debunk", _DENIALS, "statements that the claim is false", -1, "debunk"),
    rate(
        f"{_HEDGES}_distancing", _HEDGES, "distancing adverbs, adjectives, nouns and verbs", -1,
        "adverb adjective noun verb",
    ),
    Feature(
        f"{_HEDGES}_alone_share", "hedged sentences without a source", _HEDGES, SHARE,
        f"hedging {_SENTENCES} that attribute nothing", -1,
        ("hedged_alone",), ("sentences",), weight=5.0,
    ),
    Feature(
        f"{_NAMED}_log", "number of named sources", _NAMED, "log(1 + sources)",
        "natural logarithm of 1 + named sources in the body", +1, (Pieces(_NAMED),),
    ),
    Feature(
        "plain_speech_share", "statements told with say or said", _NAMED, SHARE,
        f"(attributions by say or said + 1.2) / 3 more than their number, {_OF_ALL}", +1,
        _spoken("plain_speech"), _SPOKEN, usual=0.4 * 3, weight=3.0,
    ),
    Feature(
        "claiming_share", "statements told with claim, allege or insist", _HEDGES, SHARE,
        f"(attributions by claim, allege, insist + 0.15) / 3 more than their number, {_OF_ALL}",
        -1, _spoken("claiming"), _SPOKEN, usual=0.05 * 3, weight=3.0, kinds=frozenset({"verb"}),
    ),
    Feature(
        "passing_on_share", "statements told with report", _SECOND_HAND, SHARE,
        f"(attributions by report + 0.15) / 3 more than their number, {_OF_ALL}", -1,
        _spoken("passing_on"), _SPOKEN, usual=0.05 * 3, weight=3.0, kinds=frozenset({"report"}),
    ),
    Feature(
        "same_speaker_rate", "rate of “he said”, “she said”", _NAMED, RATE,
        "root of plain say and said with a pronoun as source in the body over its words / 20 + 5",
        +1, ("plain_speech pronoun",),
    ),
    rate(f"{_SPECIFICS}_date", _SPECIFICS, "dates", +1, "date"),
    lead(f"{_SPECIFICS}_date", _SPECIFICS, "dates", +1, "date"),
    rate(f"{_SPECIFICS}_comparison", _SPECIFICS, "words that compare", +1, "comparison"),
    rate(f"{_SECOND_HAND}_talk", _SECOND_HAND, "words for other reports and posts", -1,
         "report post"),
    rate(
        f"{_SECOND_HAND}_retelling", _SECOND_HAND, "verbs that retell (stated, went on to)", -1,
        "retelling",
    ),
    rate(f"{_LOUD}_exclamation", _LOUD, "exclamation marks", -1, "exclamation"),
    rate(f"{_LOUD}_loaded", _LOUD, "loaded words", -1, "loaded"),
    rate(f"{_LOUD}_insistence", _LOUD, "words that insist (completely, truth)", -1, "insistence"),
    rate(f"{_LOUD}_deceit", _LOUD, "words that accuse of deceit (fake, plot)", -1, "deceit"),
    rate(
        f"{_LOUD}_disclosure", _LOUD, "words that sell a disclosure (reveals, exposed)", -1,
        "disclosure",
    ),
    rate("absolute", STYLE, "words that allow no exception (all, never, only)", -1),
    rate("pointing", STYLE, "words that point at the text (this, these, such)", -1),
    Feature(
        "present_share", "present among all tenses", STYLE, SHARE,
        "(present forms + 2) / (present + past forms + 4) of the commonest verbs in the body", -1,
        ("body present_form",), ("body present_form", "body past_form"), usual=2.0, weight=4.0,
    ),
    rate("ellipsis", STYLE, "ellipses", -1),
    rate("aside", STYLE, "brackets, semicolons and dashes between spaces", +1),
    title("present", STYLE, "is, are, have or says", -1, form="present_form"),
    title("shouted", STYLE, "nothing but capitals", -1),
    Feature(
        "length", "length of the text", STYLE, "log(1 + words)",
        "natural logarithm of 1 + words of the body, a name of several as one", +1,
        ("body length",),
    ),
)  # fmt: skip
NAMES: tuple[str, ...] = tuple(feature.name for feature in FEATURES)
_LABELS = {feature.name: feature.label for feature in FEATURES}


def label_of(name: str) -> str:
    """The label of a feature for people; the name itself if this version has no such feature.

    >>> label_of("official_denials_party_lead")
    'denials by a party in the first 3 sentences'
    """
    return _LABELS.get(name, name)
