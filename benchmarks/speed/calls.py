"""How time and memory grow with the input, for every public call and every address.

    python -m benchmarks.speed.calls [--factor 64]

Calls and texts are those of tests/inputs/calls.py; tests/robustness/test_growth.py counts the work.
Each call reads texts of 2,000 characters and up to 64 times as many, of ordinary sentences and of
patterns that a hostile caller would repeat. The exponent is that of growth.py: 1 is linear. The
addresses are asked in process, without a network. Writes results/calls.json; takes about an hour.
"""

from benchmarks import options, write_results
from benchmarks.speed.growth import least, slope
from tests.inputs.calls import CALLS, TRIED
from tests.inputs.growth import bytes_of, of_size

FIRST = 2_000
"""Characters of the shortest text."""


def measure(factor: int) -> dict[str, dict[str, dict[str, float]]]:
    """By call and pattern the exponents of time and memory, and the seconds of the longest text."""
    sizes = [FIRST * 4**power for power in range(10) if 4**power <= factor]
    rows: dict[str, dict[str, dict[str, float]]] = {name: {} for name in CALLS}
    for name, pattern, unit in TRIED:
        texts = [of_size(unit, size) for size in sizes]
        times = least(CALLS[name], texts, 1)
        peaks = [bytes_of(CALLS[name], text) for text in texts]
        rows[name][pattern] = {
            "time": slope(sizes, times),
            "memory": slope(sizes, peaks),
            "seconds": round(times[-1], 4),
        }
        print(f"{name:28} {pattern:24} {rows[name][pattern]}", flush=True)
    return rows


def main() -> None:
    """Measure, print, write."""
    parser = options(__doc__)
    parser.add_argument("--factor", type=int, default=64, help="the longest over the shortest text")
    factor = parser.parse_args().factor
    rows = measure(factor)
    result = {"characters": [FIRST, FIRST * factor], "calls": rows}
    write_results("calls", result)


if __name__ == "__main__":
    main()
