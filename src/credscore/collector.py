"""Python's garbage collector, at rest while many small objects are made at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """No cyclic garbage collection meanwhile; afterwards as before.

    A long text becomes hundreds of thousands of objects, all of which live until it is scored. The
    collector would walk them all again and again, from some length on, and find nothing: they hold
    no cycles. Memory is freed as always, by counting references. With threads, it works again as
    soon as one of them is done.

    >>> gc.isenabled()
    True
    >>> with at_rest():
    ...     gc.isenabled()
    False
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
