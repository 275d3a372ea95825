"""A report on a terminal: score and interval, the text with its evidence, contributions as bars."""

import re
from collections import Counter

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text as Styled

from credscore.evidence import SIGNALS
from credscore.report import Report

STYLES = {signal.name: signal.style for signal in SIGNALS}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SCALE = 40
_BAR = 24


def show(report: Report, text: str, title: str | None, console: Console) -> None:
    """Print a report; nothing in the text is taken as markup or as a control sequence."""
    console.print(_scale(report))
    console.print(Styled(f"{report.summary()}\n"))
    if title:
        console.print(_highlighted(title, report, in_title=True, style="bold"))
    console.print(_highlighted(text, report, in_title=False))
    console.print()
    console.print(_legend(report))
    console.print(_bars(report))


def _scale(report: Report) -> Styled:
    low, high = report.interval
    start, at, end = (round(value * (_SCALE - 1)) for value in (low, report.score, high))
    marks = ["─"] * _SCALE
    marks[start : end + 1] = "━" * (end + 1 - start)
    marks[at] = "●"
    return Styled.assemble(
        "0 ", ("".join(marks), "bold cyan"), " 1   score ", (f"{report.score:.2f}", "bold"),
        f"  90 % interval {low:.2f} to {high:.2f}  stance {report.stance}",
        ("" if report.reliable else "  not reliable", "bold red"),
    )  # fmt: skip


def _highlighted(text: str, report: Report, *, in_title: bool, style: str = "") -> Styled:
    """The text with its evidence; control and direction characters are replaced one by one."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    styled = Styled(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", lines), style)
    for item in report.evidence:
        if item.in_title == in_title:
            styled.stylize(STYLES.get(item.signal, "reverse"), item.start, item.end)
    return styled


def _legend(report: Report) -> Styled:
    counts = Counter(item.signal for item in report.evidence)
    return Styled(" ").join(
        Styled(f" {signal.replace('_', ' ')} {counts[signal]} ", style)
        for signal, style in STYLES.items()
        if counts[signal]
    )


def _bars(report: Report) -> Table:
    table = Table(
        "feature", Column("value", justify="right"), Column("log-odds", justify="right"), "",
        title="What moved the score (log-odds)", box=None, pad_edge=False,
    )  # fmt: skip
    table.add_row("base", "", f"{report.base_log_odds:+.2f}")
    most = max((abs(item.log_odds) for item in report.contributions), default=0.0)
    for item in report.contributions:
        if abs(item.log_odds) >= 0.005:
            bar = "█" * max(1, round(_BAR * abs(item.log_odds) / most))
            value = "" if item.value is None else f"{item.value:.2f}"
            colour = "red" if item.log_odds < 0 else "green"
            feature = item.feature.replace("_", " ")
            table.add_row(feature, value, f"{item.log_odds:+.2f}", Styled(bar, colour))
    table.add_row("sum", "", f"{report.log_odds:+.2f}")
    return table
