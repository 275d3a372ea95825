"""A report on a terminal: score and interval, the text with its evidence, contributions as bars."""

import re

from rich.console import Console
from rich.table import Table
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
    console.print(Styled(report.summary()))
    console.print()
    if title:
        console.print(_highlighted(title, report, in_title=True, bold=True))
    console.print(_highlighted(text, report, in_title=False))
    console.print()
    console.print(_legend(report))
    console.print(_bars(report))


def _scale(report: Report) -> Styled:
    low, high = (round(end * (_SCALE - 1)) for end in report.interval)
    at = round(report.score * (_SCALE - 1))
    marks = ["─"] * _SCALE
    marks[low : high + 1] = "━" * (high + 1 - low)
    marks[at] = "●"
    line = Styled("0 ")
    line.append("".join(marks), style="bold cyan")
    line.append(" 1   score ")
    line.append(f"{report.score:.2f}", style="bold")
    line.append(f"  90 % interval {report.interval[0]:.2f} to {report.interval[1]:.2f}")
    line.append(f"  stance {report.stance}")
    if not report.reliable:
        line.append("  not reliable", style="bold red")
    return line


def _printable(text: str) -> str:
    """As long as the text, so that offsets hold; control and direction characters replaced."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", lines)


def _highlighted(text: str, report: Report, *, in_title: bool, bold: bool = False) -> Styled:
    shown = Styled(_printable(text), style="bold" if bold else "")
    for item in report.evidence:
        if item.in_title == in_title:
            shown.stylize(STYLES.get(item.signal, "reverse"), item.start, item.end)
    return shown


def _legend(report: Report) -> Styled:
    line = Styled()
    for signal, style in STYLES.items():
        count = sum(item.signal == signal for item in report.evidence)
        if count:
            line.append(f" {signal.replace('_', ' ')} {count} ", style=style)
            line.append(" ")
    return line


def _bars(report: Report) -> Table:
    table = Table(title="What moved the score (log-odds)", box=None, pad_edge=False)
    table.add_column("feature")
    table.add_column("value", justify="right")
    table.add_column("log-odds", justify="right")
    table.add_column("")
    table.add_row("base", "", f"{report.base_log_odds:+.2f}", "")
    most = max((abs(c.log_odds) for c in report.contributions), default=0.0) or 1.0
    for c in report.contributions:
        if abs(c.log_odds) >= 0.005:
            bar = "█" * max(1, round(_BAR * abs(c.log_odds) / most))
            value = "" if c.value is None else f"{c.value:.2f}"
            colour = "red" if c.log_odds < 0 else "green"
            table.add_row(
                c.feature.replace("_", " "), value, f"{c.log_odds:+.2f}", Styled(bar, style=colour)
            )
    table.add_row("sum", "", f"{report.log_odds:+.2f}", "")
    return table
