"""A process of pool.py: the work comes on standard input, then one item after the other."""

import os
import pickle
import signal
import sys
from io import BufferedReader
from typing import BinaryIO

from credscore.collector import at_rest


def serve(items: BufferedReader, results: BinaryIO) -> None:
    """Answer each item by what the work makes of it, or by the exception, until the items end."""
    with at_rest():  # what the work imports stays
        work = pickle.load(items)
    while items.peek(1):
        try:
            result = work(pickle.load(items))
        except Exception as error:
            result = error
        pickle.dump(result, results, pickle.HIGHEST_PROTOCOL)
        results.flush()


def main() -> None:
    """Serve on standard input and output; Ctrl-C is left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr  # what else is printed is no result
    try:
        with open(0, "rb", closefd=False) as items, open(1, "wb", closefd=False) as results:
            serve(items, results)
    except BrokenPipeError:
        os._exit(1)  # nobody is left to take a result


if __name__ == "__main__":
    main()
