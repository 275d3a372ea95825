"""Hedges: words of doubt whose clause leaves something open; see lexicons/hedges.toml.

A rule finds a word. This module reads the clause around modals and claims. "could" leaves nothing
open as an ability, a past possibility or advice; nor does "may" as a permission or a concession.
"claims" is a noun or a verb. It is no hedge if it is made to an insurer, or takes a thing.
"""

import re

import numpy as np

from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.clause import Clause, clauses
from credscore.signals.reading import Reading
from credscore.text import visible

_MODAL = re.compile(r"(?<!\w)May(?= (?:Have|Be|Not|Also|Never|Soon|Still|Yet|Face)(?!\w))")
"""If every word of a title has a capital, the next word tells the modal from month and name."""
_PAST = re.compile(r"\wed\b")
_AROUND = 120  # words of insurance are searched within so many tokens to each side of a claim
_HEADLINE = 16  # the most tokens of a title that are read for words of insurance
_REACH = 16  # the subject of a cue, and words that govern it, stand within so many tokens before


def _could_is_hedge(clause: Clause) -> bool:
    """Whether "could" leaves open whether something is or will be."""
    before, after = clause.has_before, clause.has_behind
    if (before("question") and after("inverted")) or clause.holds("unreal"):
        return False
    framed = clause.holds_before("doubt_frame")
    if after("undone"):
        open_past = framed or before("thing")
        return open_past and not (after("prevented") or clause.holds_behind("otherwise"))
    if before("settled"):
        return False
    if after("open") or (after("befall") and not before("thought")):
        return True
    if before("thought ruled") or (before("able") and not after("passive")):
        return False
    if before("somebody") and not before("object"):
        return before("framed")
    return framed or not clause.holds_before("past")


def _may_is_hedge(clause: Clause) -> bool:
    """Whether "may" or "might" leaves open whether something is or will be."""
    before, after = clause.has_before, clause.has_behind
    if after("general") and not clause.holds_before("doubt_frame"):
        return False
    granted = after("but") or (after("yet") and not clause.holds_before("doubt_frame"))
    if granted or before("granted") or clause.holds("unreal"):
        return False
    if (before("question") and after("inverted")) or (before("way") and not after("perfect")):
        return False
    if after("allowed") or (after("permitted") and clause.holds("law")):
        return before("person")
    return not (after("perfect") and clause.holds_behind("otherwise"))


def find(reading: Reading) -> Rows:
    """Every cue whose clause leaves something open, and modals in capitalised titles."""
    rows, text, table = reading.rows("hedges"), reading.text, reading.lexicon.table
    are_judged = (rows[:, 3:] == [table.name_numbers[cue] for cue in _JUDGED]).any(axis=1)
    judged = filter(None, map(_hedge_of, clauses(reading, "hedges", rows[are_judged], _REACH)))
    rows = np.concatenate([rows[~are_judged], table.rows(judged)])
    for title, border in zip(text.pieces[::2], text.title_starts - 1, strict=True):
        for match in _MODAL.finditer(title) if "May " in title else ():
            token = int(text.starts.searchsorted(text.starts[border] + 1 + match.start()))
            modal = Finding(token, token + 1, "hedges", "modal", "modal_in_title")
            rows = np.concatenate([rows, table.rows([modal])])
    return rows


def _hedge_of(clause: Clause) -> Finding | None:
    """The finding that a cue makes in its clause; None if it is no hedge."""
    counts = _MODALS.get(clause.cue.cue)
    if counts is None:
        return _claim_finding(clause)
    return clause.cue if counts(clause) else None


def _claim_finding(clause: Clause) -> Finding | None:
    """A claim with its kind, noun or verb; None if it is no hedge, as in insurance."""
    cue, text, before, after = clause.cue, clause.reading.text, clause.has_before, clause.has_behind
    if cue.kind == "verb" and _has_object(clause):
        return None
    word = visible(text.source[text.starts[cue.start] : text.ends[cue.start]]).lower()
    if word not in ("claim", "claims"):
        return cue
    if _is_insurance_claim(clause):
        return None
    if cue.kind == "noun":
        return cue._replace(kind="verb") if before("whom") and after("is") else cue
    if before("whom") or after("to_be"):
        return cue
    of_one = word == "claims" and before("teller")
    is_noun = (
        before("handled")
        or (before("ended") and after("end"))
        or (not of_one and before("counted doubted governed"))
    )
    return cue._replace(kind="noun") if is_noun else cue


def _has_object(clause: Clause) -> bool:
    """Whether somebody claims a thing: the verb has an object and no clause."""
    if not clause.has_behind("taken") or clause.has_behind("same") or clause.has_before("quoted"):
        return False
    close = clause.find("close", clause.end, clause.stop)
    stop, text = close.start() if close else clause.stop, clause.reading.text
    behind = text.source[text.ends[clause.end - 1] : text.ends[stop - 1]]
    return not (clause.holds("verbal", clause.end, stop) or _PAST.search(visible(behind)))


def _is_insurance_claim(clause: Clause) -> bool:
    """Whether a claim is made to an insurer: the words around it are about insurance."""
    if clause.has_behind("content rated"):
        return False
    title = clause.reading.text.title_starts.data[clause.article]
    if clause.holds("insured", title, title + _HEADLINE):
        return True
    first, last = max(title, clause.start - _AROUND), min(clause.end + _AROUND, clause.article_end)
    if clause.has_before("doubted") or not clause.holds("insured", first, last):
        return False
    return sum(1 for _ in clause.words["paid"].finditer(clause.tape, first, last)) > 2


_MODALS = {"modal_could": _could_is_hedge, "modal_may": _may_is_hedge}
_JUDGED = frozenset({*_MODALS, "claim_noun", "claim_verb"})
"""Cues whose meaning depends on their clause."""
