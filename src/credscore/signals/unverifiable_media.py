"""Finds media and reports that nobody has verified; see lexicons/unverifiable_media.toml.

A pattern finds the doubt. If it leaves its object open ("no evidence that", "a video that purports
to show"), the finding goes on to the end of the clause.
"""

from credscore.attribution import clause_end
from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.clause import NEAR, Clause, clauses, cues_of
from credscore.signals.reading import Reading

_CUES = cues_of("unverifiable_media")


def find(reading: Reading) -> Rows:
    """Every cue that doubts something the text tells, with the clause that the cue opens."""
    findings: list[Finding] = []
    for clause in clauses(reading, "unverifiable_media", reading.rows("unverifiable_media")):
        if not _is_doubt(clause):
            continue
        start, end, kind = clause.start, _end(clause), _kind(clause)
        last = findings[-1] if findings else None
        if last and (start <= last.end or _is_subject(clause, last.end)):
            kind = "media" if "media" in (kind, last.kind) else kind
            findings[-1] = last._replace(end=max(end, last.end), kind=kind)
        else:
            findings.append(clause.cue._replace(end=end, kind=kind))
    return reading.lexicon.table.rows(findings)


def _is_subject(clause: Clause, end: int) -> bool:
    """Whether a doubt up to `end` is its subject: "a video said to show it" "is unverified"."""
    return clause.words["between"].fullmatch(clause.tape, end, clause.start) is not None


def _kind(clause: Clause) -> str:
    """The kind, media or report: the one that is named first."""
    cue = clause.cue
    if cue.cue not in _CUES["either"]:
        return cue.kind
    media, report = (clause.find(name, cue.start, cue.end) for name in ("media", "report"))
    if media and not (report and report.start() < media.start()):
        return "media"
    return "report" if report and cue.cue in _CUES["truth"] else cue.kind


def _is_doubt(clause: Clause) -> bool:
    """Whether a cue doubts a report; a condition may be about an appointment instead."""
    cue, start, end = clause.cue.cue, clause.start, clause.end
    near = max(clause.reading.text.title_starts.data[clause.article], start - NEAR)
    if cue == "doubtful_media" and clause.has_behind("expert"):  # a purported film expert
        return False
    if cue in _CUES["told_of"]:
        return clause.holds("alleged", near, end)
    if cue not in _CUES["conditions"]:
        return True
    tape, (begin, last) = clause.reading.tape, clause.reading.sentence(start)
    if tape.startswith(",", end) and tape[start:last].rstrip("\n”\"'").endswith("?"):
        return False
    if cue == "report_if_confirmed":
        return True
    if clause.has_behind("if_confirmed", start):
        return not clause.holds("nomination", near, end + NEAR)
    if not clause.words["subject"].match(clause.tape, start, end):
        before = range(max(begin, start - 2), start)
        return not any(clause.words["of_which"].fullmatch(clause.tape, at, start) for at in before)
    return clause.holds("told", near, start) or clause.has_behind("content_clause")


def _end(clause: Clause) -> int:
    """The end of a doubt: of the clause that it opens, or of the words for who can't verify it."""
    cue, start, end = clause.cue, clause.start, clause.end
    has_content = clause.has_behind("content_clause")
    shows = cue.cue in _CUES["appearing"] and clause.holds("relative", start, end)
    of_what = (
        cue.cue in _CUES["evidence"] and has_content and not clause.has_behind("lacking", start)
    )
    opens = cue.kind == "report" and clause.has_behind("opener", end - 1)
    if shows and not has_content:
        return clause.end_of("thing_shown", end)
    if shows or of_what or opens or cue.cue in _CUES["open"]:
        last = _clause_end(clause)
        media = cue.kind == "media" and not has_content
        verb = clause.find("main_verb", end, last) if media else None
        return verb.start() if verb else last
    if cue.cue == "unconfirmed_reports":
        return end
    owned = clause.end_of("genitive", end - 1)
    end = owned if owned >= end else clause.end_of("genitive", end)
    return clause.end_of("other", clause.end_of("agent", end))


def _clause_end(clause: Clause) -> int:
    """The end of the clause; it goes on over quotations."""
    reading, start = clause.reading, clause.start
    stop = reading.sentence(start)[1]
    last = clause_end(reading.tape, start, clause.end, stop, reading.lexicon)
    while last + 1 < stop and _continues(clause, last):
        last = clause_end(reading.tape, start, last + 1, stop, reading.lexicon)
    return last


def _continues(clause: Clause, mark: int) -> bool:
    """Whether a clause goes on behind a mark at which it may end."""
    after = mark + 1
    if not clause.has_behind("quotation", mark) or clause.reading.in_quote(clause.start):
        return False
    return clause.reading.in_quote(after) or clause.has_behind("content", after)
