"""Runs the source of compiled modules, and records what their functions return.

A compiled function hides its steps. Its module is plain Python too: the same source gives the same
results, slower. So the trace calls the plain twin of what scores.
"""

import ast
import builtins
import functools
import importlib
import os
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, NamedTuple, TypeVar

Twin = TypeVar("Twin")
Result = TypeVar("Result")


class Return(NamedTuple):
    """A function's return: its name, file and line, what it gave, and its variables then."""

    function: str
    file: str
    line: int
    value: Any
    variables: dict[str, Any]


def plain_twin(compiled: Twin) -> Twin:
    """The same function or class, run from the source of its package.

    >>> from credscore.attribution import Sources
    >>> plain_twin(Sources).__name__, plain_twin(Sources) is Sources
    ('Sources', False)
    """
    module, name = compiled.__module__, compiled.__name__  # type: ignore[attr-defined]
    twin: Twin = getattr(_modules(module.rpartition(".")[0])[module], name)
    return twin


@functools.cache
def _modules(package: str) -> dict[str, ModuleType]:
    """The modules of a package from their sources, which import each other and nothing compiled."""
    folder = Path(str(importlib.import_module(package).__file__)).parent
    paths = {f"{package}.{path.stem}": path for path in folder.glob("*.py")}
    modules: dict[str, ModuleType] = {}

    def load(name: str) -> ModuleType:
        if name not in modules:
            loader = SourceFileLoader(name, str(paths[name]))
            modules[name] = module = ModuleType(name)
            module.__file__ = loader.path
            vars(module)["__builtins__"] = {**vars(builtins), "__import__": import_plain}
            loader.exec_module(module)
        return modules[name]

    def import_plain(name: str, *others: Any) -> ModuleType:
        return load(name) if name in paths else __import__(name, *others)

    for name in paths:
        load(name)
    return modules


def recorded(function: Callable[..., Result], *arguments: Any) -> tuple[Result, list[Return]]:
    """What a plain twin gives, and the returns of all functions of its package, in their order."""
    folder = os.path.dirname(function.__code__.co_filename)
    returns: list[Return] = []

    def watch(frame: FrameType, event: str, value: Any) -> None:
        code = frame.f_code
        if event == "return" and code.co_filename.startswith(folder):
            variables = dict(frame.f_locals)
            returns.append(Return(code.co_name, code.co_filename, frame.f_lineno, value, variables))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        result = function(*arguments)
    finally:
        sys.setprofile(before)
    return result, returns


def statement(returned: Return) -> str:
    """The condition and the statement that returned, with their comment and their place."""
    name = os.path.basename(returned.file)
    for first, last, code in _statements(returned.file):
        if first <= returned.line <= last:
            return f"{code} ({name}, {returned.function})"
    return f"the end of {returned.function} ({name})"


@functools.cache
def _statements(file: str) -> tuple[tuple[int, int, str], ...]:
    """First and last line of every return statement of a file, and its text on one line."""
    source = Path(file).read_text("utf-8")
    lines, rows = source.splitlines(), []
    for node in ast.walk(ast.parse(source)):
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, ast.Return):
                continue
            last = child.end_lineno or child.lineno
            code = ast.unparse(child)
            if isinstance(node, ast.If):
                negated = "" if child in node.body else "not "
                code = f"if {negated}{ast.unparse(node.test)}: {code}"
            comments = [line.partition("  # ")[2] for line in lines[child.lineno - 1 : last]]
            comment = " ".join(comment for comment in comments if comment and "fmt" not in comment)
            rows.append((child.lineno, last, f"{comment}: {code}" if comment else code))
    return tuple(rows)
