"""Whether a denial is background: its party has admitted the matter, or it tells who one is."""

from credscore.lexicon import Lexicon

_DENIED = (
    "( who | whom | which | that | after | before | having | despite | <pronoun> ) <pronoun>?"
    " ( had | first | initially | once | long | previously | <ly> | <also> ){0,3} <deny>"
)
_ADMITS = (
    "( admits | admitting | confess~ | concede~ | conceding | acknowledge~ | acknowledging |"
    " ( admit | admitted ) ( to? <ing> | to? ( <det> | <possessive> | <pronoun> ) | that |"
    " on <weekday> | having | taking ) )"
)
_WORDS = "admit~ | confess~ | concede~ | acknowledge~ | confirms | confirmed | accused"
"""One of these is in all of them."""
_BACKGROUND = (
    f"{_DENIED} <any>{{0,20}} ( {_ADMITS} | confirms | confirmed ( that | on ) )",
    f"{_ADMITS} <any>{{0,20}} {_DENIED}",
    "<deny> <any>{0,40} ( later | <ly> ) ( admit~ | confess~ | concede~ | acknowledge~ )",
    "( who | that ) <have>? <be> <also>? <ly> accused",
    "( <content> | <name> ) <ly> accused <any>{1,6} <turn_of_events>",
)
"""Over a sentence: "denied it but later admitted it", "a man falsely accused of theft wins"."""
_NEAR = 60  # tokens of its sentence to each side of a denial that are read, at most


def is_background(tape: str, lexicon: Lexicon, at: int, begin: int, stop: int) -> bool:
    """Whether the denial that begins at token `at` of the sentence from `begin` to `stop` is."""
    begin, stop = max(begin, at - _NEAR), min(stop, at + _NEAR)
    if not lexicon.compile(_WORDS).search(tape, begin, stop):
        return False
    matches = (lexicon.compile(each).search(tape, begin, stop) for each in _BACKGROUND)
    return any(match is not None and match.start() <= at < match.end() for match in matches)
