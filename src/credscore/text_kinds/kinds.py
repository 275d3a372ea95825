"""The rules by which an article is of a kind of text that the score is not made for."""

from collections.abc import Callable
from functools import partial
from itertools import compress

from credscore.signals import Findings
from credscore.text import SHAPE_LETTERS
from credscore.text_kinds.forms import LEAST, LEAST_DATES, MAX_CODE_FUNCTION_SHARE, Form, forms_of
from credscore.text_kinds.lines import LEAST_TURNS, NO_TURNS
from credscore.text_kinds.words import ENOUGH, Words

# In English news every third word is a function word, and every fifth is one that hardly another
# language has, as "the" and "of"; with fewer words the second share is left to chance.
# Of a few words of English most stand in a lexicon; of other languages hardly every second.
MIN_FUNCTION_SHARE, MIN_ENGLISH_SHARE, MIN_LEXICON_SHARE, _ENOUGH_WORDS = 0.15, 0.04, 0.6, 25
_LEAST_CODE, _LEAST_CODE_LINES = 15, 4
_PROSE = {
    "opinion",
    "live_blog",
    "timeline",
    "listing",
    "transcript",
    "fiction",
    "addresses_reader",
}
"""What program text is not, whatever words stand in it."""


def _is_marked(kind: str, form: Form) -> bool:
    """Whether the marks of a kind are enough without other evidence."""
    return form.points.get(kind, 0) >= ENOUGH


def _is_opinion(form: Form) -> bool:
    """Labelled so; or a writer speaks or argues, retells nothing, and hardly another is heard."""
    if _is_marked("opinion", form):
        return True
    argues = form.words >= 100 and (_is_first_person(form) or _argues(form))
    return argues and form.finding_count("hearsay") < 0.008 * form.words


def _argues(form: Form) -> bool:
    """Says in the present tense what ought to be and why, insists, and hardly retells anything."""
    size = form.words
    least = max(0.01 * size, form.others + 4 * form.finding_count("hearsay"))
    if size < 200 or form.count("ought", "reasoning") < least:
        return False
    ought, insisted = len(form.outside("ought")), form.finding_count("insistence")
    reasoned = ought + len(form.outside("reasoning"))
    return (
        reasoned >= least
        and reasoned + insisted >= 0.014 * size
        and ought + insisted >= 0.004 * size
        and len(form.outside("present")) >= 0.02 * size
        and form.finding_count("specifics") < 0.03 * size
        and form.quoted <= 0.2 * form.tokens
        and "reader" not in form.traits
        and not (_is_marked("press_release", form) or form.varies("vacancy"))
        and not _is_transcript(form)
    )


def _is_first_person(form: Form) -> bool:
    """Says "I" or "we" from first to last."""
    least = max(0.015 * form.words, 1.25 * form.others)
    if form.traits.isdisjoint(("self", "our")) or form.count("self", "our", "ought") < least:
        return False
    voice = form.outside("self", "our", "ought")
    return (
        len(voice) >= least
        and form.is_spread(voice)
        and not (form.varies("vacancy") or _addresses_reader(form))
        and not (_is_poem(form) or _is_transcript(form) or _is_fiction(form))
    )


def _is_live_blog(form: Form) -> bool:
    """Says that it is closed, or has entries with times of day and enough text in each.

    A sentence is enough ("10:42 The bridge is closed."); a programme has less ("18:30 News").
    """
    if _is_marked("live_blog", form):
        return True
    lines = form.lines
    enough = 25 if lines.ended >= 0.8 * lines.stamped else 100
    least = 2 if "live_blog" in form.points else 4 if lines.lead > 2 else 3
    return (
        lines.stamped >= least
        and lines.characters >= enough * lines.stamped
        and 3 * lines.lead <= lines.total
        and 2 * lines.stretch >= lines.total - lines.lead
    )


def _is_timeline(form: Form) -> bool:
    """Entries that begin with different dates, a few lines each, through half of the text."""
    timeline = form.timeline()
    return (
        timeline.dates >= LEAST_DATES
        and timeline.lines <= 12 * timeline.entries
        and 3 * timeline.lead <= timeline.lines
        and 2 * timeline.stretch >= timeline.lines
    )


def _is_listing(form: Form) -> bool:
    """Items; short lines that are no sentences and hardly have function words; or many bylines."""
    lines = form.lines
    if lines.total < 5 or _is_live_blog(form):
        return False
    listed = (
        lines.items >= 5
        and lines.items >= 0.6 * lines.total
        and lines.item_characters >= 0.5 * lines.characters
        and lines.item_characters <= 120 * lines.items
    )
    bare = (
        lines.total >= 8
        and lines.short >= 0.8 * lines.total
        and lines.short_characters >= 0.7 * lines.characters
        and lines.ended <= 0.2 * lines.total
        and form.share("function") < 0.25
    )
    many = lines.bylines >= 5 and form.words <= 60 * lines.bylines  # a page of other articles
    return listed or many or (bare and not (_is_page_menu(form) or _is_source_code(form)))


def _is_transcript(form: Form) -> bool:
    """Stage directions; or turns of several speakers, or questions and answers in turn."""
    points = form.points.get("transcript", 0)
    if points >= ENOUGH or _asks_and_answers(form):
        return True
    turns = form.turns if points or "colons" in form.traits else NO_TURNS
    return (
        turns.total >= LEAST_TURNS - points
        and turns.speakers >= 2
        and 2 * turns.short <= turns.total
        and 2 * turns.reach >= form.tokens
        and form.words <= 200 * turns.total
    )


def _asks_and_answers(form: Form) -> bool:
    """About every second line is a question, and most lines are sentences."""
    lines = form.lines
    return (
        lines.asked >= 4
        and 0.35 * lines.total <= lines.asked <= 0.6 * lines.total
        and 2 * lines.ended >= lines.total
    )


def _is_poem(form: Form) -> bool:
    """Short lines of whole sentences that go on from line to line."""
    lines = form.lines
    return (
        lines.total >= 8
        and lines.short >= 0.85 * lines.total
        and lines.short_characters >= 0.7 * lines.characters
        and lines.ended <= 0.5 * lines.total
        and lines.broken >= max(3, 0.25 * lines.joined)
        and lines.items <= 0.2 * lines.total
        and (lines.capital >= 0.5 * lines.total or lines.ended <= 0.1 * lines.total)
        and 3 * lines.total <= len(lines.body.split()) <= 11 * lines.total
        and form.share("function") >= 0.25
        and not _is_source_code(form)
    )


def _is_source_code(form: Form) -> bool:
    """Many brackets and operators among few function words; or most lines are statements."""
    if form.lines.total >= _LEAST_CODE_LINES and 2 * form.lines.code() >= form.lines.total:
        return True
    few = form.share("function") < MAX_CODE_FUNCTION_SHARE
    return few and form.code() >= max(_LEAST_CODE, 0.1 * form.tokens)


def _is_page_menu(form: Form) -> bool:
    """Words of navigation, or of a notice about cookies or subscriptions."""
    return "notice" in form.traits or (form.varies("navigation") and form.share("function") < 0.28)


def _addresses_reader(form: Form) -> bool:
    """Says "you" from first to last, and hardly anyone else speaks."""
    if "reader" not in form.traits:
        return False
    you, (least, share) = form.outside("reader"), LEAST["reader"]
    return (
        len(you) >= max(least, share * form.words)
        and form.is_spread(you)
        and not (_is_poem(form) or _is_transcript(form))
    )


def _is_fiction(form: Form) -> bool:
    """Tells of I, he and she in the past tense, with talk, and hardly anything to be checked."""
    narrated = form.tokens - form.quoted
    return (
        "person" in form.traits
        and form.quoted > 0
        and narrated >= 50
        and form.count("person") >= 0.08 * narrated
        and form.finding_count("specifics") <= max(1, 0.003 * form.tokens)
        and form.full_names() <= max(1, 0.005 * form.words)
        and len(form.outside("person")) >= 0.08 * narrated
        and len(form.outside("present")) <= 0.003 * narrated
    )


RULES: dict[str, tuple[set[str], Callable[[Form], bool]]] = {
    "satire": ({"satire"}, partial(_is_marked, "satire")),
    "opinion": ({"opinion", "self", "our", "reasoning"}, _is_opinion),
    "press_release": ({"press_release"}, partial(_is_marked, "press_release")),
    "live_blog": ({"live_blog", "lines"}, _is_live_blog),
    "timeline": ({"dates"}, _is_timeline),
    "listing": ({"lines"}, _is_listing),
    "transcript": ({"transcript", "colons", "lines"}, _is_transcript),
    "poem": ({"lines"}, _is_poem),
    "source_code": ({"no_prose", "lines", "colons"}, _is_source_code),
    "filler_text": ({"filler"}, lambda form: True),
    "page_menu": ({"notice", "navigation"}, _is_page_menu),
    "recipe": ({"kitchen"}, lambda form: form.varies("kitchen")),
    "job_advertisement": ({"vacancy"}, lambda form: form.varies("vacancy")),
    "legal_notice": ({"legal"}, lambda form: form.varies("legal")),
    "advertisement": ({"goods"}, lambda form: form.varies("goods")),
    "minutes": ({"minutes"}, lambda form: form.varies("minutes")),
    "posts": ({"handles"}, lambda form: not _is_source_code(form)),
    "fiction": ({"person"}, _is_fiction),
    "addresses_reader": ({"reader"}, _addresses_reader),
}
"""By kind the traits of which its forms have one, and the rule that tells it."""


def _share_in_lexicons(findings: Findings, number: int) -> float:
    """The share of the words without a capital that some lexicon has; names do not count."""
    text, tape = findings.reading.text, findings.reading.tape
    body = slice(int(text.body_starts[number]), int(text.body_ends[number]))
    signs = compress(tape[body], (text.words[body] & (text.capital[body] == 0)).tolist())
    counted = [sign not in SHAPE_LETTERS for sign in signs]
    return sum(counted) / max(len(counted), 1)


def kinds_of(findings: Findings) -> list[tuple[str, ...]]:
    """The kinds of each article, "not_english" among them, in the order of RULES.

    >>> from credscore.signals import find
    >>> kinds_of(find(["Lorem ipsum dolor sit amet, consectetur adipiscing elit. " * 8], [None]))
    [('not_english', 'filler_text')]
    """
    words = Words(findings)
    sizes, english = findings.layout.words, words.count("english")
    are_english = (english >= MIN_ENGLISH_SHARE * sizes) | (sizes < _ENOUGH_WORDS)
    are_english &= (words.count("function") >= MIN_FUNCTION_SHARE * sizes) & (sizes > 0)
    for number in (~are_english & (sizes < _ENOUGH_WORDS)).nonzero()[0].tolist():
        are_english[number] = _share_in_lexicons(findings, number) >= MIN_LEXICON_SHARE
    kinds: list[tuple[str, ...]] = [
        () if is_english else ("not_english",) for is_english in are_english.tolist()
    ]
    for number, form in forms_of(findings, words).items():
        matching = tuple(
            kind for kind, (any_of, holds) in RULES.items() if any_of & form.traits and holds(form)
        )
        excluded = _PROSE if "source_code" in matching else ()
        kinds[number] += tuple(kind for kind in matching if kind not in excluded)
    return kinds
