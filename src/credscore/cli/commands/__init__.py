"""One file a command of the command line, found by its name."""

import importlib
import pkgutil
from collections.abc import Callable


def command_names() -> list[str]:
    """The names of all commands, in order; nothing is imported."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


def find_command(name: str) -> Callable[..., None]:
    """The function of a command; file and function have its name, with _ for -."""
    name = name.replace("-", "_")
    function: Callable[..., None] = getattr(importlib.import_module(f"{__name__}.{name}"), name)
    return function
