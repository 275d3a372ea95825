"""The sourcing profiles and stances of articles, from their findings: no model is asked."""

from credscore.evidence import KIND_NUMBERS
from credscore.features import Pieces, Sums
from credscore.report.records import Profile, Stance
from credscore.signals import REST, Findings

_DENIAL = KIND_NUMBERS["official_denials", "denial"]
_DEBUNK = KIND_NUMBERS["official_denials", "debunk"]

_COLUMNS = (  # in the order of Profile
    ("named_sources", "person"), ("named_sources", "institution"),
    ("anonymous_sources", "unnamed"), ("anonymous_sources", "confidential"),
    ("anonymous_sources", "hearsay"),
    ("official_denials", "denial"), ("official_denials", "non_confirmation"),
    ("official_denials", "debunk"), ("unverifiable_media", "media"),
)  # fmt: skip
_COUNTED = Sums([
    *(Pieces(signal, frozenset({kind})).slots() for signal, kind in _COLUMNS),
    Pieces("hedges").slots(),
])  # fmt: skip


def profiles(findings: Findings) -> list[Profile]:
    """The profile of each article: who its statements are attributed to, and what it doubts.

    >>> from credscore.signals import find
    >>> (profile,) = profiles(find(["Two officials said it sank."], [None]))
    >>> profile.attributed, profile.unnamed_share
    (1, 1.0)
    """
    layout = findings.layout
    words = layout.words.tolist()
    sentences = layout.sentences.tolist()
    counted = _COUNTED(findings.counts).tolist()
    rows = []
    for count, of, (*numbers, hedges) in zip(words, sentences, counted, strict=True):
        sources, others = numbers[:5], numbers[5:]
        total = sum(sources)
        shares = (number / total if total else None for number in sources)
        rate = 1000 * hedges / max(count, 1)
        rows.append(Profile._make((count, of, total, *shares, *others, rate)))
    return rows


def stances(findings: Findings) -> list[Stance]:
    """Whether each article relays its claim, reports that it is disputed, or debunks it.

    It debunks the claim if it says in its title or lead, outside quotation marks, that the claim
    is false, or says so twice; a denial, or a quotation, in its title or lead counts as once.

    >>> from credscore.signals import find
    >>> stances(find(["The firm denied the report."], [None]))
    ['disputed']
    """
    places = findings.places
    chosen = ((places.kinds == _DENIAL) | (places.kinds == _DEBUNK)).nonzero()[0]
    columns = places.kinds, places.articles, places.zones, places.in_quote
    disputed, weights = [False] * len(findings), [0] * len(findings)
    for kind, article, zone, quoted in zip(
        *(column[chosen].tolist() for column in columns), strict=True
    ):
        if kind == _DENIAL:
            disputed[article] = True
            weights[article] += zone != REST
        else:
            weights[article] += (zone != REST) + (not quoted)
    return [
        "debunks" if weight > 1 else "disputed" if weight or denied else "relays"
        for weight, denied in zip(weights, disputed, strict=True)
    ]
