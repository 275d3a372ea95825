"""Shows a report on a terminal: verdict, reasons, the text with its evidence, details.

Without colour, evidence stands in square brackets behind the letter of its signal.
"""

import re
from collections import Counter
from collections.abc import Iterator

from rich.columns import Columns
from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text as Styled

from credscore.evidence import SIGNALS
from credscore.features import label_of
from credscore.report import Contribution, Report, of_100, score_sentence, unstated
from credscore.text import read_part

_BY_NAME = {signal.name: signal for signal in SIGNALS}
_HEADINGS = {signal.name: signal.heading for signal in SIGNALS}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SCALE = 40
_BAR = 12
_INDENT = 3
_WAYS = {"against": ("−", "red"), "for": ("+", "green")}


def show(report: Report, text: str, title: str | None, console: Console) -> None:
    """Print a report; nothing in the text acts as markup or as a control sequence."""
    console.print(_verdict(report))
    claim = _clean(report.claim.told) if report.claim else "not found"
    console.print(Styled.assemble(("Claim: ", "bold"), claim))
    if report.reliable:
        console.print(_scale(report))
        has_claim = report.claim is not None
        sentence = score_sentence(report.score, report.interval, report.prior, has_claim=has_claim)
        console.print(Styled(sentence))
    for reason in report.reasons:
        _show_reason(*_WAYS[reason.speaks], _clean(reason.text), console)
    for caveat in unstated(report.caveats):
        _show_reason("!", "yellow", caveat, console)
    console.print()
    text, title = read_part(text, title)
    marked = _highlighted if console.color_system and not console.no_color else _bracketed
    if title:
        console.print(marked(title, report, in_title=True, style="bold"))
    console.print(marked(text, report, in_title=False))
    console.print()
    if report.evidence:
        console.print(_legend(report, in_brackets=marked is _bracketed))
    console.print(_details(report))
    console.print()
    console.print(_verdict(report))


def _verdict(report: Report) -> Styled:
    score = Styled(f"  {of_100(report.score)} in 100" if report.reliable else "")
    return Styled.assemble((report.verdict, "bold"), score)


def _show_reason(mark: str, colour: str, sentence: str, console: Console) -> None:
    """Print a reason or caveat behind its mark, with its further lines indented."""
    lines = Styled(sentence).wrap(console, max(console.width - _INDENT, _INDENT))
    for line in lines:
        line.rstrip()
    indented = Styled("\n" + " " * _INDENT).join(lines)
    console.print(Styled.assemble((f" {mark} ", f"bold {colour}"), indented))


def _scale(report: Report) -> Styled:
    low, high = report.interval
    start, at, end = (round(value * (_SCALE - 1)) for value in (low, report.score, high))
    marks = ["─"] * _SCALE
    marks[start : end + 1] = "━" * (end + 1 - start)
    marks[at] = "●"
    return Styled.assemble("0 ", ("".join(marks), "bold cyan"), " 100")


def _clean(text: str) -> str:
    """The text with each control or direction character replaced by one character."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", lines)


def _highlighted(text: str, report: Report, *, in_title: bool, style: str = "") -> Styled:
    styled = Styled(_clean(text), style)
    for item in report.evidence:
        if item.in_title == in_title:
            styled.stylize(_BY_NAME[item.signal].style, item.start, item.end)
    return styled


def _bracketed(text: str, report: Report, *, in_title: bool, style: str = "") -> Styled:
    """The text with its evidence in brackets: [H: allegedly]."""
    opened: Counter[int] = Counter()
    marks: dict[int, str] = {}
    for item in sorted(report.evidence, key=lambda e: (e.start, -e.end)):  # the longer one first
        if item.in_title == in_title and item.start < item.end:
            letter = _BY_NAME[item.signal].letter.upper()
            marks[item.start] = f"{marks.get(item.start, '')}[{letter}: "
            opened[item.end] += 1
    clean, pieces, last = _clean(text), [], 0
    for offset in sorted({*marks, *opened}):
        pieces += [clean[last:offset], "]" * opened[offset], marks.get(offset, "")]
        last = offset
    return Styled("".join([*pieces, clean[last:]]), style)


def _legend(report: Report, *, in_brackets: bool) -> Styled | Columns:
    counts = Counter(item.signal for item in report.evidence)
    shown = [
        (signal, f"{signal.heading} {counts[signal.name]}")
        for signal in SIGNALS
        if counts[signal.name]
    ]
    if in_brackets:
        entries = (f"[{signal.letter.upper()}: ...] {count}" for signal, count in shown)
        return Styled("Marks: " + ", ".join(entries))
    return Columns(Styled(f" {count} ", signal.style) for signal, count in shown)


def _groups(report: Report) -> Iterator[tuple[str, list[Contribution]]]:
    """The contributions of each reason, and of each signal without one, with their headings."""
    left = list(dict.fromkeys(part.signal for part in report.contributions))
    for signals in [*(reason.signals for reason in report.reasons), *((name,) for name in left)]:
        if signals[0] in left:
            left = [name for name in left if name not in signals]
            heading = " and ".join(_HEADINGS.get(name, name) for name in signals)
            parts = [part for part in report.contributions if part.signal in signals]
            yield heading.replace("_", " ").capitalize(), parts


def _details(report: Report) -> Table:
    """How the contributions add up, by signal and feature."""
    low, high = report.interval
    figures = (
        f"Number {report.score:.2f}, 90 % interval {low:.2f} to {high:.2f}. Stance: "
        f"{report.stance}. Model {report.model_id}, prior {report.prior:g}."
    )
    table = Table(
        "", Column("in text", justify="right"), Column("log-odds", justify="right"), "",
        title="Details", title_style="bold", title_justify="left", box=None, pad_edge=False,
        caption=Styled(figures), caption_justify="left", caption_style="",
    )  # fmt: skip
    table.add_row("base", "", f"{report.base_log_odds:+.2f}")
    groups = [
        (name, sum(part.log_odds for part in parts), parts) for name, parts in _groups(report)
    ]
    most = max((abs(total) for _, total, _ in groups), default=0.0) or 1.0
    for heading, total, parts in groups:
        bar = "█" * round(_BAR * abs(total) / most)
        colour = "red" if total < 0 else "green"
        table.add_row(Styled(heading, "bold"), "", f"{total:+.2f}", Styled(bar, colour))
        for part in parts:
            if abs(part.log_odds) >= 0.005:
                count = str(len(part.evidence) or "")
                change = Styled(f"{part.log_odds:+.2f}", "dim")
                table.add_row(Padding(label_of(part.feature), (0, 0, 0, 2)), count, change)
    table.add_row("sum", "", f"{report.log_odds:+.2f}")
    return table
