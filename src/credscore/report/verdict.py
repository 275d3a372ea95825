"""Puts a score into words: the verdict, one sentence, and a summary.

Summary, terminal, pages and JSON all take their words from here.
"""

import math
from collections.abc import Sequence

from credscore.model import prior_log_odds
from credscore.report.caveats import CAVEATS, UNRELIABLE
from credscore.report.reasons import tells_absence
from credscore.report.records import Profile, Reason, Stance
from credscore.text import read_table

VERDICTS: dict[str, dict[str, str]] = read_table("report/verdicts.toml")
"""The verdicts by stance and name."""
_MANY, _MOST = 5, 0.75  # many named sources, and a large share of all attributed statements
_SEVERAL = 2  # with so many statements of named sources a text is not "hardly sourced"

MIXED = 0.405  # log-odds: scores from 0.40 to 0.60 at an even prior are mixed
NO_SCORE = "No score: "
_LACKS = ("too_short", "not_english", "no_attribution", "unusual", "truncated", "markup")
"""Caveats that say less of a text than its form does: a list has few words of any language."""
SENTENCE = (
    "Of 100 claims sourced like this one, {score} would be true (90 % interval: {low} to {high}), "
    "if {prior} of 100 are true to begin with."
)
"""What a score says; all figures are of 100."""
SENTENCE_WITHOUT_CLAIM = (
    "Of 100 texts sourced like this one, {score} would relay a true claim (90 % interval: {low} to "
    "{high}), if {prior} of 100 claims are true to begin with."
)
"""What a score says of a text whose claim can't be told."""
OF_THE_DENIED = "Its central claim is told by contesting it: the score is about what is contested."
MOST_REASONS = 6  # the most reasons in a summary: the weightiest


def verdict_of(
    stance: Stance, caveats: Sequence[str], log_odds: float, prior: float, profile: Profile
) -> str:
    """The verdict on the sourcing of a text, which no prior changes.

    >>> import credscore
    >>> profile = credscore.score("Two officials said it sank.").profile
    >>> verdict_of("disputed", (), -1.2, 0.5, profile)
    'Disputed and thinly sourced: treat as unconfirmed'
    >>> verdict_of("relays", ("too_short",), 0.1, 0.5, profile)
    'No score: the text has fewer than 50 words'
    """
    against = _unreliable(caveats)
    if against:
        return _no_score(against[0]).partition(";")[0].removesuffix(".")
    moved = log_odds - prior_log_odds(prior)
    named = (profile.named_share or 0.0) + (profile.institutional_share or 0.0)
    count = round(named * profile.attributed)
    if moved > MIXED:
        if "title_unsourced" in caveats and count:
            names = ["none_for_title"]
        elif named < 0.5:
            names = ["more_unnamed" if count >= _SEVERAL else "hardly"]
        else:
            is_one = count < _SEVERAL or profile.named_sources == 1
            names = ["single" if is_one else "high"]
    else:
        names = ["low" if moved < -MIXED else "middling"]
        if not count:
            names.insert(0, f"{names[-1]}_with_none")
        if named >= 0.5:
            names.insert(0, f"contested_{names[-1]}")
        if named >= _MOST and count >= _MANY:
            names.insert(0, f"{names[-1]}_with_many")
    words = VERDICTS[stance]
    return next(words[name] for name in names if name in words)


def score_sentence(
    score: float, interval: tuple[float, float], prior: float, *, has_claim: bool = True
) -> str:
    """What a score says of a claim; without `has_claim` of a text whose claim can't be told.

    >>> score_sentence(0.331, (0.2, 0.45), 0.5).split(", ")[1]
    'about 33 would be true (90 % interval: 20 to 45)'
    """
    low, high = interval
    about = of_100(score)
    return sentence_for(score, interval, has_claim=has_claim).format(
        score=f"about {about}" if about.isdigit() else about, low=of_100(low), high=of_100(high),
        prior=f"{100 * prior:.3g}",
    )  # fmt: skip


def sentence_for(score: float, interval: tuple[float, float], *, has_claim: bool = True) -> str:
    """The sentence of a score with places for its figures; it tells if a score is at a limit."""
    sentence = SENTENCE if has_claim else SENTENCE_WITHOUT_CLAIM
    for bound, way in zip(interval, ("lower", "higher"), strict=True):
        if math.isclose(bound, score) and not math.isclose(*interval):
            sentence += f" No text scores {way} than this."
    return sentence


def of_100(probability: float) -> str:
    """A probability as a number of 100; no claim is certainly true or false.

    >>> of_100(0.331), of_100(0.001), of_100(0.999)
    ('33', 'under 1', 'over 99')
    """
    if 0 < probability < 0.005:
        return "under 1"
    return "over 99" if 0.995 <= probability < 1 else str(round(100 * probability))


def summary(verdict: str, sentence: str, reasons: Sequence[Reason], caveats: Sequence[str]) -> str:
    """Verdict, score, reasons, caveats. Without a score: why, and what was found all the same.

    What is absent comes behind what was found.
    """
    against = _unreliable(caveats)
    opening = [_no_score(against[0])] if against else [f"{verdict}.", sentence]
    texts = [reason.text for reason in sorted(reasons[:MOST_REASONS], key=tells_absence)]
    if not against and not texts:
        texts = ["Nothing in its sourcing stands out."]
    return " ".join([*opening, *texts, *unstated(caveats)])


def unstated(caveats: Sequence[str]) -> list[str]:
    """The meanings of the caveats that the verdict does not state.

    >>> unstated(("too_short", "no_attribution"))
    ['Nobody is introduced as a source, named or unnamed.']
    """
    named = _unreliable(caveats)[:1]
    return [CAVEATS[caveat] for caveat in caveats if caveat not in named]


def _unreliable(caveats: Sequence[str]) -> list[str]:
    """The caveats that make a score unreliable; what a text is comes before what it lacks."""
    against = [caveat for caveat in caveats if caveat in UNRELIABLE]
    return sorted(against, key=_LACKS.__contains__)  # in the order of CAVEATS, but for these


def _no_score(caveat: str) -> str:
    meaning = CAVEATS[caveat].replace(": ", "; ")
    return f"{NO_SCORE}{meaning[0].lower()}{meaning[1:]}"
