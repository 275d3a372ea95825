"""The figures of speed.json, alternatives.json and files.json as Markdown."""

from statistics import median

from benchmarks import results
from benchmarks.figures.markdown import run, table

_ARTICLES = 100_000_000
_CORE_HOUR = 0.05
"""USD, assumed; docs/how-to/scale.md says from where."""


def speed() -> str:
    """Throughput, latency and start."""
    result = results("speed")
    times = result["times_ref"]
    return (
        f"{run(result)} Scoring with full reports runs at {times['score_many']:.2f} x "
        f'`re.findall(r"\\w+")` on the same texts ({times["re.findall, words dropped"]:.2f} is what'
        " that reaches where it keeps no words), `score_frame` at "
        f"{times['score_frame']:.2f} x "
        f"({result['megabytes_per_second']['score_frame']:.1f} MB/s); one article alone takes "
        f"{result['latency_ms']['median']:.1f} ms (median); `import credscore` "
        f"{result['import_seconds']:.2f} s, `credscore score` "
        f"{result['cli_score_seconds']:.2f} s.\n"
    )


def alternatives() -> str:
    """Throughput and what each gives."""
    rows = [
        [name, f"{row['times_ref']:.4f}", f"{row['megabytes_per_second']:.3f}", row["gives"]]
        for name, row in results("alternatives")["methods"].items()
    ]
    return table(("", "x ref", "MB/s", "what it gives"), rows)


def files() -> str:
    """Time and memory of batches beside pandas on the same file."""
    result = results("files")
    names = {
        "pandas": "pandas read_csv + to_csv", "batch_1": "batch", "batch_2": "batch, 2 processes"
    }  # fmt: skip
    peaks = {
        key: {name: max(result["peak_megabytes"].get(f"{name}_{key}", {"": 0}).values())
              for name in names}
        for key in ("large", "small")
    }  # fmt: skip
    rows = [
        [
            title,
            f"{median(result['seconds'][name]):.0f} s",
            f"{median(result['cpu_seconds'][name]):.0f} s",
            f"{result['times_pandas'].get(name, 1):.2f}",
            f"{result['times_pandas_cpu'].get(name, 1):.2f}",
            f"{peaks['large'][name]:.0f} MB",
            f"{peaks['small'][name]:.0f} MB" if peaks["small"][name] else "",
        ]
        for name, title in names.items()
    ]
    large, small = (result["megabytes"][key] for key in ("large", "small"))
    heads = (
        "", "wall", "CPU", "x pandas, wall", "x pandas, CPU", f"peak of a process, {large:.0f} MB",
        f"{small:.0f} MB",
    )  # fmt: skip
    cost = result["us_a_row"]
    return (
        f"{run(result)} A CSV file of {large:.0f} MB, {result['rows']:,} articles; load of the "
        f"machine {result['load'][0]} at the start, {result['load'][1]} at the end (idle: 0).\n\n"
        f"{table(heads, rows)}\nA row costs {cost['score']:.0f} us of CPU time to score; beside it "
        f"{cost['cut']:.0f} us to cut in the parent, {cost['pass']:.0f} us to pass to a worker and "
        f"back, {cost['read']:.0f} us to read and {cost['write']:.0f} us to write there. "
        f"{result['kills']['in_progress']} of 10 kills hit a run in progress; the resumed output "
        "had the same bytes.\n"
    )


def scale() -> str:
    """A hundred million articles: cores, hours, memory, money."""
    result = results("files")
    million, size = result["units"]["batch_1"]["core_seconds_per_million"], _ARTICLES / 1e6
    hours = million * size / 3600
    worker = result["peak_megabytes"]["batch_2_large"]["worker"]
    gigabytes = result["megabytes"]["large"] / result["rows"] * _ARTICLES / 1e3
    rows = [
        [cores, f"{hours / cores:,.1f} h", f"{cores * worker / 1000:.1f} GB",
         f"{hours * _CORE_HOUR:,.2f} USD"]
        for cores in (2, 16, 64)
    ]  # fmt: skip
    return (
        f"{run(result)} Measured: {million:,} core seconds for a million articles of "
        f"{gigabytes * 1e6 / _ARTICLES:.1f} KB in a CSV file, "
        f"{result['units']['batch_1']['articles_per_core_hour']:,} articles a core hour; "
        f"{worker:.0f} MB a worker. Reckoned from it, for {_ARTICLES:,} articles "
        f"({gigabytes:,.0f} GB; {hours:,.0f} core hours):\n\n"
        f"{table(('cores', 'time', 'memory of the workers', 'cores cost'), rows)}"
    )


FIGURES = {"alternatives": alternatives, "files": files, "scale": scale, "speed": speed}
