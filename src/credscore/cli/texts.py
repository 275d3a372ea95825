"""What all commands share: reading a text, writing output, reporting errors."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import Any, NoReturn

import typer

from credscore.errors import CredscoreError

OUTPUT = Path("-")  # standard output
_BEGINNING = 10_000  # the characters that are read to tell the language
_SHORT = 24  # the most characters of a word that a table never breaks
_DRAWN = 1000  # the most rows of a drawn table: each takes half a millisecond


def warn_if_uncompiled() -> None:
    """Warn on standard error that the package is installed without its compiled modules."""
    from credscore.text import is_compiled

    if not is_compiled():
        warn("not compiled: scoring is slower, with the same results. Install a wheel, or a C "
                 "compiler and credscore anew.")  # fmt: skip


def read_article(
    file: str, title: str | None = None, encoding: str | None = None
) -> tuple[str, str | None]:
    """Text and title of a file, or of standard input for -; exits with 2 if it can't be read."""
    from credscore.documents import article_of
    from credscore.text import worded

    require_name(file)
    try:
        if file == "-" and sys.stdin is None:
            stop(2, "standard input: is closed. Name a text file.")
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text, own_title = article_of(raw, file, encoding)
    except OSError as error:
        hint = "Name a text file, or - for standard input."
        if "://" in file:
            hint = "Addresses are not opened: save the page, and name its file."
        stop(2, f"{file}: can't be read: {error.strerror}. {hint}")
    except CredscoreError as error:
        stop(2, f"{'standard input' if file == '-' else file}: {error}")
    return text, worded(title) or own_title


def drop_output() -> None:
    """Write what is left of standard output nowhere: no place takes it."""
    with suppress(UnsupportedOperation):  # a stream in memory takes everything
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def require_name(file: str) -> None:
    """Exit with 2 if a file name is empty, as from a variable that is not set."""
    if not file:
        stop(2, "a file has an empty name. Name it, or - for standard input or output.")


def warn_if_not_english(text: str, title: str | None = None) -> None:
    """Warn on standard error that little is found in a text in another language."""
    from credscore.report import CAVEATS
    from credscore.signals import find
    from credscore.text_kinds import kinds_of

    beginning = text[:_BEGINNING]
    if beginning.strip() and "not_english" in kinds_of(find([beginning], [title]))[0]:
        warn(CAVEATS["not_english"])


def writes_to_stdout(page: Path | None, other: str = "") -> bool:
    """Whether a page is written to standard output; exits with 2 if `other` is, too."""
    if page == OUTPUT and other:
        stop(2, f"{other} and --html - both write to standard output: name a file for --html.")
    return page == OUTPUT


def require_other_paths(
    target: Path | None, *others: str | Path | None, drawn: bool = False
) -> None:
    """Exit with 2 if an output has no folder, is a folder, or would replace another file.

    Raises InputTableError if it is `drawn` and its name is not that of a picture.
    """
    if target is None or target == OUTPUT:
        return
    if not target.parent.is_dir():
        stop(2, f"{target.parent}: no such folder. Create it, or name another file.")
    if os.path.exists(target) and not target.is_file():  # False if the name is too long
        kind = "a folder" if target.is_dir() else "no plain file"
        stop(2, f"{target}: is {kind}. Name a file for the output.")
    for other in others:
        if other and target.resolve() == Path(other).resolve():
            stop(2, f"{target} and {other} are the same file. Name another one for the output.")
    if drawn:
        from credscore.picture import check_format

        check_format(target)


def write_whole(target: Path, document: str) -> None:
    """Write a whole file or none, or write to standard output; exits with 5 if that fails."""
    if target == OUTPUT:
        typer.echo(document.encode(errors="backslashreplace"), nl=False)
        return
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.write_text(document, encoding="utf-8", newline="")
        os.replace(partial, target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        stop(5, f"{target}: can't be written: {error.strerror}. Name another file.")


def stop(code: int, message: str) -> NoReturn:
    """Exit with a code and one line on standard error."""
    warn(message)
    raise typer.Exit(code)


def warn(message: str) -> None:
    """Write one line to standard error, whatever characters names in it have."""
    typer.echo(f"credscore: {printable(message)}", err=True)


def printable(text: str, other: str = "?") -> str:
    """The text for a terminal: `other` replaces control characters and line ends."""
    return "".join(letter if letter.isprintable() else other for letter in text)


def print_json(value: Any) -> None:
    from json import dumps

    typer.echo(dumps(value, ensure_ascii=False, indent=1))


def print_table(rows: Iterable[Iterable[str]], *heads: str) -> None:
    """Print a table; its cells are plain text, and columns of short words are never broken.

    A table of very many rows is printed as lines with tabs.
    """
    cells = [[printable(cell, " ") for cell in row] for row in rows]
    if len(cells) > _DRAWN:
        typer.echo("\n".join(map("\t".join, [heads, *cells])))
        return
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE)
    for head, *column in zip(heads, *cells, strict=True):
        is_short = all(" " not in cell and len(cell) <= _SHORT for cell in column)
        table.add_column(head, no_wrap=is_short, overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)


def print_judged(rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Print a table for each name: a line for each model, figures with 95 % intervals."""
    from credscore.training.judging.metrics import FIGURES

    for name, judged in rows.items():
        groups = f"{judged['groups']} groups, " if judged["groups"] != judged["rows"] else ""
        typer.echo(f"{name}: {judged['rows']} rows, {groups}{judged['true_share']:.0%} true")
        for key, values in judged.items():
            if not (isinstance(values, Mapping) and isinstance(values.get("auc"), Mapping)):
                continue
            columns = [
                f"{title} {_number(values[figure]['value'])} "
                f"[{_number(values[figure]['low'])}, {_number(values[figure]['high'])}]"
                for figure, title in FIGURES.items()
                if figure in values
            ]
            typer.echo(f"  {key:10} " + "  ".join(columns))


def _number(value: float | None) -> str:
    return "-" if value is None or value != value else f"{value:.3f}"
