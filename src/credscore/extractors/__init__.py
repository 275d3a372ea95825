"""One file a signal; a file placed here is an extractor, found by its name."""

import functools
import importlib
import pkgutil

from credscore.extractor import Extractor, Finding
from credscore.reading import Reading


@functools.cache
def all_extractors() -> tuple[Extractor, ...]:
    """Every extractor, in alphabetical order of its signal."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(
        Extractor(name, importlib.import_module(f"{__name__}.{name}").find) for name in names
    )


def find_all(reading: Reading) -> dict[str, list[Finding]]:
    """The findings of every extractor, by signal."""
    return {extractor.signal: extractor.find(reading) for extractor in all_extractors()}
