"""What all commands share: options, how a text is read, how a mistake is answered."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

ModelOption = Annotated[
    Path | None, typer.Option(help="Folder of a model; default: the shipped one.")
]
PriorOption = Annotated[float, typer.Option(help="Base rate of true claims, between 0 and 1.")]


def read(file: str) -> str:
    """The text of a file, or of standard input for -; exits with 2 where there is none."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        stop(2, f"{file}: not UTF-8 (byte {error.start}). Convert the file to UTF-8.")
    except OSError as error:
        stop(
            2,
            f"{file}: can't be read: {error.strerror}. Name a text file, or - for standard input.",
        )
    if "\0" in text:
        stop(2, f"{file}: holds NUL characters: no text file. Name a text file in UTF-8.")
    if not text.strip():
        stop(2, f"{file}: is empty. Name a file with an article in it.")
    return text


def stop(code: int, message: str) -> NoReturn:
    """End with an exit code and one line on standard error."""
    complain(message)
    raise typer.Exit(code)


def complain(message: str) -> None:
    """One line on standard error; control characters from names of files and columns replaced."""
    line = "".join(letter if letter.isprintable() else "?" for letter in message)
    typer.echo(f"credscore: {line}", err=True)


def print_metrics(rows: dict[str, dict[str, float]]) -> None:
    """One line of figures for each name."""
    for name, values in rows.items():
        figures = "  ".join(f"{key} {value:.3f}" for key, value in values.items() if key != "rows")
        typer.echo(f"{name}: rows {values['rows']}  {figures}")
