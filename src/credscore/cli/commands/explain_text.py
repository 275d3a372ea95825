"""`credscore explain-text`: why something was found in a text, or was not."""

from typing import Annotated

import typer
from typer import Option

from credscore.cli import options
from credscore.cli.texts import print_json, read_article, stop


def explain_text(
    file: options.File, title: options.Title = None, encoding: options.TextEncoding = None,
    sentence: Annotated[int | None, Option(help="Only this one; 1 is the first.")] = None,
    grep: Annotated[str | None, Option(help="Only sentences that hold these words.")] = None,
    every: Annotated[bool, Option("--all", help="Also the rules that do not match.")] = False,
    json: options.Json = False,
) -> None:  # fmt: skip
    """Show what was found in each sentence of a text, by which rules, and what was not and why.

    Each sentence has its words with their classes, the rules that matched and what became of them,
    the verbs with their sources, and the evidence.

    The letter behind a word is its part in the search for sources: R, P role(s); Q office holders;
    C confidential; H talk; L outlet; T document; I institution; S speaker; O office; X name;
    U capitals; m modifier; a other word; e in -ed, -ing; s plural; g genitive; V verb of speech;
    b be; h have, do, modal, not; n pronoun; w who; t that; o of; p preposition; c conjunction;
    & and, or; M day; y adverb; d determiner; q possessive; i indefinite; 0 number.
    """
    from credscore.trace import as_lines, trace_text

    sentences = trace_text(*read_article(file, title, encoding), tries=every)
    words = (grep or "").casefold()
    chosen = [row for row in sentences
              if sentence in (None, row.number) and words in row.quote.casefold()]  # fmt: skip
    if not chosen:
        asked = f"sentence {sentence}" if sentence is not None else "sentence"
        held = f" that holds {grep!r}" if grep else ""
        stop(2, f"{file}: no {asked}{held} among {len(sentences)}. Choose another one.")
    if json:
        from dataclasses import asdict

        print_json([asdict(row) for row in chosen])
        return
    typer.echo("\n\n".join("\n".join(as_lines(row)) for row in chosen))
