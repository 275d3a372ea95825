"""The page of a whole file: what `overview.content` tells, as HTML that needs no script."""

from html import escape
from string import Template
from typing import Any

from credscore.page.parts import digest, head, source

_STANCES = {"relays": "relay their claim", "disputed": "disputed", "debunks": "call it false"}
_FORM = {"letter": "f"}
"""The form of a text has features, but is not a signal."""
_WIDTH, _HEIGHT = 720, 200
MOST_SOURCES = 50


def document(content: dict[str, Any]) -> str:
    """The whole file. Every value is text: nothing in it becomes markup."""
    policy = (
        f"default-src 'none'; style-src {digest('page.css')}; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    return Template(source("batch.html")).substitute(
        head=head(f"{content['name']} – credscore", policy), name=escape(content["name"]),
        model=escape(content["model_id"]), prior=f"{content['prior']:g}",
        counts=_counts(content), histogram=_histogram(content["histogram"]),
        sources=_sources(content["sources"]), least=_extremes(content["least"], content["signals"]),
        most=_extremes(content["most"], content["signals"]), caveats=_caveats(content["caveats"]),
        errors=_errors(content["errors"], content["failed"]),
    )  # fmt: skip


def _counts(content: dict[str, Any]) -> str:
    mean = "–" if content["mean"] is None else f"{100 * content['mean']:.0f} in 100"
    figures = {
        "Texts": content["rows"], "Scored": content["scored"], "Not scored": content["failed"],
        "Mean score": mean, "Not reliable": content["unreliable"],
    }  # fmt: skip
    figures |= {_STANCES[name].capitalize(): content["stances"].get(name, 0) for name in _STANCES}
    return "".join(
        f"<div><dt>{name}</dt><dd>{value:,}</dd></div>" if isinstance(value, int)
        else f"<div><dt>{name}</dt><dd>{value}</dd></div>"
        for name, value in figures.items()
    )  # fmt: skip


def _histogram(counts: list[int]) -> str:
    most, width = max(max(counts), 1), _WIDTH / len(counts)
    step = 100 // len(counts)
    bars, rows = [], []
    for number, count in enumerate(counts):
        height = _HEIGHT * count / most
        name = f"{number * step} to {(number + 1) * step} in 100: {count:,}"
        bars.append(
            f'<rect class="column" x="{number * width + 1:.1f}" y="{_HEIGHT - height + 18:.1f}" '
            f'width="{width - 2:.1f}" height="{height:.1f}"><title>{name}</title></rect>'
        )
        if count:
            bars.append(
                f'<text class="few" x="{(number + 0.5) * width:.1f}" '
                f'y="{_HEIGHT - height + 13:.1f}">{count:,}</text>'
            )
        rows.append(
            f'<tr><th scope="row">{number * step} to {(number + 1) * step}</th>'
            f'<td class="num">{count:,}</td></tr>'
        )
    ticks = "".join(
        f'<text class="few" x="{_WIDTH * tick / 100}" y="{_HEIGHT + 36}">{tick}</text>'
        for tick in (0, 25, 50, 75, 100)
    )
    return (
        f'<svg class="picture" viewBox="-14 0 {_WIDTH + 28} {_HEIGHT + 42}" role="img" '
        f'aria-label="Distribution of {sum(counts):,} scores">{"".join(bars)}'
        f'<path class="axis" d="M0 {_HEIGHT + 18.5}H{_WIDTH}"/>{ticks}</svg>'
        "<details><summary>As a table</summary><table><thead><tr>"
        '<th scope="col">Score in 100</th><th scope="col" class="num">Texts</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></details>"
    )


def _sources(sources: list[dict[str, Any]]) -> str:
    if not sources:
        return ""
    shown, note = sources, ""
    if len(sources) > MOST_SOURCES:
        half = MOST_SOURCES // 2
        shown = [*sources[:half], *sources[-half:]]
        note = f" The first and last {half} of {len(sources):,} are shown."
    rows = "".join(
        f'<tr><th scope="row">{escape(one["source"])}</th>'
        f'<td class="num">{_in_100(one, "score")}</td>'
        f'<td class="num">{_in_100(one, "low")} to {_in_100(one, "high")}</td>'
        f"<td>{_reach(one)}</td>"
        + "".join(f'<td class="num">{one[key]:,}</td>' for key in ("articles", "debunks", "failed"))
        + "</tr>"
        for one in shown
    )
    heads = ("Score", "90 %", "", "Texts", "Call it false", "Not scored")
    head = "".join(
        f'<th scope="col" class="num">{name}</th>' if name else '<td aria-hidden="true"></td>'
        for name in heads
    )
    return (
        '<section aria-labelledby="sources"><h2 id="sources">By source</h2>'
        '<p class="muted">Mean score with shrinkage: the fewer texts, the nearer to the mean of '
        f"all. Texts that call the claim false are only counted.{note}</p>"
        '<div class="scroll" tabindex="0" role="region" aria-labelledby="sources"><table><thead>'
        f'<tr><th scope="col">Source</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
        "</section>"
    )


def _in_100(one: dict[str, Any], key: str) -> str:
    return f"{100 * one[key]:.0f}" if one["articles"] else "–"


def _reach(one: dict[str, Any]) -> str:
    if not one["articles"]:
        return ""
    low, high, score = (100 * one[key] for key in ("low", "high", "score"))
    return (
        '<svg class="reach-picture" viewBox="0 0 100 10" aria-hidden="true">'
        '<path class="axis" d="M0 5H100"/>'
        f'<path class="interval" d="M{low:.1f} 5H{high:.1f}"/>'
        f'<circle class="column" cx="{score:.1f}" cy="5" r="3"/></svg>'
    )


def _extremes(extremes: list[dict[str, Any]], signals: dict[str, dict[str, str]]) -> str:
    if not extremes:
        return "<p>There is none.</p>"
    items = "".join(_extreme(one, signals) for one in extremes)
    return f'<ol class="extremes">{items}</ol>'


def _extreme(one: dict[str, Any], signals: dict[str, dict[str, str]]) -> str:
    where = [f"row {one['row']:,}", *([one["source"]] if one["source"] else [])]
    summary = one["summary"] or "Its text in the file is not the one that was scored."
    quotes = "".join(
        f'<li><span class="mark {signals.get(signal, _FORM)["letter"]}">{escape(quote)}</span> '
        f'<span class="muted">{escape(signal.replace("_", " "))}</span></li>'
        for signal, quote in one["quotes"]
    )
    return (
        f'<li><details><summary><span class="in100">{100 * one["score"]:.0f}</span> '
        f'<span class="heading">{escape(one["heading"])}</span> '
        f'<span class="muted">{escape(", ".join(where))}</span></summary>'
        f"<p>{escape(summary)}</p><ul>{quotes}</ul></details></li>"
    )


def _caveats(caveats: list[tuple[str, int, str]]) -> str:
    if not caveats:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(meaning)}</th><td class="num">{count:,}</td></tr>'
        for _, count, meaning in caveats
    )
    return _table("caveats", "Caveats", "Why not to trust a score", "Texts", rows)


def _errors(errors: list[tuple[str, int]], failed: int) -> str:
    if not errors:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(reason)}</th><td class="num">{count:,}</td></tr>'
        for reason, count in errors
    )
    return _table("errors", f"{failed:,} not scored", "Reason", "Texts", rows)


def _table(name: str, heading: str, first: str, second: str, rows: str) -> str:
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{heading}</h2><table><thead><tr>'
        f'<th scope="col">{first}</th><th scope="col" class="num">{second}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )
