"""The figures of robustness, calls, coverage, mutation and distribution.json as Markdown."""

from functools import partial

from benchmarks import results
from benchmarks.figures.markdown import run, table

_FIELDS = ("texts", "moved", "median_change", "median_size", "largest")


def moved(name: str) -> str:
    """How far the scores of disturbed texts move, by kind of disturbance."""
    rows = [
        [key.replace("_", " "), *(_change(row[field]) for field in _FIELDS)]
        for key, row in results("robustness")[name].items()
    ]
    return table(("", *(field.replace("_", " ") for field in _FIELDS)), rows)


def _change(value: float) -> str:
    return str(value) if isinstance(value, int) or value == 0 else f"{value:+.4f}".lstrip("+")


def growth() -> str:
    """The largest exponents of time over length."""
    result = results("robustness")["growth"]
    rows = [
        [
            name, row["exponent"], row["exponent_without_fixed_time"], row.get("memory_kept", ""),
            row["times_an_article"],
        ]
        for name, row in list(result["patterns"].items())[:8]
    ]  # fmt: skip
    strict = result["strict"]
    together = (
        f"Of the whole time the greatest exponent of {len(result['patterns'])} patterns is "
        f"{result['largest_exponent']}. Without the fixed time {strict['above']} are above 1.05, "
        f"the median is {strict['median']}, the greatest {strict['largest']}, and "
        f"{strict['largest_memory_kept']} where memory is kept; {result['peak_memory_mib']} MiB at "
        "most.\n\n"
    )
    heads = (
        "pattern", "exponent", "without fixed time", "and memory kept",
        "time of a character, in those of an article",
    )  # fmt: skip
    return together + table(heads, rows)


def calls() -> str:
    """By call and address the largest exponents of time and memory over all patterns."""
    result = results("calls")
    first, last = result["characters"]
    rows = []
    for name, patterns in result["calls"].items():
        pattern = max(patterns, key=lambda pattern: patterns[pattern]["time"])
        memory = max(row["memory"] for row in patterns.values())
        seconds = max(row["seconds"] for row in patterns.values())
        rows.append([f"`{name}`", patterns[pattern]["time"], pattern, memory, f"{seconds:.2f}"])
    heads = ("call", "largest exponent of time", "on", "of memory", "slowest longest text, seconds")
    return f"{run(result)} From {first:,} to {last:,} characters.\n\n" + table(heads, rows)


def coverage() -> str:
    """Lines and branches that the tests reach, and the files that they reach least."""
    result = results("coverage")
    least = [
        [f"`credscore/{name}`", f"{file['percent']:.0f}%"]
        for name, file in list(result["files"].items())[:8]
    ]
    return (
        f"{result['date']}, commit {result['commit']}, CPython {result['python']}: "
        f"{result['lines_percent']:.1f}% of {result['lines']} lines and "
        f"{result['branches_percent']:.1f}% of {result['branches']} branches.\n\n"
        + table(("file", "reached"), least)
    )


def mutation() -> str:
    """Mutants by file and how their tests ended."""
    result = results("mutation")
    rows = []
    for name, ends in result["files"].items():
        killed = ends.get("killed", 0) + ends.get("timed out", 0)
        tried = killed + ends.get("survived", 0)
        if tried:
            rows.append([f"`{name}`", tried, killed, f"{killed / tried:.0%}"])
    total = result["outcomes"]
    untried = total.get("not tried", 0)
    return (
        f"{result['date']}, mutmut {result['mutmut']}: {result['killed_share']:.1%} of "
        f"{result['mutants'] - untried} mutants killed"
        f"{f'; {untried} more were not tried' if untried else ''}"
        f"{' (a random sample, seed {seed})'.format(**result) if 'seed' in result else ''}.\n\n"
        + table(("file", "tried", "killed", "share"), rows)
    )


def size() -> str:
    """The size of the package and of what it needs."""
    result = results("distribution")
    rows = [[name, f"{kib:,} KiB"] for name, kib in result["kib"].items()]
    return table(("", "size"), rows)


_MOVED = {
    "swaps": "swaps_written", "swaps_real": "swaps_real", "swaps_longer": "swaps_longer",
    "typesetting": "typesetting_written", "typesetting_real": "typesetting_real",
    "title_case": "title_case", "noise": "noise", "gaming": "gaming",
}  # fmt: skip
FIGURES = {
    "calls": calls, "coverage": coverage, "growth": growth, "mutation": mutation, "size": size,
    **{name: partial(moved, key) for name, key in _MOVED.items()},
}  # fmt: skip
