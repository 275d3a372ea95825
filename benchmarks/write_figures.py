"""Writes the measured figures into the docs, between <!-- figures: NAME --> and <!-- end -->.

python benchmarks/write_figures.py

The figures come from results/*.json alone; tests/test_docs_site.py fails where a page is stale.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import accuracy_figures
import model_figures
import service_figures
import signal_figures
import uncertainty_figures

ROOT = Path(__file__).resolve().parents[1]
CARD = ROOT / "models" / "default" / "MODEL_CARD.md"
_PLACE = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_ROBUST = ("texts", "moved", "median_change", "median_size", "largest")
_ARTICLES = 100_000_000
_CORE_HOUR = 0.05
"""USD, assumed; docs/scale.md says from where."""
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
        [
            name, row["exponent"], row["exponent_without_fixed_time"], row.get("memory_kept", ""),
            row["times_an_article"],
        ]
        for name, row in list(found["patterns"].items())[:8]
    ]  # fmt: skip
    strict = found["strict"]
    together = (
        f"Of the whole time the greatest exponent of {len(found['patterns'])} patterns is "
        f"{found['largest_exponent']}. Without the fixed time {strict['above']} are above 1.05, "
        f"the median is {strict['median']}, the greatest {strict['largest']}, and "
        f"{strict['largest_memory_kept']} where memory is kept; {found['peak_memory_mib']} MiB at "
        "most.\n\n"
    )
    heads = (
        "pattern", "exponent", "without fixed time", "and memory kept",
        "time of a character, in those of an article",
    )  # fmt: skip
    return together + table(heads, rows)


def coverage() -> str:
    """Lines and branches that the tests reach, and the files that they reach least."""
    found = results("coverage")
    least = [
        [f"`credscore/{name}`", f"{file['percent']:.0f}%"]
        for name, file in list(found["files"].items())[:8]
    ]
    return (
        f"{found['date']}, commit {found['commit']}, CPython {found['python']}: "
        f"{found['lines_percent']:.1f}% of {found['lines']} lines and "
        f"{found['branches_percent']:.1f}% of {found['branches']} branches.\n\n"
        + table(("file", "reached"), least)
    )


def mutation() -> str:
    """Mutants by file and how their tests ended."""
    found = results("mutation")
    rows = []
    for name, ends in found["files"].items():
        killed = ends.get("killed", 0) + ends.get("timed out", 0)
        tried = killed + ends.get("survived", 0)
        if tried:
            rows.append([f"`{name}`", tried, killed, f"{killed / tried:.0%}"])
    total = found["outcomes"]
    untried = total.get("not tried", 0)
    return (
        f"{found['date']}, mutmut {found['mutmut']}: {found['killed_share']:.1%} of "
        f"{found['mutants'] - untried} mutants killed"
        f"{f'; {untried} more were not tried' if untried else ''}"
        f"{' (a random sample, seed {seed})'.format(**found) if 'seed' in found else ''}.\n\n"
        + table(("file", "tried", "killed", "share"), rows)
    )


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


def signals_by_kind() -> str:
    """Every signal and kind, as measured on the annotated sentences."""
    found = results("signals")
    heads = (
        "", "annotated", "precision", "recall", "F1", "95 % interval", "F1 at half overlap",
        "sentence F1", "kind right",
    )  # fmt: skip
    return f"{_run(found)}\n\n" + table(heads, signal_figures.measured(found))


def word_lists() -> str:
    """Published word lists beside the extractors."""
    heads = ("list", "signal", "span F1", "sentence F1", "BioScope F1", "Wikipedia F1",
             "Spearman's rho with certainty")  # fmt: skip
    return table(heads, signal_figures.word_lists(results("signals")))


def polnear() -> str:
    """Sources of PolNeAR by what they are found as."""
    found = results("signals")["polnear_dev"]
    heads = ("", "sources", "found as named", "found as unnamed", "found as other")
    return (
        table(heads, signal_figures.polnear(results("signals")))
        + f"\nOf all {found['sources']} sources {found['found']:.2f} are found; "
        f"{found['confused']:.3f} of the clear ones are taken for the other kind.\n"
    )


def read_hits() -> str:
    """Precision counted by reading fresh articles."""
    found = results("read_hits")
    heads = ("kind", "reader", "read", "right", "precision", "seed")
    return f"Read {found['date']}.\n\n" + table(heads, signal_figures.read(found))


def _examples(signal: str) -> str:
    return table(("kind", "example"), signal_figures.examples(signal))


def speed() -> str:
    """Throughput, latency and start."""
    found = results("speed")
    times = found["times_ref"]
    return (
        f"{_run(found)} Scoring with full reports runs at {times['score_many']:.2f} x "
        f'`re.findall(r"\\w+")` on the same texts ({times["re.findall, words dropped"]:.2f} is what'
        " that reaches where it keeps no words), `score_frame` at "
        f"{times['score_frame']:.2f} x "
        f"({found['megabytes_per_second']['score_frame']:.1f} MB/s); one article alone takes "
        f"{found['latency_ms']['median']:.1f} ms (median); `import credscore` "
        f"{found['import_seconds']:.2f} s, `credscore score` {found['cli_score_seconds']:.2f} s.\n"
    )


def files() -> str:
    """Time and memory of batches beside pandas on the same file."""
    found = results("files")
    names = {
        "pandas": "pandas read_csv + to_csv", "batch_1": "batch", "batch_2": "batch, 2 processes"
    }  # fmt: skip
    peaks = {
        key: {name: max(found["peak_megabytes"].get(f"{name}_{key}", {"": 0}).values())
              for name in names}
        for key in ("large", "small")
    }  # fmt: skip
    rows = [
        [
            title,
            f"{median(found['seconds'][name]):.0f} s",
            f"{median(found['cpu_seconds'][name]):.0f} s",
            f"{found['times_pandas'].get(name, 1):.2f}",
            f"{found['times_pandas_cpu'].get(name, 1):.2f}",
            f"{peaks['large'][name]:.0f} MB",
            f"{peaks['small'][name]:.0f} MB" if peaks["small"][name] else "",
        ]
        for name, title in names.items()
    ]
    large, small = (found["megabytes"][key] for key in ("large", "small"))
    heads = (
        "", "wall", "CPU", "x pandas, wall", "x pandas, CPU", f"peak of a process, {large:.0f} MB",
        f"{small:.0f} MB",
    )  # fmt: skip
    cost = found["us_a_row"]
    return (
        f"{_run(found)} A CSV file of {large:.0f} MB, {found['rows']:,} articles; load of the "
        f"machine {found['load'][0]} at the start, {found['load'][1]} at the end (idle: 0).\n\n"
        f"{table(heads, rows)}\nA row costs {cost['score']:.0f} us of CPU time to score; beside it "
        f"{cost['cut']:.0f} us to cut in the parent, {cost['pass']:.0f} us to pass to a worker and "
        f"back, {cost['read']:.0f} us to read and {cost['write']:.0f} us to write there. "
        f"{found['kills']['in_progress']} of 10 kills hit a run in progress; the resumed output "
        "had the same bytes.\n"
    )


def scale() -> str:
    """A hundred million articles: cores, hours, memory, money."""
    found = results("files")
    million, size = found["units"]["batch_1"]["core_seconds_per_million"], _ARTICLES / 1e6
    hours = million * size / 3600
    worker = found["peak_megabytes"]["batch_2_large"]["worker"]
    gigabytes = found["megabytes"]["large"] / found["rows"] * _ARTICLES / 1e3
    rows = [
        [cores, f"{hours / cores:,.1f} h", f"{cores * worker / 1000:.1f} GB",
         f"{hours * _CORE_HOUR:,.2f} USD"]
        for cores in (2, 16, 64)
    ]  # fmt: skip
    return (
        f"{_run(found)} Measured: {million:,} core seconds for a million articles of "
        f"{gigabytes * 1e6 / _ARTICLES:.1f} KB in a CSV file, "
        f"{found['units']['batch_1']['articles_per_core_hour']:,} articles a core hour; "
        f"{worker:.0f} MB a worker. Reckoned from it, for {_ARTICLES:,} articles "
        f"({gigabytes:,.0f} GB; {hours:,.0f} core hours):\n\n"
        f"{table(('cores', 'time', 'memory of the workers', 'cores cost'), rows)}"
    )


def sources() -> str:
    """Rank agreement of outlets' scores with their factuality."""
    found = results("sources")
    names = {
        "ranked": "ranked outlets",
        "all": "all outlets",
        "all_without_shrinkage": "all, plain means",
    }
    rows = [
        [title, found[name]["outlets"], *(
            "{:.2f} ({:.2f} to {:.2f})".format(found[name][key], *found[name][f"{key}_interval"])
            for key in ("spearman", "kendall", "auc")
        )]
        for name, title in names.items()
    ]  # fmt: skip
    heads = ("", "outlets", "Spearman", "Kendall", "AUC, high against the rest")
    return (
        f"Measured {found['date']}: {found['articles']:,} articles, {found['debunks']} debunk, "
        f"{found['copies']} copies; {found['interval']}.\n\n{table(heads, rows)}"
    )


def _run(found: dict[str, Any]) -> str:
    return (
        f"Measured {found['date']}, Python {found['python']}, {found['cpus']} cores "
        f"({found['machine']})."
    )


FIGURES: dict[str, Callable[[], str]] = {
    **accuracy_figures.FIGURES,
    **uncertainty_figures.FIGURES,
    "alternatives": alternatives,
    **model_figures.FIGURES,
    "files": files,
    "growth": growth,
    "scale": scale,
    "service": service_figures.service,
    "signals": signals,
    "signals_by_kind": signals_by_kind,
    "word_lists": word_lists,
    "polnear": polnear,
    "read_hits": read_hits,
    **{
        f"examples_{signal}": partial(_examples, signal)
        for signal in (*signal_figures.KINDS, "specifics", "sensationalism")
    },
    "speed": speed,
    "coverage": coverage,
    "mutation": mutation,
    "size": size,
    "sources": sources,
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
