"""How processor time grows with the length of a text: the exponent (1 is linear).

What is measured is the processor's time of this process, not the clock's, so that a text does not
pay for others' waiting. Other programs still push its data out of the caches they share, which
only ever adds time: the least of several rounds is nearest to the truth. The sizes take turns
within a round, so that a busy minute disturbs all of them, and no round is left out because its
answer was welcome.

Every report costs something however short its text. On a cheap text this fixed time would hide
growth (a slope below 1), so it is taken off, which makes the measure stricter; sizes where it is
still more than half of the whole say little of growth and are left out.

What is left above 1 can be the code's or the memory's: behind a long text the allocator hands its
memory back, and the kernel must clear new pages for the next. That costs a constant time a byte,
from a certain size on: a step, which looks like growth where it falls between the sizes. A process
started with KEEP_MEMORY hands nothing back: what grows there as well is the code, or the caches.
"""

import gc
import math
import statistics
import time
from collections.abc import Callable, Sequence

KEEP_MEMORY = {
    "PYTHONMALLOC": "malloc", "MALLOC_MMAP_THRESHOLD_": "33554432",
    "MALLOC_TRIM_THRESHOLD_": "4294967296",
}  # fmt: skip
"""Environment of a process whose allocator (glibc) keeps what it was given."""
ROUNDS = 3
LEAST = 3
"""Sizes that are fitted in any case, the greatest."""


def least(read: Callable[[str], object], texts: Sequence[str], rounds: int = ROUNDS) -> list[float]:
    """The least processor time, in seconds, of reading each text, in rounds through all of them.

    Each is read several times a round: the first pays for memory that the texts before it gave
    back, and a disturbance weighs more in a short text. Earlier garbage is collected before.
    """
    best = [math.inf] * len(texts)
    for _ in range(rounds):
        for number, text in enumerate(texts):
            gc.collect()
            for _ in range(max(3, min(20, 500_000 // len(text)))):
                start = time.process_time()
                read(text)
                best[number] = min(best[number], time.process_time() - start)
    return best


def slope(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The slope of the logarithm of the whole time over that of the size.

    >>> slope([10, 100, 1000], [1, 10, 100])
    1.0
    """
    x, y = [math.log(size) for size in sizes], [math.log(took) for took in times]
    return round(statistics.linear_regression(x, y).slope, 3)


def exponent(sizes: Sequence[int], times: Sequence[float], fixed: float) -> float:
    """The slope of the logarithm of time without the fixed part, over that of the size.

    >>> exponent([10, 100, 1000], [1.2, 3, 21], fixed=1)
    1.0
    """
    telling = [(size, took) for size, took in zip(sizes, times, strict=True) if took > 2 * fixed]
    fitted = max(telling, list(zip(sizes, times, strict=True))[-LEAST:], key=len)
    return slope([size for size, _ in fitted], [max(t - fixed, fixed / 100) for _, t in fitted])
