"""An extension of Griffe: a docstring's doctest is shown as code, with or without a heading."""

import re
from typing import Any

import griffe

_FIRST = re.compile(r"^( *)>>> ", re.MULTILINE)


class Doctests(griffe.Extension):
    """Puts the heading of numpydoc's section before a doctest that has none."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Called for every object; only its docstring is changed, and only for the docs."""
        docstring = obj.docstring
        if (
            docstring is not None
            and ">>> " in docstring.value
            and "Examples\n--" not in docstring.value
        ):
            docstring.value = _FIRST.sub(
                r"\1Examples\n\1--------\n\1>>> ", docstring.value, count=1
            )
