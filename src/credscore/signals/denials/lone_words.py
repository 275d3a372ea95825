"""Lone words that judge a report ("False.", "Reports of a fire untrue")."""

from bisect import bisect_right

from credscore.signals.denials.clause import NEAR, Clause
from credscore.signals.denials.meaning import opens


def is_verdict(clause: Clause) -> bool:
    """Whether a lone word, as "False", or what a title attributes, judges a report.

    It is no answer of a quiz, and a title is an answer if anything was alleged.
    """
    end = clause.cue.end
    if clause.cue.cue == "title_not":
        stop = min(_body_end(clause), clause.stop + NEAR)
        return _is_in_title(clause) and clause.holds("accusation", clause.begin, stop)
    ends = end == clause.stop or clause.reading.tape[end] in ".!:\n)]"
    if opens(clause) and (ends or clause.follows("said_after", end)):
        return not clause.before("posed")
    return is_headline(clause)


def is_headline(clause: Clause) -> bool:
    """Whether a lone word is what a title says of a report, as in "Reports of a fire untrue"."""
    start, end = clause.cue.start, clause.cue.end
    ends = end == clause.stop or clause.reading.tape[end] in ",;:!\n"
    return (
        ends
        and _is_in_title(clause)
        and clause.holds("accusation", clause.begin, start)
        and not clause.before("unfinished_phrase")
        and not clause.follows("laughable", start)
    )


def _is_in_title(clause: Clause) -> bool:
    """Whether the cue stands in the title of its article."""
    text, at = clause.reading.text, clause.cue.start
    return at < text.body_starts.data[bisect_right(text.title_starts.data, at) - 1]


def _body_end(clause: Clause) -> int:
    text = clause.reading.text
    return text.body_ends.data[bisect_right(text.title_starts.data, clause.cue.start) - 1]
