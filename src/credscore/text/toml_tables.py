"""The words and sentences that come with credscore, as TOML files beside the modules."""

import tomllib
from importlib.resources import files
from typing import Any


def read_table(path: str) -> dict[str, Any]:
    """What such a file holds; its path is that in the package."""
    return tomllib.loads((files("credscore") / path).read_text("utf-8"))


WORDS = read_table("text/words.toml")
"""The words of words.toml by name."""
