"""One file a command of the command line, found by its name."""

import importlib
import pkgutil
from collections.abc import Callable


def all_commands() -> list[tuple[str, Callable[..., None]]]:
    """The name and the function of every command; file and function are named alike."""
    return [
        (module.name, getattr(importlib.import_module(f"{__name__}.{module.name}"), module.name))
        for module in pkgutil.iter_modules(__path__)
    ]
