"""The figures of text_kinds.json as Markdown: where kinds of text are told."""

from typing import Any

from benchmarks import results
from benchmarks.figures.markdown import run, table


def text_kinds() -> str:
    """How often each kind is told by corpus, how often rightly, and how often it is found."""
    found = results("text_kinds")
    corpora = found["news"] | found["checked"] | found["mixed"]
    heads = ("told of 100 articles", *(name.replace("_", " ") for name in corpora), "samples told")
    rows = [
        ["articles", *(one["articles"] for one in corpora.values()), ""],
        *(
            [f"`{kind}`", *(f"{100 * one[kind]:.1f}" for one in corpora.values()),
             f"{of_kind['told']} of {of_kind['texts']}"]
            for kind, of_kind in found["samples"].items()
        ),
    ]  # fmt: skip
    return "\n".join((
        table(heads, rows),
        f"The first {len(found['news'])} corpora are news. Phrases and thresholds were chosen with "
        "these, the last ones and the samples in view, which the project wrote itself. "
        f"{', '.join(found['checked'])} were counted after the first version; a few "
        "rules changed since. "
        f"The last {len(found['mixed'])} hold statements, transcripts, lists and press releases "
        "too; fakehealth_release is press releases alone. Of the articles of news that were told, "
        f"a person read some. Not of the kind are: {_wrong(found, 'news')}; of those counted "
        f"afterwards: {_wrong(found, 'checked')}. By this, a false caveat of each kind stands at "
        "fewer than 1 in 100 articles of each corpus of news.\n",
        "Of texts that were written when the rules stood, these were told: "
        + ", ".join(f"{kind} {one['told']} of {one['texts']}"
                    for kind, one in found["unseen"].items())
        + ". Satire that keeps clear of set phrases, and argument without I, are missed.\n",
        run(found),
    ))  # fmt: skip


def _wrong(found: dict[str, Any], where: str) -> str:
    """How many of the articles read are not of the kind told."""
    return ", ".join(
        f"{kind} {one['wrong']} of {one['read']}" for kind, one in found["read"][where].items()
    )


FIGURES = {"text_kinds": text_kinds}
