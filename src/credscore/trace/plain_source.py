"""Runs compiled modules from their Python source, and records what their functions return.

The steps of a compiled function cannot be seen. Its module is plain Python, too, and gives the same
results, only slower. So the trace calls this plain twin of the code that scores.
"""

import builtins
import functools
import linecache
import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, NamedTuple

STEPS = {
    "kind_of": ("start", "head", "end"),
    "Sources.of": (),
    "Matcher._try": ("at", "rule", "start", "end", "evidence", "evidence_end"),
}
"""The functions whose steps the trace shows, and those of their variables that it reads."""
REFUSING = ("is_noun",)  # functions that end a search when they return True


class Return(NamedTuple):
    """A recorded return: the function, its value, its variables of STEPS, and its statement.

    `statement` is set only for a return that ended a search.
    """

    function: str
    value: Any
    variables: tuple[int, ...]
    statement: str


def plain_twin(compiled: Any) -> Any:
    """The same class or function, run from the source of its package.

    >>> from credscore.attribution import Sources
    >>> plain_twin(Sources).__name__, plain_twin(Sources) is Sources
    ('Sources', False)
    """
    module = compiled.__module__
    return getattr(_modules(module.rpartition(".")[0])[module], compiled.__name__)


@functools.cache
def _modules(package: str) -> dict[str, ModuleType]:
    """The modules of a package, run from source; they import each other and no compiled module."""
    folder = Path(str(import_module(package).__file__)).parent
    paths = {f"{package}.{path.stem}": str(path) for path in folder.glob("*.py")}
    modules: dict[str, ModuleType] = {}

    def load(name: str, *others: Any) -> ModuleType:
        if name not in paths:
            module, names = import_module(name), others[2:3]
            return module if any(names) else sys.modules[name.partition(".")[0]]
        if name not in modules:
            modules[name] = module = ModuleType(name)
            vars(module)["__builtins__"] = {**vars(builtins), "__import__": load}
            SourceFileLoader(name, paths[name]).exec_module(module)
        return modules[name]

    for name in paths:
        load(name)
    return modules


def recorded(function: Callable[..., Any], *arguments: Any) -> tuple[Any, list[Return]]:
    """The result of a function, and the returns of None, of STEPS and of REFUSING in order."""
    returns: list[Return] = []

    def watch(frame: FrameType, event: str, value: Any) -> None:
        name = frame.f_code.co_qualname
        refuses = value is None or (name in REFUSING and value)
        if event == "return" and (refuses or name in STEPS):
            variables = tuple(frame.f_locals[variable] for variable in STEPS.get(name, ()))
            statement = _statement(frame) if refuses else ""
            returns.append(Return(name, value, variables, statement))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        return function(*arguments), returns
    finally:
        sys.setprofile(before)


def _statement(frame: FrameType) -> str:
    """The line of a return with its comment, and the condition above it."""
    path, line = frame.f_code.co_filename, frame.f_lineno
    code, _, comment = linecache.getline(path, line).strip().partition("  # ")
    above = linecache.getline(path, line - 1).strip()
    condition = f"{above} " if above.startswith("if ") else ""
    reason = f"{comment}: " if comment else ""
    return f"{reason}{condition}{code} ({os.path.basename(path)}, {frame.f_code.co_name})"
