"""The page of a whole file: what `overview.content` tells, as HTML that needs no script."""

from html import escape
from string import Template
from typing import Any

from credscore.page.parts import head, policy, source

_STANCES = {"relays": "relay their claim", "disputed": "disputed", "debunks": "call it false"}
_WIDTH, _HEIGHT = 720, 200
MOST_SOURCES = 50
_SOURCE_HEADS = "".join(
    f'<th scope="col" class="num">{name}</th>' if name else '<td aria-hidden="true"></td>'
    for name in ("Score", "90 %", "", "Texts", "Call it false", "Not scored")
)


def document(content: dict[str, Any]) -> str:
    """The whole file. Every value is text: nothing in it becomes markup."""
    caveats = [(meaning, count) for _, count, meaning in content["caveats"]]
    return Template(source("batch.html")).substitute(
        head=head(f"{content['name']} – credscore", policy("batch")), name=escape(content["name"]),
        model=escape(content["model_id"]), prior=f"{content['prior']:g}",
        counts=_counts(content), histogram=_histogram(content["histogram"]),
        sources=_sources(content["sources"], content["agreement"]),
        least=_extremes(content["least"], content["signals"]),
        most=_extremes(content["most"], content["signals"]),
        caveats=_section("caveats", "Caveats", "Why not to trust a score", caveats),
        errors=_section("errors", f"{content['failed']:,} not scored", "Reason", content["errors"]),
    )  # fmt: skip


def _counts(content: dict[str, Any]) -> str:
    mean = "–" if content["mean"] is None else f"{100 * content['mean']:.0f} in 100"
    figures = {
        "Texts": content["rows"], "Scored": content["scored"], "Not scored": content["failed"],
        "Mean score": mean, "Not reliable": content["unreliable"],
    }  # fmt: skip
    figures |= {
        text.capitalize(): content["stances"].get(name, 0) for name, text in _STANCES.items()
    }
    return "".join(
        f"<div><dt>{name}</dt><dd>{f'{value:,}' if isinstance(value, int) else value}</dd></div>"
        for name, value in figures.items()
    )


def _histogram(counts: list[int]) -> str:
    most, width = max(max(counts), 1), _WIDTH / len(counts)
    step = 100 // len(counts)
    bars, rows = [], []
    for number, count in enumerate(counts):
        height = _HEIGHT * count / most
        name = f"{number * step} to {(number + 1) * step}"
        rows.append((name, count))
        bars.append(
            f'<rect class="column" x="{number * width + 1:.1f}" y="{_HEIGHT - height + 18:.1f}" '
            f'width="{width - 2:.1f}" height="{height:.1f}">'
            f"<title>{name} in 100: {count:,}</title></rect>"
        )
        if count:
            bars.append(
                f'<text class="few" x="{(number + 0.5) * width:.1f}" '
                f'y="{_HEIGHT - height + 13:.1f}">{count:,}</text>'
            )
    ticks = "".join(
        f'<text class="few" x="{_WIDTH * tick / 100}" y="{_HEIGHT + 36}">{tick}</text>'
        for tick in (0, 25, 50, 75, 100)
    )
    return (
        f'<svg class="picture" viewBox="-14 0 {_WIDTH + 28} {_HEIGHT + 42}" role="img" '
        f'aria-label="Distribution of {sum(counts):,} scores">{"".join(bars)}'
        f'<path class="axis" d="M0 {_HEIGHT + 18.5}H{_WIDTH}"/>{ticks}</svg>'
        f"<details><summary>As a table</summary>{_table('Score in 100', rows)}</details>"
    )


def _sources(sources: list[dict[str, Any]], agreement: str) -> str:
    if not sources:
        return ""
    shown, note = sources, ""
    if len(sources) > MOST_SOURCES:
        half = MOST_SOURCES // 2
        shown = [*sources[:half], *sources[-half:]]
        note = f" The first and last {half} of {len(sources):,} are shown."
    return (
        '<section aria-labelledby="sources"><h2 id="sources">By source</h2>'
        '<p class="muted">Mean score with shrinkage: the fewer texts, the nearer to the mean of '
        f"all. Texts that call the claim false are only counted. {escape(agreement)}{note}</p>"
        '<div class="scroll" tabindex="0" role="group" aria-labelledby="sources"><table><thead>'
        f'<tr><th scope="col">Source</th>{_SOURCE_HEADS}</tr></thead>'
        f"<tbody>{''.join(map(_source_row, shown))}</tbody></table></div></section>"
    )


def _source_row(source: dict[str, Any]) -> str:
    """The row of one source; without a scored text it has no score to be drawn."""
    score = interval = "–"
    reach = ""
    if source["articles"]:
        at, low, high = (100 * source[key] for key in ("score", "low", "high"))
        score, interval = f"{at:.0f}", f"{low:.0f} to {high:.0f}"
        reach = (
            '<svg class="reach-picture" viewBox="0 0 100 10" aria-hidden="true">'
            f'<path class="axis" d="M0 5H100"/><path class="interval" d="M{low:.1f} 5H{high:.1f}"/>'
            f'<circle class="column" cx="{at:.1f}" cy="5" r="3"/></svg>'
        )
    counts = "".join(
        f'<td class="num">{source[key]:,}</td>' for key in ("articles", "debunks", "failed")
    )
    return (
        f'<tr><th scope="row">{escape(source["source"])}</th><td class="num">{score}</td>'
        f'<td class="num">{interval}</td><td>{reach}</td>{counts}</tr>'
    )


def _extremes(extremes: list[dict[str, Any]], signals: dict[str, dict[str, str]]) -> str:
    items = []
    for extreme in extremes:
        origin = f"row {extreme['row']:,}" + (f", {extreme['source']}" if extreme["source"] else "")
        verdict = extreme["verdict"] or "Its text in the file is not the one that was scored."
        reasons = "".join(_reason(reason, signals) for reason in extreme["reasons"])
        items.append(
            f'<li><details><summary><span class="in100">{100 * extreme["score"]:.0f}</span> '
            f'<span class="heading">{escape(extreme["heading"])}</span> '
            f'<span class="muted">{escape(origin)}</span></summary>'
            f'<p><b>{escape(verdict)}</b></p><ul class="reasons">{reasons}</ul></details></li>'
        )
    return f'<ol class="extremes">{"".join(items)}</ol>' if items else "<p>There is none.</p>"


def _reason(reason: dict[str, Any], signals: dict[str, dict[str, str]]) -> str:
    """One reason and the words that it rests on."""
    quotes = " ".join(
        f'<span class="mark {signals[signal]["letter"]}">{escape(quote)}</span>'
        for signal, quote in reason["quotes"]
    )
    return (
        f'<li><span class="way {reason["speaks"]}">{reason["speaks"].capitalize()}</span> '
        f"<span>{escape(reason['text'])} {quotes}</span></li>"
    )


def _section(name: str, heading: str, first: str, counts: list[tuple[str, int]]) -> str:
    """A section with a table of counts; nothing if there are none."""
    opening = f'<section aria-labelledby="{name}"><h2 id="{name}">{heading}</h2>'
    return f"{opening}{_table(first, counts)}</section>" if counts else ""


def _table(first: str, counts: list[tuple[str, int]]) -> str:
    """A table of what is counted, under the heading `first`, and how many texts that are."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="num">{count:,}</td></tr>'
        for name, count in counts
    )
    return (
        f'<table><thead><tr><th scope="col">{first}</th><th scope="col" class="num">Texts</th></tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )
