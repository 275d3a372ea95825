"""Refusals to confirm: whether what is not answered is a question, a request or a report."""

from credscore.signals.denials.clause import Clause

_UNSAID = {"declined_comment": ("hypothetical", "possible", "requested")}
"""By cue the frames in which a refusal to answer has not come to pass."""


def is_unanswered(clause: Clause) -> bool:
    """Whether what is not answered is a question, a request or a report."""
    cue = clause.cue
    official = clause.follows("to_authority", cue.end)
    if clause.frame(cue.start) in _UNSAID.get(cue.cue, ("hypothetical",)) or (
        official and not clause.holds("commenting", cue.start, cue.end)
    ):
        return False
    if clause.holds("alone", cue.start, cue.end + 2):
        return False
    written = clause.before("writer") and not clause.reading.in_quote(cue.start)
    if written or (cue.cue == "stayed_silent" and clause.follows("own_saying", cue.end - 1)):
        return False
    if cue.cue == "declined_comment":
        own = clause.holds("own_name", max(clause.begin, cue.end - 3), cue.end + 4)
        return not (own or (clause.before("hidden") and clause.holds("name", cue.start, cue.end)))
    if cue.cue in ("no_response", "unable_to_say") and clause.follows("authentic", cue.end):
        return False
    if clause.follows("to_act", cue.end) and clause.holds("requested", cue.end - 1, cue.end):
        return False
    if cue.cue != "no_response":
        return True
    responds, stop = clause.find("responds", cue.start, cue.end + 2), cue.end + 12
    return responds is None or clause.holds("asked_for", responds.end(), min(clause.stop, stop))
