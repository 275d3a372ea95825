"""A process of pool.py: the work comes on standard input, then one item after the other."""

import os
import pickle
import signal
import sys
from typing import BinaryIO

from credscore.collector import at_rest


def serve(items: BinaryIO, results: BinaryIO) -> None:
    """Answer each item by what the work makes of it, or by its exception, until the items end."""
    with at_rest():  # what the work imports stays
        work = pickle.load(items)
    while True:
        try:
            item = pickle.load(items)
        except EOFError:
            return
        try:
            result = work(item)
        except Exception as error:
            result = error
        pickle.dump(result, results, pickle.HIGHEST_PROTOCOL)
        results.flush()


def main() -> None:
    """Serve on standard input and output; Ctrl-C is left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    results, sys.stdout = sys.stdout.buffer, sys.stderr  # what else is printed is no result
    try:
        serve(sys.stdin.buffer, results)
    except BrokenPipeError:
        os._exit(1)  # nobody is left to take a result


if __name__ == "__main__":
    main()
