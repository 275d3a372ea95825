"""python docs/tools/lexicon_form.py FILE...: writes lexicon files so that a diff can show them.

Words of a class are sorted, a rule has one alternative a line, no line has more than WIDTH columns.
"""

import sys
import textwrap
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

WIDTH = 100
"""Columns of the longest line."""
_INDENT = " " * 4
_KEYS = ("name", "kind", "patterns", "hits", "misses")
"""What a rule may have."""


def formatted(content: str) -> str:
    r"""A lexicon file in its one form.

    Raises tomllib.TOMLDecodeError if it is not TOML, ValueError if a key would be lost.

    >>> print(formatted('signal = ""\n[classes]\nhue = ["red", "blue", "red"]'))
    signal = ""
    <BLANKLINE>
    [classes]
    hue = ["blue", "red"]
    <BLANKLINE>
    """
    tables = tomllib.loads(content)
    rules = tables.pop("rules", [])
    unknown = [key for key, value in tables.items() if not isinstance(value, str | Mapping)]
    unknown += sorted({key for rule in rules for key in rule if key not in _KEYS})
    if unknown:
        raise ValueError(f"unknown: {', '.join(unknown)}; a rule has {', '.join(_KEYS)}")
    heads = [f"{key} = {_wrapped(text)}" for key, text in tables.items() if isinstance(text, str)]
    blocks = ["\n".join(heads)]
    for name, classes in tables.items():
        if isinstance(classes, Mapping):
            lines = (_line(key, sorted(set(words))) for key, words in classes.items())
            blocks.append("\n".join([f"[{name}]", *lines]))
    return "\n\n".join([*blocks, *map(_rule, rules)]) + "\n"


def _rule(rule: Mapping[str, Any]) -> str:
    lines = ["[[rules]]", *(f"{key} = {_text(rule[key])}" for key in ("name", "kind"))]
    lines += [_block(key, rule[key]) for key in ("patterns", "hits", "misses") if key in rule]
    return "\n".join(lines)


def _line(key: str, words: Iterable[str]) -> str:
    """A class: on one line if it fits, else wrapped."""
    texts = list(map(_text, words))
    line = f"{key} = [{', '.join(texts)}]"
    if len(line) <= WIDTH:
        return line
    wrapped = textwrap.wrap(
        ", ".join(texts) + ",", WIDTH - len(_INDENT), break_on_hyphens=False, break_long_words=False
    )
    return "\n".join([f"{key} = [", *(_INDENT + line for line in wrapped), "]"])


def _block(key: str, texts: Iterable[str]) -> str:
    """The alternatives or examples of a rule, each on a line of its own unless there is one."""
    items = [_wrapped(text) for text in texts]
    line = f"{key} = [{', '.join(items)}]"
    if len(items) < 2 and len(line) <= WIDTH and "\n" not in line:
        return line
    return "\n".join([f"{key} = [", *(f"{_INDENT}{item}," for item in items), "]"])


def _wrapped(text: str) -> str:
    """A string, over several lines if it is longer than one."""
    if len(_text(text)) + len(_INDENT) < WIDTH:
        return _text(text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = textwrap.wrap(
        escaped, WIDTH - 2 * len(_INDENT) - 4, break_on_hyphens=False, break_long_words=False
    )
    return '"""\\\n' + " \\\n".join(2 * _INDENT + line for line in lines) + '"""'


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(formatted(path.read_text("utf-8")), "utf-8")
