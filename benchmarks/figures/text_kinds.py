"""The figures of text_kinds.json as Markdown: where kinds of text are told."""

from typing import Any

from benchmarks import results
from benchmarks.figures.markdown import run, table


def text_kinds() -> str:
    """How often each kind is told by corpus, how often rightly, and how often it is found."""
    result = results("text_kinds")
    corpora = result["news"] | result["checked"] | result["mixed"]
    heads = ("told of 100 articles", *(name.replace("_", " ") for name in corpora), "samples told")
    rows = [
        ["articles", *(entry["articles"] for entry in corpora.values()), ""],
        *(
            [f"`{kind}`", *(f"{100 * entry[kind]:.1f}" for entry in corpora.values()),
             f"{of_kind['told']} of {of_kind['texts']}"]
            for kind, of_kind in result["samples"].items()
        ),
    ]  # fmt: skip
    return "\n".join((
        table(heads, rows),
        f"The first {len(result['news'])} corpora are news. Phrases and thresholds were chosen "
        "with these, the last ones and the samples in view, which the project wrote itself. "
        f"{', '.join(result['checked'])} were counted after the first version; a few "
        "rules changed since. "
        f"The last {len(result['mixed'])} hold statements, transcripts, lists and press releases "
        "too; fakehealth_release is press releases alone. Of the articles of news that were told, "
        f"a person read some. Not of the kind are: {_wrong(result, 'news')}; of those counted "
        f"afterwards: {_wrong(result, 'checked')}. By this, a false caveat of each kind stands at "
        "fewer than 1 in 100 articles of each corpus of news, but for opinion in checkthat21 and "
        "buzzfeed_facebook, whose texts have lost their quotation marks.\n",
        "Of texts that were written when the rules stood, these were told: "
        + ", ".join(f"{kind} {entry['told']} of {entry['texts']}"
                    for kind, entry in result["unseen"].items())
        + ". Satire without set phrases, and argument that hardly reasons, are missed.\n",
        run(result),
    ))  # fmt: skip


def _wrong(result: dict[str, Any], where: str) -> str:
    """How many of the articles read are not of the kind told."""
    return ", ".join(
        f"{kind} {entry['wrong']} of {entry['read']}"
        for kind, entry in result["read"][where].items()
    )


FIGURES = {"text_kinds": text_kinds}
