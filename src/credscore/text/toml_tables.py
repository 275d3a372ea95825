"""Reads the words, sentences and regular expressions that come with credscore as TOML files."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any


def read_table(path: str) -> dict[str, Any]:
    """The content of a TOML file; `path` is its place in the package."""
    return tomllib.loads((files("credscore") / path).read_text("utf-8"))


WORDS = read_table("text/words.toml")  # words by name


class Forms:
    """Regular expressions that are rows of a table and use its named parts (page_forms.toml)."""

    def __init__(self, path: str) -> None:
        self.tables = read_table(path)
        self.signs: dict[str, list[str]] = self.tables.pop("signs", {})
        self._forms: dict[str, str] = self.tables.pop("parts", {})
        for name, words in self.tables.pop("words", {}).items():
            self._forms[name] = "|".join(words.split() if isinstance(words, str) else words)
        for name, rows in self.tables.items():
            self._forms[name] = "|".join(form for form, *_ in rows.values())

    def pattern(
        self, form: str, blank: str = r"[^\S\n]", *, flags: int = 0
    ) -> Callable[[], re.Pattern[str]]:
        """A row as a pattern: names stand for parts of the table, blanks for `blank`.

        A pattern is compiled at its first use, because few texts need all of them.
        """

        @cache
        def compiled() -> re.Pattern[str]:
            written = self._expanded(form)
            return re.compile(written.replace(" ?", f"{blank}*").replace(" ", f"{blank}+"), flags)

        return compiled

    def _expanded(self, form: str) -> str:
        return re.sub(r"\{([a-z_]+)\}", lambda name: f"(?:{self._named(name[1])})", form)

    def _named(self, name: str) -> str:
        return self._expanded(self._forms.get(name) or "|".join(WORDS[name].split()))


PAGE_FORMS = Forms("text/page_forms.toml")  # lines before a story and behind it
