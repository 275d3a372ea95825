"""Named tuples of parts that are known to be right, made many at once."""

from typing import Any, TypeVar

Record = TypeVar("Record", bound=tuple[Any, ...])


def record(kind: type[Record], parts: tuple[Any, ...]) -> Record:
    """A named tuple of a kind with all of its fields.

    >>> from credscore.report.without import Without
    >>> record(Without, (0.5, (0.4, 0.6), 0.0)).score
    0.5
    """
    return tuple.__new__(kind, parts)
