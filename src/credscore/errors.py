"""The errors of credscore. Every message states what came, what is allowed, what to do."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any


def number_of(number: int, noun: str) -> str:
    """A number with its noun, for messages.

    >>> number_of(1, "row"), number_of(2000, "row")
    ('1 row', '2,000 rows')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


_JSON = {
    "str": "a string", "int": "a number", "float": "a number", "bool": "true or false",
    "list": "a list", "dict": "an object", "NoneType": "null",
}  # fmt: skip


def misfit(detail: Mapping[str, Any], *, shown: bool = False) -> str:
    """A message for what pydantic refused; it names the type of the value, or itself if `shown`.

    >>> came = {"type": "int_type", "msg": "Input should be a valid integer", "input": "many"}
    >>> misfit(came), misfit(came, shown=True)
    ('must be a valid integer, got a string', "must be a valid integer, got 'many'")
    """
    kind, came = detail["type"], detail.get("input")
    if kind in _MISFITS:
        return _MISFITS[kind]
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    allowed = re.sub(r"^\w+ should ", "must ", detail["msg"]).partition(", unable to parse")[0]
    if kind == "model_type":
        allowed = "must be an object"
    if shown:
        return f"{allowed}, got {came!r:.60}"
    return f"{allowed}, got {_JSON[type(came).__name__]}" if kind.endswith("_type") else allowed


_MISFITS = {"missing": "is missing", "extra_forbidden": "is unknown"}


def required(module: str, extra: str, what: str) -> Any:
    """The library of an extra; raises InputTableError if it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise InputTableError(
            f"{what} need an extra. Install it: pip install 'credscore[{extra}]'."
        ) from None


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """A context for imports: the error of a missing library names the command that installs it.

    >>> with needs("spacy"):
    ...     raise ModuleNotFoundError("no", name="spacy")
    Traceback (most recent call last):
    ModuleNotFoundError: spacy is not installed. Run: pip install 'credscore[spacy]'.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        message = f"{error.name} is not installed. Run: pip install 'credscore[{extra}]'."
        raise ModuleNotFoundError(message, name=error.name) from None


class CredscoreError(Exception):
    """Root of all errors that credscore raises on purpose."""


class InputError(CredscoreError, TypeError):
    """An argument has the wrong type (None, bytes, a number instead of text)."""


class InputValueError(CredscoreError, ValueError):
    """An argument has the right type and an impossible value (a prior of 1.5)."""


class InputTableError(CredscoreError, ValueError):
    """A table can't be used: a column is missing, named twice, or of the wrong kind."""


class ModelFileError(CredscoreError, ValueError):
    """A model folder was refused: missing, damaged, altered, or of another format."""


class LexiconError(CredscoreError, ValueError):
    """A lexicon file breaks the rules of lexicon/files.py."""
