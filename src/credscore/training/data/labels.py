"""Labels of claims, in the spellings in which files and arrays hold them."""

SPELLINGS = {"0": 0, "1": 1, "false": 0, "true": 1, "no": 0, "yes": 1}
"""What every label means; case does not count, nor the .0 of a float."""
ALLOWED = "0 (false) or 1 (true), or false and true, or no and yes"


def label_of(value: object) -> int | None:
    """1 for a true claim, 0 for a false one, None for what is no label.

    >>> [label_of(value) for value in (True, "FALSE", 1.0, " yes", "0.0", "fake", None)]
    [1, 0, 1, 1, 0, None, None]
    """
    return SPELLINGS.get(str(value).strip().casefold().removesuffix(".0"))
