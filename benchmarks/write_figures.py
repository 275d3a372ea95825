"""Writes the measured figures into the docs, between <!-- figures: NAME --> and <!-- end -->.

python benchmarks/write_figures.py

The figures come from results/*.json alone; tests/test_docs_site.py fails where a page is stale.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import accuracy_figures

ROOT = Path(__file__).resolve().parents[1]
CARD = ROOT / "models" / "default" / "MODEL_CARD.md"
_PLACE = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_ROBUST = ("texts", "moved", "median_change", "median_size", "largest")
_HEADS = ("texts", "moved", "median change", "median size", "largest")


def results(name: str) -> dict[str, Any]:
    """One file of benchmarks/results."""
    content = (ROOT / "benchmarks" / "results" / f"{name}.json").read_text("utf-8")
    return dict(json.loads(content))


def table(heads: tuple[str, ...], rows: list[list[Any]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)


def _moved(*names: str) -> str:
    found = results("robustness")
    rows = [
        [f"{key.replace('_', ' ')}", *(_number(row[field]) for field in _ROBUST)]
        for name in names
        for key, row in found[name].items()
    ]
    return table(("", *_HEADS), rows)


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) or value == 0 else f"{value:+.4f}".lstrip("+")


def alternatives() -> str:
    """Throughput and what each gives."""
    rows = [
        [name, f"{row['times_ref']:.4f}", f"{row['megabytes_per_second']:.3f}", row["gives"]]
        for name, row in results("alternatives")["methods"].items()
    ]
    return table(("", "x ref", "MB/s", "what it gives"), rows)


def growth() -> str:
    """The largest exponents of time over length."""
    found = results("robustness")["growth"]
    rows = [
        [name, row["exponent"], row["times_an_article"]]
        for name, row in list(found["patterns"].items())[:8]
    ]
    together = (
        f"All {len(found['patterns'])} patterns together: {found['exponent_of_all_together']}; the "
        f"median pattern {found['median_exponent']}, the worst {found['largest_exponent']}; "
        f"{found['peak_memory_mib']} MiB at most.\n\n"
    )
    heads = ("pattern", "exponent", "time of a character, in those of an article")
    return together + table(heads, rows)


def size() -> str:
    """The size of the package and of what it needs."""
    found = results("distribution")
    rows = [[name, f"{kib:,} KiB"] for name, kib in found["kib"].items()]
    return table(("", "size"), rows)


def signals() -> str:
    """How well the extractors find what people marked."""
    found = results("signals")
    names = ("anonymous_sources", "official_denials", "unverifiable_media", "hedges")
    fields = (
        "overlap_precision", "overlap_recall", "overlap_f1", "iou50_f1", "kind_accuracy",
    )  # fmt: skip
    gold = found["gold_dev"]
    rows = [[name, *(f"{gold[name][field]:.2f}" for field in fields)] for name in names]
    heads = ("signal", "precision", "recall", "F1", "F1 at half overlap", "kind right")
    return table(heads, rows)


def features() -> str:
    """Each feature's effect in every corpus, and what the fit made of it."""
    found = results("features")
    names = list(next(iter(found["features"].values()))["effects"])
    rows = [
        [
            name,
            *(f"{row['effects'][corpus]:+.2f}" for corpus in names),
            f"{row['agree']} of 6",
            f"{row['distrust']:.1f}",
            f"{row['weight_per_deviation']:+.2f}",
        ]
        for name, row in found["features"].items()
    ]
    heads = ("feature", *names, "agree", "distrust", "weight")
    return f"{_run(found)}\n\n{table(heads, rows)}"


def speed() -> str:
    """Throughput, latency and start."""
    found = results("speed")
    return (
        f"{_run(found)} Scoring with full reports runs at {found['times_ref']['score_many']:.2f} x "
        f'`re.findall(r"\\w+")` on the same texts '
        f"({found['megabytes_per_second']['score_many']:.1f} MB/s); one article alone takes "
        f"{found['latency_ms']['median']:.1f} ms (median); `import credscore` "
        f"{found['import_seconds']:.2f} s, `credscore score` {found['cli_score_seconds']:.2f} s.\n"
    )


def _run(found: dict[str, Any]) -> str:
    return (
        f"Measured {found['date']}, Python {found['python']}, {found['cpus']} cores "
        f"({found['machine']})."
    )


FIGURES: dict[str, Callable[[], str]] = {
    **accuracy_figures.FIGURES,
    "alternatives": alternatives,
    "features": features,
    "growth": growth,
    "signals": signals,
    "speed": speed,
    "size": size,
    "swaps": lambda: _moved("swaps_written"),
    "swaps_real": lambda: _moved("swaps_real"),
    "swaps_longer": lambda: _moved("swaps_longer"),
    "typesetting": lambda: _moved("typesetting_written"),
    "typesetting_real": lambda: _moved("typesetting_real"),
    "title_case": lambda: _moved("title_case"),
    "noise": lambda: _moved("noise"),
    "gaming": lambda: _moved("gaming"),
}


def filled(page: str) -> str:
    """A page with its figures as they are now."""
    return _PLACE.sub(lambda place: place[1] + "\n" + FIGURES[place[2]]() + "\n" + place[3], page)


def pages() -> list[Path]:
    """The pages that hold figures."""
    return [
        path
        for path in [ROOT / "README.md", CARD, *sorted(ROOT.glob("docs/**/*.md"))]
        if _PLACE.search(path.read_text("utf-8"))
    ]


def main() -> None:
    """Fill in all pages."""
    for path in pages():
        path.write_text(filled(path.read_text("utf-8")), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
